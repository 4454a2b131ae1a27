"""Visual lines that a site cut behind each full stop, with an empty line there: their pieces put together again."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.joining import Joiner
from cleaners.reflow.measure import Measure, measures

_STOP: Final = "。"
_WITHIN: Final = lazily(r"。(?=\w)")
_ANSWER: Final = lazily(r"[(\uff08]\s?(?:[√×✓✗对對错錯TF]|[A-D]{1,4})\s?[)\uff09]$")  # to the question above
_NUMBER: Final = lazily(r"[(\uff08]\d{1,2}[)\uff09]")
_LEAST: Final = 6  # full stops, and lines that break off
_FEW: Final = (
    0.1  # of them that stand within a line, or have no empty line behind; of the empty lines that stand elsewhere
)


def join_at_stops(lines: list[Line]) -> list[Line]:
    """Join pieces that together fill a visual line, the last of which breaks off, where each full stop cuts a line.

    Paragraphs that an author parted by empty lines have full stops within, and no piece there fills up a line.
    """
    if sum(line.text[-1] == _STOP and line.broken for line in lines) < _LEAST:
        return lines
    gaps = [line.page == after.page and after.number > line.number + 1 for line, after in pairwise(lines)]
    open_ = [place for place, gap in enumerate(gaps) if not gap and lines[place].broken and _is_open(lines[place].text)]
    if len(open_) < _LEAST or not _cut_at_stops(lines, gaps):
        return lines
    joins = _answers(lines, gaps)
    for measured in measures([line.text for line in lines], open_, [0.0] * len(lines))[:1]:
        pieces = [place for place in open_ if place and gaps[place - 1] and place - 1 not in joins]
        pieces = [
            place for place in pieces if not _is_full(measured, place, measured.widths[place], measured.slacks[place])
        ]
        filled = [seams for place in pieces if (seams := _filled(lines, gaps, place, measured))]
        if 2 * len(filled) >= len(pieces):
            joins.update(*filled)
    return _joined(lines, joins) if joins else lines


def _answers(lines: Sequence[Line], gaps: Sequence[bool]) -> set[int]:
    """Return the seams behind a full stop before the answer to what it ends, in brackets and nothing else."""
    return {
        seam
        for seam, (line, after) in enumerate(pairwise(lines))
        if gaps[seam] and line.text[-1] == _STOP and _ANSWER.match(after.text)
    }


def _joined(lines: Sequence[Line], joins: Set[int]) -> list[Line]:
    """Join pieces; what comes out is a visual line, that goes on as its last piece did."""
    joiner = Joiner(line.text for line in lines)
    done = [lines[0]]
    for place, line in enumerate(lines[1:]):
        if place in joins:
            done[-1] = done[-1]._replace(text=joiner.join((done[-1].text, line.text)), broken=line.broken)
        else:
            done.append(line)
    return done


def _is_open(text: str) -> bool:
    return text[-1].isalnum() or text[-1] in ",\uff0c、)\uff09"


def _cut_at_stops(lines: Sequence[Line], gaps: Sequence[bool]) -> bool:
    """Tell whether nearly each full stop ends a line, with an empty one behind, and hardly another line has one."""
    stops = [gap for line, gap in zip(lines, gaps, strict=False) if line.text[-1] == _STOP]
    others = sum(gap for line, gap in zip(lines, gaps, strict=False) if line.text[-1] != _STOP)
    within = sum([_WITHIN.search(line.text) is not None for line in lines])
    return max(others, within, stops.count(False)) <= _FEW * len(stops)


def _filled(lines: Sequence[Line], gaps: Sequence[bool], last: int, measured: Measure) -> range:
    """Return the seams within the visual line that ends with a piece which breaks off; none where they fill no line.

    The number of an item that ends a line goes with what it numbers.
    """
    if _NUMBER.fullmatch(lines[last].text):
        return range(last, last + 1)
    whole = slack = 0.0
    for first in range(last, -1, -1):
        whole += measured.widths[first]
        slack += measured.slacks[first]
        if _is_full(measured, last, whole, slack):
            return range(first, last)
        if not first or not gaps[first - 1] or lines[first - 1].text[-1] != _STOP:
            break
    return range(0)


def _is_full(measured: Measure, last: int, whole: float, slack: float) -> bool:
    """Tell whether a visual line of such a width, which ends with that piece, had no room for the next one's word."""
    return any(wrap - measured.needs[last + 1] - slack <= whole <= wrap + slack for wrap in measured.wraps)
