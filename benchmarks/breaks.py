"""Paragraph-break F1: breaks are positions in the text with its white space taken out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.typesetting import Block

_GRAM = 10
_REACH = 600
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
    """Place each character of the text in the gold; -1 for what the gold does not hold there."""
    known: dict[str, list[int]] = {}
    for at in range(len(gold) - _GRAM + 1):
        known.setdefault(gold[at : at + _GRAM], []).append(at)
    places = [-1] * len(text)
    i = j = 0
    while i < len(text) and j < len(gold):
        if text[i] == gold[j]:
            places[i] = j
            i, j = i + 1, j + 1
        else:
            i, j = _resume(text, known, i, j)
    return places


def _resume(text: str, known: dict[str, list[int]], i: int, j: int) -> tuple[int, int]:
    """Find the nearest place where both go on alike; without one, step over the text that was looked through."""
    for start in range(i, min(i + _REACH, len(text) - _GRAM + 1)):
        ahead = known.get(text[start : start + _GRAM])
        if ahead and (place := bisect_left(ahead, j)) < len(ahead) and ahead[place] < j + _REACH:
            return start, ahead[place]
    return i + _REACH, j
