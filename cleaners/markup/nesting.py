"""Boxes in boxes, numbered in their order, each after the one around it: what lies where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cleaners.markup.outline import Outline


def prose_of_kind(
    boxes: Iterable[int],
    parents: Sequence[int],
    prose: Sequence[float],
    names: Sequence[int],
    kinds: tuple[int, int],
    most: float,
) -> float:
    """Return how much prose stands in boxes of the first kind, those of the second and those of most prose aside.

    Args:
        boxes: the boxes with prose, in order.
        parents: by box, the box around it.
        prose: by box, how much prose it holds.
        names: by box, its kinds as bits.
        kinds: bits of the two kinds.
        most: boxes with so much prose do not count.
    """
    kind, others = kinds
    counted: set[int] = set()
    total = 0.0
    for number in boxes:
        if parents[number] in counted:
            counted.add(number)
        elif number and names[number] & (kind | others) and prose[number] < most:
            counted.add(number)
            total += 0 if names[number] & others else prose[number]
    return total


def span(parents: Sequence[int], box: int) -> range:
    """Return the numbers of a box and of all that are in it."""
    stop = len(parents)
    for number in range(box + 1, stop):
        if parents[number] < box:
            return range(box, number)
    return range(box, stop)


def children(parents: Sequence[int], box: int) -> Iterator[int]:
    """Yield the boxes directly inside of a box."""
    stop = span(parents, box).stop
    place = box + 1
    while place < stop:
        try:
            place = parents.index(box, place, stop)
        except ValueError:
            return
        yield place
        place += 1


def outward(parents: Sequence[int], box: int) -> Iterator[int]:
    """Yield a box and those around it, the innermost first; never the page's own."""
    while box > 0:
        yield box
        box = parents[box]


def child_in(parents: Sequence[int], around: int, box: int) -> int:
    """Return the box right in ``around`` that a box is, or stands in; the box itself where it is that."""
    while box > around and parents[box] != around:
        box = parents[box]
    return box


def lines_in(outline: Outline, boxes: range) -> range:
    """Return the places of the lines that boxes hold which lie in one: they follow each other.

    Args:
        outline: a page.
        boxes: the numbers of the boxes (``span``); -1 is around them all.
    """
    holders, firsts = outline.holders, outline.firsts
    end = firsts[boxes.stop] if boxes.stop < len(firsts) else len(holders)
    while holders[end - 1] < boxes.start:  # of the boxes around
        end -= 1
    return range(firsts[max(0, boxes.start)], end)


def kind_of(outline: Outline, box: int) -> tuple[int, str | None]:
    """Return the tag and the class of a box."""
    return outline.tags[box], outline.attributes[box].get("class")


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
