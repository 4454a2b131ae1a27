"""The lines of a tree divided: those that may be the document, those near it, and what stays outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from cleaners.characters.mirror import without_mirror_marks
from cleaners.content.box_paths import breadcrumbs, bylines, tag_boxes
from cleaners.content.main_content import content_of
from cleaners.content.quote_heads import without_quote_heads
from cleaners.document import Drop, Line
from cleaners.facts.bylines_in_tree import BYLINE
from cleaners.facts.finding import STAMP
from cleaners.facts.inline_pieces import parted, spaced
from cleaners.facts.labels import bare_label
from cleaners.markup.counters import SLIDES as SLIDE_NUMBER
from cleaners.markup.counters import lone_numbers, without_counters
from cleaners.markup.heading_links import without_heading_links
from cleaners.markup.heading_prefixes import without_title_prefixes
from cleaners.markup.items import with_items
from cleaners.markup.outline import Outline, Row, as_line, first_headings, without_links
from cleaners.markup.pre_text import with_prose_of_pre
from cleaners.markup.terms import with_rows_of_terms

_BEFORE: Final = 40  # lines above the content
_AFTER: Final = 48  # lines below it
_NEAR: Final = 88  # lines of both that are looked at
_new = tuple.__new__  # what NamedTuple does, without its Python frame


class Division(NamedTuple):
    """The lines of a tree.

    Attributes:
        lines: main content.
        near: lines outside that stand near it, in the order in which their facts count.
        drops: the lines outside.
        headings: first-level headings.
        pages: how many pages of a viewer the lines fill; 0 where it has none.
    """

    lines: Sequence[Line]
    near: Sequence[Line]
    drops: tuple[Drop, ...]
    headings: tuple[str, ...]
    pages: int


def divide(
    outline: Outline, url: str, markup: bytes, *, profiled: bool, whole: bool = False, only: Sequence[int] = ()
) -> Division:
    """Divide the lines of a tree.

    Args:
        outline: the lines, with the boxes that hold them.
        url: the page's address; empty where it is not known.
        markup: the page.
        profiled: a profile's selectors say which lines are content.
        whole: all of it is the document.
        only: places of the lines that are, where that is known.
    """
    rules, pages = _only(outline, only) if only else _rules(outline, url, profiled=profiled, whole=whole)
    stamped = STAMP in rules  # stamps between posts go on, with a mark
    given = ["" if rule == STAMP else rule for rule in rules] if stamped else rules
    inside = [place for place, rule in enumerate(given) if not rule]
    outline, prefixes = without_title_prefixes(outline, inside)
    numbers = lone_numbers(outline, inside)
    outline, counted = without_counters(outline, inside, numbers, markup)
    for place in numbers:
        given[place] = SLIDE_NUMBER
    inside = [place for place in inside if not given[place]] if numbers else inside
    outline, taken = without_heading_links(outline, inside)
    outline, quoted = without_quote_heads(outline, inside) if stamped else (outline, [])
    rows, pieces = outline.rows, outline.pieces
    first, last = (inside[0], inside[-1]) if inside else (len(rows), len(rows))
    outside = [place for place in range(max(0, first - _BEFORE), min(len(rows), last + 1 + _AFTER)) if given[place]]
    lines = [_parted(row, pieces) if row[8] in pieces else as_line(row) for row in map(rows.__getitem__, inside)]
    if stamped:
        marked = zip(lines, inside, strict=True)
        lines = [as_line(rows[place])._replace(mark=STAMP) if rules[place] else line for line, place in marked]
    lines = with_items(lines, inside, outline)
    dropped = [_new(Drop, (row[8], rule, row[0])) for row, rule in zip(rows, given, strict=True) if rule]
    return Division(
        without_mirror_marks(with_rows_of_terms(with_prose_of_pre(lines), _is_label)),
        without_mirror_marks(_near(outline, outside, first)),
        (*dropped, *prefixes, *counted, *taken, *quoted),
        tuple(first_headings(rows)),
        pages,
    )


def lines_without_text(outline: Outline) -> Sequence[Line]:
    """Return the lines of a page that state facts of a document which it does not show."""
    return without_mirror_marks(_near(outline, range(min(len(outline.rows), _NEAR)), len(outline.rows)))


def _near(outline: Outline, outside: Sequence[int], first: int) -> list[Line]:
    """Return the lines at these places, and before them the paths and tags that only their boxes tell.

    Args:
        outline: the lines of a page.
        outside: places around its document.
        first: place of the document's first line.
    """
    near = [_spaced(outline.rows[place], outline.pieces) for place in outside[:_NEAR]]
    for at in bylines(outline, outside[:_NEAR]):
        near[at] = near[at]._replace(mark=BYLINE)
    return [*breadcrumbs(outline, [place for place in outside if place < first]), *tag_boxes(outline, outside), *near]


def _is_label(term: str) -> bool:
    return bare_label("".join(term.split()).rstrip(":：")) is not None


def _only(outline: Outline, places: Sequence[int]) -> tuple[list[str], int]:
    rules = ["outside-content"] * len(outline.rows)
    for place in places:
        rules[place] = ""
    return rules, 0


def _rules(outline: Outline, url: str, *, profiled: bool, whole: bool) -> tuple[list[str], int]:
    """Return the rule by which each line stays outside, empty for content, and how many pages of a viewer they fill."""
    if whole:
        return [""] * len(outline.rows), 0
    marks = [row[9] for row in outline.rows]
    if profiled:
        return ["" if mark == "content" else mark or "outside-content" for mark in marks], 0
    rules, pages = content_of(outline, url)
    if all(rules) and (bare := without_links(outline)):
        rules, pages = content_of(bare, url)  # all of it is links, or one was not closed
    return [mark or rule for mark, rule in zip(marks, rules, strict=True)], pages


def _parted(row: Row, pieces: Mapping[int, Sequence[str]]) -> Line:
    return as_line((parted(row[0], pieces[row[8]]), *row[1:]))


def _spaced(row: Row, pieces: Mapping[int, Sequence[str]]) -> Line:
    """Part the inline pieces of a line that is not the document's, where spaces do no harm."""
    if row[8] not in pieces:
        return as_line(row)
    return as_line((spaced(pieces[row[8]]), *row[1:]))
