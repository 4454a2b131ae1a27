"""How far a document's own page numbers tell that it goes: the last one, and of how many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cleaners.document import Drop
from cleaners.facts.counted_pages import NUMBER
from cleaners.lazily import lazily

_NUMBERS: Final = {NUMBER: 0, "page-marker": 1, "page-position": 1, "running-head": 2}  # rules, the surest first
_BESIDE: Final = "side-block"  # boxes that a viewer puts beside its pages
_OF: Final = lazily(r"(?i)(?<!\d)(\d{1,4})\s*[页頁张張]?[\s,，(（/／|]*(?:[共总總计計]|of|/|／)\s*(\d{1,4})(?!\d)")
_SHOWN: Final = lazily(r"(?=.*[页頁/／])第?\s?\d{1,4}\s?[页頁]?\s?[,，/／]?\s?共?\s?\d{1,4}\s?[页頁]?")
_SHARED: Final = lazily(r"\d{1,4}\s?[/／]\s?\d{1,4}")
_PLAIN: Final = lazily(r"(.{0,40}\D|)(\d{1,4})(\D{0,40})")


class LastPage(NamedTuple):
    """How many pages are numbered up to the last one, and of how many as the numbers say; 0 where they do not."""

    number: int = 0
    of: int = 0


def marks_page(drop: Drop) -> bool:
    """Tell whether a line that was taken out of a tree says which page this is, in a box of its own."""
    return drop.rule == NUMBER or (drop.rule == _BESIDE and _SHOWN.fullmatch(drop.text) is not None)


def last_page(drops: Iterable[Drop]) -> LastPage:
    """Return the last of the page numbers among lines taken out; nothing where they do not count up.

    Args:
        drops: lines taken out of a document, in page order.
    """
    lines: list[list[str]] = [[], [], []]
    beside: list[str] = []
    shared: list[str] = []  # whatever took them out
    for drop in drops:
        if _SHARED.fullmatch(drop.text):
            shared.append(drop.text)
        if (group := _NUMBERS.get(drop.rule)) is not None:
            lines[group].append(drop.text)
        elif drop.rule == _BESIDE and marks_page(drop):
            beside.append(drop.text)
    found = [*filter(None, map(_last, (*lines, beside, shared)))]
    alike = [last for last in found if last.of == found[0].of]  # the last of them may have gone with what is below
    return max(alike, key=lambda last: last.number) if found and found[0].of else next(iter(found), LastPage())


def _last(texts: Sequence[str]) -> LastPage | None:
    """Return the last of lines that count up from one: with the number of pages in each, or alike but for theirs."""
    counted = [(int(found[1]), int(found[2])) for text in texts if (found := _OF.search(text))]
    several = len(counted) > 1 or counted == [(1, 1)]
    if several and len({of for _, of in counted}) == 1 and _counts([number for number, _ in counted]):
        return LastPage(*counted[-1])
    plain = [found.groups() for text in texts if (found := _PLAIN.fullmatch(text))]
    alike = len(plain) > 1 and len({(before, behind) for before, _, behind in plain}) == 1
    numbers = [int(number) for _, number, _ in plain]
    if not alike or not _counts_up(numbers):
        return None
    of_chapter = numbers[0] == 1 or not any(map(str.isdecimal, "".join(plain[0][::2])))  # 1/2 and 1/3 are none
    return LastPage(numbers[-1] - numbers[0] + 1) if of_chapter else None


def _counts(numbers: list[int]) -> bool:
    return numbers[0] == 1 and _counts_up(numbers)


def _counts_up(numbers: list[int]) -> bool:
    return all(after - number in (0, 1) for number, after in pairwise(numbers))
