"""Tables of a page that pdf2htmlEX drew: each cell is a box placed by classes, and clipped where the table has lines.

``<div class="c x3 y17 w4 h2">``, ``<div class="t m0 x3 h2 y17 ff1">``: boxes one after the other that share the class
of their height are cells of one row.
"""

from __future__ import annotations

from itertools import groupby
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.outline import Outline, Row

_CELL: Final = "t m"  # with which the class of its text begins
_CLIPPED: Final = lazily(r"c x\w+ (y\w+) w\w+ h\w+")
_PLACED: Final = lazily(r"t m\w+ x\w+ h\w+ (y\w+) .*")


def join_clipped(outline: Outline) -> Outline:
    """Return a page whose clipped cells are rows of tables."""
    if not any(name.startswith(_CELL) for own in outline.attributes if (name := own.get("class"))):
        return outline  # most pages
    rows: list[Row] = []
    holders: list[int] = []
    heights = [_height(outline, holder) for holder in outline.holders]
    moved = [0] * (len(outline.rows) + 1)  # by place, the new one
    for (parent, height), group in groupby(range(len(outline.rows)), key=lambda at: heights[at] or (-at - 1, "")):
        places = [*group]
        for at in places:
            moved[at] = len(rows)
        first = outline.rows[places[0]]
        if height:
            cells: dict[int, list[str]] = {}
            for at in places:
                cells.setdefault(_cell(outline, outline.holders[at]), []).append(outline.rows[at][0])
            text = "\t".join([" ".join(words) for words in cells.values()])
            first = (text, "tr" if len(cells) > 1 else first[1], *first[2:5], parent, *first[6:])
        rows.append(first)
        holders.append(outline.holders[places[0]])
    moved[-1] = len(rows)
    return outline._replace(rows=rows, holders=holders, firsts=[moved[place] for place in outline.firsts])


def _height(outline: Outline, holder: int) -> tuple[int, str] | None:
    """Return the box around a cell, or around the clipped box that it is, and the class of its height."""
    for pattern, box in ((_CLIPPED, holder), (_CLIPPED, outline.parents[holder]), (_PLACED, holder)):
        called = pattern.fullmatch(outline.attributes[box].get("class") or "") if box > 0 else None
        if called:
            return outline.parents[box], called[1]
    return None


def _cell(outline: Outline, holder: int) -> int:
    """Return the clipped box around the lines of a cell; the line's own box where it has none."""
    around = outline.parents[holder]
    return around if around > 0 and _CLIPPED.fullmatch(outline.attributes[around].get("class") or "") else holder
