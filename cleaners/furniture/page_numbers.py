"""Page numbers: lines that are a number and nothing else, and count the document's pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from cleaners.document import Line
from cleaners.furniture.breaks import breaks_off_above, cut_lines, cuts_line
from cleaners.furniture.line_lengths import is_prose_or_list
from cleaners.furniture.number_forms import Mark, longest_count
from cleaners.lazily import lazily
from cleaners.places import are_apart
from cleaners.reflow.evidence import End, line_end

_ROMAN = lazily(r"\s*(?:[ivxlIVXL]{1,6}|[\u2160-\u216b\u2170-\u217b])\s*")
_WORD = lazily(r"[^\W\d_]{2}")

_MIN_PAGE = 8  # lines between two bare numbers, in the middle; less is a table or a list
_OF = lazily(r"\s*(\d{1,4}) of (\d{1,4})\s*")
_SLIDES = 5  # of a document that has some
_PROSE = 20  # characters of a paragraph that a page's end may cut
_MARK = lazily(r"[\uff0c、。\uff1b,;.](?=\D)")
_LEAST_PAGE = 12  # lines of a first page, of two
_CELL = 12  # characters; longer lines are no cells of a table
_EVEN = 0.75  # of a page's lines that the shortest has; the last one apart
_BRACKETS = "(\uff08"
_YEARS = 1000  # a lone number from here on is a year that the wrap put on a line of its own
_PAPER = 24  # lines of a newspaper's page
_LEAST_HAN = 3  # lines above a first page's number in Chinese: a section's stands below the title
_APART = 3  # lines; numbers of a list stand closer


def page_numbers(lines: Sequence[Line], marks: Sequence[Mark], full: float) -> set[int]:
    """Return the indices of those that are page numbers; ``full``: see ``full_line``."""
    forms: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        forms[mark.form].append(mark)
    found = {mark.at for mark in forms["totalled"]}
    found.update(mark.at for mark in forms["decorated"] if mark.value)
    shared = {mark.at for mark in longest_count(_of_slides(lines, forms["shared"]))}
    worded = {mark.at for mark in longest_count(forms["worded"])}
    if len(shared) >= 2 or cut_lines(lines, shared, full):
        found |= shared
    if cut_lines(lines, worded, full):
        found |= worded
    han = [mark.at for mark in longest_count(forms["han"])]  # or numbers of sections, which cut nothing
    whole = han[:-1] if han and han[-1] + 1 == len(lines) else han  # the last one may end the text
    if han and han[0] > _LEAST_HAN and cut_lines(lines, whole, full) and are_apart(han, _APART):
        found.update(han)
    lettered = [mark.at for mark in longest_count(forms["lettered"])]  # of a newspaper, or of a list: A01, A02
    clauses = [at for at in lettered if cuts_line(lines, at, full) and _MARK.search(lines[at - 1].text)]
    feet = lettered and are_apart([0, *lettered], _PAPER) and lettered[-1] + 1 == len(lines)  # a code heads its list
    if feet or (clauses and are_apart(lettered, _MIN_PAGE)):
        found.update(lettered)
    spelled = [mark.at for mark in longest_count(forms["spelled"])]
    cut = 2 * sum([breaks_off_above(lines, at) for at in spelled]) >= len(spelled)
    if any(lines[at].text.strip()[0] in _BRACKETS for at in spelled):  # sections are numbered so, too
        cut = _cuts_all(lines, spelled, full) and is_prose_or_list(lines)
    if len(spelled) > 1 and cut and not all(line.indent for at in spelled for line in lines[at + 1 : at + 2]):
        found.update(spelled)
    roman = [*forms["bare"], *forms["sign"]]  # parts of a text have Roman numbers in one sign, too
    if is_prose_or_list(lines) and _counts_front_matter(lines, [*roman, *forms["totalled"]]):
        found.update(mark.at for mark in roman)
    if len(found) > 1:  # pages have numbers: Roman ones among them are of parts, those before of front matter
        first = min(found)
        forms["bare"] = [one for one in forms["bare"] if one.at < first or lines[one.at].text.strip().isdecimal()]
    bare = longest_count([mark for mark in forms["bare"] if mark.at not in found])
    if len(forms["bare"]) == 2 and _numbers_two_pages(lines, *forms["bare"]):
        found.update(mark.at for mark in bare)
    while _counts_pages(lines, bare, full) or (
        (len(bare) > 1 or (bare and bare[0].value < _YEARS)) and cut_lines(lines, [mark.at for mark in bare], full)
    ):
        found.update(mark.at for mark in bare)
        bare = longest_count([mark for mark in forms["bare"] if mark.at not in found])
    if forms["bare"] and _numbers_last_page(lines, forms["bare"][-1], len(found)):
        found.add(forms["bare"][-1].at)
    return found


def _cuts_all(lines: Sequence[Line], places: Sequence[int], full: float) -> bool:
    """Tell whether each of the numbers, but one that ends the text, stands in a line that goes on behind it."""
    within = [at for at in places if at + 1 < len(lines)]
    return all(cuts_line(lines, at, full) for at in within) and are_apart([0, *places], _APART)


def _counts_front_matter(lines: Sequence[Line], marks: Sequence[Mark]) -> bool:
    """Tell whether all numbers count from I on, and from 1 on behind these, a page apart: what stands before a text."""
    marks = sorted(marks)
    turn = next((place for place, mark in enumerate(marks) if not _ROMAN.fullmatch(lines[mark.at].text)), 0)
    gaps = [after.at - mark.at for mark, after in pairwise(marks)]
    least = 3 if marks[-1:] and marks[-1].form == "bare" and not _beside_heads(lines, marks) else 2
    if not turn or len(marks) < least or min(gaps[:-1], default=_MIN_PAGE) < _MIN_PAGE or gaps[-1] <= _APART:
        return False  # the last page may be cut
    counted = [mark.value for mark in marks]
    return counted == [*range(1, turn + 1), *range(1, len(marks) - turn + 1)]


def _of_slides(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Return marks without those such as ``3 of 10`` that do not count all from the first on: steps, or a rating."""
    told = {mark.at: found for mark in marks if (found := _OF.fullmatch(lines[mark.at].text))}
    counts = {int(found[2]) for found in told.values()}
    last = max(counts, default=0)
    shown = {int(found[1]) for found in told.values()}
    whole = len(counts) == 1 and last >= _SLIDES and shown >= {*range(2, last)}
    return [mark for mark in marks if mark.at not in told or whole]


def _counts_pages(lines: Sequence[Line], run: Sequence[Mark], full: float) -> bool:
    """Tell page numbers from the numbers of a list or table: pages are long, uneven and cut sentences in two."""
    if len(run) >= 2 and (all(_at_edge(lines, mark.at) for mark in run) or _beside_heads(lines, run)):
        return True
    if len(run) < 3:
        return full < inf and _cuts_clause(lines, run)
    if sum(_cuts_prose(lines, mark.at) for mark in run) * 2 >= len(run) and _apart(run):
        return True
    if _ends_even_pages(lines, run):
        return True
    gaps = sorted(after.at - mark.at for mark, after in pairwise(run))
    middle = gaps[len(gaps) // 2]
    if middle < _MIN_PAGE or gaps[0] == gaps[-1] < 2 * _MIN_PAGE:
        return False
    cuts = sum(breaks_off_above(lines, mark.at) for mark in run)
    return cuts * 4 >= len(run)


def _cuts_clause(lines: Sequence[Line], run: Sequence[Mark]) -> bool:
    """Tell whether 1 and 2 stand below a page of lines each, and one of them behind a comma, where prose goes on."""
    if [mark.value for mark in run] != [1, 2] or min(run[0].at, run[1].at - run[0].at) < _MIN_PAGE:
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
        and middle >= 2 * _MIN_PAGE
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
        and _MARK.search(around[0]) is not None
    )


def _apart(run: Sequence[Mark]) -> bool:
    """Tell whether most numbers stand further apart than those of a list whose items are a line or two."""
    return sum(after.at - mark.at > _APART for mark, after in pairwise(run)) * 3 >= 2 * (len(run) - 1)


def _at_edge(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the first or last of its page, of pages that the lines themselves know."""
    page = lines[index].page
    near = (lines[place].page if 0 <= place < len(lines) else 0 for place in (index - 1, index + 1))
    return page > 0 and any(other != page for other in near)


def _beside_heads(lines: Sequence[Line], run: Sequence[Mark]) -> bool:
    """Tell whether the same words stand beside all numbers but the last, a page apart: a running head or foot."""
    if min([after.at - mark.at for mark, after in pairwise(run)], default=0) < _MIN_PAGE:
        return False
    for step in (-1, 1):
        beside = [lines[mark.at + step].text for mark in run if 0 <= mark.at + step < len(lines)]
        if len(beside) >= max(2, len(run) - 1) and len(set(beside)) == 1 and _WORD.search(beside[0]):
            return True
    return False
