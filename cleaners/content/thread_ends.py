"""Where a thread begins and ends: in the box that holds its posts, and with what is asked above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import Final

from cleaners.content.measured import Prose
from cleaners.markup.nesting import span
from cleaners.markup.outline import Outline
from cleaners.rules.vocabulary import site_share

_KIND: Final = 0.1  # boxes of one kind with this share of a thread's prose are posts
_MOST: Final = 0.7  # ... if one box holds so much of it
_SENTENCE: Final = 20.0  # what stands outside of the box that holds the posts is a thread's own with so much prose
_SAID: Final = 4.0  # so much prose below the title asks something
_OF_SITE: Final = 0.2  # ... where fewer of its words are of sites

Kind = tuple[int, str | None, int]
"""What posts have in common: tag and class of the box, depth in the tree."""


def posts_in(outline: Outline, lines: Sequence[Prose]) -> list[int]:
    """Return the places of a thread's lines: in the box that holds all boxes like those with most prose, or sentences.

    Args:
        outline: a page.
        lines: the thread's lines that say something, in order.
    """
    tags, attributes, parents = outline.tags, outline.attributes, outline.parents
    sums: defaultdict[Kind, float] = defaultdict(float)
    kinds: list[Kind] = []
    for _, holder, _, depth, value in lines:
        kind = tags[holder], attributes[holder].get("class"), depth
        kinds.append(kind)
        sums[kind] += value
    total = sum(sums.values())
    least = _KIND * total
    posts = [at for at, kind in enumerate(kinds) if sums[kind] >= least]
    if not posts:
        return [line[0] for line in lines]
    boxes = _box_around(parents, {lines[at][1] for at in posts})
    if sum([line[4] for line in lines if line[1] in boxes]) < _MOST * total:
        return [line[0] for line in lines]
    between = range(posts[0], posts[-1] + 1)
    outer = [_child(parents, boxes.start, lines[at][1]) for at in posts]
    alike = {(tags[box], attributes[box].get("class")) for box in outer}

    def is_in(at: int) -> bool:
        place, holder, _, _, value = lines[at]
        if at in between:
            return True
        if holder in boxes:
            box = _child(parents, boxes.start, holder)
            if (tags[box], attributes[box].get("class")) in alike:
                return True
        return value >= _SENTENCE and site_share(outline.rows[place][0]) < _OF_SITE

    return [line[0] for at, line in enumerate(lines) if is_in(at)]


def _box_around(parents: Sequence[int], boxes: Set[int]) -> range:
    """Return the numbers of the innermost box around some boxes, and of all that are in it."""
    around, last = min(boxes), max(boxes)
    while around != last:
        around, last = min(around, last), parents[max(around, last)]
    return span(parents, around)


def _child(parents: Sequence[int], around: int, box: int) -> int:
    """Return the box directly inside of another that a box is in, or is; the other box itself where it is that."""
    while box != around and parents[box] != around:
        box = parents[box]
    return box


def question(outline: Outline, lines: Sequence[Prose], first: int) -> Iterator[int]:
    """Yield the places of what is asked below a title of the first level, in boxes of its own above the first post.

    Args:
        outline: a page.
        lines: its lines that say something, in order, those of boxes about the site left out.
        first: the place of the first post.
    """
    rows = outline.rows
    title = next((place for place in range(first - 1, -1, -1) if rows[place][1] == "h1"), first)
    for place, _, _, _, value in lines:
        if title < place < first and value >= _SAID and not rows[place][4] and site_share(rows[place][0]) < _OF_SITE:
            yield place
