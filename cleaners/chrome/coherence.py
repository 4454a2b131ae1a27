"""What a document speaks of, and whether a line speaks of it too: related documents and menus do not.

Words are pairs of Han characters and Latin words of some length, as in lexical cohesion (Morris and Hirst 1991) by repetition.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Final

from cleaners.chrome.line_weights import ITEM, STRANGER, Weight
from cleaners.lazily import lazily

_LEAST: Final = 120  # words of a text that say what it is about
_WORDS: Final = 3  # of a line that can be told
_FOREIGN: Final = 0.2  # share of a line's words below which it speaks of something else
_OWN: Final = 0.6
_RUN: Final = lazily("[\u3400-\u9fff]{2,}|[a-z\u00df-\u024f\u0400-\u04ff]{4,}")
_HAN: Final = "\u3400"
_WORKS: Final = lazily("(?:《[^《》]+》[、，,]?)+")  # what a document recommends
_AGAINST: Final = 0.3
_FOR: Final = -1.0


def words_of(texts: Iterable[str]) -> set[str]:
    """Return the words of texts by which lines are compared."""
    runs = {run for text in texts for run in _RUN.findall(text.lower())}
    pairs = {run[at : at + 2] for run in runs if run[0] >= _HAN for at in range(len(run) - 1)}
    return pairs | {run for run in runs if run[0] < _HAN}


def weigh_by_topic(texts: Sequence[str], weights: list[Weight], own: Set[str]) -> None:
    """Let short lines weigh (in place) by whether they speak of what the document does.

    Args:
        texts: lines at one end of a page.
        weights: how they weigh by themselves.
        own: the words of the document's sentences.
    """
    if len(own) < _LEAST:
        return
    for place, (text, weight) in enumerate(zip(texts, weights, strict=True)):
        if weight.rule or not (ITEM <= weight.value <= 0) or _WORKS.fullmatch(text):
            continue
        words = words_of([text])
        if len(words) < _WORDS:
            continue
        share = len(words & own) / len(words)
        if share < _FOREIGN:
            weights[place] = Weight(_AGAINST, weight.sure, "foreign")
        elif share >= _OWN and weight.value > 2 * STRANGER:
            weights[place] = Weight(_FOR)
