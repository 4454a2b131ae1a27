"""JSON, JSON Lines and text: the record, readable by other readers, harmless to terminals."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from output.formats import FORMATS, Series
from output.terminal import ACTING, harmless, one_line
from tests.output.documents import document

anything = st.text(st.characters(exclude_categories=["Cs"]))


def test_text_is_front_matter_then_the_text() -> None:
    text = FORMATS["text"].render(document("甲", "乙", title="no", page_count=3, tags=("一", "二")))
    head, body = text.split("---\n\n")
    assert body == "甲\n乙\n"
    assert head.startswith("---\nid: ")
    assert '\ntitle: "no"\npage_count: 3\ntags: ["一", "二"]\n' in head
    assert "author" not in head  # a fact that the page does not state
    assert '\ndropped: {"toolbar": 1}\n' in head


@given(anything, anything, st.sampled_from(["json", "jsonl"]))
def test_json_gives_the_record_back_and_no_acting_character(text: str, title: str, form: str) -> None:
    one = document(text, title=title)
    rendered = FORMATS[form].render(one)
    assert json.loads(rendered) == one.to_dict()
    assert not ACTING.search(rendered)


def test_jsonl_is_one_line_a_document() -> None:
    rendered = FORMATS["jsonl"].render(document("一\u2028二\x85三", "四"))
    assert rendered.splitlines() == [rendered.removesuffix("\n")]


def test_json_of_several_sources_is_an_array() -> None:
    series = Series(FORMATS["json"], alone=False)
    text = series.add(document("一")) + series.add(document("二")) + series.end()
    assert [record["text"] for record in json.loads(text)] == ["一", "二"]


def test_json_of_one_source_is_an_object() -> None:
    series = Series(FORMATS["json"], alone=True)
    assert json.loads(series.add(document("一")) + series.end())["text"] == "一"


@given(anything)
def test_messages_are_one_line_without_acting_characters(text: str) -> None:
    assert not ACTING.search(one_line(text))
    assert len(one_line(text).splitlines()) <= 1


def test_terminal_escapes_are_shown_in_messages_and_gone_from_text() -> None:
    assert one_line("a\x1b[2J\nb\u202ec") == "a\\x1b[2J b\\u202ec"
    assert harmless("a\x1b[2Jb\u202ec\nd\te") == "a[2Jbc\nd\te"
