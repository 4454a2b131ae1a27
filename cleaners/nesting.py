"""Boxes in boxes, numbered in their order, each after the one around it: what lies where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence


def is_inside(parents: Sequence[int], box: int, kind: Sequence[bool]) -> bool:
    """Tell whether a box around this one, the outermost aside, is of a kind."""
    around = parents[box]
    while around > 0 and not kind[around]:
        around = parents[around]
    return around > 0


def prose_of_kind(
    parents: Sequence[int], prose: Sequence[float], kind: Sequence[bool], others: Sequence[bool], most: float
) -> float:
    """Return how much prose stands in boxes of a kind, those in boxes of another kind and those of most prose aside."""
    counted, total = [False] * len(parents), 0.0
    for number in range(1, len(parents)):
        if counted[parents[number]]:
            counted[number] = True
        elif (kind[number] or others[number]) and prose[number] < most:
            counted[number] = True
            total += 0 if others[number] else prose[number]
    return total


def span(parents: Sequence[int], box: int) -> range:
    """Return the numbers of a box and of all that are in it."""
    behind = (number for number in range(box + 1, len(parents)) if parents[number] < box)
    return range(box, next(behind, len(parents)))


def share_as_deep(lines: Iterable[tuple[int, int, float]], inner: range, outer: range) -> float:
    """Return which share of the prose between two boxes stands about as deep in the tree as most in the inner one.

    Args:
        lines: number of box, depth and prose of each line.
        inner: the boxes in the inner box.
        outer: the boxes in the box around it.
    """
    inside, between = Counter[int](), Counter[int]()
    for holder, depth, prose in lines:
        if holder in outer:
            (inside if holder in inner else between)[depth] += round(prose)
    usual = inside.most_common(1)[0][0]
    return sum(value for depth, value in between.items() if abs(depth - usual) <= 1) / (between.total() or 1)
