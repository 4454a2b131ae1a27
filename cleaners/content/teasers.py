"""Teasers of other documents: siblings that each are a headline with a line or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from cleaners.content.measured import Measured, Prose
from cleaners.markup.outline import Outline

_HEADS: Final = 2  # so many headlines at most ...
_LINES: Final = 2  # ... with so many lines of prose ...
_LINE: Final = 4  # ... of more than this
_SIBLINGS: Final = 3
_EXCERPT: Final = 200  # ... of this much prose at most, inside of what is called content
_SECTIONS: Final = 0.3  # siblings there with this share of the page's prose are the document's sections ...
_CLOSING: Final = ")）"
_CUT: Final = ("…", "...", "…]", "...]", "…）", "...)")  # ... unless their text breaks off


def teasers(found: Measured, outline: Outline, prose: Sequence[float], is_content: Callable[[int], bool]) -> set[int]:
    """Return which boxes are one of several siblings that each are a headline with a line or two.

    Args:
        found: the lines that say something.
        outline: the page.
        prose: by box, how much prose it holds.
        is_content: tells whether a box is called content.
    """
    parents = outline.parents
    like = _headed(found, parents, prose)
    long = [box for box in like if prose[box] > _EXCERPT]
    if long:
        like = list(set(like) - _insiders(long, parents, is_content))
    if like:
        like = list(set(like) - _with_headings(outline, found.headings))
    siblings = Counter([parents[box] for box in like])
    alike = {box for box in like if siblings[parents[box]] >= _SIBLINGS}
    if sum([prose[box] for box in alike]) <= _SECTIONS * prose[0]:
        return alike
    return alike - _sections(alike, found, outline, prose, is_content)


def _sections(
    boxes: set[int], found: Measured, outline: Outline, prose: Sequence[float], is_content: Callable[[int], bool]
) -> set[int]:
    """Return those of teasers that are sections of the document."""
    parents = outline.parents
    sums = Counter[int]()
    for box in boxes:
        sums[parents[box]] += round(prose[box])
    rich = {around for around, value in sums.items() if value > _SECTIONS * prose[0]}
    rich -= _cut_off(boxes, found.prose, outline) if rich else set()
    return _insiders([box for box in boxes if parents[box] in rich], parents, is_content)


def _headed(found: Measured, parents: Sequence[int], prose: Sequence[float]) -> list[int]:
    """Return the boxes with a headline or two and a line or two of prose."""
    heads = [0] * len(parents)
    touched = []
    for holder in found.headlines:
        box = holder
        while box >= 0 and (count := heads[box]) <= _HEADS:
            if not count:
                touched.append(box)
            heads[box] = count + 1
            box = parents[box]
    like = [box for box in touched if heads[box] <= _HEADS]
    if any(prose[box] > _LINES * _LINE for box in like):
        counts = _counted(found.prose, parents, heads)
        like = [box for box in like if counts[box] <= _LINES]
    return like


def _with_headings(outline: Outline, headings: Iterable[int]) -> set[int]:
    """Return the boxes with a heading that is no link and counts nothing: in a teaser, the headline is its heading."""
    rows, holders, parents = outline.rows, outline.holders, outline.parents
    found: set[int] = set()
    for place in headings:
        text = rows[place][0]
        if text[-1] not in _CLOSING or not text[-2:-1].isdigit():
            box = holders[place]
            while box > 0 and box not in found:
                found.add(box)
                box = parents[box]
    return found


def _cut_off(boxes: set[int], lines: Iterable[Prose], outline: Outline) -> set[int]:
    """Return the boxes around boxes of which most hold a line that breaks off: excerpts of other documents."""
    parents = outline.parents
    cut = set()
    for place, holder, *_ in lines:
        if outline.rows[place][0].endswith(_CUT):
            box = holder
            while box >= 0 and box not in boxes:
                box = parents[box]
            cut.add(box)
    all_in, cut_in = Counter([parents[box] for box in boxes]), Counter([parents[box] for box in cut if box >= 0])
    return {around for around, count in cut_in.items() if 2 * count > all_in[around]}


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
