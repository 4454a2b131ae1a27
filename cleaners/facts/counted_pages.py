"""How many pages a document has, by what a viewer writes beside each of them, ``Page 3 of 52``, or behind its title."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cleaners.document import Drop, Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.finding import Finding
from cleaners.lazily import lazily

NUMBER: Final = "page-number"
"""The rule of what a viewer writes beside a page."""
_HEAD: Final = "running-head"
_SEVERAL: Final = 2
_OF_ALL: Final = lazily(r"(?i)\D*(\d{1,4})\s*(?:/|of|[页頁]?\s*[,，/]?\s*共)\s*(\d{1,4})\D*")
_BEHIND_TITLE: Final = lazily(r"(?i)[(（]共?(\d{1,4})\s?(?:[页頁]|pages?|pp?\.?)(?:珍藏版)?[)）]")
_READ_AND_LEFT: Final = lazily(
    r"已(?:[阅閱][读讀]|[预預][览覽]|[读讀])\s?(\d{1,4})\s?[页頁]\s?[,，]\s?(?:[还還]剩|剩[余餘])\s?(\d{1,4})\s?[页頁]"
)
_SAYS_PAGES: Final = lazily(r"(?i)[页頁]|page")  # in a head with other words: 2023/2024学年 counts none


def counted_pages(drops: Iterable[Drop]) -> list[Finding]:
    """Return the number of all pages, where the numbers of several pages state the same; none else.

    Args:
        drops: what a page loses.
    """
    numbers = [drop for drop in drops if drop.rule == NUMBER or (drop.rule == _HEAD and _SAYS_PAGES.search(drop.text))]
    found = [(drop, of_all) for drop in numbers if (of_all := _OF_ALL.fullmatch(drop.text))]
    if any(" of " in drop.text and not _SAYS_PAGES.search(drop.text) for drop, _ in found):
        return []
    shown = [int(of_all[1]) for _, of_all in found]
    counted = shown == sorted({*shown}) and all(int(of_all[1]) <= int(of_all[2]) for _, of_all in found)
    if len(found) < _SEVERAL or len({of_all[2] for _, of_all in found}) > 1 or not counted:
        return []
    drop, count = found[0][0], found[0][1][2]
    return [Finding(LABELLED, {"page_count": count}, Line(drop.text, number=drop.number))]


def marked_pages(found: Iterable[Finding]) -> int | None:
    """Return how many pages a viewer's marks count from the first one on, two at least, none of them twice."""
    pages = [int(one.facts["page"]) for one in found if one.rule.marker and one.facts.get("page", "").isdecimal()]
    return len(pages) if len(pages) >= _SEVERAL and pages == [*range(1, len(pages) + 1)] else None


def pages_read_and_left(texts: Iterable[str]) -> int | None:
    """Return the number of all pages by the line that says how many are shown and left: ``已阅读3页，还剩6页未读``."""
    found = (_READ_AND_LEFT.match(text) for text in texts if text[:1] == "已")
    return next((int(one[1]) + int(one[2]) for one in found if one), None)


def pages_behind_title(raw_title: str | None, title: str | None) -> int | None:
    """Return the number of pages that a site puts behind the title: ``T（12页）``."""
    behind = (raw_title or "").partition(title or "\0")[2]
    named = _BEHIND_TITLE.match(behind.lstrip()) if behind else None
    return int(named[1]) or None if named else None
