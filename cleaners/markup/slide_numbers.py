"""Slides and pages whose first lines begin with their numbers, as a viewer that counts them shows: ``2. Why?``.

A copy of a list of slides has each number twice, from the list and from the link in it: ``2. 2. Why a garden?``.
"""

from __future__ import annotations

from typing import Final

from cleaners.document import Drop, Line
from cleaners.lazily import lazily
from cleaners.markup.counters import SLIDES

_POSITION: Final = lazily(r"1 (?:of|/) (\d{1,3})")  # of the viewer, above its slides
_NUMBERED: Final = lazily(r"(\d{1,3})\. (?=\S)")
_MORE: Final = lazily(  # below the pages shown: 顯示更多 ( 96 頁 )
    r"(?:[显顯]示更多|Show more|Xem thêm|Mostrar más|Mostrar mais|Mehr anzeigen|Voir plus|Lihat lebih banyak)"
    r"\s?\(\s?\d{1,4}\s?(?:[页頁]|Pages?|Trang|páginas?|Seiten?|pages?|[Hh]alaman)\s?\)"
)
_PAGE: Final = lazily(r"\((\d{1,3})\)\s?(?=\S)")
_WHOLE: Final = lazily(  # over the first page
    r"(?i)全文|full text|toàn văn|texto completo|testo completo|volltext|texte intégral|teks penuh"
)
_LONG: Final = 60  # characters that pages have on average
_ENDS_OF_ITEMS: Final = (";", "；")
_LONGEST_MORE: Final = 40  # characters
_FEWEST: Final = 3  # slides
_READ: Final = 120  # lines of a head in which the viewer stands
_TITLE: Final = 8  # characters
_FIRST: Final = "1. 1. "
_TWICE: Final = lazily(r"(\d{1,3})\. \1\.(?: |$)")
_TWO: Final = lazily(r"\d{1,3}\. \d{1,3}\.(?: |$)")
_OF_SLIDES: Final = lazily(r"(?i)(?:presentation )?transcript:?$|no notes for slide|on slideshare$")
_ABOVE: Final = 6  # lines in which a viewer says so


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
    """Put the numbers of pages, ``(1)``, into lines of their own where a control below them counts all pages.

    The first page begins right below the site's words for the whole text; elsewhere the document has a list.
    """
    more = next(
        (at for at, line in enumerate(lines) if len(line.text) <= _LONGEST_MORE and _MORE.fullmatch(line.text)), 0
    )
    numbered = [(at, found) for at in range(more) if (found := _PAGE.match(lines[at].text))]
    if len(numbered) < _FEWEST or [int(found[1]) for _, found in numbered] != [*range(1, len(numbered) + 1)]:
        return lines  # most dumps
    first = numbered[0][0]
    if not first or not _WHOLE.fullmatch(lines[first - 1].text):
        return lines
    is_short = sum([len(line.text) for line in lines[first:more]]) < _LONG * len(numbered)
    if is_short or any(lines[at].text.endswith(_ENDS_OF_ITEMS) for at, _ in numbered):
        return lines
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


def without_doubled_numbers(lines: list[Line]) -> tuple[list[Line], list[Drop]]:
    """Take such numbers off, where they count from 1 on below words of a viewer of slides, or the title seen above.

    Elsewhere the second one can be an author's, in an item that a program numbered as well.
    """
    first = next((at for at, line in enumerate(lines) if line.text.startswith(_FIRST)), None)
    if first is None:
        return lines, []  # nearly all dumps
    ends = {at: found.end() for at, line in enumerate(lines) if (found := _TWICE.match(line.text))}
    counted = [line.text.startswith(f"{number}. ") for number, line in enumerate([lines[at] for at in ends], 1)]
    if len(ends) < _FEWEST or not all(counted) or not _are_slides(lines, first):
        return lines, []
    if any(at not in ends and _TWO.match(line.text) for at, line in enumerate(lines)):
        return lines, []  # sections and their paragraphs: 2. 1.
    kept: list[Line] = []
    for at, line in enumerate(lines):
        text = line.text[ends.get(at, 0) :]
        kept += [line._replace(text=text) if at in ends else line] if text else []
    return kept, [Drop(lines[at].number, SLIDES, lines[at].text[:end].strip()) for at, end in ends.items()]


def _are_slides(lines: list[Line], first: int) -> bool:
    above, title = lines[:first], lines[first].text[len(_FIRST) :]
    told = any(_OF_SLIDES.match(line.text) for line in above[-_ABOVE:])
    return told or any(len(line.text) >= _TITLE and title == line.text for line in above)
