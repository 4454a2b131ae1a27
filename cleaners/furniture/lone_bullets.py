"""Bullets of Wingdings that a copy left as letters in lines of their own: ``l`` over each item of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Drop, Line
from cleaners.lazily import lazily

BULLET: Final = "lone-bullet"
_LETTERS: Final = frozenset("lnuwvqØü§")
_ITEM: Final = lazily(r"[\u4e00-\u9fff].{7}")
_VARIABLE: Final = lazily(r"[A-Za-z]")  # a letter that is none of the bullets stands in such a line, too
_LEAST: Final = 2  # items


def strip_lone_bullets(lines: Sequence[Line]) -> tuple[list[Line], list[Drop]]:
    """Take such lines out where one letter stands twice or more, each time over a Chinese item.

    Args:
        lines: the document's lines.
    """
    places = [place for place, line in enumerate(lines) if line.text in _LETTERS and line.tag not in ("pre", "tr")]
    others = any(_VARIABLE.fullmatch(line.text) for line in lines if line.text not in _LETTERS)
    alike = not others and len({lines[place].text for place in places}) == 1
    below = [lines[place + 1].text if place + 1 < len(lines) else "" for place in places]
    if len(places) < _LEAST or not alike or not all(map(_ITEM.match, below)):
        return [*lines], []
    gone = set(places)
    return (
        [line for place, line in enumerate(lines) if place not in gone],
        [Drop(lines[place].number, BULLET, lines[place].text) for place in places],
    )
