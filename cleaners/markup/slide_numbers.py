"""Slides and pages whose first lines begin with their numbers, as a viewer that counts them shows: ``2. Why?``."""

from __future__ import annotations

from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily

_POSITION: Final = lazily(r"1 (?:of|/) (\d{1,3})")  # of the viewer, above its slides
_NUMBERED: Final = lazily(r"(\d{1,3})\. (?=\S)")
_MORE: Final = lazily(  # below the pages shown: 顯示更多 ( 96 頁 )
    r"(?:[显顯]示更多|Show more|Xem thêm|Mostrar más|Mostrar mais|Mehr anzeigen|Voir plus|Lihat lebih banyak)"
    r"\s?\(\s?\d{1,4}\s?(?:[页頁]|Pages?|Trang|páginas?|Seiten?|pages?|[Hh]alaman)\s?\)"
)
_PAGE: Final = lazily(r"\((\d{1,3})\)\s?(?=\S)")
_LONGEST_MORE: Final = 40  # characters
_FEWEST: Final = 3  # slides
_READ: Final = 120  # lines of a head in which the viewer stands
_TITLE: Final = 8  # characters


def part_slide_numbers(lines: list[Line]) -> list[Line]:
    """Put the numbers into lines of their own, where each stands once and the first is before a title seen above."""
    place = next((at for at, line in enumerate(lines[:_READ]) if _POSITION.fullmatch(line.text)), None)
    if place is None:
        return lines  # most dumps
    shown = _POSITION.fullmatch(lines[place].text)
    count = int(shown[1]) if shown else 0
    numbered = [(at, found) for at in range(place + 1, len(lines)) if (found := _NUMBERED.match(lines[at].text))]
    if count < _FEWEST or [int(found[1]) for _, found in numbered] != [*range(1, count + 1)]:
        return lines
    first, number = numbered[0]
    title = lines[first].text[number.end() :]
    if len(title) < _TITLE or not any(title in line.text for line in lines[:place]):
        return lines
    return _parted(lines, {at: found.end() for at, found in numbered})


def part_page_numbers(lines: list[Line]) -> list[Line]:
    """Put the numbers of pages, ``(1)``, into lines of their own where a control below them counts all pages."""
    more = next(
        (at for at, line in enumerate(lines) if len(line.text) <= _LONGEST_MORE and _MORE.fullmatch(line.text)), 0
    )
    numbered = [(at, found) for at in range(more) if (found := _PAGE.match(lines[at].text))]
    if len(numbered) < _FEWEST or [int(found[1]) for _, found in numbered] != [*range(1, len(numbered) + 1)]:
        return lines  # most dumps
    return _parted(lines, {at: found.end() for at, found in numbered})


def _parted(lines: list[Line], ends: dict[int, int]) -> list[Line]:
    """Part lines, each behind the number that ends at a place."""
    parted: list[Line] = []
    for at, line in enumerate(lines):
        if at in ends:
            parted.append(line._replace(text=line.text[: ends[at]].strip()))
            line = line._replace(text=line.text[ends[at] :])
        parted.append(line)
    return parted
