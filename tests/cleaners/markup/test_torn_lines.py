"""Dumps with a line for each figure, letter and blank, and what stands beside them."""

from __future__ import annotations

import pytest

from cleaners.markup.lines import dump_lines
from cleaners.markup.torn_lines import join_torn

TORN = ("水深", "3m", ",流速", "2m/s", ",选项", "A", "、", "B", "都不对,故选", "C.", "2.", "河宽", "x=40m", "。")
WHOLE = ["水深3m,流速2m/s,选项A、B都不对,故选C.", "2.河宽x=40m。"]


def joined(*lines: str) -> list[str]:
    return [line.text for line in join_torn(dump_lines("\n".join(lines)))]


def test_figures_letters_and_formulas_go_back_to_their_sentences() -> None:
    assert joined(*TORN * 2) == WHOLE * 2


@pytest.mark.parametrize(
    "beside",
    [
        ("堤段", "1250", "40.5", "东堤", "983", "36.9"),
        ("东堤", "1250", "西堤", "983", "北堤", "640"),
        ("【答案】B", "【解析】水往低处流。"),
        ("一、选择题", "A.甲", "B.乙"),
    ],
)
def test_tables_and_parts_beside_such_a_text_stay(beside: tuple[str, ...]) -> None:
    assert joined(*TORN * 2, *beside)[-len(beside) :] == [*beside]


def test_nothing_is_joined_across_an_empty_line() -> None:
    assert joined(*TORN * 2, "", "浏览", "", "37", "", "次")[-3:] == ["浏览", "37", "次"]


def test_a_text_that_is_hardly_torn_stays() -> None:
    assert joined(*TORN[:4], *["堤上的柳树是去年春天种下的。"] * 40)[:4] == [*TORN[:4]]
