"""The numbers of lines that a page shows beside its code: in a cell of their own, or a list in the code's element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from cleaners.markup.elements import KINDS, Kind
from cleaners.markup.nesting import lines_in, outward, span
from cleaners.markup.outline import Outline

LINE_NUMBER: Final = "line-number"
_EMPTY: Final = 4  # a line in so many may be empty


def line_numbers(outline: Outline, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of such numbers; what the code prints stands in an element beside it.

    Args:
        outline: a page.
        places: the lines that are content, in order.
    """
    code = [place for place in places if outline.rows[place][1] == "pre"]
    at = 0
    while at < len(code):
        stop = at
        while stop < len(code) and outline.rows[code[stop]][0] == str(stop - at + 1):
            stop += 1
        run = code[at:stop]
        if len(run) > 1 and (_is_list_within(outline, run) or _is_beside(outline, run, code[stop:])):
            yield from run
        at = max(stop, at + 1)


def _is_list_within(outline: Outline, run: Sequence[int]) -> bool:
    """Tell whether lines are a list in the element whose code stands right above, about a line for each number."""
    holders, parents = outline.holders, outline.parents
    code = holders[run[0] - 1] if run[0] else 0
    inside = all(code in outward(parents, holders[at]) for at in run)
    if not code or KINDS[outline.tags[code]] != Kind.PRE or not inside:
        return False
    above = sum(1 for _ in takewhile(lambda at: holders[at] == code, range(run[0] - 1, -1, -1)))
    return holders[run[0]] != code and _counts(above, len(run))


def _is_beside(outline: Outline, run: Sequence[int], below: Sequence[int]) -> bool:
    """Tell whether lines are all of the cell before that of the code below, in the same row, a line for each number."""
    if not below:
        return False
    cell, other = (_cell(outline, outline.holders[at]) for at in (run[0], below[0]))
    if cell == other or not 0 < outline.parents[cell] == outline.parents[other]:
        return False
    numbers = lines_in(outline, span(outline.parents, cell))
    code = sum(1 for at in below if _cell(outline, outline.holders[at]) == other)
    return len(numbers) == len(run) and _counts(code, len(run))


def _counts(lines: int, numbers: int) -> bool:
    """Tell whether so many numbers are those of so many lines, some of which may be empty."""
    return numbers - 1 - numbers // _EMPTY <= lines <= numbers + 1


def _cell(outline: Outline, box: int) -> int:
    """Return the cell of a table that a box is in, or is; 0 where it is in none."""
    around = outward(outline.parents, box)
    return next((number for number in around if KINDS[outline.tags[number]] == Kind.CELL), 0)
