"""How much of each box is links."""

from __future__ import annotations

from cleaners.markup.outline import Outline


def linked_shares(outline: Outline, boxes: range, lines: range) -> list[float]:
    """Return for each box in a root the share of its characters that are links.

    Args:
        outline: a page.
        boxes: the numbers of the root and of all boxes in it.
        lines: the places of the lines in them.
    """
    rows, holders, parents, root = outline.rows, outline.holders, outline.parents, boxes.start
    chars, links = [0] * len(boxes), [0.0] * len(boxes)
    for row, holder in zip(rows[lines.start : lines.stop], holders[lines.start : lines.stop], strict=True):
        size = len(row[0])
        if row[4]:
            links[holder - root] += size * row[4]
        if row[1] != "img":
            chars[holder - root] += size
    for number in reversed(boxes[1:]):
        own, around = number - root, parents[number] - root
        chars[around] += chars[own]
        if links[own]:
            links[around] += links[own]
    return [linked / size if size else 0.0 for linked, size in zip(links, chars, strict=True)]
