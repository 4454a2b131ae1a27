"""What a document in a text dump numbers and a site could as well: headings, ``3 上传文档``, and pages, ``(3)``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import Final

from cleaners.chrome.telling import listed_title
from cleaners.document import Line
from cleaners.facts.finding import Findings, is_title
from cleaners.furniture.folios import folio_in
from cleaners.lazily import lazily
from cleaners.rules.strangers import LABEL, SENTENCE, is_prose
from cleaners.rules.vocabulary import begins_with_site_word, site_share

_COUNTS: Final = frozenset(("views", "downloads", "page_count"))
_NUMBERED: Final = lazily(r"(\d{1,2})([.．、]\s*|\s+)(?=[^\W\d])")
_SECTION: Final = lazily(r"(\d{1,2})\.(\d{1,2})\s+(?=[^\W\d])")  # 1.1 产品简介
_CHAPTER: Final = lazily(r"第\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[章篇]|\d{1,2}[.．、\s]")
_LONGEST: Final = 30  # characters of a heading
_LEAST: Final = 3  # headings or pages
_LEAST_LABELS: Final = 5
_MAKER: Final = lazily(
    r"[^\W\d_]{0,4}(?:名[称稱]|地址|[电電][话話]|[邮郵]政?[编編][码碼]?|[传傳]真|[网網]址)(?:[号號][码碼])?\s?[:：]"
)
_OF_SITE: Final = 0.3  # share of words of sites
_FOREWORD: Final = lazily(r"[前引导導]\s*言|(?:自|代)?\s*序\s*言?|(?i:foreword|preface)")
_LONG_FOREWORD: Final = 40  # lines
_SIGNS: Final = "▍▎▌▋■◆★☆◎◇▼▲"
_PAGE: Final = lazily(r"[(（](\d{1,4})[)）]")
_SHARED: Final = lazily(r"(\d{1,4}) ?/ ?(\d{1,4})")
_ITEM: Final = lazily(r"(\d{1,3})\s?[.．、]")
_PART: Final = lazily(r"[(（]\d{1,2}[)）]|[A-H]\s?[.．、]|[①-⑳]")
_SAYS: Final = lazily(r"[，。；？=_]|[(（]\s*[)）]|[,.;?](?=[^\x00-\x7f]|\s|$)")
_LEAST_ITEMS: Final = 8
_LED: Final = lazily(r"\S\s*(?:[.·…．⋯]\s?){4,}[(（]?\d{1,4}[)）]?$")  # 1.1 编制目的.......1
_TITLE_PAGE: Final = 8  # lines
_SIGNED: Final = lazily(r"[(（](?:[盖蓋]章|[签簽]字|[签簽]章|公章|[签簽]名)[^()（）]{0,4}[)）]")
_FIELD: Final = lazily(r"[^\W\d_]{2,8}\s?[:：]")
_BELOW: Final = 4  # lines
_TOLD: Final = 0.6  # share of them that hold a sentence, a sum or a blank
_DASHED: Final = lazily(r"\s*[-－—–]\s?(\d{1,4})\s?[-－—–]\s*")
_LEAST_DASHED: Final = 2
_LONGEST_PAGE: Final = 60  # lines
_LEAST_SHARED: Final = 2  # pages whose number says how many there are


def keep_outline(lines: Sequence[Line], found: Findings) -> set[int]:
    """Take a document's numbered headings and pages out of the findings (in place); return the places of headings."""
    for place in _pages(lines, found):
        del found[place]  # a site's counter stands alone
    counted = {place for place, one in found.items() if not _COUNTS.isdisjoint(one.facts)}
    heads = outline(lines, counted)
    own = heads | _contents(lines, found) | _signatures(lines) | _labelled(lines, found)
    own |= _sections(lines) | _foreword(lines, found, heads) | _last_page(lines, found)
    start = listed_title(lines, found)
    own = {place for place in own if place > start}  # above it stands a site's own list of chapters
    for place in own:
        found.pop(place, None)
    return own | _items(lines)


def _contents(lines: Sequence[Line], found: Findings) -> set[int]:
    """Return the places of the lines of a table of contents with leaders, and of a title page right above it."""
    led = [place for place, line in enumerate(lines) if _LED.search(line.text)]
    if len(led) < _LEAST:
        return set()
    first = led[0]
    while first > led[0] - _TITLE_PAGE and first and first - 1 not in found and not is_prose(lines[first - 1]):
        first -= 1
    return {*led, *range(first, led[0])}


def _last_page(lines: Sequence[Line], found: Findings) -> set[int]:
    """Return the places of the lines of a last page that no rule knows: between its own number and the one before.

    Numbers stand between dashes, or beside the same words on three pages at least.
    """
    numbered: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, line in enumerate(lines):
        if dashed := _DASHED.fullmatch(line.text):
            numbered[""].append((place, int(dashed[1])))
        elif folio := folio_in(line.text):
            numbered[(folio[2] or folio[3]).strip()].append((place, int(folio[1] or folio[4])))
    for words, pages in numbered.items():
        counts = [value for _, value in pages] == [*range(1, len(pages) + 1)]
        if counts and len(pages) >= (_LEAST if words else _LEAST_DASHED):
            (before, _), (last, _) = pages[-2:]
            return set(range(before + 1, last)) - found.keys() if last - before <= _LONGEST_PAGE else set()
    return set()


def _signatures(lines: Sequence[Line]) -> set[int]:
    """Return the places of the fields below those where the parties to a contract sign: 签订日期：…."""
    own: set[int] = set()
    signed = [place for place, line in enumerate(lines) if _SIGNED.search(line.text)]
    for place in signed:
        below = place + 1
        while below < len(lines) and below - place <= _BELOW and _FIELD.match(lines[below].text):
            own.add(below)
            below += 1
    return own if len(signed) > 1 else set()


def _foreword(lines: Sequence[Line], found: Findings, heads: Set[int]) -> set[int]:
    """Return the places from the heading of a foreword down to the first of numbered headings near below it."""
    first = min(heads, default=0)
    above = range(max(0, first - _LONG_FOREWORD), first)
    start = next((at for at in above if _FOREWORD.fullmatch(lines[at].text) and is_prose(lines[at + 1])), first)
    own = set(range(start, first))
    return own if all(at not in found or is_title(found[at].rule) for at in own) else set()


def _labelled(lines: Sequence[Line], found: Findings) -> set[int]:
    """Return the places of lines that begin with labels, no two alike, and of the fields below the last of them.

    The leaflet of a medicine: ``【有效期】24 个月``, and below 【生产企业】 its address.
    """
    named = [
        (place, label[0])
        for place, line in enumerate(lines)
        if line.text[0] in "【〖" and (label := LABEL.match(line.text)) and not begins_with_site_word(label[0][1:-1])
        if site_share(line.text) < _OF_SITE
    ]
    told = sum(is_prose(lines[at]) or (at + 1 < len(lines) and is_prose(lines[at + 1])) for at, _ in named)
    if len({label for _, label in named}) < max(_LEAST_LABELS, len(named)) or told < _LEAST:
        return set()
    stop = named[-1][0] + 1
    while stop < len(lines) and _MAKER.match(lines[stop].text) and not (stop in found and found[stop].facts):
        stop += 1
    return {*(place for place, _ in named), *range(named[-1][0] + 1, stop)}


def _sections(lines: Sequence[Line]) -> set[int]:
    """Return the places of headings numbered 1.1, 1.2, 2.1 with text between them, and of chapters right above them."""
    heads: list[int] = []
    last = 1, 0
    for place, line in enumerate(lines):
        section = _SECTION.match(line.text) if line.text[0].isdigit() and len(line.text) <= _LONGEST else None
        if section is None or SENTENCE.search(line.text):
            continue
        number = int(section[1]), int(section[2])
        if number == (1, 1):
            heads = []  # those of the table of contents stand above
        if number == (1, 1) or (heads and number in ((last[0], last[1] + 1), (last[0] + 1, 1))):
            heads.append(place)
            last = number
    if not _part(lines, heads):
        return set()
    above = {at - 1 for at in heads if at and len(lines[at - 1].text) <= _LONGEST}
    return {*heads, *(at for at in above if _CHAPTER.match(lines[at].text))}


def _items(lines: Sequence[Line]) -> set[int]:
    """Return the places of questions or clauses that count on over a document, and of the parts of the last one.

    Headlines that a site numbers hold no sentences, its notices are fewer.
    """
    runs: dict[int, list[int]] = {}  # by the number that goes on
    best: list[int] = []
    for place, line in enumerate(lines):
        if line.text[0].isdigit() and (item := _ITEM.match(line.text)):
            number = int(item[1])
            run = runs.pop(number, []) if number > 1 else []
            run.append(place)
            runs[number + 1] = run
            best = max(best, run, key=len)
    told = sum(_SAYS.search(lines[place].text) is not None for place in best)
    if len(best) < _LEAST_ITEMS or told < _TOLD * len(best):
        return set()
    stop = best[-1] + 1
    while stop < len(lines) and _PART.match(lines[stop].text):
        stop += 1
    return {*best, *range(best[-1] + 1, stop)}


def _pages(lines: Sequence[Line], found: Findings) -> list[int]:
    """Return the places of numbers that count the document's pages from the first one on."""
    marks = [(place, int(mark[1])) for place in sorted(found) if (mark := _PAGE.fullmatch(lines[place].text))]
    if len(marks) >= _LEAST and [number for _, number in marks] == list(range(1, len(marks) + 1)):
        return [place for place, _ in marks]
    shared = next((mark[2] for place in found if (mark := _SHARED.fullmatch(lines[place].text))), None)
    if shared is None:
        return []
    counted = [
        place for place, line in enumerate(lines) if (mark := _SHARED.fullmatch(line.text)) and mark[2] == shared
    ]
    numbers = [int(lines[place].text.split("/")[0]) for place in counted]
    is_whole = len(counted) >= _LEAST_SHARED and numbers == list(range(1, len(counted) + 1))
    return [place for place in counted if place in found] if is_whole else []


def outline(lines: Sequence[Line], counted: Set[int] = frozenset()) -> set[int]:
    """Return the places of headings numbered 1, 2, 3, or with a sign before each, with text between them.

    What a site numbers are notices, a sentence each, or titles in a list, with nothing between them.

    Args:
        lines: the lines of a dump.
        counted: the places of those that count readers or the like; the first heading is another one, where there is.
    """
    heads: list[int] = []
    first = ""
    for place, line in enumerate(lines):
        text = line.text
        number = _NUMBERED.match(text) if text[0].isdigit() and len(text) <= _LONGEST else None
        if number and number[1] == "1" and len(heads) == 1 and heads[0] in counted:
            heads = []  # 1 下载量
        if number and int(number[1]) == len(heads) + 1 and not SENTENCE.search(text):
            sign = number[2].strip()
            if not heads or sign == first:  # a site's list goes on with another sign
                heads.append(place)
                first = sign
    named = [place for place, line in enumerate(lines) if line.text[0] in "【〖" and LABEL.fullmatch(line.text)]
    if len(named) > 1 and all(is_prose(lines[at + 1]) for at in named if at + 1 < len(lines)):
        return set(named)
    signed = [place for place, line in enumerate(lines) if line.text[0] in _SIGNS and _is_signed(line.text)]
    if len({lines[place].text[0] for place in signed}) > 1:
        signed = []
    return {place for places in (heads, signed) if _part(lines, places) for place in places}


def _is_signed(text: str) -> bool:
    return len(text) <= _LONGEST and not SENTENCE.search(text)


def _part(lines: Sequence[Line], heads: Sequence[int]) -> bool:
    """Tell whether headings part a text: each two have some between them."""
    between = sum(any(map(is_prose, lines[a + 1 : b])) for a, b in pairwise(heads))
    return len(heads) >= _LEAST and between == len(heads) - 1
