"""Words in another face that the reader of a PDF took out of their lines: set apart, these have holes, or moved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.sides import Cut
from cleaners.reflow.sizes import HAN

_LONGEST = 26  # characters; longer ones are lines of their own
_MOST_LINES = 3  # of words that stand together
_BLANKS = 2.0  # columns, on both sides of the word
_READ = 4000  # lines that suffice to know what stands around such words
_MOVED = lazily(r"\S {3,}[!-~]+(?: [!-~]+){0,3}$")  # behind a gap
_HAN = lazily(f"[{HAN}]")
_BESIDE = rf"[{HAN}、\uff0c。\uff08\uff09]"
_AROUND = lazily(rf"({_BESIDE}) ?[!-~]+(?: [!-~]+)* ?(?=({_BESIDE}))")


def holes(lines: Sequence[Line]) -> list[float]:
    """Return the columns that may be missing at the seam behind each line: of the widest word set apart on its page.

    Such words have no Han characters, and blank lines before and behind them. A dump that kept the indents, or is in
    letters throughout, has none.
    """
    none = [0.0] * (len(lines) - 1)
    if any(line.indent for line in lines) or not any(_HAN.search(line.text) for line in lines):
        return none
    widest = _words_set_apart(lines)
    if not widest:
        return none
    return [
        widest[line.page] + _BLANKS
        if line.page in widest and _is_next(line, after) and _HAN.search(line.text + after.text)
        else 0.0
        for line, after in pairwise(lines)
    ]


def cuts_at_holes(texts: Sequence[str], cuts: Sequence[Cut], missing: Sequence[float]) -> list[Cut]:
    """Return what stands on both sides of each seam; where a word may be missing, whether such words stand between."""
    if not any(missing):
        return list(cuts)
    around = {pair for text in texts[:_READ] for pair in _AROUND.findall(text)}
    return [
        cut if not hole else Cut.HOLE if (text[-1], after[0]) in around else Cut.MAY_LACK
        for (text, after), cut, hole in zip(pairwise(texts), cuts, missing, strict=True)
    ]


def cuts_at_moved(texts: Sequence[str], cuts: Sequence[Cut], flat: Sequence[bool]) -> list[Cut]:
    """Return what stands on both sides of each seam; behind a word that was moved to its line's end, that.

    Args:
        texts: the lines, with their gaps.
        cuts: what stands on both sides otherwise.
        flat: which lines are rows or code.
    """
    return [
        Cut.MOVED if not is_flat and "   " in text and _MOVED.search(text) else cut
        for text, cut, is_flat in zip(texts, cuts, flat, strict=False)
    ]


def _is_next(line: Line, after: Line) -> bool:
    return after.page == line.page and after.number == line.number + 1


def _words_set_apart(lines: Sequence[Line]) -> dict[int, int]:
    """Return the characters of the widest word set apart, by page."""
    widest: dict[int, int] = {}
    block: list[Line] = []
    for line, after in pairwise([*lines, lines[-1]]):
        block.append(line)
        if not _is_next(line, after):
            if len(block) <= _MOST_LINES and all(_is_word(each.text) for each in block):
                widest[line.page] = max(widest.get(line.page, 0), *[len(each.text) for each in block])
            block = []
    return widest


def _is_word(text: str) -> bool:
    return len(text) <= _LONGEST and not _HAN.search(text)
