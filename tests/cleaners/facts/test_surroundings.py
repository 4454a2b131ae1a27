"""What lines around a document state, and what they only seem to."""

from __future__ import annotations

import pytest

from cleaners.document import Line
from cleaners.facts.surroundings import find_around

TITLE = "渡口旧事"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("您是本文第 154 个阅览者", {"views": "154"}),
        ("本帖由大卫于2005年8月12日16:12发表", {"author": "大卫", "published": "2005年8月12日16:12"}),
        ("2005年9月 (1)", {}),
        ("您的当前位置： 新闻中心 > 武汉", {"category": "您的当前位置： 新闻中心 > 武汉"}),
    ],
)
def test_a_line_beside_the_title(text: str, facts: dict[str, str]) -> None:
    lines = [Line(TITLE, tag="h1"), Line(text, tag="div", number=1)]
    found = find_around(lines, TITLE, None, TITLE)
    assert {fact: value for one in found for fact, value in one.facts.items()} == facts
