"""Short lines of a thread in boxes that are called after members or buttons: who wrote a post, what one can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.content.box_names import COMMENTS, CONTENT, CONTROLS, MEMBERS, groups_of
from cleaners.content.posts import SENTENCE
from cleaners.markup.outline import Outline

_LONGEST: Final = 24
_SEPARATORS: Final = frozenset("|｜·•丨/ ")
_NEAR: Final = 3  # boxes around a line whose names tell of it


def in_member_boxes(outline: Outline, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of short lines whose box is called after members or buttons before any is called a text.

    What stood between such lines, in boxes that are called nothing, goes with them: lone separators.

    Args:
        outline: a page.
        places: its lines that are content, in order.
    """
    rows, holders = outline.rows, outline.holders
    for place in places:
        text, _, level, *_ = rows[place]
        short = len(text) <= _LONGEST and not level and not SENTENCE.search(text)
        if _SEPARATORS.issuperset(text) or (short and _is_beside(outline, holders[place])):
            yield place


def _is_beside(outline: Outline, box: int) -> bool:
    for _ in range(_NEAR):
        if box <= 0:
            return False
        name = groups_of(outline.attributes[box].get("class") or "")
        if name & (MEMBERS | CONTROLS):
            return True
        if name & (CONTENT | COMMENTS):
            return False
        box = outline.parents[box]
    return False
