"""Bullets of Wingdings that a copy left as letters over Chinese items go; letters of a list or a table stay."""

import pytest

from cleaners.document import Line
from cleaners.furniture.lone_bullets import strip_lone_bullets


def _stripped(*texts: str) -> tuple[list[str], list[str]]:
    lines, drops = strip_lone_bullets([Line(text, number=number) for number, text in enumerate(texts)])
    return [line.text for line in lines], [drop.text for drop in drops]


def test_one_letter_over_several_items_goes() -> None:
    kept, gone = _stripped("使用要求", "l", "手机一律调成静音状态；", "l", "饮料须有盖子方可带入。")
    assert kept == ["使用要求", "手机一律调成静音状态；", "饮料须有盖子方可带入。"] and gone == ["l", "l"]


@pytest.mark.parametrize(
    "texts",
    [
        ("l", "手机一律调成静音状态；"),
        ("l", "12", "l", "15"),
        ("l", "手机一律调成静音状态；", "n", "饮料须有盖子方可带入。"),
        ("l", "手机一律调成静音状态；", "l"),
    ],
)
def test_letters_of_a_text_stay(texts: tuple[str, ...]) -> None:
    assert _stripped(*texts) == ([*texts], [])
