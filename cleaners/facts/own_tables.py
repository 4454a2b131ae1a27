"""Tables of a document that list things with pages, sizes or dates: no facts of the document itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.fields import read_cells
from cleaners.facts.finding import Findings
from cleaners.facts.labels import bare_label
from cleaners.lazily import lazily

_ROWS: Final = 3
_COLUMNS: Final = 3
_SPACED: Final = 5  # columns that spaces part
_WIDEST: Final = 120  # characters of such a row
_DIGIT: Final = lazily(r"\d")


def keep_tables(lines: Sequence[Line], found: Findings) -> set[int]:
    """Take the rows of a document's tables out of the findings (in place), and return their places.

    A site's table of facts has labels before its values; a table that lists things has them in its first row alone.
    """
    own: set[int] = set()
    for table in _tables(lines, found):
        texts = [lines[place].text for place in table]
        labelled = sum(bare_label(text.split("\t")[0]) is not None or read_cells(text) is not None for text in texts)
        if 2 * labelled < len(table):
            own.update(table)
    for place in own:
        found.pop(place, None)
    return own


def keep_columns(lines: Sequence[Line], found: Findings) -> set[int]:
    """Take the rows of a table of a dump whose columns are parted by spaces out of the findings; return their places.

    Rows of so many columns, with figures in each below the first one, are no menu and no list of documents.
    """
    own: set[int] = set()
    counts = [len(line.text.split()) if len(line.text) <= _WIDEST else 0 for line in lines]
    start = 0
    while start < len(lines):
        stop = start + 1
        while stop < len(lines) and counts[stop] == counts[start]:
            stop += 1
        rows = lines[start + 1 : stop]
        if counts[start] >= _SPACED and len(rows) >= _ROWS - 1 and all(_DIGIT.search(row.text) for row in rows):
            own.update(range(start, stop))
        start = stop
    for place in own:
        found.pop(place, None)
    return own


def _tables(lines: Sequence[Line], found: Findings) -> Iterator[range]:
    """Yield the places of rows in a row that have as many cells, where rules found something in them."""
    end = 0
    for place in sorted(place for place in found if lines[place].tag == "tr"):
        if place < end:
            continue
        cells = lines[place].text.count("\t")
        start = stop = place
        while start > end and _is_row(lines[start - 1], cells):
            start -= 1
        while stop < len(lines) and _is_row(lines[stop], cells):
            stop += 1
        end = max(stop, place + 1)
        if cells + 1 >= _COLUMNS and stop - start >= _ROWS:
            yield range(start, stop)


def _is_row(line: Line, cells: int) -> bool:
    return line.tag == "tr" and line.text.count("\t") == cells
