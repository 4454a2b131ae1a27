"""Running heads and feet, known by repetition at the edges of pages; page numbers go with them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise

from cleaners.document import Drop, Line
from cleaners.furniture.breaks import breaks_off_above
from cleaners.furniture.folios import (
    boxed_folios,
    counted_lines,
    folio_in,
    number_of,
    numbered_feet,
    set_off_folios,
    turned_heads,
)
from cleaners.furniture.page_numbers import (
    Mark,
    candidates,
    cut_lines,
    cuts_line,
    full_line,
    is_prose_or_list,
    page_numbers,
)
from cleaners.lazily import lazily
from cleaners.rules.phrases import key_of

_DIGITS = lazily(r"\d+|\b[ivxlIVXL]{1,6}\b")
_WORD = lazily(r"[^\W\d_]{2}")
_ENDED = lazily("[，。；：,;:]|[.!?！？]$")
_ISSUE_FORM = r"第\s?\d{1,4}\s?[卷期]|(?:19|20)\d\d\s?年\s?第\s?\d{1,3}\s?期|(?i:vol|no)\.?\s?\d{1,4}"
_ISSUE = lazily(_ISSUE_FORM)
_OF_ISSUE = lazily(rf"(?:{_ISSUE_FORM})\s.+\s\d{{1,4}}|\d{{1,4}}\s.+\s(?:{_ISSUE_FORM})")
_NUMBERED_TITLE = lazily(r"(\S.{2,60}\S)\s+(\d{1,4}|[一二三四五六七八九十百〇]{1,4})")
_STANDARD = lazily(r"[A-Z]{1,4}(?:/[A-Z]{1,8})? ?\d+(?:\.\d+)?\s?[—–-]\s?(?:19|20)\d\d")  # its number: GB/T 42917—2023
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
_SECTION = lazily(r"(\d{1,2})\s+[\u4e00-\u9fff]{2,12}$")
_LEAST_WORDS = 4  # characters of a title's beginning beside a page's number
_LEADERS = lazily(r"\.{4}|…{2}|·{4}")
_CONTENTS = 16  # lines above the foot of a page of contents
_OPENS = lazily(
    r"第[一二三四五六七八九十\d]{1,3}[章节節编編篇]|摘\s*要|[Aa]bstract|ABSTRACT|目\s*[录錄]|[参參]考文[献獻]|附\s*[录錄]"
)
_ANNEX = lazily("附[件表录錄图圖]|[图圖表]")
_VISUAL = frozenset(("p", "div"))
_LEAST_PROSE = 12  # characters of a line of text
_SEVERAL = 12  # lines
_GOING_ON = 0.5  # of them break off where an element has a visual line
_SHORT = 0.7  # of the line above
_GOES_ON = lazily(r"[a-z]{2,} \S")
_WORDS = 6  # spaces in a line of a sentence
_PROSE = 24  # characters of a line that is no heading, if it is not a full one of wrapped text
_EDGE = 3  # lines from a page's edge that may hold heads and feet
_MAX_HEAD = 120  # characters
_MAX_TITLE = 60
_BEYOND = 24  # characters beside a title in a head
_PART = lazily(  # of a document: each begins a page, and they count up as pages do
    r"(?:附[件表录錄]|[图圖表例]|案例|[实實][验驗]|任[务務]|[项項]目|模[块塊]|[专專][题題]|[单單]元|[试試]卷|第|(?i:annex|appendix|exhibit|schedule"
    r"|chapter|unit|lesson|part|section|module|table|figure|exercise|task)\b)\s?\d{1,3}(?!\s?[页頁])"
)
_LEAST_STAMP = 6  # characters: of a line without words that may be a head, such as 2023/5/6


def strip_furniture(lines: list[Line], title: str | None = None) -> tuple[list[Line], list[Drop]]:
    """Take page numbers and running heads and feet out; the other lines keep their order and learn their page.

    A number is a page number where it counts up over the document at a page's distance, is set off by dashes or
    says so; a line is a running head where it repeats at the edges of pages, or is the title there. Rules:
    ``page-number``, ``running-head``.
    """
    given, lines = lines, _as_visual(lines)
    full = full_line(lines)
    maybe = candidates(lines)
    marks = page_numbers(lines, maybe, full) | _beside_title(lines, maybe, title)
    runs = counted_lines(lines, uncounted=not marks)
    folios = {index for run in runs if cut_lines(lines, run, full) for index in run} - marks
    if not marks:
        folios.update(index for run in turned_heads(lines, key_of(title or "")) for index in run)
        feet = [run for run in numbered_feet(lines) if any(cuts_line(lines, at, full) for at in run)]
        feet += [run for run in numbered_feet(lines, in_letters=True) if all(cuts_line(lines, at, full) for at in run)]
        folios.update(index for run in feet for index in run)
    told = [*boxed_folios(lines), set_off_folios(lines)]
    folios.update(index for run in told if any(breaks_off_above(lines, at) for at in run) for index in run)
    folios.update(_issues_with_title(lines, title))
    folios.update(_saying_pages(lines) | _counting_with_pages(lines))
    folios.update(_names_journal(lines, marks | folios) | _numbered_titles(lines, title))
    folios.update(_opposite_folios(lines, folios) | _numbers_beside(lines, folios))
    numbered = marks | folios
    edges = _page_edges(lines, numbered)
    if not edges:
        return given, []
    titles = _titles(lines, edges, title)
    running = _running_heads(lines, numbered, edges, -1 if numbered else 0)
    heads = folios | running | titles
    heads |= _opposite(lines, edges, (running | titles) - numbered, full) | _between_halves(
        lines, edges, numbered, full
    )
    heads |= _doubled(lines, edges, numbered) | _first_copies(lines, heads, title) | _last_foot(lines, heads)
    heads -= _sections(lines, heads)
    if not marks and not heads:
        return given, []
    kept: list[Line] = []
    drops: list[Drop] = []
    page = 1
    turned = False
    for index, line in enumerate(given):
        if index in marks or index in heads:
            rule = "page-number" if index in marks else "running-head"
            drops.append(Drop(line.number, rule, line.text))
            turned = True
            continue
        page += turned
        turned = False
        kept.append(line if line.page else line._replace(page=page))
    return kept, drops


def _as_visual(lines: list[Line]) -> list[Line]:
    """Return lines that go on from element to element as visual lines, which they are; other ones as they are."""
    prose = [line for line in lines if line.tag in _VISUAL and len(line.text) >= _LEAST_PROSE]
    if len(prose) < _SEVERAL or any(line.broken for line in prose):
        return lines
    if sum(_ENDED.search(line.text[-1:]) is None for line in prose) < _GOING_ON * len(prose):
        return lines
    return [line._replace(broken=True) if line.tag in _VISUAL else line for line in lines]


def _page_edges(lines: Sequence[Line], marks: Iterable[int]) -> list[int]:
    """Return the indices at which a page begins, as page numbers and the lines' own pages tell."""
    edges = set(marks)
    edges.update(index + 1 for index, (line, after) in enumerate(pairwise(lines)) if 0 < line.page < after.page)
    return sorted(edges)


def _running_heads(lines: Sequence[Line], marks: set[int], edges: Sequence[int], start: int) -> set[int]:
    """Find the lines that repeat at the edges of pages, with or without the page's number in them.

    The text's beginning, as seen from ``start``, counts as an edge for short lines; their copies there stay, as they
    may be the title.
    """
    places: dict[str, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for index in _neighbours(lines, marks, start):
        if len(lines[index].text) <= _MAX_TITLE:
            places[_DIGITS.sub("#", lines[index].text)][index - start][index] = 0
    near: set[int] = set()
    for turn, (above, edge, below) in enumerate(zip([0, *edges], edges, [*edges[1:], len(lines)], strict=False), 1):
        near.update(around := [index for index in _neighbours(lines, marks, edge) if above <= index < below])
        for index in around:
            places[_DIGITS.sub("#", lines[index].text)][index - edge][index] = turn
    heads: set[int] = set()
    for text, offsets in places.items():
        known = _WORD.search(text) or _same(lines, offsets)
        if known and any(
            _runs([lines[index].text for index in turns], list(turns.values()), len(edges))
            for turns in offsets.values()
        ):
            heads.update(index for turns in offsets.values() for index in turns)
    return heads & near


def _same(lines: Sequence[Line], offsets: Mapping[int, Mapping[int, int]]) -> bool:
    """Tell whether lines without words, such as the day of a print, are all the same, numbers included."""
    texts = {lines[index].text for turns in offsets.values() for index in turns}
    return len(texts) == 1 and len(texts.pop()) >= _LEAST_STAMP


def _first_copies(lines: Sequence[Line], heads: set[int], title: str | None) -> set[int]:
    """Find lines above the text that are running heads further down, no words of the title; and it below them."""
    key = key_of(title) if title else ""
    texts = {lines[index].text for index in heads}
    top = range(min(_EDGE, len(lines)) if key else 0)
    again = [index for index in top if lines[index].text in texts]
    first = {at for at in again if key_of(lines[at].text) not in key or _STANDARD.fullmatch(lines[at].text)}
    return first | {index + 1 for index in first if index + 1 in top and key_of(lines[index + 1].text) == key}


def _doubled(lines: Sequence[Line], edges: Iterable[int], numbered: Set[int]) -> set[int]:
    """Find the heads of pages that are the headings of the chapters below them, where two pages have such ones."""
    tops = [edge + 1 for edge in edges if edge in numbered and edge + 1 < len(lines)]
    found = {
        at
        for at in (0, *tops)
        if len(lines[at].text) <= _MAX_TITLE
        and not _ENDED.search(lines[at].text)
        and lines[at].text in [line.text for line in lines[at + 1 : at + 1 + _EDGE]]
    }
    told = any(_OPENS.match(lines[at].text) or lines[at].text == lines[at + 1].text for at in found)
    return found if len(found) > 1 and told and is_prose_or_list(lines) else set()


def _last_foot(lines: Sequence[Line], heads: set[int]) -> set[int]:
    """Find the foot of the last page, which ends the text and cuts nothing, by those before: ``用户手册 3``."""
    last = len(lines) - 1
    form = _DIGITS.sub("#", lines[last].text)
    alike = [lines[at].text for at in heads if _DIGITS.sub("#", lines[at].text) == form]
    numbers = [int(found[-1]) for text in (*alike, lines[last].text) if (found := re.findall(r"\d{1,6}", text))]
    return {last} if len(numbers) > 1 and numbers[-1] == max(numbers[:-1]) + 1 else set()


def _titles(lines: Sequence[Line], edges: Iterable[int], title: str | None) -> set[int]:
    """Find the lines where pages turn that are the document's title: one page that turns shows a running head.

    The volume or issue of a journal may stand between the number and the title, or without it on the pages opposite.
    """
    key = key_of(title) if title else ""
    found: set[int] = set()
    for edge in edges if key else ():
        beside = [at for at in range(max(0, edge - 2), min(len(lines), edge + 3)) if at != edge]
        issues = {at for at in beside if _ISSUE.fullmatch(lines[at].text)}
        near = {edge - 1, edge, edge + 1} | {at + step for at in issues for step in (-1, 1)}
        found |= issues | {at for at in near if 0 <= at < len(lines) and _is_head(key_of(lines[at].text), key)}
        found |= {at for at in near if 0 < at < len(lines) and _is_first_half(lines, at, key)}
        found |= {at for at in (edge - 1, edge + 1) if 0 <= at < len(lines) and _counts_on(lines, edge, at, key)}
    if any(lines[at].text == title for at in found):
        found |= {
            at for at, line in enumerate(lines[:_SEVERAL]) if line.text == title and line.broken
        }  # on a cover's back as well
    return found


def _beside_title(lines: Sequence[Line], maybe: Iterable[Mark], title: str | None) -> set[int]:
    """Find the Roman numbers beside a line that is the title: of pages of contents, each with the head of the next."""
    roman = [mark.at for mark in maybe if mark.form == "bare" and not lines[mark.at].text.strip().isdecimal()]
    roman = [at for at in roman if any(_LEADERS.search(line.text) for line in lines[max(0, at - _CONTENTS) : at])]
    return {
        at for at in roman if title and title in [line.text for line in (*lines[at - 1 : at], *lines[at + 1 : at + 2])]
    }


def _counts_on(lines: Sequence[Line], edge: int, at: int, title: str) -> bool:
    """Tell whether a line beside a page's number is the next page's, with words of the title: ``2 Annals``."""
    number, head = re.search(r"\d{1,4}", lines[edge].text), folio_in(lines[at].text)
    if number is None or head is None or len(lines[edge].text) >= len(lines[at].text):
        return False
    words = key_of(head[2] or head[3])
    return len(words) >= _LEAST_WORDS and words in title and abs(int(head[1] or head[4]) - int(number[0])) == 1


def _issues_with_title(lines: Sequence[Line], title: str | None) -> set[int]:
    """Find the heads of a journal's pages that have all in one, be it once: issue, who wrote it, title and page."""
    key = key_of(title.split("——")[0]) if title else ""  # a subtitle has no room in a head
    if len(key) < _LEAST_STAMP:
        return set()
    return {
        at
        for at, line in enumerate(lines)
        if at >= _EDGE
        and line.broken
        and len(line.text) <= _MAX_HEAD
        and _OF_ISSUE.fullmatch(line.text.strip())
        and not any(_ISSUE.search(other.text) for other in (lines[at - 1], *lines[at + 1 : at + 2]))
        and _is_head(_PAGE.sub("", key_of(line.text)), key)
    }


def _sections(lines: Sequence[Line], heads: Set[int]) -> set[int]:
    """Return which heads are a section's: its number goes on from a line's that is no head: ``2 结果与分析``."""
    numbers = {
        int(found[1]) for at, line in enumerate(lines) if at not in heads and (found := _SECTION.match(line.text))
    }
    own = {at: int(found[1]) for at in heads if (found := _SECTION.match(lines[at].text))}
    texts = [lines[at].text for at in heads]
    return {at for at, value in own.items() if numbers & {value - 1, value + 1} and texts.count(lines[at].text) == 1}


def _saying_pages(lines: Sequence[Line]) -> set[int]:
    """Find heads that say which page of how many it is, among other words: ``编号：SOP-06 版本：B/1 第2页 共7页``."""
    alike: dict[str, list[int]] = defaultdict(list)
    last: dict[str, int] = {}
    for at, line in enumerate(lines):
        if len(line.text) <= _MAX_HEAD and (page := _PAGE_OF.search(line.text)):
            head = f"{line.text[: page.start()]}#{line.text[page.end() :]}/{page[2] or page[4]}"
            number = int(page[1] or page[3])
            if number > last.get(head, -1):
                alike[head].append(at)
                last[head] = number
    return {at for run in alike.values() if len(run) > 1 for at in run}


def _opposite_folios(lines: Sequence[Line], known: Set[int]) -> set[int]:
    """Find the heads of pages opposite to known ones: alike, with the numbers that are missing there."""
    numbers = {int(value) for at in known for value in re.findall(r"\d{1,4}", lines[at].text)}
    alike: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines) if known else ():
        found = _FOLIO_AT_END.match(line.text) if at not in known and len(line.text) <= _MAX_HEAD else None
        value = int(found[1] or found[2]) if found else 0
        if found and value not in numbers and not numbers.isdisjoint((value - 1, value + 1)):
            alike[_DIGITS.sub("#", line.text)].append(at)
    return {at for run in alike.values() if len(run) > 1 for at in run}


def _names_journal(lines: Sequence[Line], known: Set[int]) -> set[int]:
    """Find the heads that have the page beside known numbers, a journal's name or one in another line, and a year.

    A journal has its name on the left pages: ``62 濂江学院学报 2022年``.
    """
    numbers = {int(value) for at in known for value in re.findall(r"\d{1,4}", lines[at].text)}
    found = set()
    for at, line in enumerate(lines) if known else ():
        head = _OF_JOURNAL.fullmatch(line.text) if at not in known and len(line.text) <= _MAX_HEAD else None
        listed = any(
            _OF_JOURNAL.fullmatch(other.text) for other in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
        )
        if head and not listed and not numbers.isdisjoint((int(head[1]) - 1, int(head[1]) + 1)):
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
        if line.text[-1] in _NUMERALS and (found := _NUMBERED_TITLE.fullmatch(line.text[:_MAX_HEAD]))
    ]
    if not heads:
        return set()
    key = key_of(title or "")
    spelled = [(at, found) for at, found in heads if not found[2].isdecimal() and key_of(found[1]) == key]
    named = [(at, number_of(found[2])) for at, found in spelled] if len(key) >= _LEAST_STAMP else []
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
        turned = 0 < above.page < line.page and len(line.text) <= _MAX_HEAD
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


def _is_head(text: str, title: str) -> bool:
    """Tell whether a line is the title, or the title with whose it is and when it came out: ``2019年3月 N等:T``."""
    if text == title:
        return True
    beyond = len(text) - len(title)
    if title not in text or len(title) < _LEAST_STAMP or beyond > _BEYOND:
        return False
    by = text.endswith(title) and text[beyond - 1] == ":" and not _ANNEX.match(text)
    return by or _DIGITS.search(text) is not None


def _is_first_half(lines: Sequence[Line], at: int, title: str) -> bool:
    """Tell whether a line below one that breaks off is what the title has before a colon."""
    text = key_of(lines[at].text[:_MAX_HEAD])
    return len(text) >= _LEAST_STAMP and title.startswith(f"{text}:") and breaks_off_above(lines, at)


def _opposite(lines: Sequence[Line], edges: Iterable[int], heads: Set[int], full: float) -> set[int]:
    """Find the heads of pages opposite to known ones, as far below a number that cuts a line."""
    steps = {index - edge for edge in edges for index in heads if 0 < index - edge <= 1}
    places = {edge + step for edge in edges for step in steps if 1 < edge + step < len(lines)} - heads
    return {at for at in places if _cuts_as_head(lines, at, at - 2, full)}


def _between_halves(lines: Sequence[Line], edges: Iterable[int], numbered: Set[int], full: float) -> set[int]:
    """Find heads of pages that stand between the halves of a sentence, which goes on in a small letter."""
    places = {(edge + 1, edge - 1) if edge in numbered else (edge, edge - 1) for edge in edges}
    return {
        at
        for at, above in places
        if above >= 0
        and at + 1 < len(lines)
        and lines[at].text[0].isupper()
        and _GOES_ON.match(lines[at + 1].text)
        and lines[above].text.count(" ") >= _WORDS
        and _cuts_as_head(lines, at, above, full)
    }


def _cuts_as_head(lines: Sequence[Line], at: int, above: int, full: float) -> bool:
    """Tell whether a line that begins a page is far shorter than what breaks off above, and ends in no mark."""
    text, before = lines[at].text, lines[above].text
    short = len(text) <= _SHORT * len(before) and not _ENDED.search(text)
    return short and len(before) >= min(_PROSE, full) and breaks_off_above(lines, above + 1)


def _runs(texts: Sequence[str], turns: Sequence[int], pages: int) -> bool:
    """Tell whether lines that are alike but for digits, seen at these turns of the page, are one running head.

    The same words stand on neighbouring pages (or on every second one: left and right differ); a head with the page's
    number in it counts up as the pages do.
    """
    if len(turns) < (2 if pages <= 4 else 3):
        return False
    steps = [after - turn for turn, after in pairwise(turns)]
    if sum(step <= 2 for step in steps) * 5 < 3 * len(steps):
        return False
    if len(set(texts)) * 2 <= len(texts) + 1:
        return True
    if all(_PART.match(text) for text in texts):
        return False
    values = [int(numbers[-1]) if (numbers := re.findall(r"\d{1,6}", text)) else 0 for text in texts]
    counted = sum(after - value == step for value, after, step in zip(values, values[1:], steps, strict=False))
    return counted * 5 >= 3 * len(steps)


def _neighbours(lines: Sequence[Line], marks: set[int], edge: int) -> list[int]:
    """Return the indices of lines near a page's edge, the marks left out."""
    around = range(max(0, edge - _EDGE), min(len(lines), edge + _EDGE + 1))
    return [index for index in around if index not in marks and 1 < len(lines[index].text) <= _MAX_HEAD]
