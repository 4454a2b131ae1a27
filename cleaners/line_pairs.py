"""Facts of a site in two lines of a dump, the word and the number in either order: ``浏览`` over ``612``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import Final

from cleaners.labels import bare_label
from cleaners.lazily import lazily
from cleaners.phrases import key_of
from cleaners.rulebook import Label, Rule, rulebook

COUNTED: Final = Rule("labelled-facts", "badge")
_POINTS: Final = 4  # characters
_WORD: Final = 6  # characters of a word over or under a number
_PAIR: Final = 2
_COUNT: Final = lazily(r"\d[\d,.]{0,8}[千万萬wkWK]?\+?")
_SOME: Final = lazily(r"[\u4e00-\u9fff]{2,4}")
_COUNTS: Final = frozenset(("views", "downloads", "page_count", "none"))


def price_pairs(texts: Sequence[str], known: Set[int]) -> Iterator[tuple[int, Rule, str]]:
    """Yield the place, rule and text of prices in two lines, the number and what the site calls its points."""
    for place, (number, unit) in enumerate(pairwise(texts)):
        if number.isdecimal() and unit.isalpha() and len(unit) <= _POINTS and place not in known:
            rule = rulebook().matcher.find(key_of(number + unit))
            if rule and rule[0].access:
                yield place, rule[0], number + unit


def counted_pairs(texts: Sequence[str], known: Set[int]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of lines that in turn are words and numbers, words of a site's counters among them.

    Args:
        texts: the first lines of a dump.
        known: the places of those that the title or rules with facts speak of: one pair counts beside such a line only.
    """
    place = 0
    while place + 1 < len(texts):
        stop = _run_end(texts, known, place)
        labels = [_label(texts[at]) for at in range(place, stop)]
        told = sum(label is not None for label in labels)
        beside = place - 1 in known or stop in known
        if stop - place >= _PAIR and told and (beside or told > 1):
            for at in range(place, stop, _PAIR):
                label = labels[at - place] or labels[at - place + 1]
                value = texts[at + 1] if _COUNT.fullmatch(texts[at + 1]) else texts[at]
                yield at, {label.fact: value} if label and label.fact != "none" else {}
                yield at + 1, {}
        place = max(stop, place + 1)


def _run_end(texts: Sequence[str], known: Set[int], start: int) -> int:
    """Return where the pairs of words and numbers end that begin at a place, all of them in one order."""
    number_first = _COUNT.fullmatch(texts[start]) is not None
    at = start
    while at + 1 < len(texts) and at not in known and at + 1 not in known:
        word, number = (texts[at + 1], texts[at]) if number_first else (texts[at], texts[at + 1])
        if not _COUNT.fullmatch(number) or not (_label(word) or _SOME.fullmatch(word)):
            break
        at += _PAIR
    return at


def _label(text: str) -> Label | None:
    label = bare_label(text) if len(text) <= _WORD else None
    return label if label and label.kind in ("count", "n") and label.fact in _COUNTS else None
