"""A classifier of the lines of a dump: how much each reads like a site's, by its words, its shape and those around it.

Two models, both learned from marked pages (``benchmarks/line_classifier.py``), give log odds. The first is linear in
the signs of a line (``line_shapes``). The second, boosted trees, weighs that of the line against its neighbours', the
prose around it, and what the rules made of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import accumulate
from math import fsum, log1p
from typing import Final, NamedTuple

from cleaners.chrome.line_shapes import READ, is_ended, signs_of_lines
from cleaners.package_data import read_text
from cleaners.rules.boosted_trees import Trees, read_trees
from cleaners.rules.strangers import width
from cleaners.rules.vocabulary import site_share

MOST: Final = 4.0
"""Log odds by which a line counts at most."""
_PROSE: Final = 40  # columns of a sentence that is prose
_FEW: Final = 3
_WIDEST: Final = 120  # columns


@cache
def _model() -> tuple[dict[str, float], Trees]:
    words, _, trees = read_text("rules", "line_classifier.txt").partition("\n\n")
    return read_weights(words), read_trees(trees)


def read_weights(text: str) -> dict[str, float]:
    """Read the weights of signs, one a line behind its sign."""
    return {sign: float(weight) for sign, _, weight in (line.rpartition("\t") for line in text.splitlines())}


def log_odds(texts: Sequence[str], removed: Sequence[bool], titles: Set[int]) -> list[float]:
    """Return for each line of a dump the log odds that it is the site's.

    Args:
        texts: the lines.
        removed: which of them a rule has removed.
        titles: the places of lines that are the title.
    """
    _, trees = _model()
    return [trees.ask(numbers) for numbers in numbers_of_lines(texts, scores_of(texts), removed, titles)]


def scores_of(texts: Sequence[str]) -> list[float]:
    """Return for each line the log odds that it is the site's, by its own signs and its neighbours' alone."""
    weights, _ = _model()
    return [weigh_signs(signs, weights) + weights["bias"] for signs in signs_of_lines(texts)]


def weigh_signs(signs: Set[str], weights: Mapping[str, float]) -> float:
    """Return the sum of the weights of those signs that have one, exact: a set has no order that lasts."""
    return fsum([weights[sign] for sign in signs if sign in weights])


class Together(NamedTuple):
    """Lines in their order.

    Attributes:
        scores: the log odds that each is the site's, bounded.
        prose: which are sentences of some width.
        said: the sums of the scores before each line, and of all.
        told: how many are prose before each, and in all.
    """

    scores: list[float]
    prose: list[bool]
    said: list[float]
    told: list[int]


def read_together(texts: Sequence[str], scores: Sequence[float]) -> Together:
    """Return what the lines of a dump say together.

    Args:
        texts: the lines.
        scores: the log odds of each by its own signs.
    """
    bounded = [max(-MOST, min(MOST, score)) for score in scores]
    prose = [width(text) > _PROSE and is_ended(text) for text in texts]
    return Together(bounded, prose, [0.0, *accumulate(bounded)], [0, *accumulate(prose)])


def mean(sums: Sequence[float], start: int, stop: int, nothing: float = 0.0) -> float:
    """Return the mean of a stretch of lines, as far as there are lines; ``nothing`` where there are none.

    Args:
        sums: those of what stands before each line, and of all.
        start: the first line.
        stop: the line behind the last one.
        nothing: the mean of no lines.
    """
    start, stop = max(0, start), min(len(sums) - 1, stop)
    return (sums[stop] - sums[start]) / (stop - start) if stop > start else nothing


def numbers_of_lines(
    texts: Sequence[str], scores: Sequence[float], removed: Sequence[bool], titles: Set[int]
) -> Iterator[list[float]]:
    """Yield for each line what the trees ask: how it and those around it read, how far it is from either end.

    Args:
        texts: the lines.
        scores: the log odds of each by its own signs.
        removed: as in ``log_odds``.
        titles: as in ``log_odds``.
    """
    size = len(texts)
    scores, prose, said, told = read_together(texts, scores)
    kept = [0, *accumulate(not gone for gone in removed)]
    through = _through(said)
    most = max(1e-6, *through)
    times = Counter(texts)

    def at(values: Sequence[float], place: int, beyond: float) -> float:
        return values[place] if 0 <= place < size else beyond

    for place, text in enumerate(texts):
        yield [
            scores[place],
            at(scores, place - 1, MOST),
            at(scores, place + 1, MOST),
            mean(said, place - 3, place),
            mean(said, place + 1, place + 4),
            mean(said, place - 8, place),
            mean(said, place + 1, place + 9),
            log1p(place),
            log1p(size - 1 - place),
            min(width(text), _WIDEST),
            prose[place],
            min(told[place], _FEW),
            min(told[size] - told[place + 1], _FEW),
            told[min(size, place + 4)] - told[max(0, place - 3)],
            through[place] / most,
            removed[place],
            at(removed, place - 1, True),
            at(removed, place + 1, True),
            mean(kept, place - 5, place),
            mean(kept, place + 1, place + 6),
            mean(kept, 0, size),
            site_share(text[:READ]),
            place in titles,
            min(times[text], _FEW),
        ]


def _through(sums: Sequence[float]) -> list[float]:
    """Return for each line how far the lines in a row that hold it, the best ones, speak for a document.

    Args:
        sums: the log odds of all lines before each, and of all.
    """
    before = [*accumulate(sums, max)]
    behind = [*accumulate(reversed(sums), min)][::-1]
    return [above - below for above, below in zip(before, behind[1:], strict=False)]
