"""Characters that stand a line each: of a title, and what is none."""

from __future__ import annotations

import pytest

from cleaners.document import Line
from cleaners.markup.letter_lines import join_letters


def texts(words: str) -> list[str]:
    lines = [Line(text, broken=True, number=number) for number, text in enumerate(["以下是正文。", *words, "第一章"])]
    return [line.text for line in join_letters(lines)]


def test_the_characters_of_a_title_are_one_line() -> None:
    assert texts("清淤工作总结") == ["以下是正文。", "清淤工作总结", "第一章"]


@pytest.mark.parametrize("words", ["大中小", "日月水火", "总结"])
def test_other_characters_stay_apart(words: str) -> None:
    assert texts(words) == ["以下是正文。", *words, "第一章"]
