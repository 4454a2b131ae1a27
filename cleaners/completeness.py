"""Preview or whole document: what the page says, and how the text ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from cleaners.document import Drop, Line
from cleaners.facts.finding import Finding
from cleaners.furniture.last_page import LastPage
from cleaners.lazily import lazily
from cleaners.rules.around import numbers_pages
from cleaners.rules.keys import key_of
from cleaners.rules.preview_words import SILENT, Shown, says_whole, shown_by

_ENDED = lazily(r"[。！？!?.．…;；:：—~～][\"'”’」』)）】》\]]*\s*$|[」』】)）\]”]\s*$|^[\W\d]*$|https?://\S+$")
_ORNAMENT = lazily(  # a picture behind the stop, the border of a table
    r"(?<=[。！？!?.…」』】)）\]”])[\s|\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+$"
)
_KEYWORDS = lazily(
    r"(?:[\w.+#-]+(?: [\w.+#-]+){0,2}, ?){4,20}[\w.+#-]+(?: [\w.+#-]+){0,2}", re.ASCII
)  # without a label
_DOTS = lazily(r"[^\W_]\.{3,}$")  # where a site cuts a text; authors set other ones
_INSIDE = lazily(r"[，,。；;、：:！？]|[a-z][.!?] [A-Z]")
_CLOSING = lazily(
    r"(?:[\d一二三四五六七八九十〇零○Oo]\s*|_|\s)年[\s\d_一二三四五六七八九十元]*月[\s\d_一二三四五六七八九十]*日?\s*$"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? (?:19|20)\d\d$"
    r"|(?:(?:谢谢|感谢)\w{0,4}|(?:》\s*[、，,]?\s*《[^《》]+){2,}》)$|^\s*(?:附件|抄送|来源|作者|编辑|责编|注|图|表|电话|地址|联系|签字|签名|日期|甲方|乙方)"
)
NO_PAGE: Final = LastPage()
"""No page is numbered."""
_FINAL = lazily(r"[。！？!?][\"'”’」』)）】》\]]*")
_CREDIT = lazily(r"[:：/]|记者|通讯员|供图|供稿|编辑|责编|审核|校对|来源|作者|[摄文图编]$")
_CREDIT_LIMIT = 30
_LEAST = 20
_ON_A_PAGE = 40  # characters of a page, at the least ...
_FEW_PAGES = 10  # ... where these are not a few slides
_PREVIEW_ENDS = "preview-ends"
_GLANCE = 1000  # characters at either end of a line that tell how it ends
_SENTENCES = 3
_LONG = 300  # characters of a text that has full stops, if any
_TURNING = 5  # lines below a text, one of which leads to the next page
_OF_READERS = lazily(r".{0,4}(?:[评評][论論]|留言|回[复覆復]).{0,8}$")  # above the pages of these
_CLOSES = (")", "）")
_PART = lazily(r"(\S.{0,44}?)\s*[(（]第?\s?(\d{1,2})\s?[/／]\s?(\d{1,2})\s?([页頁]?)[)）]")
_CHAPTER = lazily(r"第\s?[\d一二三四五六七八九十百千零〇两]{1,7}\s?[章回话話]\s")
# Behind the last of a chapter; in a lesson, parts of which are counted so.
_ENDS_HERE = lazily(r"[(（]?(?:本章完|全[文书書]完|教[学學]目[标標]|教[学學][过過]程)")
_BESIDE = 30  # lines below a text in which its site speaks of it


def shown_around(near: Sequence[str], drops: Sequence[Drop], dump: Sequence[Line] = ()) -> Shown:
    """Return what a site says of how much it shows.

    Args:
        near: lines outside of a tree's main content.
        drops: lines that the text lost.
        dump: the text of a dump: far below it a site says that all of its lists was shown.
    """
    shown = shown_by([*near, *(drop.text for drop in drops)])
    if not shown.whole or not dump:
        return shown
    end = dump[-1].number + _BESIDE
    return shown._replace(whole=shown_by(drop.text for drop in drops if drop.number <= end).whole)


def is_one_of_pages(lines: Sequence[Line], drops: Sequence[Drop]) -> bool:
    """Tell whether a row of numbers right below the text of a dump leads through the pages of which this is one."""
    end = lines[-1].number if lines else 0
    below = [drop for drop in drops if drop.number > end][:_TURNING]
    own = takewhile(lambda drop: not _OF_READERS.match(drop.text), below)
    return any(numbers_pages(drop.text) for drop in own)


def is_one_of_parts(raw_title: str | None, lines: Sequence[Line], drops: Sequence[Drop]) -> bool:
    """Tell whether a site numbers the page of a chapter behind its name: ``第12章 T(2/3)``, ``T(第2/4页)``.

    Where others count on, these are headings of slides; a link above names another chapter than the title.

    Args:
        raw_title: the title with what the site put behind it.
        lines: those of the text.
        drops: lines that the text lost.
    """
    start = lines[0].number if lines else 0
    stated = [raw_title or "", *(line.text for line in lines[:1])]
    above = [drop.text for drop in drops if drop.number < start]
    parts = [part for text in (*stated, *above) if text[-1:] in _CLOSES and (part := _PART.fullmatch(text))]
    own = (part for part in parts if part[0] in stated or (raw_title and key_of(raw_title).startswith(key_of(part[1]))))
    found = next(own, None)
    if found is None or not (_CHAPTER.match(found[0]) or found[4]):
        return False
    number, of_all = int(found[2]), int(found[3])
    every = [*(line.text for line in lines), *(drop.text for drop in drops)]
    others = (_PART.fullmatch(text) for text in every if text[-1:] in _CLOSES)
    counted = any(part and part[3] == found[3] and part[2] != found[2] for part in others)
    if counted or any(map(_ENDS_HERE.match, every)) or _heads_another(lines[:2], key_of(found[1])):
        return False
    return 1 <= number <= of_all and of_all > 1


def _heads_another(first: Sequence[Line], name: str) -> bool:
    """Tell whether one of the first lines of a text is the heading of a chapter that is not of this name."""
    keys = [key_of(line.text) for line in first if _CHAPTER.match(line.text)]
    return any(not (key.startswith(name) or name.startswith(key)) for key in keys)


class Completeness(NamedTuple):
    """``complete`` and ``truncation`` of the record."""

    complete: bool | None
    truncation: str | None


def judge(
    lines: Sequence[Line],
    found: Iterable[Finding],
    page_count: int | None,
    *,
    preview: bool,
    shown: Shown = SILENT,
    left: bool = False,
    numbered: LastPage = NO_PAGE,
    pages: int = 0,
) -> Completeness:
    """Tell whether the text is the whole document.

    Args:
        lines: the document's lines, paragraphs put together.
        found: what the rules found on the page.
        page_count: pages of the whole document as the site states it.
        preview: the page is of a site that shows previews (it states facts of a file); only then does an end without
            punctuation tell that the document was cut.
        shown: what lines of the site say of how much they show.
        left: the document goes on on pages that are not here.
        numbered: the last page by the document's own numbers.
        pages: how many pages of a viewer hold text; 0 where it has none.
    """
    if not left and page_count and 1 < page_count == pages and not ends_in_mid_sentence(lines):
        return Completeness(True, None)  # what ended is the preview, of all pages
    if left or shown.part:
        return Completeness(False, "notice")
    last_page = 0
    whole = shown.whole
    end = lines[-1].number + _BESIDE if lines else 0
    for finding in found:
        if finding.rule.notice and not says_whole(finding.line.text):
            return Completeness(False, "notice")
        ended = finding.rule.whole and finding.line.number <= end
        whole = whole or (ended and (finding.rule.name != _PREVIEW_ENDS or _may_be_all(lines, page_count, numbered)))
        page = int(finding.facts.get("page") or 0) if finding.rule.marker else 0
        if page > 1 or not finding.rule.position:
            last_page = max(last_page, page)
    if preview and not shown.whole and ends_in_mid_sentence(lines):
        return Completeness(False, "mid-sentence")
    if page_count and last_page and not (whole and last_page == 1):  # pictures of the pages may follow the first mark
        return Completeness(True, None) if last_page + whole >= page_count else Completeness(False, "page-count")
    if not whole and numbered.of and page_count in (None, numbered.of) and (preview or numbered.number == numbered.of):
        return Completeness(True, None) if numbered.number == numbered.of else Completeness(False, "page-count")
    whole = whole or (page_count is not None and page_count in (numbered.number, pages))
    if not whole and page_count and 1 < pages < page_count:
        return Completeness(False, "page-count")
    return Completeness(True, None) if whole else Completeness(None, None)


def _may_be_all(lines: Sequence[Line], page_count: int | None, numbered: LastPage) -> bool:
    """Tell whether a preview that ended may have shown all pages: no number of a page says less, nor does the text."""
    enough = page_count is None or sum([len(line.text) for line in lines]) >= _ON_A_PAGE * page_count
    return (enough or page_count in range(_FEW_PAGES)) and numbered.of in (0, numbered.number)


def ends_in_mid_sentence(lines: Sequence[Line]) -> bool:
    """Tell whether the last line is a sentence that does not end: long, punctuated within, and open."""
    line = next((line for line in reversed(lines) if line.tag != "img"), None)
    if line is None or line.tag in ("tr", "pre", "li") or line.level or len(line.text) < _LEAST:
        return False
    text = line.text if len(line.text) <= 2 * _GLANCE else line.text[:_GLANCE] + line.text[-_GLANCE:]
    text = _ORNAMENT.sub("", text)
    rest = _FINAL.split(text)[-1]
    credited = len(rest) <= _CREDIT_LIMIT and _CREDIT.search(rest)
    if _DOTS.search(text):
        return True
    if len(text) <= _GLANCE and _KEYWORDS.fullmatch(text):
        return False
    is_open = bool(_INSIDE.search(line.text)) and not (_ENDED.search(text) or _CLOSING.search(text) or credited)
    return is_open and not _never_ends(lines)


def _never_ends(lines: Sequence[Line]) -> bool:
    """Tell whether the document hardly ends a sentence at all, as slides do; an open end then says nothing."""
    ends = [bool(_ENDED.search(line.text)) for line in lines[:-1] if len(line.text) >= _LEAST]
    if len(ends) < _SENTENCES and sum(len(line.text) for line in lines) >= _LONG:
        whole = "".join(line.text for line in lines)
        return 2 * sum(map("\u2e7f".__lt__, whole)) >= len(whole) and _FINAL.search(whole) is None  # stops were lost
    return len(ends) >= _SENTENCES and 2 * sum(ends) < len(ends)
