"""Paragraphs torn within a word, whose rest is set in, and what only looks so."""

from __future__ import annotations

import pytest

from cleaners.reflow.evidence import line_end
from cleaners.reflow.torn import torn_words

ELSEWHERE = "本合同由双方签字，合同一式两份。"


def torn(*texts: str) -> list[int]:
    return torn_words(texts, [line_end(text) for text in texts], set(range(len(texts))))


def test_a_word_of_the_documents_is_closed() -> None:
    assert torn(ELSEWHERE, "乙方交纳押金，签订合", "同以后退还。") == [1]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("关于租赁的综合", "同意以上各项，不得更改。"),  # a heading has no mark within
        ("乙方交纳押金，条件符合", "1、同意的签字。"),
        ("乙方交纳押金，条件符合。", "同意的签字。"),
        ("乙方交纳押金，逾期付款", "同意的签字。"),
    ],
)
def test_other_lines_end_where_they_end(left: str, right: str) -> None:
    assert torn(ELSEWHERE, left, right) == []
