"""Teasers of other documents: siblings that each are a headline with a line or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from cleaners.measured import Prose

_HEADS: Final = 2  # so many headlines at most ...
_LINES: Final = 2  # ... with so many lines of prose ...
_LINE: Final = 4  # ... of more than this
_SIBLINGS: Final = 3
_EXCERPT: Final = 200  # ... of this much prose at most, inside of what is called content


def teasers(
    headlines: Iterable[int],
    lines: Iterable[Prose],
    parents: Sequence[int],
    prose: Sequence[float],
    is_content: Callable[[int], bool],
) -> set[int]:
    """Return which boxes are one of several siblings that each are a headline with a line or two.

    Args:
        headlines: by headline, the box that holds it.
        lines: the lines with prose.
        parents: by box, the box around it.
        prose: by box, how much prose it holds.
        is_content: tells whether a box is called content.
    """
    heads = [0] * len(parents)
    touched = []
    for holder in headlines:
        box = holder
        while box >= 0 and (count := heads[box]) <= _HEADS:
            if not count:
                touched.append(box)
            heads[box] = count + 1
            box = parents[box]
    like = [box for box in touched if heads[box] <= _HEADS]
    if any(prose[box] > _LINES * _LINE for box in like):
        counts = _counted(lines, parents, heads)
        like = [box for box in like if counts[box] <= _LINES]
    long = [box for box in like if prose[box] > _EXCERPT]
    if long:
        like = list(set(like) - _insiders(long, parents, is_content))
    siblings = Counter([parents[box] for box in like])
    return {box for box in like if siblings[parents[box]] >= _SIBLINGS}


def _counted(lines: Iterable[Prose], parents: Sequence[int], heads: Sequence[int]) -> list[int]:
    """Return for each box with few headlines how many lines of prose are in it."""
    counts = [0] * len(parents)
    for _, holder, _, _, value in lines:
        if value > _LINE:
            box = holder
            while box >= 0 and heads[box] <= _HEADS:
                counts[box] += 1
                box = parents[box]
    return counts


def _insiders(boxes: Iterable[int], parents: Sequence[int], is_content: Callable[[int], bool]) -> set[int]:
    """Return the boxes around which a box, the outermost aside, is called content."""
    known = {0: False, -1: False}
    for box in boxes:
        way, around = [], parents[box]
        while around not in known and not is_content(around):
            way.append(around)
            around = parents[around]
        inside = known.setdefault(around, True)
        known.update((passed, inside) for passed in way)
    return {box for box in boxes if known[parents[box]]}
