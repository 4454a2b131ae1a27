"""Titles set with a space between their characters, each of which a site made a line of its own."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from cleaners.document import Line
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import ends_with_work

_LEAST: Final = 4  # characters
_HAN: Final = ("\u4e00", "\u9fff")


def join_letters(lines: list[Line]) -> list[Line]:
    """Join Han characters that stand a line each where they end, together, with what documents call themselves.

    Characters to learn, and rows of sizes (大, 中, 小), do not; white space alone changes.
    """
    if sum(len(line.text) == 1 for line in lines) < _LEAST:
        return lines
    joined: list[Line] = []
    for lone, group in groupby(lines, _is_letter):
        run = list(group)
        whole = "".join([line.text for line in run]) if lone and len(run) >= _LEAST else ""
        joined += [run[0]._replace(text=whole)] if whole and ends_with_work(key_of(whole)) else run
    return joined


def _is_letter(line: Line) -> bool:
    return len(line.text) == 1 and _HAN[0] <= line.text <= _HAN[1]
