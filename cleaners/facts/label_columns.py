"""A table whose first row is labels and whose second row their values: ``页数 大小`` over ``21 311.37KB``."""

from __future__ import annotations

from itertools import zip_longest

from cleaners.facts.labels import bare_label, fits

_LEAST = 3  # columns: two labels in a row can be a label and a value


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


def is_head(row: str) -> bool:
    """Tell whether a row of cells is nothing but labels."""
    names = row.split("\t")
    return len(names) >= _LEAST and all(map(bare_label, names))
