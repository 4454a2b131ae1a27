"""Titles set with a space between their characters, each of which a site made a line of its own."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import ends_with_work

_LEAST: Final = 4  # characters
_HAN: Final = ("\u4e00", "\u9fff")
_TO_LEARN: Final = lazily(r"[字词詞]|抄[写寫]|[临臨]摹|[认認][读讀]|[笔筆][画畫划劃]|[书書]法|[练練][习習]")
_ABOVE: Final = 3  # lines that say so
_SAID: Final = 4  # characters at its end, which a title above has as well


def join_letters(lines: list[Line]) -> list[Line]:
    """Join Han characters that stand a line each where they end, together, with what documents call themselves.

    The title of the page above ends so, too. Characters to learn, and rows of sizes (大, 中, 小), are left.
    White space alone changes.
    """
    if sum(len(line.text) == 1 for line in lines) < _LEAST:
        return lines
    joined: list[Line] = []
    for lone, group in groupby(lines, _is_letter):
        run = list(group)
        whole = "".join([line.text for line in run]) if lone and len(run) >= _LEAST else ""
        is_title = whole and ends_with_work(key_of(whole)) and _is_titled(joined, whole)
        joined += [run[0]._replace(text=whole)] if is_title else run
    return joined


def _is_titled(above: list[Line], whole: str) -> bool:
    """Tell whether lines have the end of what stands below them, and none right above calls to learn characters."""
    to_learn = any(_TO_LEARN.search(line.text) for line in above[-_ABOVE:])
    return not to_learn and any(whole[-_SAID:] in line.text for line in above)


def _is_letter(line: Line) -> bool:
    return len(line.text) == 1 and _HAN[0] <= line.text <= _HAN[1]
