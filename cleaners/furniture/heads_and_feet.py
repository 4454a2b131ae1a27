"""Running heads and feet, known by repetition at the edges of pages; page numbers go with them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise
from math import inf

from cleaners.document import Drop, Line
from cleaners.furniture.breaks import breaks_off_above, cut_lines, cuts_line, text_above
from cleaners.furniture.folios import (
    boxed_folios,
    counted_lines,
    far_feet,
    folio_in,
    numbered_feet,
    sectioned_folios,
    set_off_folios,
    turned_heads,
)
from cleaners.furniture.line_lengths import full_line, is_prose_or_list
from cleaners.furniture.named_heads import DIGITS, EDGE, ISSUE, LEAST_STAMP, MAX_HEAD, heads_in_words, is_head
from cleaners.furniture.number_forms import Mark, candidates, number_of
from cleaners.furniture.page_numbers import page_numbers
from cleaners.lazily import lazily
from cleaners.reflow.numbering import NUMBERED
from cleaners.reflow.phrases import reads_on
from cleaners.rules.phrases import key_of

_WORD = lazily(r"[^\W\d_]{2}")
_ENDED = lazily("[，。；：,;:]|[.!?！？]$")
_CLAUSES = lazily("[，。；：](?=.)")
_CAPTION = lazily(r"[图圖表]\s?\d|(?i:fig|tab)")
_STANDARD = lazily(r"[A-Z]{1,4}(?:/[A-Z]{1,8})? ?\d+(?:\.\d+)?\s?[—–-]\s?(?:19|20)\d\d")  # its number: GB/T 42917—2023
_SECTION = lazily(r"(\d{1,2})\s+[\u4e00-\u9fff]{2,12}$")
_LEAST_WORDS = 4  # characters of a title's beginning beside a page's number
_LEADERS = lazily(r"\.{4}|…{2}|·{4}")
_CONTENTS = 16  # lines above the foot of a page of contents
_OPENS = lazily(
    r"第[一二三四五六七八九十\d]{1,3}[章节節编編篇]|摘\s*要|[Aa]bstract|ABSTRACT|目\s*[录錄]|[参參]考文[献獻]|附\s*[录錄]"
)
_VISUAL = frozenset(("p", "div"))
_LEAST_PROSE = 12  # characters of a line of text
_SEVERAL = 12  # lines
_LONG_HEAD = 8  # characters; shorter ones are headings: 致谢
_COVER = 16  # lines of a cover, at most
_APART = lazily(r"\S {3,}\S")
_GOING_ON = 0.5  # of them break off where an element has a visual line
_SET_IN = 2  # columns
_CENTRED = 12  # columns by which a line is set in that stands in the middle
_SECTION_LINE = lazily(
    r"(\d{1,2})\.(\d{1,2})(?![\d.])\s?(?![万萬亿億元米倍吨分个個年月日斤])[\u4e00-\u9fff][^.…·]*[^\d.…·]$"
)
_OPEN_CHAPTER = lazily(r"第\s?([一二三四五六七八九十\d]{1,3})\s?章")
_SHORT = 0.7  # of the line above
_LONG_HALF = 16  # letters of a half of the title; a shorter one can head a section
_GOES_ON = lazily(r"[a-z]{2,} \S")
_WORDS = 6  # spaces in a line of a sentence
_PROSE = 24  # characters of a line that is no heading, if it is not a full one of wrapped text
_MAX_TITLE = 60
_BEFORE_SUBTITLE = (":", "—", "-")
_PART = lazily(  # of a document: each begins a page, and they count up as pages do
    r"(?:附[件表录錄]|[图圖表例]|案例|[实實][验驗]|任[务務]|[项項]目|模[块塊]|[专專][题題]|[单單]元|[试試]卷|第|(?i:annex|appendix|exhibit|schedule"
    r"|chapter|unit|lesson|part|section|module|table|figure|exercise|task)\b)\s?\d{1,3}(?!\s?[页頁])"
)


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
    folios.update(sectioned_folios(lines))
    folios.update(far_feet(lines))
    folios = heads_in_words(lines, title, marks, folios)
    numbered = marks | folios
    edges = _page_edges(lines, numbered)
    if not edges:
        return given, []
    titles = _titles(lines, edges, title) | _open_chapters(lines, marks)
    running = _running_heads(lines, numbered, edges, -1 if numbered else 0)
    heads = folios | running | titles
    cutting = _in_mid_sentence(lines, marks, full)
    heads |= cutting | _opposite(lines, edges, (running | titles | cutting) - numbered, full)
    heads |= _between_halves(lines, edges, numbered, full)
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
    turns = [index + 1 for index, (line, after) in enumerate(pairwise(lines)) if 0 < line.page < after.page]
    return sorted(edges.union(turn for turn in turns if turn - 1 not in edges))  # below its number a page ends once


def _running_heads(lines: Sequence[Line], marks: set[int], edges: Sequence[int], start: int) -> set[int]:
    """Find the lines that repeat at the edges of pages, with or without the page's number in them.

    The text's beginning, as seen from ``start``, counts as an edge for short lines; their copies there stay, as they
    may be the title.
    """
    places: dict[str, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for index in _neighbours(lines, marks, start):
        if len(lines[index].text) <= _MAX_TITLE:
            places[DIGITS.sub("#", lines[index].text)][index - start][index] = 0
    near: set[int] = set()
    for turn, (above, edge, below) in enumerate(zip([0, *edges], edges, [*edges[1:], len(lines)], strict=False), 1):
        near.update(around := [index for index in _neighbours(lines, marks, edge) if above <= index < below])
        for index in around:
            places[DIGITS.sub("#", lines[index].text)][index - edge][index] = turn
    heads: set[int] = set()
    for text, offsets in places.items():
        known = _WORD.search(text) or _same(lines, offsets)
        if known and any(
            _runs([lines[index].text for index in turns], list(turns.values()), len(edges))
            for turns in offsets.values()
        ):
            heads.update(index for turns in offsets.values() for index in turns)
    return {at for at in heads & near if lines[at].tag != "tr" or _goes_on_as_table(lines, at, marks)}


def _goes_on_as_table(lines: Sequence[Line], at: int, marks: Set[int]) -> bool:
    """Tell whether a row stands below another one, a page's number between: the next table has the same head."""
    return next((lines[above].tag == "tr" for above in range(at - 1, -1, -1) if above not in marks), False)


def _same(lines: Sequence[Line], offsets: Mapping[int, Mapping[int, int]]) -> bool:
    """Tell whether lines without words, such as the day of a print, are all the same, numbers included."""
    texts = {lines[index].text for turns in offsets.values() for index in turns}
    return len(texts) == 1 and len(texts.pop()) >= LEAST_STAMP


def _first_copies(lines: Sequence[Line], heads: set[int], title: str | None) -> set[int]:
    """Find lines above the text that are running heads further down, no words of the title; and it below them.

    A chapter's heading is its own, where it stands there once; parts set apart are those of a head also below a cover.
    """
    key = key_of(title) if title else ""
    texts = {lines[index].text for index in heads}
    top = [at for at in range(min(_COVER, len(lines)) if key else 0) if at < EDGE or _APART.search(lines[at].text)]
    above = [lines[index].text for index in top]
    once = {text for text in above if _OPENS.match(text) and above.count(text) == 1}
    again = [at for at, text in zip(top, above, strict=True) if text in texts - once]
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
        and lines[at].text in [line.text for line in lines[at + 1 : at + 1 + EDGE]]
    }
    told = any(_OPENS.match(lines[at].text) or lines[at].text == lines[at + 1].text for at in found)
    return found if len(found) > 1 and told and is_prose_or_list(lines) else set()


def _last_foot(lines: Sequence[Line], heads: set[int]) -> set[int]:
    """Find the foot of the last page, which ends the text and cuts nothing, by those before: ``用户手册 3``."""
    last = len(lines) - 1
    form = DIGITS.sub("#", lines[last].text)
    alike = [lines[at].text for at in heads if DIGITS.sub("#", lines[at].text) == form]
    numbers = [int(found[-1]) for text in (*alike, lines[last].text) if (found := re.findall(r"\d{1,6}", text))]
    return {last} if len(numbers) > 1 and numbers[-1] == max(numbers[:-1]) + 1 else set()


def _titles(lines: Sequence[Line], edges: Sequence[int], title: str | None) -> set[int]:
    """Find the lines where pages turn that are the document's title: one page that turns shows a running head.

    The volume or issue of a journal may stand between the number and the title, or without it on the pages opposite.
    """
    key = key_of(title) if title else ""
    if not key:
        return set()
    found: set[int] = set()
    opposite = any(ISSUE.fullmatch(line.text) for edge in edges for line in lines[edge + 1 : edge + 2])
    for edge in edges:
        beside = [at for at in range(max(0, edge - 2), min(len(lines), edge + 3)) if at != edge]
        issues = {at for at in beside if ISSUE.fullmatch(lines[at].text)}
        near = {edge - 1, edge, edge + 1} | {at + step for at in issues for step in (-1, 1)}
        found |= issues | {at for at in near if 0 <= at < len(lines) and is_head(key_of(lines[at].text), key)}
        found |= {at for at in near if 0 < at < len(lines) and _is_first_half(lines, edge, at, key, opposite=opposite)}
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


def _sections(lines: Sequence[Line], heads: Set[int]) -> set[int]:
    """Return which heads are a section's: its number goes on from a line's that is no head: ``2 结果与分析``."""
    numbers = {
        int(found[1]) for at, line in enumerate(lines) if at not in heads and (found := _SECTION.match(line.text))
    }
    own = {at: int(found[1]) for at in heads if (found := _SECTION.match(lines[at].text))}
    texts = [lines[at].text for at in heads]
    return {at for at, value in own.items() if numbers & {value - 1, value + 1} and texts.count(lines[at].text) == 1}


def _is_first_half(lines: Sequence[Line], edge: int, at: int, title: str, *, opposite: bool) -> bool:
    """Tell whether a line below one that breaks off, or that begins a page, is what a title has before its subtitle.

    Below a number it begins one where pages ``opposite`` have the issue of a journal there.
    """
    text = key_of(lines[at].text[:MAX_HEAD])
    begins = breaks_off_above(lines, at) or 0 < lines[at - 1].page < lines[at].page
    begins = begins or (opposite and at == edge + 1)
    if len(text) < LEAST_STAMP or not begins or not title.startswith(text):
        return False
    if title[len(text) :][:1] in _BEFORE_SUBTITLE:
        return True
    cut = at + 1 < len(lines) and reads_on(lines[text_above(lines, at)].text, lines[at + 1].text)
    return (cut or len(text) >= _LONG_HALF) and 2 * len(text) >= len(title)


def _opposite(lines: Sequence[Line], edges: Iterable[int], heads: Set[int], full: float) -> set[int]:
    """Find the heads of pages opposite to known ones, as far below a number that cuts a line."""
    steps = {index - edge for edge in edges for index in heads if 0 < index - edge <= 1}
    places = {edge + step for edge in edges for step in steps if 1 < edge + step < len(lines)} - heads
    set_in = {lines[at].indent for at in heads if at - 1 in edges and lines[at].indent >= _CENTRED}
    return {at for at in places if _cuts_as_head(lines, at, at - 2, full) or (set_in and _is_centred(lines, at))}


def _is_at_margin(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line begins at the margin of a document whose paragraphs are set in: it begins none."""
    least = lines[at].indent + _SET_IN
    return any(least <= line.indent < _CENTRED for line in lines)


def _is_centred(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line stands in the middle below a page's number, with an empty line below, and ends in no mark."""
    apart = at + 1 < len(lines) and lines[at + 1].number > lines[at].number + 1
    own = NUMBERED.match(lines[at].text) is not None or _ENDED.search(lines[at].text[-1:]) is not None
    return apart and lines[at].indent >= _CENTRED and not own


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


def _in_mid_sentence(lines: Sequence[Line], marks: Set[int], full: float) -> set[int]:
    """Find the heads beside page numbers that cut a sentence of full lines: no heading stands within one.

    Above the number the end of a paragraph can stand as well, and what looks like a heading can be one where the lines
    above are a list: these must stand twice.
    """
    found: set[int] = set()
    texts = [line.text for line in lines] if marks and full < inf else []
    keys = ["".join(text.split()) for text in texts]
    for mark in marks if texts else ():
        for at, above, below in ((mark + 1, mark - 1, mark + 2), (mark - 1, mark - 2, mark + 1)):
            if above < 0 or below >= len(lines) or len(texts[above]) < full:
                continue
            on = reads_on(texts[above], texts[below]) or texts[below][0] == "的"
            if len(texts[below]) < full and not on:
                continue
            doubtful = at < mark or NUMBERED.match(texts[at]) or len(texts[at]) < _LONG_HEAD
            doubtful = doubtful or not texts[above][-1].isalpha()  # a source, an item
            centred = lines[at].indent >= _CENTRED and (on or _is_at_margin(lines, below))
            doubtful = doubtful and not centred
            if _CAPTION.match(texts[at]) or (doubtful and keys.count("".join(texts[at].split())) == 1):
                continue
            if _CLAUSES.search(texts[above]) and _cuts_as_head(lines, at, above, full):
                found.add(at)
    return found


def _open_chapters(lines: Sequence[Line], marks: Iterable[int]) -> set[int]:
    """Find the lines below page numbers that name a chapter of which a section stands above: ``第 2 章``, after 2.3."""
    below = ((at, _OPEN_CHAPTER.match(lines[at].text)) for mark in marks if (at := mark + 1) < len(lines))
    named = {at for at, chapter in below if chapter and _goes_on_in(number_of(chapter[1]), lines, at)}
    return {at for at in named if not _is_called_otherwise(lines, at)}


def _is_called_otherwise(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line above names the chapter of the same number in other words."""
    name = "".join(lines[at].text.split())
    mark = name[: name.index("章") + 1]
    above = ("".join(line.text.split()) for line in lines[:at] if len(line.text) <= MAX_HEAD)
    return any(text.startswith(mark) and text != name for text in above)


def _goes_on_in(chapter: int, lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line stands within a chapter: the last section above it is of that, and so is the next below."""
    sections = [(place, found) for place, line in enumerate(lines) if (found := _SECTION_LINE.match(line.text))]
    above = [(int(found[1]), int(found[2])) for place, found in sections if place < at]
    below = [(int(found[1]), int(found[2])) for place, found in sections if place > at]
    if not above or above[-1][0] != chapter:
        return False
    return below[0] == (chapter, above[-1][1] + 1) if below else breaks_off_above(lines, at - 1)


def _cuts_as_head(lines: Sequence[Line], at: int, above: int, full: float) -> bool:
    """Tell whether a line that begins a page is far shorter than what breaks off above, and ends in no mark."""
    above = text_above(lines, above + 1)
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
    around = range(max(0, edge - EDGE), min(len(lines), edge + EDGE + 1))
    return [index for index in around if index not in marks and 1 < len(lines[index].text) <= MAX_HEAD]
