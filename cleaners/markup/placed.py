"""Text that a viewer places run by run, with ``top`` and ``left``, becomes lines again.

Readers that draw a typeset page put each run of characters into an element of its own. The runs of one height are a
line, from left to right, whatever their order in the source.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaners.lazily import lazily
from cleaners.markup.placed_columns import Row, Run, by_columns, parts, right_column

_LEAST: Final = 8  # so many runs make a typeset page; fewer are pop-ups and badges
_SIDE: Final = lazily(r"(?:^|[;\s])(top|left|width|line-height|height|font-size)\s*:\s*(-?\d+(?:\.\d+)?)", re.I)
_SAME: Final = 0.5  # of the height: how far apart the runs of a line stand, as with a superscript
_GAP: Final = 0.8  # of the height: a wider gap parts words or columns
_COLUMN: Final = 0.25  # share of a page's rows that begin at one place, the edge of a column
_INDENT: Final = 5.0  # of the height, at the most
_WORDS: Final = lazily(r"[!-~]\n[A-Za-z0-9(]")


def join_placed(tree: LexborHTMLParser, nodes: Sequence[LexborNode]) -> bool:
    """Put placed runs together, in the tree: the first run of each page holds its lines, the others go.

    Args:
        tree: the parsed page; changed where the answer is true.
        nodes: the elements whose style places them.
    """
    if len(nodes) < _LEAST:
        return False
    pages: dict[int, list[tuple[Run, LexborNode]]] = defaultdict(list)
    for node in nodes:
        parent = node.parent
        if parent is not None and (run := _run(node)):
            pages[parent.mem_id].append((run, node))
    if sum(map(len, pages.values())) < _LEAST:
        return False
    column = None
    for placed in pages.values():
        rows = _rows(run for run, _ in placed)
        own = right_column(rows)
        column = own or (column if column is not None and parts(rows, column) else None)
        if len(placed) > 1:
            _put_together(tree, [node for _, node in placed], by_columns(rows, column) if column else rows)
    return True


def _run(node: LexborNode) -> Run | None:
    """Return the run that an element is; ``None`` for one that holds blocks or says nothing."""
    if any(child.tag in ("div", "p", "img", "ul", "table") for child in node.iter()):
        return None
    text = node.text().strip("\r\n\t")
    sides = {name.lower(): float(value) for name, value in _SIDE.findall(node.attributes.get("style") or "")}
    if not text.strip() or "top" not in sides or "left" not in sides:
        return None
    height = next((sides[name] for name in ("font-size", "height", "line-height") if name in sides), -1.0)
    return Run(sides["top"], sides["left"], sides.get("width", -1.0), height, text)


def _put_together(tree: LexborHTMLParser, nodes: Sequence[LexborNode], rows: Sequence[Row]) -> None:
    """Put the lines of a page into its first element, the indented ones with an indent."""
    first = nodes[0]
    for child in list(first.iter(include_text=True)):
        child.remove()
    for node in nodes[1:]:
        node.remove()
    indented = _indented(rows)
    for number, row in enumerate(rows):
        if number:
            first.insert_child(tree.create_node("br"))
        first.insert_child(("\u3000\u3000" if number in indented else "") + _text(row))


def _rows(runs: Iterable[Run]) -> list[Row]:
    """Return the runs of each height, from left to right, from the top of the page down."""
    rows: list[Row] = []
    for run in sorted(runs):
        if rows and run.top - rows[-1][0].top <= max(0.0, _SAME * run.height):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _indented(rows: Sequence[Row]) -> set[int]:
    """Return the places of rows that begin further in than most of their column do, as others of it do, too."""
    lefts = Counter([row[0].left for row in rows])
    bases = [left for left, count in lefts.items() if count >= _COLUMN * len(rows)]
    steps = {}
    for number, row in enumerate(rows):
        base = max([left for left in bases if left <= row[0].left], default=row[0].left)
        if row[0].left > base and (row[0].height <= 0 or row[0].left - base <= _INDENT * row[0].height):
            steps[number] = row[0].left - base
    (usual, count), *_ = [*Counter(steps.values()).most_common(1), (0.0, 0)]
    return {number for number, step in steps.items() if step == usual} if count > 1 else set()


def _text(line: Row) -> str:
    """Join the runs of a line; a gap between them, or between two words, is a space."""
    text, end = "", -1.0
    for run in line:
        apart = end >= 0 and run.left - end > _GAP * run.height > 0
        words = end < 0 and _WORDS.fullmatch(f"{text[-1:]}\n{run.text[:1]}")
        text += (" " if apart or words else "") + run.text
        end = run.left + run.width if run.width >= 0 else -1.0
    return text
