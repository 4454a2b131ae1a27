"""Numbered headings in a larger face, which wrap at a width of their own: those that fill it go on in the next line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import log
from typing import NamedTuple

from cleaners.reflow.evidence import End
from cleaners.reflow.measure import Measure, deepest
from cleaners.reflow.numbering import Numbered, numbering_levels
from cleaners.reflow.phrases import reads_on
from cleaners.reflow.starts import WEAK

_FIRST, _COUNTED = (0, 1), 0.8  # values; share of the numbers that count on
_LEAST = 3  # titles that fill their wrap
_LONGER = 0.125  # share of the lines with such a number that are no titles
_FACES = (0.4, 0.95)  # of the text's own wrap, at least and at most
_READ_ON = 0.2  # share of those that fill their wrap which show by a word that they go on, at least
_SPREAD = 0.6  # of the wrap; titles of one line end anywhere from here to it
_CHANCE = 0.5  # titles of one line that fill the wrap by chance, at least
_CLEAR = 3.0  # times as many must fill it


class VisualLines(NamedTuple):
    """Lines in which titles are looked for.

    Attributes:
        texts: the lines.
        ends: how each line ends.
        starts: how much the beginning of each line speaks for a new paragraph.
        plain: whether each line is no row, leader or code, and may go on in the next.
        measured: what the lines are wide.
    """

    texts: Sequence[str]
    ends: Sequence[End]
    starts: Sequence[float]
    plain: Sequence[bool]
    measured: Measure


def full_titles(lines: VisualLines) -> Mapping[int, float]:
    """Return the lines that are the first ones of titles, and how much speaks for it (nats)."""
    texts, ends, starts, plain, measured = lines
    levels: dict[str, dict[int, Numbered]] = {}
    for place, number in enumerate(numbering_levels(texts)[:-1]):
        if number is not None and plain[place]:
            levels.setdefault(number.level, {})[place] = number
    found: dict[int, float] = {}
    for numbers in levels.values():
        spans = {
            place: _span(measured, place)
            for place in numbers
            if ends[place] == End.PHRASE and starts[place + 1] < WEAK and plain[place + 1]
        }
        if len(spans) >= _LEAST and _count_on(numbers.values()):
            full = _fullest(spans, [_span(measured, place)[0] for place in numbers], measured)
            told = sum([starts[place + 1] < 0.0 or reads_on(texts[place], texts[place + 1]) for place in full])
            if told >= _READ_ON * len(full):
                found.update(full)
    return found


def _count_on(numbers: Collection[Numbered]) -> bool:
    """Tell whether numbers are those of titles: before each but the first ones, another one counts to it."""
    known = {(number.parent, number.value) for number in numbers}
    counted = sum(number.value in _FIRST or (number.parent, number.value - 1) in known for number in numbers)
    return counted >= _COUNTED * len(numbers)


def _span(measured: Measure, place: int) -> tuple[float, float]:
    """Return the narrowest and the widest wrap that explain why a line ended."""
    width, slack = measured.widths[place], measured.slacks[place]
    return width - slack, width + measured.needs[place + 1] + slack


def _fullest(spans: Mapping[int, tuple[float, float]], lows: Sequence[float], measured: Measure) -> dict[int, float]:
    """Find the wrap that the widest titles share; those of one line end anywhere, and few of them there by chance."""
    widest = sorted(lows)[-1 - int(_LONGER * len(lows))]
    wrap, votes = deepest([span for span in spans.values() if span[1] >= widest] or [(0.0, 0.0)])
    text_wrap = max(measured.wraps)
    if votes < _LEAST or not _FACES[0] * text_wrap <= wrap <= _FACES[1] * text_wrap:
        return {}
    narrow = {place: span for place, span in spans.items() if measured.widths[place + 1] <= wrap}
    full = [place for place, (low, high) in narrow.items() if low <= wrap <= high]
    if len(full) < _LEAST:
        return {}
    reach = sum(narrow[place][1] - narrow[place][0] for place in full) / len(full)
    others = sum(_SPREAD * wrap <= low < wrap - reach for low, _ in narrow.values())
    chance = max(_CHANCE, others * reach / max(1.0, (1.0 - _SPREAD) * wrap - reach))
    return dict.fromkeys(full, log(len(full) / chance)) if len(full) >= _CLEAR * chance else {}
