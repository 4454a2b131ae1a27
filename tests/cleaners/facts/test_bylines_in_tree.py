"""Who wrote a page with markup, by lines above the text and by what elements are called."""

from __future__ import annotations

import pytest

from cleaners.document import Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.bylines_in_tree import BYLINE, byline
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import Finding
from cleaners.markup.head import Head

NO_HEAD = Head()


def named(*texts: str, mark: str = "", head: Head = NO_HEAD, markup: bytes = b"") -> str | None:
    found = byline([Line(text, number=number, mark=mark) for number, text in enumerate(texts)], [], head, markup)
    return found.facts["author"] if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("本报记者 沈小满", "沈小满"),
        ("通讯员：江一舟", "江一舟"),
        ("□ 房子舟", "房子舟"),
        ("By Ada Marsh, Senior Editor", "Ada Marsh"),
        ("Written by Tom van Dyke", "Tom van Dyke"),
        ("by the river", None),
        ("Reviewed by Ada Marsh", None),
        ("本报讯 昨天上午八点，菜场开门了。", None),
    ],
)
def test_a_line_above_the_text_says_by_whom(text: str, name: str | None) -> None:
    assert named(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [("灶台边的猫 2019-12-22 创建", "灶台边的猫"), ("March 17, 2025", None), ("Author", None), ("Menu", None)],
)
def test_a_box_that_is_called_the_authors_holds_a_name(text: str, name: str | None) -> None:
    assert named(text, mark=BYLINE) == name


def test_a_role_alone_is_followed_by_the_name() -> None:
    assert named("Written by", "Ada Marsh") == "Ada Marsh"


def test_an_element_that_is_called_the_authors_names_somebody_whom_a_line_shows() -> None:
    markup = b'<div class="meta"><span class="post-author__name">Ada Marsh</span> 2021-03-04</div>'
    assert named("Ada Marsh 2021-03-04", markup=markup) == "Ada Marsh"
    assert named("2021-03-04", markup=markup) is None
    assert named("Ada Marsh", markup=b'<p class="comment-author">Ada Marsh</p>') is None


def test_what_the_head_states_is_surer() -> None:
    assert named("By Ada Marsh", head=Head(metas={"author": "Tom Vale"})) is None
    assert named("By Ada Marsh", head=Head(metas={"author": "undefined"})) == "Ada Marsh"


def test_a_name_before_a_row_of_facts_below_the_title_is_the_authors() -> None:
    title, row = Line("渡口旧事", tag="h1", number=3), Line("老石的口袋 2021-01-18 DOCX 3页", number=4)
    around = [Finding(TITLE, {}, title), Finding(LABELLED, {"published": "2021-01-18", "page_count": "3"}, row)]
    found = byline([title, row], around, NO_HEAD, b"")
    assert found is not None
    assert found.facts["author"] == "老石的口袋"
    assert byline([title, row], around, Head(title="渡口旧事 - 老石的口袋"), b"") is None
    assert byline([title, row], around[1:], NO_HEAD, b"") is None
