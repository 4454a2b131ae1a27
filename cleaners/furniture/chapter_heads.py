"""Running heads that name a chapter, told from the headings of chapters and sections, which are the text's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Final

from cleaners.document import Line
from cleaners.furniture.breaks import breaks_off_above
from cleaners.furniture.head_forms import EDGE, MAX_HEAD, MAX_TITLE, has_mark
from cleaners.furniture.line_lengths import is_prose_or_list
from cleaners.furniture.number_forms import number_of
from cleaners.lazily import lazily

OPENS: Final = lazily(
    r"第[一二三四五六七八九十\d]{1,3}[章节節编編篇]|摘\s*要|[Aa]bstract|ABSTRACT|目\s*[录錄]|[参參]考文[献獻]|附\s*[录錄]"
)
"""With what the heading of a chapter or another part opens."""
_CHAPTER: Final = lazily(r"第\s?([一二三四五六七八九十\d]{1,3})\s?章")
_SAYS: Final = lazily("[，。；]")
_CONTENTS: Final = lazily(r"目\s*[录錄]")
_ENTRY: Final = lazily(r"(?:\.{4}|…{2}|·{4}|(?:\. ){4})[.…· ]*\d{1,4}$")
_FULL: Final = 16  # characters of a line of text
_SECTION: Final = lazily(r"(\d{1,2})\s+[\u4e00-\u9fff]{2,12}$")
_SUBSECTION: Final = lazily(
    r"(\d{1,2})\.(\d{1,2})(?![\d.])\s?(?![万萬亿億元米倍吨分个個年月日斤])[\u4e00-\u9fff][^.…·]*[^\d.…·]$"
)


def open_chapters(lines: Sequence[Line], marks: Iterable[int]) -> set[int]:
    """Find the lines below page numbers that name a chapter of which a section stands above: ``第 2 章``, after 2.3."""
    below = ((at, _CHAPTER.match(lines[at].text)) for mark in marks if (at := mark + 1) < len(lines))
    named = {at for at, chapter in below if chapter and _goes_on_in(number_of(chapter[1]), lines, at)}
    return {at for at in named if not _is_called_otherwise(lines, at)}


def heads_of_chapters_below(lines: Sequence[Line], edges: Iterable[int], numbered: Set[int]) -> set[int]:
    """Find the heads of pages that are the headings of the chapters below them, where two pages have such ones."""
    tops = [edge + 1 for edge in edges if edge in numbered and edge + 1 < len(lines)]
    found = {
        at
        for at in (0, *tops)
        if len(lines[at].text) <= MAX_TITLE
        and not has_mark(lines[at].text)
        and lines[at].text in [line.text for line in lines[at + 1 : at + 1 + EDGE]]
    }
    told = any(OPENS.match(lines[at].text) or lines[at].text == lines[at + 1].text for at in found)
    return found if len(found) > 1 and told and is_prose_or_list(lines) else set()


def feet_of_chapters(lines: Sequence[Line], marks: Iterable[int]) -> set[int]:
    """Find the lines right above page numbers that say a chapter's heading again, where two pages have such ones.

    The text of the chapter stands below the heading, and runs on over its page: a heading in a table of contents is no
    first one, and one at a page's foot below nothing else is the chapter's own.
    """
    above = [mark - 1 for mark in marks if mark > 1]
    feet = {at for at in above if _CHAPTER.match(lines[at].text[:MAX_TITLE])}
    first: dict[str, int] = {}
    for at, line in enumerate(lines if len(feet) > 1 else ()):
        if line.text not in first and any(_SAYS.search(below.text) for below in lines[at + 1 : at + 1 + EDGE]):
            first[line.text] = at
    again = {at for at in feet if not has_mark(lines[at].text) and first.get(lines[at].text, at) < at}
    found = {at for at in again if len(lines[at - 1].text) >= _FULL}
    found |= {at for at in above if _CONTENTS.fullmatch(lines[at].text) and _ENTRY.search(lines[at - 1].text)}
    return found if len(found) > 1 else set()


def headings_of_sections(lines: Sequence[Line], heads: Set[int]) -> set[int]:
    """Return which heads are a section's: its number goes on from a line's that is no head: ``2 结果与分析``."""
    numbers = {
        int(found[1]) for at, line in enumerate(lines) if at not in heads and (found := _SECTION.match(line.text))
    }
    own = {at: int(found[1]) for at in heads if (found := _SECTION.match(lines[at].text))}
    texts = [lines[at].text for at in heads]
    return {at for at, value in own.items() if numbers & {value - 1, value + 1} and texts.count(lines[at].text) == 1}


def _is_called_otherwise(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line above names the chapter of the same number in other words."""
    name = "".join(lines[at].text.split())
    mark = name[: name.index("章") + 1]
    above = ("".join(line.text.split()) for line in lines[:at] if len(line.text) <= MAX_HEAD)
    return any(text.startswith(mark) and text != name for text in above)


def _goes_on_in(chapter: int, lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line stands within a chapter: the last section above it is of that, and so is the next below."""
    sections = [(place, found) for place, line in enumerate(lines) if (found := _SUBSECTION.match(line.text))]
    above = [(int(found[1]), int(found[2])) for place, found in sections if place < at]
    below = [(int(found[1]), int(found[2])) for place, found in sections if place > at]
    if not above or above[-1][0] != chapter:
        return False
    return below[0] == (chapter, above[-1][1] + 1) if below else breaks_off_above(lines, at - 1)
