"""Page numbers: lines that are a number and nothing else, and count the document's pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.furniture.bare_numbers import APART, MIN_PAGE, bare_page_numbers, stand_beside_heads
from cleaners.furniture.breaks import breaks_off_above, cut_lines, cuts_line, has_clauses
from cleaners.furniture.line_lengths import is_prose_or_list
from cleaners.furniture.number_forms import Mark, longest_count
from cleaners.lazily import lazily
from cleaners.places import are_apart

_ROMAN: Final = lazily(r"\s*(?:[ivxlIVXL]{1,6}|[\u2160-\u216b\u2170-\u217b])\s*")
_OF: Final = lazily(r"\s*(\d{1,4}) of (\d{1,4})\s*")
_SLIDES: Final = 5  # of a document that has some
_BRACKETS: Final = "(\uff08"
_ITEMS: Final = lazily(r"[(\uff08](\d{1,2})[)\uff09](?=[^\W\d_])")
_ITEM: Final = 6  # lines of an item, at most
_PAPER: Final = 24  # lines of a newspaper's page
_LEAST_HAN: Final = 3  # lines above a first page's number in Chinese: a section's stands below the title


def page_numbers(lines: Sequence[Line], marks: Sequence[Mark], full: float) -> set[int]:
    """Return the indices of those that are page numbers; ``full``: see ``full_line``."""
    forms: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        forms[mark.form].append(mark)
    found = {mark.at for mark in forms["totalled"]}
    decorated = forms["decorated"]
    found.update(mark.at for mark in decorated if mark.value and not _numbers_item(lines, mark, decorated))
    forms["shared"] = _of_slides(lines, forms["shared"])
    for form, count_pages in _COUNTED.items():
        run = [mark.at for mark in longest_count(forms[form])]
        if run and count_pages(lines, run, full):
            found.update(run)
    roman = [*forms["bare"], *forms["sign"]]  # parts of a text have Roman numbers in one sign, too
    said = ([*roman, *forms["totalled"]], [*roman, *forms["totalled"], *decorated])
    if roman and is_prose_or_list(lines) and any(_counts_front_matter(lines, marks) for marks in said):
        found.update(mark.at for mark in roman)
    return found | bare_page_numbers(lines, forms["bare"], found, full)


def _numbers_item(lines: Sequence[Line], mark: Mark, marks: Sequence[Mark]) -> bool:
    """Tell whether a number in brackets, alone in a line behind a sentence, goes on from an item's right above.

    Another such line with the number before or behind it tells that they count pages.
    """
    if lines[mark.at].text[0] not in _BRACKETS or not mark.at or breaks_off_above(lines, mark.at):
        return False
    if any(abs(other.value - mark.value) == 1 and lines[other.at].text[0] in _BRACKETS for other in marks):
        return False
    above = " ".join([line.text for line in lines[max(0, mark.at - _ITEM) : mark.at]])
    items = [int(item[1]) for item in _ITEMS.finditer(above)]
    return items[-1:] == [mark.value - 1]


def _shared_count_pages(lines: Sequence[Line], run: Sequence[int], full: float) -> bool:
    """Tell whether there are several numbers of so many, ``3/21``, or one cuts a line."""
    return len(run) > 1 or cut_lines(lines, run, full)


def _han_count_pages(lines: Sequence[Line], run: Sequence[int], full: float) -> bool:
    """Tell whether numbers in Han digits cut lines, the one apart that ends the text; those of sections do not."""
    within = run[:-1] if run[-1] + 1 == len(lines) else run
    return run[0] > _LEAST_HAN and cut_lines(lines, within, full) and are_apart(run, APART)


def _lettered_count_pages(lines: Sequence[Line], run: Sequence[int], full: float) -> bool:
    """Tell whether numbers such as A01, A02 are of a newspaper's pages, and of no list, whose entries they head."""
    if are_apart([0, *run], _PAPER) and run[-1] + 1 == len(lines):
        return True
    clauses = any(cuts_line(lines, at, full) and has_clauses(lines[at - 1].text) for at in run)
    return clauses and are_apart(run, MIN_PAGE)


def _spelled_count_pages(lines: Sequence[Line], run: Sequence[int], full: float) -> bool:
    """Tell whether numbers in Han digits between marks cut sentences, or lines where sections are numbered so, too."""
    if len(run) < 2 or all(line.indent for at in run for line in lines[at + 1 : at + 2]):
        return False
    if any(lines[at].text.strip()[0] in _BRACKETS for at in run):
        return _cuts_all(lines, run, full) and is_prose_or_list(lines)
    return 2 * sum([breaks_off_above(lines, at) for at in run]) >= len(run)


def _cuts_all(lines: Sequence[Line], places: Sequence[int], full: float) -> bool:
    """Tell whether each of the numbers, but one that ends the text, stands in a line that goes on behind it."""
    within = [at for at in places if at + 1 < len(lines)]
    return all(cuts_line(lines, at, full) for at in within) and are_apart([0, *places], APART)


def _counts_front_matter(lines: Sequence[Line], marks: Sequence[Mark]) -> bool:
    """Tell whether all numbers count from I on, and from 1 on behind these, a page apart: what stands before a text."""
    marks = sorted(marks)
    turn = next((place for place, mark in enumerate(marks) if not _ROMAN.fullmatch(lines[mark.at].text)), 0)
    gaps = [after.at - mark.at for mark, after in pairwise(marks)]
    least = 3 if marks[-1:] and marks[-1].form == "bare" and not stand_beside_heads(lines, marks) else 2
    if not turn or len(marks) < least or min(gaps[:-1], default=MIN_PAGE) < MIN_PAGE or gaps[-1] <= APART:
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


_COUNTED: Final[dict[str, Callable[[Sequence[Line], Sequence[int], float], bool]]] = {
    "shared": _shared_count_pages,
    "worded": cut_lines,
    "han": _han_count_pages,
    "lettered": _lettered_count_pages,
    "spelled": _spelled_count_pages,
}
"""By form, what tells whether numbers that count up are those of pages."""
