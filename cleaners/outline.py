"""What the walk over a tree hands on: lines, and the boxes that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from cleaners.document import Line


class Box(NamedTuple):
    """A block container with text in it.

    Attributes:
        parent: number of the box around it, always smaller than its own; -1 for the outermost.
        tag: the parser's number of its tag (``elements.NAMES``).
        attributes: its attributes: weak evidence of what it is for.
    """

    parent: int
    tag: int
    attributes: dict[str, str | None]


class Outline(NamedTuple):
    """A page as lines in their order and the tree of boxes that holds them.

    Attributes:
        lines: every visible line.
        holders: for each line the number of the innermost box around it. ``Line.box`` is the box around the element
            that holds the line: the same for a paragraph, the parent for text that stands in a box itself.
        boxes: the boxes, parents before children.
        pieces: by the number of a short line, the runs of text that its inline elements part it into.
    """

    lines: list[Line]
    holders: list[int]
    boxes: list[Box]
    pieces: Mapping[int, tuple[str, ...]] = MappingProxyType({})
