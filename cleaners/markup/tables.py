"""Tables of data become rows of cells; tables that only lay out a page do not."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from cleaners.markup.elements import Attributes

_BLOCKS = "td div, td ul, td ol, td h1, td h2, td h3, td h4, td form, td table"
_MOST_COLUMNS = 1000  # what HTML allows for a colspan, and what a row may reach by spans
_FIELDS = 8  # cells to each list of fields in a layout, at the most
_LONGEST_CELL = 400
_OPTIONS = [[letter + sign for sign in ".．、"] for letter in "ABCDEFGH"]  # of a question
_MEAN_CELL = 80
_OPTION = 40  # characters


def is_data_table(table: LexborNode) -> bool:
    """Tell whether a table holds data: no table in it, several rows and columns, short cells; or options in a row."""
    cells = table.css("td, th")
    rows = len(table.css("tr"))
    if rows == 1 and len(cells) > 1 and not table.css(f"{_BLOCKS}, td br"):
        texts = [cell.text().strip() for cell in cells]
        is_short = all(len(text) <= _OPTION for text in texts)
        return is_short and all(text[:2] in options for text, options in zip(texts, _OPTIONS, strict=False))
    if rows < 2 or len(cells) < 1.5 * rows or len(table.css("table")) > 1:
        return False
    if _FIELDS * len(table.css("dl")) >= len(cells):
        return False  # a layout: who wrote a post, in fields beside it
    blocks = [block for block in table.css(_BLOCKS) if block.mem_id != table.mem_id]  # it may stand in a cell itself
    if len(blocks) > len(cells):
        return False
    lengths = [len(cell.text().strip()) for cell in cells]
    return max(lengths) <= _LONGEST_CELL and sum(lengths) <= _MEAN_CELL * len(lengths)


def _span(value: str | None) -> int:
    value = value or ""
    return max(1, min(int(value), _MOST_COLUMNS)) if value.isascii() and value.isdigit() else 1


class Grid:
    """The columns of a table row by row; a cell that spans stands once, and empty where it reaches."""

    def __init__(self) -> None:
        self._row: list[str] = []
        self._reach: dict[int, int] = {}  # column -> rows that a cell above still covers
        self._columns = self._rows = 1
        self._linked = self._chars = 0

    def open_cell(self, attributes: Attributes) -> None:
        """Begin a cell, with the spans that its attributes give."""
        self._columns, self._rows = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))

    def close_cell(self, runs: list[tuple[str, int]]) -> None:
        """Put the open cell into the row: its runs of text, each with the number of characters in links."""
        text = " ".join([run for run, _ in runs])
        self._chars += len(text)
        self._linked += sum([linked for _, linked in runs])
        self._pad()
        for offset in range(min(self._columns, max(1, _MOST_COLUMNS - len(self._row)))):
            if self._rows > 1:
                self._reach[len(self._row)] = self._rows
            self._row.append("" if offset else text)

    def close_row(self) -> tuple[str, float]:
        """Return the row, its cells separated by tabs, and the share of its characters that are links."""
        self._pad()
        row = "\t".join(self._row).rstrip()
        share = min(1.0, self._linked / self._chars) if self._chars else 0.0
        self._reach = {column: rows - 1 for column, rows in self._reach.items() if rows > 1}
        self._row = []
        self._linked = self._chars = 0
        return row, share

    def _pad(self) -> None:
        while len(self._row) in self._reach and len(self._row) < _MOST_COLUMNS:
            self._row.append("")
