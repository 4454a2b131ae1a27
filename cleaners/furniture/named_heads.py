"""Heads of pages that are told by what they say, be it once: a journal's issue, its name, a title with a number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import pairwise

from cleaners.document import Line
from cleaners.furniture.breaks import breaks_off_above
from cleaners.furniture.head_forms import EDGE, LEAST_STAMP, MAX_HEAD, form_of, is_head
from cleaners.furniture.number_forms import number_of
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of

_ISSUE_FORM = r"第\s?\d{1,4}\s?[卷期]|(?:19|20)\d\d\s?年\s?第\s?\d{1,3}\s?期|(?i:vol|no)\.?\s?\d{1,4}"
_CALLED = (  # what journals are called
    r"[^\W\d_]{1,12}(?:[学學][报報刊]|[简簡快][报報]|[集丛叢月季双雙周週半旬内內导導期]刊|[论論][丛叢坛壇]|杂志|雜誌|[评評][论論]|研究|通[讯訊])"
)
ISSUE = lazily(
    rf"(?:{_CALLED}\s{{1,4}})?(?:{_ISSUE_FORM})(?:\s?[(（](?:19|20)\d\d[.年/-]\d{{1,2}}月?[)）])?"
    rf"|(?:{_ISSUE_FORM})\s{{2,}}{_CALLED}"
)
_OF_ISSUE = lazily(rf"(?:{_ISSUE_FORM})\s.+\s\d{{1,4}}|\d{{1,4}}\s.+\s(?:{_ISSUE_FORM})")
_NUMBERED_TITLE = lazily(r"(\S.{2,60}\S)\s+(\d{1,4}|[一二三四五六七八九十百〇]{1,4})")
_YEAR = lazily(r"(?:19|20)\d\d")
_OF_SECTIONS = 10  # by which sections do not number ahead of the pages they begin
_NUMERALS = frozenset("0123456789一二三四五六七八九十百〇")
_OF_JOURNAL = lazily(r"(\d{1,4})\s+([^\W\d_]\D{3,40}?)\s+(?:19|20)\d\d\s?年(?:\s?第?\s?\d{1,2}\s?[月期])?")
_JOURNAL = lazily(r"[学學](?:报|報|刊)|杂志|雜誌|科[学學]版")
_PAGE = lazily(r"^\d{1,4}(?=\D)|(?<=\D)\d{1,4}$")
_PAGE_OF = lazily(
    r"第\s?(\d{1,4})\s?[页頁][\s，,、/]*[共总總]\s?(\d{1,4})\s?[页頁]|(?i:page)\s?(\d{1,4})\s(?:of|/)\s(\d{1,4})"
)
_FOLIO_AT_END = lazily(r"(\d{1,4})\s+[^\W\d_].*|[^\W\d_].*\s(\d{1,4})$")


def heads_in_words(lines: Sequence[Line], title: str | None, marks: Set[int], folios: Set[int]) -> set[int]:
    """Return the heads that say what they are, and those that go by the numbers of known ones.

    Args:
        lines: the lines of a document.
        title: its title.
        marks: the places of page numbers.
        folios: the places of heads with a page's number that are known.
    """
    found = _issues_with_title(lines, title) | _saying_pages(lines) | _counting_with_pages(lines)
    found |= folios
    found |= _names_journal(lines, marks | found) | _numbered_titles(lines, title)
    return found | _opposite_folios(lines, found) | _numbers_beside(lines, found)


def _numbers_in(lines: Sequence[Line], places: Set[int]) -> set[int]:
    return {int(value) for at in places for value in re.findall(r"\d{1,4}", lines[at].text)}


def _issues_with_title(lines: Sequence[Line], title: str | None) -> set[int]:
    """Find the heads of a journal's pages that have all in one, be it once: issue, who wrote it, title and page."""
    key = key_of(title.split("——")[0]) if title else ""  # a subtitle has no room in a head
    if len(key) < LEAST_STAMP:
        return set()
    return {
        at
        for at, line in enumerate(lines)
        if at >= EDGE
        and line.broken
        and len(line.text) <= MAX_HEAD
        and _OF_ISSUE.fullmatch(line.text.strip())
        and not any(ISSUE.search(other.text) for other in (lines[at - 1], *lines[at + 1 : at + 2]))
        and is_head(_PAGE.sub("", key_of(line.text)), key)
    }


def _saying_pages(lines: Sequence[Line]) -> set[int]:
    """Find heads that say which page of how many it is, among other words: ``编号：SOP-06 版本：B/1 第2页 共7页``."""
    alike: dict[str, list[int]] = defaultdict(list)
    last: dict[str, int] = {}
    for at, line in enumerate(lines):
        if len(line.text) <= MAX_HEAD and (page := _PAGE_OF.search(line.text)):
            head = f"{line.text[: page.start()]}#{line.text[page.end() :]}/{page[2] or page[4]}"
            number = int(page[1] or page[3])
            if number > last.get(head, -1):
                alike[head].append(at)
                last[head] = number
    return {at for run in alike.values() if len(run) > 1 for at in run}


def _opposite_folios(lines: Sequence[Line], known: Set[int]) -> set[int]:
    """Find the heads of pages opposite to known ones: alike, with the numbers that are missing there."""
    numbers = _numbers_in(lines, known)
    alike: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines) if known else ():
        found = _FOLIO_AT_END.match(line.text) if at not in known and len(line.text) <= MAX_HEAD else None
        value = int(found[1] or found[2]) if found else 0
        if found and value not in numbers and not numbers.isdisjoint((value - 1, value + 1)):
            alike[form_of(line.text)].append(at)
    return {at for run in alike.values() if len(run) > 1 for at in run}


def _names_journal(lines: Sequence[Line], known: Set[int]) -> set[int]:
    """Find the heads that have the page beside known numbers, a journal's name or one in another line, and a year.

    A journal has its name on the left pages: ``62 濂江学院学报 2022年``.
    """
    numbers = _numbers_in(lines, known)
    found = set()
    for at, line in enumerate(lines) if known else ():
        head = _OF_JOURNAL.fullmatch(line.text) if at not in known and len(line.text) <= MAX_HEAD else None
        if head is None or numbers.isdisjoint((int(head[1]) - 1, int(head[1]) + 1)):
            continue
        beside = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
        if not any(_OF_JOURNAL.fullmatch(other.text) for other in beside):  # no list of issues
            named = _JOURNAL.search(head[2]) or any(head[2] in other.text for other in lines if other is not line)
            found |= {at} if named else set()
    return found


def _numbered_titles(lines: Sequence[Line], title: str | None) -> set[int]:
    """Find the heads that are the title with a number in Han numerals behind it, or a heading in capitals with one.

    Two that count on from page to page, further than parts do: ``雲溪縣志 卷三 津梁 十一``. Or one that cuts a
    sentence, which goes on in small letters below it: ``THE QUAY STEPS 15``.
    """
    heads = [
        (at, found)
        for at, line in enumerate(lines)
        if line.text[-1] in _NUMERALS and (found := _NUMBERED_TITLE.fullmatch(line.text[:MAX_HEAD]))
    ]
    if not heads:
        return set()
    key = key_of(title or "")
    spelled = [(at, found) for at, found in heads if not found[2].isdecimal() and key_of(found[1]) == key]
    named = [(at, number_of(found[2])) for at, found in spelled] if len(key) >= LEAST_STAMP else []
    counted = all(after[1] - before[1] in (1, 2) for before, after in pairwise(named))
    titles = {at for at, _ in named} if len(named) > 1 and counted and named[0][1] >= _OF_SECTIONS else set()
    whole = {line.text for line in lines}
    return titles | {
        at
        for at, head in heads
        if head[1] in whole
        and head[1].isupper()
        and breaks_off_above(lines, at)
        and any(line.text[0].islower() for line in lines[at + 1 : at + 2])
    }


def _counting_with_pages(lines: Sequence[Line]) -> set[int]:
    """Find the first lines of pages that have a number and words, where two numbers or more go with those of the pages.

    The pages are a viewer's: its page 2 is 213 in the journal, and its page 3 is 214.
    """
    by_offset: dict[int, list[int]] = defaultdict(list)
    for at, (above, line) in enumerate(pairwise(lines), 1):
        turned = 0 < above.page < line.page and len(line.text) <= MAX_HEAD
        found = _FOLIO_AT_END.fullmatch(line.text) if turned else None
        if found and not _YEAR.fullmatch(found[1] or found[2]):
            by_offset[int(found[1] or found[2]) - line.page].append(at)
    return {at for offset, run in by_offset.items() if offset >= _OF_SECTIONS and len(run) > 1 for at in run}


def _numbers_beside(lines: Sequence[Line], folios: Set[int]) -> set[int]:
    """Find the bare numbers right above or below heads with the next page's: 46 at the foot of one, ``T 47`` below."""
    found = set()
    for at in folios:
        numbers = {int(value) + step for value in re.findall(r"\d{1,4}", lines[at].text) for step in (-1, 1)}
        beside = [place for place in (at - 1, at + 1) if 0 <= place < len(lines) and place not in folios]
        found |= {place for place in beside if lines[place].text.isdecimal() and int(lines[place].text[:6]) in numbers}
    return found
