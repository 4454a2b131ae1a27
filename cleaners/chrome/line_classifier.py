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
from math import log1p
from typing import Final, NamedTuple

from cleaners.chrome.line_shapes import READ, is_ended, signs_of_lines
from cleaners.package_data import read_text
from cleaners.rules.strangers import width
from cleaners.rules.vocabulary import site_share

_MOST: Final = 4.0  # log odds by which a line counts at most
_PROSE: Final = 40  # columns of a sentence that is prose
_FEW: Final = 3
_WIDEST: Final = 120  # columns

Tree = float | tuple[int, float, "Tree", "Tree"]
"""Log odds, or the number of a sign, a bound, and what to ask up to it and above it."""


class Trees(NamedTuple):
    """Boosted trees and the log odds that they begin with."""

    grown: tuple[Tree, ...]
    start: float

    def ask(self, numbers: Sequence[float]) -> float:
        """Return the log odds for what the trees ask of."""
        total = self.start
        for tree in self.grown:
            while isinstance(tree, tuple):
                tree = tree[2] if numbers[tree[0]] <= tree[1] else tree[3]
            total += tree
        return total


@cache
def _model() -> tuple[dict[str, float], Trees]:
    words, _, trees = read_text("rules", "line_classifier.txt").partition("\n\n")
    return dict(map(_weighed, words.splitlines())), read_trees(trees)


def _weighed(line: str) -> tuple[str, float]:
    sign, _, weight = line.rpartition("\t")
    return sign, float(weight)


def read_trees(text: str) -> Trees:
    """Read what the trees begin with and a tree a line: each asked sign and its bound before what they part."""
    start, *lines = text.splitlines()
    return Trees(tuple(_grow(iter(line.split())) for line in lines), float(start))


def _grow(parts: Iterator[str]) -> Tree:
    sign, _, value = next(parts).partition(":")
    return (int(sign), float(value), _grow(parts), _grow(parts)) if sign else float(value)


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
    """Return the sum of the weights of those signs that have one."""
    return sum([weights[sign] for sign in signs if sign in weights])


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
    scores = [max(-_MOST, min(_MOST, score)) for score in scores]
    widths = [width(text) for text in texts]
    prose = [columns > _PROSE and is_ended(text) for text, columns in zip(texts, widths, strict=True)]
    said, told, kept = (
        [0, *accumulate(scores)],
        [0, *accumulate(prose)],
        [0, *accumulate(not gone for gone in removed)],
    )
    through = _through(said)
    most = max(1e-6, *through)
    times = Counter(texts)

    def mean(sums: Sequence[float], first: int, last: int) -> float:
        first, last = max(0, first), min(size, last + 1)
        return (sums[last] - sums[first]) / (last - first) if last > first else 0.0

    def at(values: Sequence[float], place: int, beyond: float) -> float:
        return values[place] if 0 <= place < size else beyond

    for place, text in enumerate(texts):
        yield [
            scores[place],
            at(scores, place - 1, _MOST),
            at(scores, place + 1, _MOST),
            mean(said, place - 3, place - 1),
            mean(said, place + 1, place + 3),
            mean(said, place - 8, place - 1),
            mean(said, place + 1, place + 8),
            log1p(place),
            log1p(size - 1 - place),
            min(widths[place], _WIDEST),
            prose[place],
            min(told[place], _FEW),
            min(told[size] - told[place + 1], _FEW),
            told[min(size, place + 4)] - told[max(0, place - 3)],
            through[place] / most,
            removed[place],
            at(removed, place - 1, True),
            at(removed, place + 1, True),
            mean(kept, place - 5, place - 1),
            mean(kept, place + 1, place + 5),
            mean(kept, 0, size - 1),
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
