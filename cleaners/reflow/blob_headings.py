"""Headings within a document on one line that its table of contents names, and sections numbered below its chapters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cleaners.lazily import lazily

_NUMERALS: Final = "一二三四五六七八九十"
_MARK: Final = rf"(?:第(?:[{_NUMERALS}]+|\d{{1,2}})[章节節编編篇]|[{_NUMERALS}]+、)"
_ENTRY: Final = lazily(rf"({_MARK}\s?[^\d。\uff0c,;\uff1b\n]{{2,24}}?)[\s.…·]{{0,40}}\d{{1,3}}\s?(?={_MARK})")
_LEAST: Final = 3  # entries of a table of contents, and sections
_SECTION: Final = lazily(
    r"(?<![\d.])(\d{1,2})\.(\d{1,2})(?![\d.%\uff05])\s?(?![万萬亿億个個元米倍吨噸岁歲年月日小公平立千厘毫分成度斤两兩折级級版届屆秒页頁节節条條款])(?=[\u4e00-\u9fff])"
)
_ENDED: Final = frozenset("\n。！？!?")
_UNDER: Final = lazily(rf"{_MARK}\s?[^\s。\uff0c]{{2,20}}\s?$")
_BEFORE: Final = 32  # characters


def headings_told(text: str) -> Iterator[int]:
    """Yield where entries of a table of contents begin that stand in a row, and where the headings begin and end.

    ``一、概况1二、做法2三、要求3一、概况…``: what an entry says stands again as a heading, whose end it tells.

    Args:
        text: a document, its lines joined.
    """
    run: list[tuple[int, int, str]] = []
    for found in _ENTRY.finditer(text):
        if run and found.start() != run[-1][1]:
            if len(run) >= _LEAST:
                break
            run = []
        run.append((found.start(), found.end(), found[1].strip()))
    if len(run) < _LEAST:
        return
    end = run[-1][1]
    again = []
    for _, _, heading in run:
        place = text.find(heading, end)
        if place < 0:
            return
        end = place + len(heading)
        again += [place, end]
    yield from (start for start, _, _ in run)
    yield run[-1][1]
    yield from again


def sections_in(text: str) -> list[int]:
    """Return where sections begin that count up within their chapter, ``1.1``, ``1.2``, behind sentences.

    The first one of a chapter can stand right behind its heading.

    Args:
        text: a document, its lines joined.
    """
    last: dict[str, int] = {}
    places: list[int] = []
    for found in _SECTION.finditer(text):
        chapter, number = found[1], int(found[2])
        if number != last.get(chapter, 0) + 1:
            continue
        before = text[max(0, found.start() - _BEFORE) : found.start()].rstrip()
        stands = not before or before[-1] in _ENDED or _UNDER.search(before) is not None
        if stands or number == 1:
            last[chapter] = number
        if stands:
            places.append(found.start())
    return places if len(places) >= _LEAST else []
