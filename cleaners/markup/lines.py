"""A page, tree or dump, becomes a list of lines in one pass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.markup.empty_cells import with_empty_cells
from cleaners.markup.hidden import DRAWN_FORMULAS
from cleaners.markup.introduced import LEAST, SHARED, parted_introduction, with_introduction_joined
from cleaners.markup.outline import Outline
from cleaners.markup.placed import join_placed
from cleaners.markup.walk import Walk

_LEAST_PROSE: Final = 100
_CELLS: Final = 3
_CELL: Final = 30  # characters
_ITEM: Final = lazily(r"\W?\w{1,2}[.、．)）:：]|\W")


def dump_lines(text: str) -> list[Line]:
    """Return the lines of a text dump; empty ones are left out but keep their number.

    Form feeds part pages. Neighbours with tabs in them are rows of a table (tag ``tr``), as is a line of three cells.
    """
    lines: list[Line] = []
    led: dict[int, int] = {}
    number = 0
    pages = text.split("\f")
    for page, part in enumerate(pages, 1):
        for line in part.splitlines():
            if bare := line.strip():
                indent = _indent(line) if line[0].isspace() else 0
                if line[0] == "\t":
                    led[len(lines)] = len(line) - len(line.lstrip("\t"))
                at = page * (len(pages) > 1)
                parts = parted_introduction(bare) if len(bare) > LEAST else (bare,)
                lines += [Line(one, broken=True, page=at, number=number, indent=indent) for one in parts]
            number += 1
    lines = _with_rows(with_empty_cells(lines, led) if led else lines) if "\t" in text else lines
    return [*with_introduction_joined(lines)] if any(sign in text for sign in SHARED) else lines


def _indent(line: str) -> int:
    """Return the columns of the white space before a line."""
    space = line[: len(line) - len(line.lstrip())].expandtabs()
    return len(space) + space.count("\u3000")


def _with_rows(lines: list[Line]) -> list[Line]:
    tabs = [line.text.count("\t") for line in lines]
    before, after = [0, *tabs], [*tabs[1:], 0]
    return [
        line._replace(tag="tr", broken=False) if count and (above or below or _is_row(line.text)) else line
        for line, count, above, below in zip(lines, tabs, before, after, strict=False)
    ]


def _is_row(text: str) -> bool:
    """Tell whether tabs part a line into three cells or more; the mark of an item before a tab is none."""
    cells = text.split("\t")
    return len(cells) >= _CELLS and all(0 < len(cell.strip()) <= _CELL and not _ITEM.fullmatch(cell) for cell in cells)


def tree_lines(tree: LexborHTMLParser, marks: Mapping[int, str], first: int = 0) -> Outline:
    """Return every visible line of a page, in order, and the boxes that hold them.

    Args:
        tree: the parsed page; changed only where runs of text are placed one by one.
        marks: label for each subtree that a profile selected, by the ``mem_id`` of its root.
        first: number of the first line.
    """
    body = tree.body
    walk = Walk(marks, first=first)
    if body is not None:
        walk.run(body)
        if join_placed(tree, walk.placed):
            walk = Walk(marks, first=first)
            walk.run(body)
        shown = _revealed(walk)
        drawn = {node.mem_id for node in tree.css(DRAWN_FORMULAS)} if walk.formulas else set()
        if shown or drawn:
            walk = Walk(marks, shown, drawn, first)
            walk.run(body)
    return Outline(walk.rows, walk.holders, walk.parents, walk.tags, walk.attributes, walk.firsts, walk.pieces)


def _revealed(walk: Walk) -> set[int]:
    """Return the hidden subtree that holds more prose than all that is visible: scripts of the page show it."""
    sizes = [len(node.text()) for node in walk.hidden]
    most = max(sizes, default=0)
    if most <= _LEAST_PROSE or most <= (visible := _prose(walk)):
        return set()
    hidden = walk.hidden[sizes.index(most)]
    inner = Walk({}, {hidden.mem_id})
    inner.run(hidden)
    return {hidden.mem_id} if _prose(inner) > max(visible, _LEAST_PROSE) else set()


def _prose(walk: Walk) -> int:
    """Return the number of characters in lines that are no links."""
    return sum([len(row[0]) for row in walk.rows if row[4] < 0.5])
