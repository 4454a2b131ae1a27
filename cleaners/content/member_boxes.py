"""Short lines of a thread in boxes that are called after members or buttons: who wrote a post, what one can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.content.box_names import COMMENTS, CONTENT, CONTROLS, MEMBERS, groups_of
from cleaners.content.posts import SENTENCE
from cleaners.markup.nesting import lines_in, span
from cleaners.markup.outline import Outline

_LONGEST: Final = 24
_LONGEST_HEADING: Final = 48
_LINK: Final = 0.9
_SEPARATORS: Final = frozenset("|｜·•丨/ ")
_NEAR: Final = 3  # boxes around a line whose names tell of it


def in_member_boxes(outline: Outline, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of short lines whose box is called after members or buttons before any is called a text.

    What stood between such lines, in boxes that are called nothing, goes with them: lone separators.

    Args:
        outline: a page.
        places: its lines that are content, in order.
    """
    rows = outline.rows
    headings = [at for at in places if rows[at][2] and rows[at][4] > _LINK and len(rows[at][0]) <= _LONGEST_HEADING]
    names = [place for place in headings if _is_name(outline, place)]
    if len(names) > 1:  # one by itself is of him who wrote the article
        yield from names
    for place in places:
        text, _, level, *_ = rows[place]
        short = len(text) <= _LONGEST and not level and not SENTENCE.search(text)
        if _SEPARATORS.issuperset(text) or (short and _box_of(outline, place, MEMBERS | CONTROLS)):
            yield place


def _is_name(outline: Outline, place: int) -> bool:
    """Tell whether a heading is a member's name in a box that says nothing more of him than short lines do."""
    box = _box_of(outline, place, MEMBERS)
    beside = lines_in(outline, span(outline.parents, box)) if box else ()
    return box > 0 and not any(SENTENCE.search(outline.rows[at][0]) for at in beside)


def _box_of(outline: Outline, place: int, groups: int) -> int:
    """Return the nearest box around a line that is called so, before any is called a text; 0 without one."""
    box = outline.holders[place]
    for _ in range(_NEAR):
        if box <= 0:
            return 0
        name = groups_of(outline.attributes[box].get("class") or "")
        if name & groups:
            return box
        if name & (CONTENT | COMMENTS):
            return 0
        box = outline.parents[box]
    return 0
