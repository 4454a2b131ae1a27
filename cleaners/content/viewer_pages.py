"""Viewers show a document in boxes, one a page, often with the page's number in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cleaners.content.between_pages import ENDS
from cleaners.lazily import lazily
from cleaners.markup.nesting import children, lines_in, span
from cleaners.markup.outline import Outline

_PAGE_NUMBER = lazily(r"[-—\s]*(\d{1,4})(\s*/\s*\d{1,4})?[-—\s]*")
_ROMAN = lazily(r"[ivxIVX]{1,5}")
_COUNTED = lazily(r"(\D*)(\d{1,4})")
_LAST_NUMBER = lazily(r"\d{1,4}$")
_DEPTH = 4  # boxes between a page and its lines
_SEVERAL = 3  # pages
_LINES = 3  # of a page in the mean, at the least
_DIGITS = 4
_PROSE = 16  # characters of a line that a page's end may cut ...
_FULL = 0.8  # ... and of its longest line
_TOP = 2  # lines of a page, the heading among them
_LAYERS = 2  # of heads and feet
_LONGEST_HEAD = 60  # characters
_PAGE_NAME = lazily(r"page|slide(?<!swiper-slide)|p(?<![a-z]p)[gn](?![a-z])|sheet|leaf|folio")  # in lower case


def siblings_like(outline: Outline, weight: Callable[[int], float], parent: int, like: int) -> list[int]:
    """Return the boxes in ``parent`` that have the tag and the class of one of them and count; none without a class.

    Args:
        outline: a page.
        weight: how far the prose of a box counts.
        parent: a box.
        like: a box in it.
    """
    tag, own = outline.tags[like], outline.attributes[like].get("class")
    if not own:
        return []
    name = _LAST_NUMBER.sub("", own) if _PAGE_NAME.search(own.lower()) else own
    tags, attributes = outline.tags, outline.attributes
    return [
        number
        for number in children(outline.parents, parent)
        if tags[number] == tag and _has_class(attributes[number], own, name) and weight(number) == 1
    ]


def _has_class(attributes: Mapping[str, str | None], whole: str, name: str) -> bool:
    """Tell whether a box has a class, or the same with another number behind it: ``page page-2``."""
    own = attributes.get("class")
    return own == whole or (own is not None and name != whole and _LAST_NUMBER.sub("", own) == name)


def pages_around(outline: Outline, weight: Callable[[int], float], box: int) -> list[int]:
    """Return the numbered pages of a viewer of which a box is one or stands in one; none where they are not numbered.

    Args:
        outline: a page.
        weight: how far the prose of a box counts.
        box: the box that holds most text.
    """
    for _ in range(_DEPTH):
        parent = outline.parents[box]
        if parent < 0:
            break
        pages = siblings_like(outline, weight, parent, box)
        if len(pages) > 1 and (count_up(outline, pages) or end_in_numbers(outline, pages)):
            return pages
        box = parent
    return []


def end_in_numbers(outline: Outline, boxes: Sequence[int]) -> bool:
    """Tell whether several boxes, but for one, end in bare numbers that count them; list items begin with theirs."""
    if len(boxes) < _SEVERAL:
        return False
    held = [lines_in(outline, span(outline.parents, box)) for box in boxes]
    if sum(map(len, held)) < _LINES * len(boxes):
        return False
    pages = [[outline.rows[place][0] for place in places] for places in held]
    lasts = [page[-1] if page else "" for page in pages]
    if not any(len(page) > 1 and _breaks_off(page[:-1]) for page in pages):
        return False  # cards with a count
    steps = [int(text) - page for page, text in enumerate(lasts) if len(text) <= _DIGITS and text.isdecimal()]
    return len(steps) >= max(_SEVERAL, len(boxes) - 1) and len({*steps}) == 1


def lines_of_pages(outline: Outline, root: int, pages: Sequence[int]) -> list[list[int]]:
    """Return the places of the lines of each page in the box ``root``."""
    page_of = {number: page for page, number in enumerate(pages)}
    lines: list[list[int]] = [[] for _ in pages]
    for number in range(root + 1, len(outline.parents)):
        if number not in page_of and (page := page_of.get(outline.parents[number])) is not None:
            page_of[number] = page
    for place, holder in enumerate(outline.holders):
        if (page := page_of.get(holder)) is not None:
            lines[page].append(place)
    return lines


def page_furniture(outline: Outline, pages: Sequence[int], lines: Sequence[Sequence[int]]) -> tuple[set[int], set[int]]:
    """Return the places of lines that number the pages of a viewer, and of those that all pages begin or end with.

    Args:
        outline: a page.
        pages: the boxes that are pages.
        lines: by page, the places of its lines.
    """
    ended = not count_up(outline, pages) and end_in_numbers(outline, pages)
    numbers, heads = set[int](), set[int]()
    left: Sequence[Sequence[int]] = lines
    for _ in range(_LAYERS):  # a number may stand above a foot, and below another number
        more = _page_numbers(outline, pages, left, ended=ended)
        left = _without(left, more)
        running = _running_lines(outline, left)
        left = _without(left, running)
        numbers |= more
        heads |= running
    return numbers, heads | (_headings_again(outline, left) if numbers else set())


def _without(lines: Sequence[Sequence[int]], gone: set[int]) -> list[list[int]]:
    return [[place for place in places if place not in gone] for places in lines]


def _page_numbers(outline: Outline, pages: Sequence[int], lines: Sequence[Sequence[int]], *, ended: bool) -> set[int]:
    """Return the places of lines that number the pages they begin or end, counting up.

    A bare number could be that of a list's item: it counts where a box is called a page, or where the numbers alone
    tell that the boxes are pages (``ended``).
    """
    found: dict[int, dict[int, int]] = {0: {}, -1: {}}
    for page, places in enumerate(lines):
        for edge, numbers in found.items():
            number = _PAGE_NUMBER.fullmatch(outline.rows[places[edge]][0]) if places else None
            if number and (
                number[2]
                or (ended and edge == -1)
                or _is_called_page(outline, pages[page], outline.holders[places[edge]])
            ):
                numbers[page] = int(number[1])
    counted = {
        edge: numbers
        for edge, numbers in found.items()
        if len(numbers) > 1 and len({number - page for page, number in numbers.items()}) == 1
    }
    roman = {
        places[edge]
        for edge in counted
        for places in lines
        if places and _ROMAN.fullmatch(outline.rows[places[edge]][0])
    }
    return roman | {lines[page][edge] for edge, numbers in counted.items() for page in numbers}


def _running_lines(outline: Outline, lines: Sequence[Sequence[int]]) -> set[int]:
    """Return the places of the short line that each of three pages or more begins with, or ends with: a watermark.

    Args:
        outline: a page.
        lines: by page of the viewer, the places of its lines but for numbers.
    """
    found: set[int] = set()
    for edge in (0, -1):
        places = [page[edge] for page in lines if page]
        texts = {outline.rows[place][0] for place in places}
        if len(places) >= _SEVERAL and len(texts) == 1 and len(texts.pop()) <= _LONGEST_HEAD:
            found.update(places)
    return found


def _headings_again(outline: Outline, lines: Sequence[Sequence[int]]) -> set[int]:
    """Return the places of headings that a page has over it again: over themselves, or where a sentence goes on."""
    found: set[int] = set()
    headings: set[str] = set()
    above: list[str] = []
    for places in lines:
        page = [outline.rows[place][0] for place in places]
        if len(page) > 1 and len(page[0]) <= _LONGEST_HEAD:
            again = page[0] == page[1] or (page[0] in headings and _breaks_off(above))
            found.update(places[:again])
        headings.update(page[:_TOP])
        above = page or above
    return found


def _breaks_off(page: Sequence[str]) -> bool:
    """Tell whether a page ends in a full line that ends no sentence; the items of a slide differ in length."""
    return len(page[-1]) >= max(_PROSE, _FULL * max(map(len, page))) and page[-1][-1] not in ENDS


def are_called_pages(outline: Outline, boxes: Sequence[int]) -> bool:
    """Tell whether boxes, or the first ones inside of them, are called pages: sections of an article are alike too."""
    firsts = {around: number for number, around in reversed(list(enumerate(outline.parents)))}
    return _is_called_page(outline, *(firsts.get(box, box) for box in boxes)) or _is_called_page(outline, *boxes)


def count_up(outline: Outline, boxes: Sequence[int]) -> bool:
    """Tell whether several boxes are called pages and numbered as these: ``id="page1"``, ``data-page-no="2"``."""
    if len(boxes) < 2:
        return False
    named = [outline.attributes[box] for box in boxes]
    called = are_called_pages(outline, boxes)
    for name in named[0]:
        if not called and not _PAGE_NAME.search(name.lower()):
            continue
        found = [counted for own in named if (counted := _COUNTED.fullmatch(own.get(name) or ""))]
        steps = {(counted[1], int(counted[2]) - page) for page, counted in enumerate(found)}
        if len(found) == len(boxes) and len(steps) == 1:
            return True
    return False


def _is_called_page(outline: Outline, *boxes: int) -> bool:
    named = [outline.attributes[box] for box in boxes]
    return any(_PAGE_NAME.search(f"{own.get('class')} {own.get('id')}".lower()) for own in named)
