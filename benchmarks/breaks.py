"""Paragraph-break F1: breaks are positions in the text with its white space taken out."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.typesetting import Block

_GRAM = 10
_STRETCH, _STEP = 24, 8
_GOES_ON = "。\uff0c、\uff1b\uff1a\uff09)"  # a sentence that a listing interrupts: no paragraph begins so


class Score(NamedTuple):
    """Breaks found, breaks lost (false joins) and breaks left inside paragraphs (missed joins)."""

    found: int
    false_joins: int
    missed_joins: int

    @property
    def f1(self) -> float:
        """Harmonic mean of the precision and recall of paragraph breaks."""
        return 2 * self.found / max(1, 2 * self.found + self.false_joins + self.missed_joins)

    @property
    def false_share(self) -> float:
        """Share of the true breaks that were joined over."""
        return self.false_joins / max(1, self.found + self.false_joins)


def score(paragraphs: Iterable[str], gold: Sequence[Block]) -> Score:
    """Score the breaks of a text against those of the gold blocks; what only one of them holds is stepped over."""
    stream = "".join(block.text for block in gold)
    true, unscored, position = set(), {len(stream)}, 0
    for block in gold:
        end = position + len(block.text)
        if block.verbatim:
            unscored.update(range(position + 1, end))
        true.add(end)
        if block.text[0] in _GOES_ON:
            unscored.add(position)
        position = end
    ours, text = [], ""
    parts = []
    length = 0
    for paragraph in paragraphs:
        squeezed = "".join(paragraph.split())
        length += len(squeezed)
        parts.append(squeezed)
        ours.append(length)
    text = "".join(parts)
    places = _align(text, stream)
    known = {place + 1 for place in places if place >= 0}
    found = set()
    for end in ours:
        at = end - 1
        while at >= 0 and places[at] < 0:
            at -= 1
        if at >= 0:
            found.add(places[at] + 1)
    true = (true & known) - unscored
    found -= unscored
    return Score(len(found & true), len(true - found), len(found - true))


def _align(text: str, gold: str) -> list[int]:
    """Place each character of the text in the gold; -1 for what the gold does not hold there.

    Between anchors, which both hold once and in the same order, both are followed side by side.
    """
    known: dict[str, list[int]] = {}
    for at in range(len(gold) - _GRAM + 1):
        known.setdefault(gold[at : at + _GRAM], []).append(at)
    places = [-1] * len(text)
    i = j = 0
    for next_i, next_j in (*_anchors(text, gold), (len(text), len(gold))):
        while i < next_i and j < next_j:
            if text[i] == gold[j]:
                places[i] = j
                i, j = i + 1, j + 1
            else:
                i, j = _resume(text, known, (i, j), (next_i, next_j))
        i, j = max(i, next_i), max(j, next_j)
    return places


def _anchors(text: str, gold: str) -> list[tuple[int, int]]:
    """Return the longest run of places at which both hold the same stretch, that is nowhere else in either."""
    ours, theirs = (Counter(_stretches(whole, 1)) for whole in (text, gold))
    once = {stretch for stretch, count in theirs.items() if count == 1 and ours[stretch] == 1}
    where = {stretch: at for at, stretch in enumerate(_stretches(gold, 1)) if stretch in once}
    pairs = [(i * _STEP, where[stretch]) for i, stretch in enumerate(_stretches(text, _STEP)) if stretch in once]
    ends: list[int] = []  # the least place in the gold at which a run of each length ends
    last: list[int] = []  # the pair that it ends with
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        ends[length : length + 1], last[length : length + 1] = [j], [number]
        before.append(last[length - 1] if length else -1)
    run: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _stretches(whole: str, step: int) -> Iterator[str]:
    return (whole[at : at + _STRETCH] for at in range(0, len(whole) - _STRETCH + 1, step))


def _resume(text: str, known: dict[str, list[int]], here: tuple[int, int], end: tuple[int, int]) -> tuple[int, int]:
    """Find the place where both go on alike that leaves out the least of both: a word may come again further on."""
    (i, j), (least, found) = here, (sum(end) - sum(here), end)
    for start in range(i, min(end[0], len(text) - _GRAM + 1)):
        if start - i >= least:
            break
        ahead = known.get(text[start : start + _GRAM])
        if ahead and (place := bisect_left(ahead, j)) < len(ahead):
            left_out = start - i + ahead[place] - j
            if left_out < least and ahead[place] < end[1]:
                least, found = left_out, (start, ahead[place])
    return found
