"""Tables of which a dump has each cell in a line of its own: columns of figures below a row of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from cleaners.lazily import lazily

_FIGURE: Final = lazily(
    r"(?!(?:19|20)\d\d[-./]\d{1,2}[-./]\d|.*(?:[KMkm][Bb]?|[页頁]|:\d\d)$)"  # no day, size or count of a site's list
    r"[<>≤≥＜＞~+-]{0,2}\s?\d[\d.,\s]*(?:[-–~/]\d[\d.,]*)?\s?(?:[%％‰°℃]|[^\W\d_]{1,2})?"
)
_OF_FILES: Final = lazily(  # heads of a site's columns
    r"(?:文件|附件)?大小|[页頁][数數]|下[载載](?:量|次[数數])?|[浏瀏][览覽](?:量|次[数數])?|[积積]分"
)
_NOTHING: Final = frozenset("-—–/")
_SAYS: Final = lazily(r"[，。；！？：:;]|,\s|[.!?]$")
_LONGEST: Final = 16  # characters of a cell
_COLUMNS: Final = range(3, 9)
_ROWS: Final = 3  # alike in a row
_ODD: Final = 2  # rows that differ, above those
_FIGURES: Final = 2  # behind the first column, which may count the rows
_LEAST: Final = _ROWS * _FIGURES


def cells_of_tables(texts: Sequence[str], removed: Sequence[bool]) -> Iterator[int]:
    """Yield the places of the cells of such tables: a row of words, and below it rows with figures in the same columns.

    Lists of a site, of titles and their readers, have no row above them that says what is in each column.

    Args:
        texts: the lines of a dump.
        removed: which of them a rule has removed.
    """
    kinds = "".join([" " if gone else _kind(text) for text, gone in zip(texts, removed, strict=True)])
    if kinds.count("n") < _LEAST:
        return
    for columns in _COLUMNS:
        for table in _table(columns).finditer(kinds):
            row = table[1]
            repeats = row in (row + row)[1:-1] and "t" in row  # two items of a list
            is_own = row.count("n", 1) >= _FIGURES and not repeats and not _lists_files(texts, table, columns)
            if is_own and not _is_calendar(texts, table):
                yield from range(*table.span())


def _lists_files(texts: Sequence[str], table: re.Match[str], columns: int) -> bool:
    """Tell whether the row of words names what a site says of each file of a list: 文件名, 大小, 页数."""
    return any(_OF_FILES.fullmatch(text) for text in texts[table.start() : table.start() + columns])


def _is_calendar(texts: Sequence[str], table: re.Match[str]) -> bool:
    """Tell whether the rows are numbers that count on: days below those of the week, pages."""
    cells = texts[table.start(1) : table.end()]
    return all(below == str(int(above) + 1) for above, below in pairwise(cells) if above.isdecimal())


def _kind(text: str) -> str:
    """Return ``n`` for a figure, ``t`` for other words of a cell, ``-`` for an empty one, a blank for what is none."""
    if len(text) > _LONGEST:
        return " "
    if text in _NOTHING:
        return "-"
    return "n" if _FIGURE.fullmatch(text) else " " if _SAYS.search(text) else "t"


@cache
def _table(columns: int) -> re.Pattern[str]:
    row = rf"{{{columns}}}"
    return re.compile(rf"t{row}(?:[nt-]{row}){{0,{_ODD}}}?([nt]{row})\1{{{_ROWS - 1},}}")
