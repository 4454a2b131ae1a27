"""The lines of a page that say something of its boxes: prose, headlines of other documents, headings of a site."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from cleaners.content.box_heads import LONGEST, boxes_by_counts, boxes_by_heads
from cleaners.content.box_names import AGAINST
from cleaners.content.prose import prose_in, words_in
from cleaners.markup.outline import Outline

_NO_PROSE: Final = frozenset(("img", "button"))
_LINKED: Final = 0.4  # a line with more links is no prose ...
_LINK: Final = 0.9  # ... with more, a link
_SEVERAL: Final = 4
_HEADLINE: Final = 7  # a link of more characters is a headline ...
_CONTROL: Final = 3  # ... and one in brackets that stands so often a control: 【本条释义】
_OPENING: Final = "【[〔（("

Prose = tuple[int, int, int, int, float]
"""A line with prose: its place, the box that holds it, the one around its element, its depth, how much prose it is."""


class Measured(NamedTuple):
    """The lines of a page that say something.

    Attributes:
        prose: those with prose.
        headlines: by link that may be a headline, the box that holds it.
        short: places of short lines, which may be headings.
        headings: places of headings that are no links.
        headed: each box that a heading opens, with the group of ``box_names`` that it puts the box into.
    """

    prose: list[Prose]
    headlines: list[int]
    short: list[int]
    headings: list[int]
    headed: list[tuple[int, int]]


def measured(outline: Outline) -> Measured:
    """Measure the lines of a page."""
    prose: list[Prose] = []
    links: list[tuple[str, int]] = []
    short: list[int] = []
    headings: list[int] = []
    before = -1  # the box of a line that a line break ends
    for place, (row, holder) in enumerate(zip(outline.rows, outline.holders, strict=True)):
        text, linked = row[0], row[4]
        group = holder if row[6] or holder == before else row[5]
        before = holder if row[6] else -1
        if linked > _LINKED:
            if row[2] > 1 and linked <= _LINK:
                short.append(place)  # a heading with what leads to more of its kind: 全部作品 127
            if linked > _LINK and len(text) > _HEADLINE:
                links.append((text, holder))
            continue
        if len(text) <= LONGEST:
            short.append(place)
        if (not row[2] or row[1] == "li") and row[1] not in _NO_PROSE:
            prose.append((place, holder, group, row[3], prose_in(text)))
        elif row[2]:
            headings.append(place)
    times = Counter([text for text, _ in links if text[0] in _OPENING])
    headlines = [holder for text, holder in links if times[text] < _CONTROL]
    headed = [*boxes_by_heads(outline, short), *((box, AGAINST) for box in boxes_by_counts(outline, headings))]
    return Measured(prose, headlines, short, headings, headed)


def in_words(found: Measured, outline: Outline) -> Measured:
    """Measure the same lines by their words, prose or not; those that say nothing but what sites say are left out.

    Several boxes of a line each (cells, the lines of a viewer) are siblings as paragraphs are.
    """
    parents = outline.parents
    around = _around_single_lines(outline)
    prose = []
    for place, holder, group, depth, _ in found.prose:
        if value := words_in(outline.rows[place][0]):
            prose.append((place, holder, parents[around[group]] if group in around else group, depth, value))
    return found._replace(prose=prose)


def _around_single_lines(outline: Outline) -> dict[int, int]:
    """Return for boxes of a line the outermost box of no more, where that is one of several side by side."""
    parents, counts = outline.parents, [0] * len(outline.parents)
    for holder in outline.holders:
        counts[holder] += 1
    for box in range(len(parents) - 1, 0, -1):
        counts[parents[box]] += counts[box]
    single: dict[int, int] = {}
    for box in range(1, len(parents)):
        if counts[box] == 1:
            single[box] = single.get(parents[box], box)
    beside = Counter([parents[box] for box, outermost in single.items() if box == outermost])
    return {box: outermost for box, outermost in single.items() if beside[parents[outermost]] >= _SEVERAL}
