"""Rows of a dump's table whose first cells are empty: the tabs before them are no indent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cleaners.document import Line

_LONGEST: Final = 20  # characters of a cell that stands in its row alone; a paragraph that is set in has more
_ENDS: Final = "。：；！？:;"


def with_empty_cells(lines: list[Line], led: Mapping[int, int]) -> list[Line]:
    """Return lines, with the tabs before those that stand in a table wide enough for them.

    A cell alone in its row is none where other lines show that the author sets lines in by tabs.

    Args:
        lines: the lines of a dump, without the white space before them.
        led: by place, how many tabs stood before a line.
    """
    found = list(lines)
    tables = [(table, _width(lines, table, led)) for table in _tables(lines, led)]
    placed = [(lines[place].text, width) for table, width in tables for place in table if place in led]
    indents = not all(width and _is_cell(text) for text, width in placed)
    for table, width in tables:
        for place in table:
            text = lines[place].text
            if place in led and led[place] + text.count("\t") <= width and ("\t" in text or not indents):
                found[place] = lines[place]._replace(text="\t" * led[place] + text, indent=0)
    return found


def _width(lines: Sequence[Line], table: range, led: Mapping[int, int]) -> int:
    """Return how many tabs the widest row has that begins with a cell."""
    return max((lines[place].text.count("\t") for place in table if place not in led), default=0)


def _is_cell(text: str) -> bool:
    return "\t" in text or (len(text) <= _LONGEST and text[-1] not in _ENDS)


def _tables(lines: Sequence[Line], led: Mapping[int, int]) -> Iterator[range]:
    """Yield the places of lines with tabs that follow each other, without an empty line."""
    first = 0
    for place, line in enumerate(lines):
        if "\t" not in line.text and place not in led:
            yield range(first, place)
            first = place + 1
        elif place and line.number != lines[place - 1].number + 1:
            yield range(first, place)
            first = place
    yield range(first, len(lines))
