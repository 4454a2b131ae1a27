"""Numbered headings that cut a word or phrase at the end of a line and end in the next: their face may be larger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.lazily import lazily
from cleaners.reflow.evidence import End
from cleaners.reflow.first_title import leads_on
from cleaners.reflow.numbering import NUMBERED
from cleaners.reflow.starts import WEAK
from cleaners.reflow.titles import VisualLines

_WIDE: Final = "\u2e80"  # the first character of scripts without spaces
_LEAST: Final = 0.45  # of the wrap, that the first line has at least
_CENTRED: Final = 6  # columns by which both lines are set in at the least, where they stand in the middle ...
_ASKEW: Final = 3.0  # ... and by how much they may miss that
_WIDE_SHARE: Final = 0.6  # of the wrap, that the first of centred lines has
_SHORT: Final = 0.7  # of the wrap, that the second line has at most
_RUNNING: Final = 0.8  # ... and that one of running text has at least
_CLAUSES: Final = lazily(r"[，。；？！,;?!]")  # a heading may have a colon
_MARKS: Final = lazily(r"[，。；：？！,;:?!]")


def wrapped_headings(lines: VisualLines, set_in: Sequence[int]) -> Iterator[int]:
    """Yield the places of the first lines of such headings, below the second of which another paragraph begins.

    Centred ones need not cut a word.

    Args:
        lines: the lines.
        set_in: columns by which each is set in.
    """
    texts, ends, starts, plain, measured = lines
    wrap = max(measured.wraps)
    for place in range(len(texts) - 2):
        second, below = place + 1, place + 2
        if ends[place] != End.PHRASE or ends[second] != End.PHRASE or not (plain[place] and plain[second]):
            continue
        number = NUMBERED.match(texts[place])
        if not number or texts[second] < _WIDE or starts[second] >= WEAK or measured.widths[second] > _SHORT * wrap:
            continue
        if (
            measured.widths[place] < _LEAST * wrap
            or _CLAUSES.search(texts[place], number.end())
            or _MARKS.search(texts[second])
        ):
            continue
        if starts[below] < WEAK and measured.widths[below] < _RUNNING * wrap:
            continue
        further = (measured.widths[place] - measured.widths[second]) / 2
        centred = set_in[place] >= _CENTRED and abs(set_in[second] - set_in[place] - further) <= _ASKEW
        wide = measured.widths[place] >= _WIDE_SHARE * wrap and not any(map(str.isdigit, texts[second]))
        shorter = len(texts[second]) < len(texts[place]) and centred and wide and "年" not in texts[second]
        if shorter or starts[second] < 0.0 or leads_on(texts[place], texts[second]):
            yield place
