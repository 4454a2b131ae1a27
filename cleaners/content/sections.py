"""Sections of a document that stand in boxes of their own beside the one that holds most of its text.

An abstract and the references of a paper, what a recipe needs and what its author adds: none of them holds enough prose
to make the box around them the content, but the text stands under a heading, and so do they.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from cleaners.content.prose import prose_in
from cleaners.document import HEADINGS
from cleaners.markup.nesting import child_in, children, kind_of, lines_in, span
from cleaners.markup.outline import Outline, Row
from cleaners.rules.vocabulary import site_share

_SENTENCE: Final = 10.0  # prose in a line that says something
_CLAUSES: Final = "。！？…，；,.;!?"
_STOPS: Final = "。！？…”.!?：:;；"
_LINKED: Final = 0.4  # a section with more links lists other documents
_LINKED_TABLE: Final = 0.75  # ... but for a table whose rows say more of each link: 老南瓜 500克
_OF_SITE: Final = 0.15
_ROWS: Final = 3
_START: Final = 100
_NEAR: Final = 60  # lines between a title and the sections of a manual, its contents among them
_LONG: Final = 40
_LINK: Final = 0.9
_FAR: Final = 40  # lines of a section beside the text: longer ones are found by their prose


class _Unit(NamedTuple):
    """What stands directly in the box around: a line of its own, or a box with its lines."""

    box: int
    places: list[int]


def holds_title(outline: Outline, box: int) -> bool:
    """Tell whether the one heading of the first level that is no link stands in a box."""
    titles = [at for at, row in enumerate(outline.rows) if row[1] == "h1" and not row[4]]
    return len(titles) == 1 and outline.holders[titles[0]] in span(outline.parents, box)


def sections_beside(outline: Outline, weight: Callable[[int], float], root: int) -> list[int]:
    """Return the places of the lines of sections that stand beside a root, which is one of them.

    Args:
        outline: a page.
        weight: how far the prose of a box counts.
        root: the box that holds most of a document's text.
    """
    parents, holders, rows = outline.parents, outline.holders, outline.rows
    inside, around = lines_in(outline, span(parents, root)), parents[root]
    headed: list[int] = []
    while around >= 0 and inside:
        lines = lines_in(outline, span(parents, around))
        over = range(lines.start, inside.start)
        if lines.stop > inside.stop or len(over) > 1 or any(rows[place][1] not in HEADINGS for place in over):
            break
        headed += over
        inside, around = lines, parents[around]
    if around < 0 or not inside:
        return []
    before = rows[inside.start - 1] if inside.start and holders[inside.start - 1] == around else None
    if rows[inside.start][1] not in HEADINGS and not (before and before[1] in HEADINGS):
        return []  # most pages
    above = list(_units(outline, around, range(lines.start, inside.start)))
    below = list(_units(outline, around, range(inside.stop, lines.stop)))
    own = _Sections(outline, weight, around)
    beside = [*own.above(above), *own.below(below)]
    return [*beside, *headed] if beside else []


def parts_above(outline: Outline, weight: Callable[[int], float], root: int) -> list[int]:
    """Return the places of lines between the title and a root in boxes called as several that the root consists of.

    Manuals have their introduction in the box of the title, and all of its sections in another one; a poem stands in a
    box like those of its translation and notes.

    Args:
        outline: a page.
        weight: how far the prose of a box counts.
        root: the box that holds most of a document's text.
    """
    rows, parents = outline.rows, outline.parents
    start = outline.firsts[root]
    near = range(start - 1, max(-1, start - _NEAR), -1)
    title = next((place for place in near if rows[place][1] == "h1"), start)
    maybe = [place for place in range(title + 1, start) if len(rows[place][0]) > _LONG and not rows[place][2]]
    maybe += [title] if title < start else []  # the work itself, above what is said of it
    if not maybe:
        return []  # most pages
    named = [kind_of(outline, box) for box in children(parents, root)]
    kinds = {kind for kind, count in Counter(named).items() if kind[1] and count > 1}
    found = set()
    for place in maybe if kinds else ():
        box = outline.holders[place]
        while box > 0 and weight(box) == 1:
            if kind_of(outline, box) in kinds:
                found.add(box)
                break
            box = parents[box]
    own = [
        place
        for box in sorted(found)
        for place in lines_in(outline, span(parents, box))
        if rows[place][4] <= _LINK and _counts(parents, weight, outline.holders[place], box)
    ]
    said = {outline.holders[place] for place in own if rows[place][0][-1] in _CLAUSES}
    return [place for place in own if outline.holders[place] in said or len(rows[place][0]) > _LONG]


def _counts(parents: Sequence[int], weight: Callable[[int], float], inner: int, box: int) -> bool:
    """Tell whether nothing speaks against a box and those around it, within another."""
    while inner > box:
        if weight(inner) < 1:
            return False
        inner = parents[inner]
    return True


class _Sections:
    def __init__(self, outline: Outline, weight: Callable[[int], float], around: int) -> None:
        self.outline, self.rows, self.weight, self.around = outline, outline.rows, weight, around

    def below(self, units: Sequence[_Unit]) -> Iterator[int]:
        """Yield the lines of the sections that follow, each under a heading."""
        waiting: list[int] = []
        headed = False
        for unit in units:
            if self._is_heading(unit):
                waiting, headed = unit.places, True
                continue
            if unit.box != self.around and self.weight(unit.box) < 1:
                waiting, headed = [], False
                continue
            starts = self.rows[unit.places[0]][1] in HEADINGS
            if not (headed or starts) or not self._is_own(unit):
                return
            yield from waiting
            yield from unit.places
            waiting = []
            headed = unit.box == self.around

    def above(self, units: Sequence[_Unit]) -> Iterator[int]:
        """Yield the lines of the sections before, each with its heading, and of a sentence above the first one."""
        waiting: list[int] = []
        taken = False
        for unit in reversed(units):
            if self._is_heading(unit):
                waiting += unit.places
                continue
            if not self._is_own(unit):
                break
            yield from waiting
            yield from unit.places
            waiting, taken = [], True
        yield from waiting[:taken]

    def _is_heading(self, unit: _Unit) -> bool:
        row = self.rows[unit.places[0]]
        return len(unit.places) == 1 and row[1] in HEADINGS and not row[4]

    def _is_own(self, unit: _Unit) -> bool:
        """Tell whether a box says something of the document: sentences, or the rows of a table."""
        if (unit.box != self.around and self.weight(unit.box) < 1) or len(unit.places) > _FAR:
            return False
        lines = [self.rows[place] for place in unit.places]
        size = sum([len(row[0]) for row in lines])
        is_table = sum([row[1] == "tr" for row in lines]) >= _ROWS
        linked = _LINKED_TABLE if is_table and all(row[4] < _LINK for row in lines) else _LINKED
        if sum([len(row[0]) * row[4] for row in lines]) > linked * size:
            return False
        if site_share("".join([row[0] for row in lines])[:_START]) >= _OF_SITE:
            return False
        return is_table or any(map(_says, lines))


def _says(row: Row) -> bool:
    return row[1] not in HEADINGS and row[0][-1] in _STOPS and prose_in(row[0]) >= _SENTENCE


def _units(outline: Outline, around: int, places: range) -> Iterator[_Unit]:
    parents, holders = outline.parents, outline.holders

    def child(place: int) -> int:
        box = holders[place]
        return -place - 1 if box == around else child_in(parents, around, box)

    for box, run in groupby(places, key=child):
        yield _Unit(box if box >= 0 else around, list(run))
