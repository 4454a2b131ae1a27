"""Numbers that a site sets beside each part of a text: of the comments on a paragraph, of the slide in an item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Drop
from cleaners.lazily import lazily
from cleaners.markup.outline import Outline, without_parts

COMMENTS: Final = "comment-count"
SLIDES: Final = "slide-number"
_CALLED: Final = (b"review-count", b"review_count", b"comment-count", b"comment_count", b"comment-num", b"comment_num")
_LEAST: Final = 5  # paragraphs with a count
_MOSTLY: Final = 0.5  # of the paragraphs that end a sentence
_COUNT: Final = lazily(r"(?<=[。！？：…—”」』])(?:\d{1,3}|99\+|\d\.\dw)$")
_PARAGRAPHS: Final = frozenset(("p", "div"))
_NUMBER: Final = lazily(r"(\d{1,3})\.\s+(?=\S)")
_LEAST_SLIDES: Final = 3
_TRANSCRIPT: Final = lazily(r"(?i)transcript|slide")


def without_counters(
    outline: Outline, places: Sequence[int], numbers: Mapping[int, int], markup: bytes
) -> tuple[Outline, list[Drop]]:
    """Take off the paragraphs of a text how often each was commented on, and off lists of slides their linked numbers.

    Notes count up from paragraph to paragraph, comments do not; an item of a list is a line, a slide has several.

    Args:
        outline: a page.
        places: the lines of its content.
        numbers: those that ``lone_numbers`` are.
        markup: that of the page.

    Returns:
        The page, and what was taken from its lines.
    """
    counts = _comment_counts(outline, places)
    if counts and any(name in markup for name in _CALLED):  # the page calls elements so
        return without_parts(outline, counts, COMMENTS, str.removesuffix)
    said = {below: outline.rows[place][0] for place, below in numbers.items()}
    slides = said or _linked_numbers(outline, places)
    return without_parts(outline, slides, SLIDES, str.removeprefix) if slides else (outline, [])


def _comment_counts(outline: Outline, places: Sequence[int]) -> dict[int, str]:
    """Return the paragraphs that end in a run of their own that is a count, with it."""
    rows, pieces = outline.rows, outline.pieces
    found: dict[int, str] = {}
    apart = 0
    for place in places:
        row = rows[place]
        if row[0][-1] in "+w" or row[0][-1].isdecimal():
            count = _COUNT.search(row[0]) if row[1] in _PARAGRAPHS and not row[2] else None
            if count:
                found[place] = count[0]
                apart += row[8] in pieces and pieces[row[8]][-1].strip() == count[0]
    if len(found) < _LEAST or apart < _MOSTLY * len(found):
        return {}
    values = [int(count) for count in found.values() if count.isdecimal()]
    if all(before <= value for before, value in pairwise(values)):
        return {}
    paragraphs = sum(rows[place][1] in _PARAGRAPHS and not rows[place][2] for place in places)
    return found if len(found) >= _MOSTLY * paragraphs else {}


def lone_numbers(outline: Outline, places: Sequence[int]) -> dict[int, int]:
    """Return the lines that are the number with which a heading begins, each with its, the picture of a slide between.

    They count up from 1 on.
    """
    rows = outline.rows
    found = {
        place: below
        for place, picture, below in zip(places, places[1:], places[2:], strict=False)
        if rows[picture][1] == "img" and rows[place][0].isdecimal() and rows[below][2] > 1
        if rows[below][0].startswith(f"{rows[place][0]} ")
    }
    counts = [rows[place][0] for place in found] == [str(number) for number in range(1, len(found) + 1)]
    return found if counts and len(found) >= _LEAST_SLIDES else {}


def _linked_numbers(outline: Outline, places: Sequence[int]) -> dict[int, str]:
    """Return the lines that begin with a linked number, where these count from 1 on, with it."""
    rows = outline.rows
    found: dict[int, str] = {}
    for place in places:
        row = rows[place]
        if 0 < row[4] < 1 and _is_transcript(outline, place) and (number := _NUMBER.match(row[0])):
            is_link = round(row[4] * len(row[0])) in (len(number[0]), len(number[0].strip()))
            if is_link and int(number[1]) == len(found) + 1:
                found[place] = number[0].strip()
    several = sum(after - before > 1 for before, after in pairwise(found))
    return found if len(found) >= _LEAST_SLIDES and several >= _MOSTLY * len(found) else {}


def _is_transcript(outline: Outline, place: int) -> bool:
    """Tell whether a line stands in a list that is called a transcript of slides; notes have linked numbers, too."""
    box = outline.holders[place]
    boxes = (box, outline.parents[box]) if box > 0 else (box,)
    return any(_TRANSCRIPT.search(outline.attributes[one].get("class") or "") for one in boxes)
