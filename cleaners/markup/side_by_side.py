"""Blocks that an author set side by side: a number or a label, and the heading or sentence right of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.outline import Outline, Row

_BESIDE: Final = lazily(r"display\s*:\s*inline-(?:block|flex)")
_FILLS: Final = lazily(r"(?<![-\w])width\s*:\s*(?:[6-9]\d(?:\.\d+)?|100)\s*%")  # leaves no room for another
_LABEL: Final = 8  # characters
_TWO: Final = 2  # boxes: a row of more is none of a label and its text
_LEVELS: Final = 4  # boxes around a line


def join_side_by_side(outline: Outline) -> Outline:
    """Return a page whose short lines have what stands right of them behind a space; links stay by themselves."""
    boxes = _boxes_beside(outline)
    if len(boxes) < _TWO:
        return outline  # most pages
    labels = _labels(outline, boxes)
    if not labels:
        return outline
    rows: list[Row] = []
    holders: list[int] = []
    moved: list[int] = []  # by place, the new one
    for place, (row, holder) in enumerate(zip(outline.rows, outline.holders, strict=True)):
        if place - 1 in labels:
            rows[-1] = (f"{rows[-1][0]} {row[0]}", *row[1:])
            holders[-1] = holder
        else:
            rows.append(row)
            holders.append(holder)
        moved.append(len(rows) - 1)
    moved.append(len(rows))
    return outline._replace(rows=rows, holders=holders, firsts=[moved[place] for place in outline.firsts])


def _boxes_beside(outline: Outline) -> dict[int, int]:
    """Return the boxes that their own style sets beside others, each with its number; -1 where it leaves no room."""
    styles = [(box, own["style"] or "") for box, own in enumerate(outline.attributes) if "style" in own]
    return {box: -1 if _FILLS.search(style) else box for box, style in styles if box > 0 and _BESIDE.search(style)}


def _labels(outline: Outline, boxes: Mapping[int, int]) -> set[int]:
    """Return the places of labels, each in the first of two boxes side by side that hold a line each."""
    beside = [_box_beside(outline, boxes, holder) for holder in outline.holders]
    held = Counter(beside)
    pairs = Counter([outline.parents[box] for box in {*beside} if box >= 0])  # boxes side by side, by what holds them
    found: set[int] = set()
    for place, ((row, box), (after, right)) in enumerate(pairwise(zip(outline.rows, beside, strict=True))):
        if box < 0 or right < 0 or box == right or held[box] > 1 or held[right] > 1:
            continue
        parent = outline.parents[box]
        is_pair = 0 <= parent == outline.parents[right] and pairs[parent] == _TWO
        if is_pair and len(row[0]) <= _LABEL and len(after[0]) > len(row[0]) and not (row[2] or row[4] or after[4]):
            found.add(place)
    return found


def _box_beside(outline: Outline, boxes: Mapping[int, int], box: int) -> int:
    """Return the box around a line, or one of the nearest around that, which is set beside others; -1 for none."""
    for _ in range(_LEVELS):
        if box <= 0:
            break
        if box in boxes:
            return boxes[box]
        box = outline.parents[box]
    return -1
