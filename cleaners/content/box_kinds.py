"""Boxes whose lines say what they are, whatever they are called: tables, and headings with controls beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from cleaners.content.measured import Prose
from cleaners.lazily import lazily
from cleaners.markup.elements import NAMES
from cleaners.markup.nesting import kind_of, lines_in, span
from cleaners.markup.outline import Outline
from cleaners.rules.strangers import BLANK
from cleaners.rules.vocabulary import site_share

_OF_TERMS: Final = lazily(r"(?i)info|basic|lemma|attr")
_TABLE: Final = next(number for number, name in NAMES.items() if name == "table")
_ITEM: Final = next(number for number, name in NAMES.items() if name == "li")
_LINK: Final = 0.9
_LISTED: Final = 0.35  # a list with more is one of links
_COLUMNS, _ROWS = 3, 6  # twice the rows of a table
_OF_SITE: Final = 0.15  # share of a site's words in a table of its facts
_POSTS: Final = 3  # boxes of one kind that hold text
_FORM: Final = 12  # lines of the head of a form
_CONTROLS: Final = 8  # so many characters of links beside a heading list nothing
_PART: Final = lazily(
    r"(?:第\s?[\d一二三四五六七八九十百零〇○]+\s?[编編章节節条條款回]|(?i:article|section|chapter)\s[\divxlc.]+)(?!\S{12})"
)


def heads_controls(outline: Outline, place: int) -> bool:
    """Tell whether a heading has nothing beside it, in its box or behind it, but a few characters of links: 编辑."""
    rows = outline.rows
    text, links = rows[place][0], rows[place][4]
    beside = [rows[at] for at in lines_in(outline, span(outline.parents, outline.holders[place])) if at != place]
    return links < _LINK and sum([len(row[0]) for row in beside]) + len(text) * links <= _CONTROLS


def below_heading(outline: Outline, place: int) -> int | None:
    """Return the place of the line that follows the box of a heading in the box around it: that of a panel's text."""
    box = outline.holders[place]
    around = lines_in(outline, span(outline.parents, outline.parents[box]))
    below = lines_in(outline, span(outline.parents, box)).stop
    return below if below in around else None


def is_table(outline: Outline, box: int) -> bool:
    """Tell whether a box is a table, of several columns or of what a thing is: its name says little then."""
    lines = lines_in(outline, span(outline.parents, box))
    rows = outline.rows[lines.start : lines.stop]
    if 2 * sum([row[1] == "tr" and row[0].count("\t") >= _COLUMNS - 1 for row in rows]) > max(_ROWS, len(rows)):
        return True
    if outline.tags[box] != _TABLE or len(rows) < _COLUMNS:
        return False
    is_list = all(row[1] == "tr" and row[0].count("\t") == 1 for row in rows)
    return is_list and site_share("".join([row[0] for row in rows])) < _OF_SITE


def defines(outline: Outline, box: int, text: Sequence[int]) -> bool:
    """Tell whether a box within a text says what a thing is, term by term, as the infobox of an encyclopedia does.

    Args:
        outline: a page.
        box: a box.
        text: the places of the text's lines, in order.
    """
    lines = lines_in(outline, span(outline.parents, box))
    rows = outline.rows[lines.start : lines.stop]
    terms = sum([row[1] == "dt" for row in rows])
    within = bool(text) and text[0] < lines.start < text[-1]
    if terms < _COLUMNS or not within or not _OF_TERMS.search(outline.attributes[box].get("class") or ""):
        return False
    pairs = all((row[1] == "dt") != (below[1] == "dt") for row, below in pairwise(rows))
    return pairs and site_share("".join([row[0] for row in rows])) < _OF_SITE


def is_form(outline: Outline, box: int) -> bool:
    """Tell whether a box is to be filled in, as the head and the signatures of a form are, whatever it is called."""
    lines = lines_in(outline, span(outline.parents, box))
    rows = outline.rows[lines.start : lines.stop]
    return 0 < len(rows) <= _FORM and any(BLANK in row[0] for row in rows)


def is_listed(tag: int, share: float, around: float) -> bool:
    """Tell whether a box with many links is an item of a list that is none of links: it is judged with the list.

    Args:
        tag: the parser's number of its tag.
        share: how much of it is links.
        around: how much of the box around it is.
    """
    return tag == _ITEM and share <= _LINK and around < _LISTED


def numbers_part(outline: Outline, place: int) -> bool:
    """Tell whether a line numbers the text behind it, which is no link: 第 3 条, in a law that links to its parts."""
    rows = outline.rows
    return place + 1 < len(rows) and _PART.match(rows[place][0]) is not None and not rows[place + 1][4]


def post_kinds(outline: Outline, root: int, lines: Iterable[Prose]) -> frozenset[tuple[int, str | None]]:
    """Return the kinds of boxes in a thread that hold its text: one with little beside names and links is a post, too.

    Args:
        outline: a page.
        root: the box around the thread.
        lines: those that are its text.
    """
    boxes = set()
    for _, box, _, _, _ in lines:
        while box > root and box not in boxes:
            boxes.add(box)
            box = outline.parents[box]
    counts = Counter(kind for kind in (kind_of(outline, box) for box in boxes) if kind[1])
    return frozenset(kind for kind, count in counts.items() if count >= _POSTS)
