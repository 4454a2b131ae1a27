"""Numbered headings in a larger face, which wrap at a width of their own: those that fill it go on in the next line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from cleaners.reflow.evidence import End
from cleaners.reflow.measure import Measure, deepest
from cleaners.reflow.starts import WEAK, numbering_levels

_LEAST = 3  # titles that fill their wrap
_LEAST_WRAP = 14.0  # columns
_LONGER = 0.125  # share of the lines with such a number that are no titles
_NARROWER = 0.95  # of the text's own wrap, at most
_SPREAD = 0.6  # of the wrap; titles of one line end anywhere from here to it
_CHANCE = 0.5  # titles of one line that fill the wrap by chance, at least
_CLEAR = 2.0  # times as many must fill it


def full_titles(
    texts: Sequence[str], ends: Sequence[End], starts: Sequence[float], plain: Sequence[bool], measured: Measure
) -> Mapping[int, float]:
    """Return the lines that are the first ones of titles, and how much speaks for it (nats).

    Args:
        texts: the lines.
        ends: how each line ends.
        starts: how much the beginning of each line speaks for a new paragraph.
        plain: whether each line is no row, leader or code, and may go on in the next.
        measured: what the lines are wide.
    """
    levels: dict[str, list[int]] = {}
    for place, level in enumerate(numbering_levels(texts)[:-1]):
        if level is not None and plain[place]:
            levels.setdefault(level, []).append(place)
    found: dict[int, float] = {}
    for places in levels.values():
        spans = {
            place: _span(measured, place)
            for place in places
            if ends[place] == End.PHRASE and starts[place + 1] < WEAK and plain[place + 1]
        }
        if len(spans) >= _LEAST:
            found.update(_fullest(spans, [_span(measured, place)[0] for place in places], measured))
    return found


def _span(measured: Measure, place: int) -> tuple[float, float]:
    """Return the narrowest and the widest wrap that explain why a line ended."""
    width, slack = measured.widths[place], measured.slacks[place]
    return width - slack, width + measured.needs[place + 1] + slack


def _fullest(
    spans: Mapping[int, tuple[float, float]], lows: Sequence[float], measured: Measure
) -> dict[int, float]:
    """Find the wrap that the widest titles share; those of one line end anywhere, and few of them there by chance."""
    widest = sorted(lows)[-1 - int(_LONGER * len(lows))]
    wrap, votes = deepest([span for span in spans.values() if span[1] >= widest] or [(0.0, 0.0)])
    if votes < _LEAST or not _LEAST_WRAP <= wrap < _NARROWER * max(measured.wraps):
        return {}
    narrow = {place: span for place, span in spans.items() if measured.widths[place + 1] <= wrap}
    full = [place for place, (low, high) in narrow.items() if low <= wrap <= high]
    if len(full) < _LEAST:
        return {}
    reach = sum(narrow[place][1] - narrow[place][0] for place in full) / len(full)
    others = sum(_SPREAD * wrap <= low < wrap - reach for low, _ in narrow.values())
    chance = max(_CHANCE, others * reach / max(1.0, (1.0 - _SPREAD) * wrap - reach))
    return dict.fromkeys(full, log(len(full) / chance)) if len(full) >= _CLEAR * chance else {}
