"""Two columns of a typeset page, whose lines stand side by side: the left one is read to its end before the right one.

Lines of one height are a row. Where most rows of a page begin anew at one place, with a gutter before it and as much
text on one side as on the other, the page has two columns; a table has shorter cells, or more of them. What stands
above, below or across both parts the page, and each part is read by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

from cleaners.lazily import lazily
from cleaners.rules.strangers import width

_LEAST: Final = 5  # rows with text in both columns
_MOSTLY: Final = 0.4  # ... and their share of all
_NARROW: Final = 20  # columns of a line in the mean, at the least: cells of tables are narrower
_FULL, _FILLED = 0.75, 0.6  # of the widest line; share of lines so wide
_MARK: Final = lazily(r"[，。；、]\w|[,.;] \w")
_MARKED: Final = 0.2  # share of lines with a mark within
_ALIKE: Final = 0.5  # of the wider column's line, in the mean
_CROSSES: Final = 1.2  # of the widest line of the left column that has a neighbour: a wider one goes across
_GUTTER: Final = 0.8  # of the height of a line
_INDENT: Final = 0.1  # of the place of the right column: its paragraphs begin so far to the right


class Run(NamedTuple):
    """A run of text: its place and size, in whatever unit the page uses; -1 where it is not stated."""

    top: float
    left: float
    width: float
    height: float
    text: str


Row = list[Run]


def by_columns(rows: Sequence[Row], start: float) -> list[Row]:
    """Return the rows of a page in the order in which they are read, those of two columns cut in two.

    Args:
        rows: the runs of each height, from left to right, from the top of the page down.
        start: where the right column begins.
    """
    halves = [_cut(row, start) for row in rows]
    widest = max([_columns(left) for left, right in halves if left and right], default=0)
    read: list[Row] = []
    for across, part in groupby(halves, lambda half: not half[1] and _columns(half[0]) > _CROSSES * widest):
        some = list(part)
        read += [left for left, _ in some if left]
        read += [] if across else [right for _, right in some if right]
    return read


def right_column(rows: Sequence[Row]) -> float | None:
    """Return where the right one of two columns begins; ``None`` where a page has no two."""
    lefts = Counter([run.left for row in rows for run in row[1:]])
    if not lefts:
        return None
    start, count = max(lefts.items(), key=lambda item: (item[1], -item[0]))
    pairs = _pairs(rows, start)
    if count < _LEAST or len(pairs) < max(_LEAST, _MOSTLY * len(rows)) or not _are_parted(pairs, start):
        return None
    columns = [*zip(*pairs, strict=True)]
    widths = [[*map(_columns, column)] for column in columns]
    narrower, wider = sorted(sum(column) / len(pairs) for column in widths)
    told = narrower >= max(_NARROW, _ALIKE * wider) and all(map(_is_filled, widths))
    return start if told and all(map(_is_prose, columns)) else None


def _is_prose(column: Sequence[Row]) -> bool:
    """Tell whether lines have marks within as sentences have: the cells of a table are of a few words."""
    return sum(_MARK.search(run.text) is not None for run, *_ in column) >= _MARKED * len(column)


def _is_filled(widths: Sequence[int]) -> bool:
    """Tell whether most lines of a column are about as wide as its widest one: text is wrapped, cells are not."""
    return sum(width >= _FULL * max(widths) for width in widths) >= _FILLED * len(widths)


def parts(rows: Sequence[Row], start: float) -> bool:
    """Tell whether a page has rows on both sides of a place, and each of them a gutter before it."""
    pairs = _pairs(rows, start)
    return bool(pairs) and _are_parted(pairs, start)


def _are_parted(pairs: Sequence[tuple[Row, Row]], start: float) -> bool:
    return all(right[0].left <= start * (1 + _INDENT) and _is_apart(left, start) for left, right in pairs)


def _pairs(rows: Sequence[Row], start: float) -> list[tuple[Row, Row]]:
    return [(left, right) for left, right in (_cut(row, start) for row in rows) if left and right]


def _cut(row: Row, start: float) -> tuple[Row, Row]:
    return [run for run in row if run.left < start], [run for run in row if run.left >= start]


def _is_apart(left: Row, start: float) -> bool:
    """Tell whether a row's left half ends before the gutter, or is one run whose end is not known."""
    end = left[-1]
    if end.width < 0 or end.height <= 0:
        return len(left) == 1
    return start - (end.left + end.width) >= _GUTTER * end.height


def _columns(row: Row) -> int:
    return sum([width(run.text) for run in row])
