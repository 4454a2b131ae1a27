"""Characters that stand a line each: of a title, and what is none."""

from __future__ import annotations

import pytest

from cleaners.document import Line
from cleaners.markup.letter_lines import join_letters


def texts(words: str) -> list[str]:
    lines = [
        Line(text, broken=True, number=number) for number, text in enumerate(["清淤工作总结(2篇)", *words, "第一章"])
    ]
    return [line.text for line in join_letters(lines)]


def test_the_characters_of_a_title_are_one_line() -> None:
    assert texts("清淤工作总结") == ["清淤工作总结(2篇)", "清淤工作总结", "第一章"]


@pytest.mark.parametrize("words", ["大中小", "日月水火", "总结"])
def test_other_characters_stay_apart(words: str) -> None:
    assert texts(words) == ["清淤工作总结(2篇)", *words, "第一章"]


def test_characters_stay_apart_where_no_title_above_ends_so_or_they_are_to_be_copied() -> None:
    for above in ("第一课", "请抄写:工作总结"):
        lines = [Line(above), *map(Line, "工作总结")]
        assert join_letters(lines) == lines
