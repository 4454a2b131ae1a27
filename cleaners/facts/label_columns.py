"""Tables of labels and values: a row of labels over one of values, ``页数 大小``; rows in which a label is unknown."""

from __future__ import annotations

from itertools import zip_longest

from cleaners.facts.labels import TYPED, bare_label, fits, read_row
from cleaners.lazily import lazily

_LEAST = 3  # columns: two labels in a row can be a label and a value
_COLON = lazily("[:\uff1a]")


def facts_by_column(head: str, row: str) -> dict[str, str] | None:
    """Return the facts of a row of cells, each named by the label above it; ``None`` where it is no such table."""
    names, cells = head.split("\t"), row.split("\t")
    if not len(names) >= _LEAST or len(cells) > len(names):
        return None
    facts: dict[str, str] = {}
    for name, cell in zip_longest(names, cells, fillvalue=""):
        label = bare_label(name)
        value = cell.strip()
        if label is None or not fits(label, value):
            return None
        if value and label.fact != "none":
            facts.setdefault(label.fact, value)
    return facts


def facts_in_cells(row: str) -> dict[str, str]:
    """Return the facts of a row of cells that are of their label's kind, whatever label stands in its other cells.

    Two cells at least have a colon each: ``文号:云府〔2023〕21号 | 公开日期:2023-05-31``.
    """
    cells = [cell.strip() for cell in row.split("\t")]
    pairs = [
        f"{cell}{after}" if _COLON.match(cell[-1:]) else cell
        for cell, after in zip_longest(cells, cells[1:], fillvalue="")
        if _COLON.search(cell)
    ]
    facts: dict[str, str] = {}
    for pair in pairs if len(pairs) > 1 else ():
        label = bare_label(_COLON.split(pair, maxsplit=1)[0])
        if label and label.kind in TYPED and (read := read_row(pair)):
            facts = read.facts | facts
    return facts


def is_head(row: str) -> bool:
    """Tell whether a row of cells is nothing but labels."""
    names = row.split("\t")
    return len(names) >= _LEAST and all(map(bare_label, names))
