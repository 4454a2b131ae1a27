"""Which bare numbers are those of pages: pages are long, uneven and cut sentences, items of lists and cells are not."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from math import inf
from typing import Final

from cleaners.document import Line
from cleaners.furniture.breaks import breaks_off_above, cut_lines, has_clauses
from cleaners.furniture.number_forms import Mark, longest_count
from cleaners.lazily import lazily
from cleaners.reflow.evidence import End, line_end

MIN_PAGE: Final = 8
"""Lines between two numbers, in the middle; less is a table or a list."""
APART: Final = 3
"""Lines; numbers of a list stand closer."""
_TURNED: Final = 4  # pages on which heads of left and right ones stand twice each
_WORD: Final = lazily(r"[^\W\d_]{2}")
_PROSE: Final = 20  # characters of a paragraph that a page's end may cut
_LEAST_PAGE: Final = 12  # lines of a first page, of two
_CELL: Final = 12  # characters; longer lines are no cells of a table
_EVEN: Final = 0.75  # of a page's lines that the shortest has; the last one apart
_YEARS: Final = 1000  # a lone number from here on is a year that the wrap put on a line of its own


def bare_page_numbers(lines: Sequence[Line], marks: Sequence[Mark], known: Set[int], full: float) -> set[int]:
    """Return the indices of the bare numbers that count pages.

    Args:
        lines: the lines of a document.
        marks: its bare numbers.
        known: the indices of page numbers that are known.
        full: see ``full_line``.
    """
    if len(known) > 1:  # pages have numbers: Roman ones among them are of parts, those before of front matter
        first = min(known)
        marks = [mark for mark in marks if mark.at < first or lines[mark.at].text.strip().isdecimal()]
    rest = [mark for mark in marks if mark.at not in known]
    found: set[int] = set()
    run = longest_count(rest)
    if len(marks) == 2 and _numbers_two_pages(lines, *marks):
        found.update(mark.at for mark in run)
    while _counts_pages(lines, run, full) or _cuts_lines(lines, run, full):
        found.update(mark.at for mark in run)
        run = longest_count([mark for mark in rest if mark.at not in found])
    if marks and _numbers_last_page(lines, marks[-1], len(known | found)):
        found.add(marks[-1].at)
    return found


def stand_beside_heads(lines: Sequence[Line], run: Sequence[Mark]) -> bool:
    """Tell whether the same words stand beside all numbers but the last, a page apart: a running head or foot.

    Left and right pages may have different ones, each of which stands twice.
    """
    if min([after.at - mark.at for mark, after in pairwise(run)], default=0) < MIN_PAGE:
        return False
    for step in (-1, 1):
        beside = [lines[mark.at + step].text for mark in run if 0 <= mark.at + step < len(lines)]
        if len(beside) < max(2, len(run) - 1) or not all(_WORD.search(text) for text in beside[:2]):
            continue
        if len(set(beside)) == 1:
            return True
        cuts = sum(breaks_off_above(lines, min(mark.at, mark.at + step)) for mark in run)
        if cuts and len(beside) >= _TURNED and len(set(beside[::2])) == len(set(beside[1::2])) == 1:
            return True
    return False


def _cuts_lines(lines: Sequence[Line], run: Sequence[Mark], full: float) -> bool:
    """Tell whether numbers, or one that is no year, cut lines."""
    several = len(run) > 1 or (len(run) == 1 and run[0].value < _YEARS)
    return several and cut_lines(lines, [mark.at for mark in run], full)


def _counts_pages(lines: Sequence[Line], run: Sequence[Mark], full: float) -> bool:
    """Tell page numbers from the numbers of a list or table: pages are long, uneven and cut sentences in two."""
    if len(run) >= 2 and (all(_at_edge(lines, mark.at) for mark in run) or stand_beside_heads(lines, run)):
        return True
    if len(run) < 3:
        return full < inf and _cuts_clause(lines, run)
    if sum(_cuts_prose(lines, mark.at) for mark in run) * 2 >= len(run) and _apart(run):
        return True
    if _ends_even_pages(lines, run):
        return True
    gaps = sorted(after.at - mark.at for mark, after in pairwise(run))
    middle = gaps[len(gaps) // 2]
    if middle < MIN_PAGE or gaps[0] == gaps[-1] < 2 * MIN_PAGE:
        return False
    cuts = sum(breaks_off_above(lines, mark.at) for mark in run)
    return cuts * 4 >= len(run)


def _cuts_clause(lines: Sequence[Line], run: Sequence[Mark]) -> bool:
    """Tell whether 1 and 2 stand below a page of lines each, and one of them behind a comma, where prose goes on."""
    if [mark.value for mark in run] != [1, 2] or min(run[0].at, run[1].at - run[0].at) < MIN_PAGE:
        return False
    return any(line_end(lines[mark.at - 1].text) is End.COMMA and _cuts_prose(lines, mark.at) for mark in run)


def _ends_even_pages(lines: Sequence[Line], run: Sequence[Mark]) -> bool:
    """Tell whether numbers from 1 on stand below pages of about as many lines each, the first and the last included.

    Numbers of sections stand above them, and sections differ.
    """
    pages = [run[0].at, *(after.at - mark.at for mark, after in pairwise(run))]
    *whole, last = [*pages, len(lines) - run[-1].at]
    middle = sorted(whole)[len(whole) // 2]
    return (
        run[0].value == 1
        and middle >= 2 * MIN_PAGE
        and min(whole[:-1]) >= _EVEN * middle
        and max(*whole, last) * _EVEN <= middle
    )


def _numbers_two_pages(lines: Sequence[Line], first: Mark, last: Mark) -> bool:
    """Tell whether text is two pages: a 1 after a page of lines, no cells, and a 2 as the very end, however short."""
    return (first.value, last.value, last.at) == (1, 2, len(lines) - 1) and _is_page(lines, first.at)


def _numbers_last_page(lines: Sequence[Line], mark: Mark, others: int) -> bool:
    """Tell whether a number is the very end of a text whose other pages are numbered, or that is one page."""
    return (mark.at, mark.value) == (len(lines) - 1, others + 1) and _is_page(lines, mark.at)


def _is_page(lines: Sequence[Line], end: int) -> bool:
    """Tell whether a text's beginning is a page of lines, and not of cells."""
    return end >= _LEAST_PAGE and 2 * sum(len(line.text) > _CELL for line in lines[:end]) > end


def _cuts_prose(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line stands between two of prose, the first of which breaks off."""
    around = [line.text for line in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])]
    return (
        len(around) > 1
        and min(map(len, around)) >= _PROSE
        and breaks_off_above(lines, index)
        and has_clauses(around[0])
    )


def _apart(run: Sequence[Mark]) -> bool:
    """Tell whether most numbers stand further apart than those of a list whose items are a line or two."""
    return sum(after.at - mark.at > APART for mark, after in pairwise(run)) * 3 >= 2 * (len(run) - 1)


def _at_edge(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the first or last of its page, of pages that the lines themselves know."""
    page = lines[index].page
    near = (lines[place].page if 0 <= place < len(lines) else 0 for place in (index - 1, index + 1))
    return page > 0 and any(other != page for other in near)
