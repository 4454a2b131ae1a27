"""What the walk over a tree hands on: lines, and the boxes that hold them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from cleaners.document import Drop, Line
from cleaners.lazily import lazily
from cleaners.markup.elements import Attributes
from cleaners.rules.vocabulary import site_share

Row = tuple[str, str, int, int, float, int, bool, int, int, str, int]
"""The fields of a ``Line``, without its list items: most rows of a page are chrome and never become one."""
_OUTSIDE = (), None
_ENDED = lazily(r"。|[a-z]{2}[.!?](?: [A-Z]|$)")  # headlines hold commas, too
_SENTENCE, _HEADLINE = 20, 8  # characters
_WIDE = "\u2e7f"
_OF_SITE = 0.4  # share of a site's words in a line that is none of a title
_new = tuple.__new__  # what NamedTuple does, without its Python frame


def as_line(row: Row) -> Line:
    """Return the line of a row."""
    return _new(Line, row + _OUTSIDE)


class Outline(NamedTuple):
    """A page as lines in their order and the tree of boxes, block containers with text, that holds them.

    Attributes:
        rows: every visible line.
        holders: for each line the number of the innermost box around it. ``Line.box`` is the box around the element
            that holds the line: the same for a paragraph, the parent for text that stands in a box itself.
        parents: by box, the number of the box around it, always smaller than its own; -1 for the outermost.
        tags: by box, the parser's number of its tag (``elements.NAMES``).
        attributes: by box, its attributes: weak evidence of what it is for.
        firsts: by box, the place of its first line among the rows.
        pieces: by the number of a short line, the runs of text that its inline elements part it into.
    """

    rows: list[Row]
    holders: list[int]
    parents: list[int]
    tags: list[int]
    attributes: list[Attributes]
    firsts: list[int]
    pieces: Mapping[int, tuple[str, ...]] = MappingProxyType({})

    @property
    def lines(self) -> list[Line]:
        """The rows as lines."""
        return list(map(as_line, self.rows))


def without_links(outline: Outline) -> Outline | None:
    """Return a page whose longer lines count as text though they are links; ``None`` where no line is a sentence."""
    if not any(len(row[0]) >= _SENTENCE and _ENDED.search(row[0]) for row in outline.rows):
        return None
    rows = [(*row[:4], 0.0, *row[5:]) if row[4] > 0.0 and len(row[0]) >= _HEADLINE else row for row in outline.rows]
    return outline._replace(rows=rows)


def without_parts(
    outline: Outline, parts: Mapping[int, str], rule: str, cut: Callable[[str, str], str]
) -> tuple[Outline, list[Drop]]:
    """Take the site's part off the beginnings or ends of lines; what is left of each is stripped.

    Args:
        outline: a page.
        parts: by the place of a line, what it loses.
        rule: why.
        cut: ``str.removeprefix`` or ``str.removesuffix``.

    Returns:
        The page, and what was taken from its lines.
    """
    rows, pieces, drops = outline.rows.copy(), dict(outline.pieces), []
    for place, part in parts.items():
        row = rows[place]
        rows[place] = (cut(row[0], part).strip(), *row[1:])
        pieces.pop(row[8], None)
        drops.append(Drop(row[8], rule, part))
    return outline._replace(rows=rows, pieces=pieces), drops


def first_headings(rows: Sequence[Row]) -> list[str]:
    """Return the headings of the first level, those of several lines as one: offices set their name above a title.

    A translation is one by itself; what the site counts is none.
    """
    headings: list[str] = []
    goes_on = False
    for row in rows:
        if row[1] != "h1" or row[2] != 1:
            goes_on = False
            continue
        of_site = goes_on and site_share(row[0]) >= _OF_SITE
        if goes_on and not of_site and (max(row[0]) > _WIDE) == (max(headings[-1]) > _WIDE):
            headings[-1] += row[0] if row[0][0] > _WIDE else f" {row[0]}"
        elif not of_site:
            headings.append(row[0])
        goes_on = row[6]
    return headings
