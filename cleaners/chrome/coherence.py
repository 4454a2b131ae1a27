"""What a document speaks of, and whether a line speaks of it too: related documents and menus do not.

Words are pairs of Han characters and Latin words of some length, by whose repetition texts cohere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import repeat
from typing import Final

from cleaners.chrome.line_weights import ITEM, PROSE, STRANGER, Weight
from cleaners.lazily import lazily

FOREIGN, FOREIGN_AGAIN = "foreign", "foreign-again"
"""Signs of a site that lines have which speak of something else: one such line, and several."""
_FEW: Final = 3
_LIST: Final = 6  # lines of a list of other documents
_MOSTLY: Final = 0.6
_LEAST: Final = 120  # words of a text that say what it is about
_WORDS: Final = 3  # of a line that can be told
_FOREIGN: Final = 0.2  # share of a line's words below which it speaks of something else
_OWN: Final = 0.6
_SENTENCE_END: Final = lazily(
    '(?:^[a-z\u00df-\u00ff\u0430-\u044f]|(?:\\S+ ){4}).*[a-z\u00df-\u024f\u0400-\u04ff]{2}[.!?]["”’)]?$'
)
_RUN: Final = lazily("[\u3400-\u9fff]{2,}|[a-z\u00df-\u024f\u0400-\u04ff]{4,}")
_HAN: Final = "\u3400"
_WORKS: Final = lazily("(?:《[^《》]+》[、，,]?)+$")  # what a document recommends
_EXCLAIMED: Final = lazily("[。！？!?]$")
_SIGNED: Final = lazily(
    r"^[^，。：:]{0,12}[年/]\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日$"
)
_PART: Final = lazily(r"[(（](\d{1,2})[)）]")
_TAIL: Final = 100  # characters in which a sentence ends
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
    signs = iter((FOREIGN, *repeat(FOREIGN_AGAIN, len(texts))))
    for place, (text, weight) in enumerate(zip(texts, weights, strict=True)):
        if weight.rule or not (ITEM <= weight.value <= 0) or _EXCLAIMED.search(text) or _WORKS.match(text):
            continue
        words = words_of([text])
        if len(words) < _WORDS or (place and _counts_on(text, texts[place - 1], weights[place - 1])):
            continue
        share = len(words & own) / len(words)
        if share < _FOREIGN:
            weights[place] = Weight(_AGAINST, weight.sure, next(signs))
        elif share >= _OWN and weight.value > 2 * STRANGER:
            weights[place] = Weight(_FOR)


def _counts_on(text: str, above: str, weight: Weight) -> bool:
    """Tell whether a line goes on with the part of a question above it, ``（1）`` over ``（2）``, as no list does."""
    part, before = _PART.match(text), _PART.match(above)
    return part is not None and before is not None and weight.value <= ITEM and int(part[1]) == int(before[1]) + 1


def _ends(text: str, weight: Weight) -> bool:
    """Tell whether a line can end a document: a sentence, works that it names, the date below a signature."""
    if weight.value <= PROSE:
        return True
    sentence = not weight.sure and _SENTENCE_END.search(text[-_TAIL:]) is not None
    return sentence or _SIGNED.search(text) is not None or _WORKS.match(text) is not None


def listed(texts: Sequence[str], weights: Sequence[Weight]) -> dict[int, Weight]:
    """Return by place how the lines below a document's last sentence weigh, where most are foreign or a site's.

    A document's signature and the date below it are none of them.
    """
    ends = [place for place, text in enumerate(texts) if _ends(text, weights[place])]
    run = list(enumerate(weights))[max(ends, default=len(texts)) + 1 :]
    foreign = sum(weight.rule in (FOREIGN, FOREIGN_AGAIN) for _, weight in run)
    told = foreign + sum(weight.sure for _, weight in run)
    if foreign < _FEW or len(run) < _LIST or told < _MOSTLY * len(run):
        return {}
    return {
        place: Weight(max(value, 0.0), sure or rule in (FOREIGN, FOREIGN_AGAIN), rule)
        for place, (value, sure, rule, _) in run
        if value > ITEM
    }
