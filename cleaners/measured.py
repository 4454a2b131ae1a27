"""The lines of a page that say something of its boxes: prose, headlines of other documents, headings of a site."""

from __future__ import annotations

from typing import Final, NamedTuple

from cleaners.box_heads import LONGEST
from cleaners.outline import Outline
from cleaners.prose import prose_in, words_in

_NO_PROSE: Final = frozenset(("img", "button"))
_LINKED: Final = 0.4  # a line with more links is no prose ...
_LINK: Final = 0.9  # ... with more, a link
_HEADLINE: Final = 7  # a link of more characters is a headline

Prose = tuple[int, int, int, int, float]
"""A line with prose: its place, the box that holds it, the one around its element, its depth, how much prose it is."""


class Measured(NamedTuple):
    """The lines of a page that say something.

    Attributes:
        prose: those with prose.
        headlines: by link that may be a headline, the box that holds it.
        short: places of short lines, which may be headings.
    """

    prose: list[Prose]
    headlines: list[int]
    short: list[int]


def measured(outline: Outline) -> Measured:
    """Measure the lines of a page."""
    prose: list[Prose] = []
    headlines: list[int] = []
    short: list[int] = []
    for place, (row, holder) in enumerate(zip(outline.rows, outline.holders, strict=True)):
        text, links = row[0], row[4]
        if links > _LINKED:
            if links > _LINK and len(text) > _HEADLINE:
                headlines.append(holder)
            continue
        if len(text) <= LONGEST:
            short.append(place)
        if (not row[2] or row[1] == "li") and row[1] not in _NO_PROSE:
            prose.append((place, holder, row[5], row[3], prose_in(text)))
    return Measured(prose, headlines, short)


def in_words(found: Measured, outline: Outline) -> Measured:
    """Measure the same lines by their words, prose or not; those that say nothing but what sites say are left out."""
    values = [words_in(outline.rows[line[0]][0]) for line in found.prose]
    return found._replace(prose=[(*line[:4], value) for line, value in zip(found.prose, values, strict=True) if value])
