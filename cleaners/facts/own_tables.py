"""Tables of a document that list things with pages, sizes or dates: no facts of the document itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.facts.labels import bare_label

_ROWS: Final = 3
_COLUMNS: Final = 3


def keep_tables(lines: Sequence[Line], found: Findings) -> set[int]:
    """Take the rows of a document's tables out of the findings (in place), and return their places.

    A site's table of facts has labels before its values; a table that lists things has them in its first row alone.
    """
    own: set[int] = set()
    for table in _tables(lines, found):
        labelled = sum(bare_label(lines[place].text.split("\t")[0]) is not None for place in table)
        if 2 * labelled < len(table):
            own.update(table)
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
