"""Lines that a site repeats between the parts of a document: under each question, section or poem.

A document repeats lines as well. A site's read like chrome wherever they stand, or keep company with one that does: the
same line is always right above it or below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from cleaners.furniture.repeated_heads import STANDARD
from cleaners.lazily import lazily
from cleaners.places import are_apart

_OFTEN: Final = 3
_OFTENER, _LESS = 4, 0.5  # from so many times on, so much is enough for each in the mean ...
_MUCH: Final = 1.0  # ... else so much: log odds
_OWN, _OWN_LABELS = -2.0, -3.5  # log odds in the mean below which lines are the document's: options of questions
_SHORTEST, _LONGEST = 4, 40  # characters
_REACH: Final = (-2, -1, 1, 2)  # lines
_ALWAYS: Final = 0.8  # share of the times
_NUMBERS: Final = lazily(r"\d[\d.,:]*")
_LABEL: Final = lazily(r"[^\W\d_]{2,6}\s?[:：]")
_FORM: Final = lazily(r"_{2}|年\s*月\s*日|[盖蓋]章|[签簽][字名章]|□|[(（]\s*[)）]")  # what is filled in


def repeated_controls(texts: Sequence[str], odds: Sequence[float], removed: Sequence[bool]) -> set[int]:
    """Return the places of kept lines that a site repeats.

    Args:
        texts: the lines of a dump.
        odds: for each line, the log odds that it is the site's.
        removed: which are gone already.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        if _SHORTEST <= len(text) <= _LONGEST and not _FORM.search(text):
            alike[_key(text)].append(place)
    groups = {key: places for key, places in alike.items() if len(places) >= _OFTEN}
    gone = {place for place, known in enumerate(removed) if known}
    for places in groups.values():
        kept = [place for place in places if not removed[place]]
        if len(kept) < _OFTEN or not are_apart(places) or len({texts[place] for place in kept}) > 1:
            continue
        if _mean(odds, kept) >= (_LESS if len(kept) >= _OFTENER else _MUCH):
            gone.update(places)
    doubtful = {
        key: places
        for key, places in groups.items()
        if _mean(odds, places) >= (_OWN_LABELS if _LABEL.match(key) else _OWN)
    }
    while more := {place for places in groups.values() for place in _company(doubtful, places, gone)} - gone:
        gone |= more
    return {place for place in gone if not removed[place]} - _of_covers(texts, groups.values(), removed)


def _of_covers(texts: Sequence[str], groups: Iterable[Sequence[int]], removed: Sequence[bool]) -> set[int]:
    """Return the places of the first copies of numbers of standards, which stand on the cover and head each page."""
    kept = [
        [place for place in places if not removed[place]] for places in groups if STANDARD.fullmatch(texts[places[0]])
    ]
    return {places[0] for places in kept if places}


def _mean(odds: Sequence[float], places: Sequence[int]) -> float:
    return sum([odds[place] for place in places]) / len(places)


def _company(groups: Mapping[str, Sequence[int]], places: Sequence[int], gone: set[int]) -> Iterator[int]:
    """Yield the places of lines that always stand beside those of one form, at ``places``, which are gone."""
    if len(gone.intersection(places)) < len(places):
        return
    for step in _REACH:
        beside = {place + step for place in places}
        for others in groups.values():
            with_it = len(beside.intersection(others))
            if with_it >= max(_OFTEN, _ALWAYS * len(others), _ALWAYS * len(places)):
                yield from others


def _key(text: str) -> str:
    """Return what lines alike have in common: the label, or all but the numbers."""
    label = _LABEL.match(text)
    return label[0] if label else _NUMBERS.sub("0", text)
