"""Page numbers, running heads and feet taken out of a document: each page's numbers, and what is found beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise
from typing import Final

from cleaners.document import Drop, Line
from cleaners.furniture.breaks import breaks_off_above, cut_lines, cuts_line
from cleaners.furniture.chapter_heads import (
    feet_of_chapters,
    headings_of_sections,
    heads_of_chapters_below,
    open_chapters,
)
from cleaners.furniture.cutting_heads import heads_between_halves, heads_in_mid_sentence, opposite_heads
from cleaners.furniture.folios import (
    barred_folios,
    boxed_folios,
    counted_lines,
    facing_folios,
    far_feet,
    lone_folios,
    named_feet,
    numbered_feet,
    sectioned_folios,
    set_off_folios,
    turned_heads,
)
from cleaners.furniture.head_forms import has_mark
from cleaners.furniture.line_lengths import full_line
from cleaners.furniture.named_heads import heads_in_words
from cleaners.furniture.number_forms import candidates
from cleaners.furniture.page_numbers import page_numbers
from cleaners.furniture.repeated_heads import first_copies, last_foot, running_heads
from cleaners.furniture.title_heads import numbers_beside_title, title_heads
from cleaners.rules.keys import key_of

_VISUAL: Final = frozenset(("p", "div"))
_LEAST_PROSE: Final = 12  # characters of a line of text
_SEVERAL_PAGES: Final = 2
_SEVERAL: Final = 12  # lines
_GOING_ON: Final = 0.5  # of them break off where an element has a visual line


def strip_furniture(lines: list[Line], title: str | None = None) -> tuple[list[Line], list[Drop]]:
    """Take page numbers and running heads and feet out; the other lines keep their order and learn their page.

    A number is a page number where it counts up over the document at a page's distance, is set off by dashes or
    says so; a line is a running head where it repeats at the edges of pages, or is the title there. Rules:
    ``page-number``, ``running-head``.
    """
    visual = _as_visual(lines)
    full = full_line(visual)
    maybe = candidates(visual)
    marks = page_numbers(visual, maybe, full) | numbers_beside_title(visual, maybe, title)
    heads = _heads(visual, title, marks, full)
    return _without(lines, marks, heads) if marks or heads else (lines, [])


def _heads(lines: Sequence[Line], title: str | None, marks: Set[int], full: float) -> set[int]:
    """Find the running heads and feet, as the pages turn that page numbers, heads with a number and boxes tell."""
    folios = heads_in_words(lines, title, marks, _folios(lines, title, marks, full))
    numbered = marks | folios
    edges = _page_edges(lines, numbered)
    if not edges:
        return set()
    known = running_heads(lines, numbered, edges, -1 if numbered else 0) | title_heads(lines, edges, title)
    known |= open_chapters(lines, marks) | feet_of_chapters(lines, marks) | heads_in_mid_sentence(lines, marks, full)
    heads = folios | known | opposite_heads(lines, edges, known - numbered, full)
    heads |= heads_between_halves(lines, edges, numbered, full)
    heads |= (
        heads_of_chapters_below(lines, edges, numbered) | first_copies(lines, heads, title) | last_foot(lines, heads)
    )
    return heads - headings_of_sections(lines, heads)


def _folios(lines: Sequence[Line], title: str | None, marks: Set[int], full: float) -> set[int]:
    """Find the heads with a page's number that count up, as far as they cut what stands around them."""
    runs = counted_lines(lines, uncounted=not marks)
    found = {at for run in runs if cut_lines(lines, run, full) for at in run} - marks
    if len(marks) < _SEVERAL_PAGES:  # the first page has its number at its foot, others in their heads
        told = turned_heads(lines, key_of(title or ""))
        told += [[at] for at in lone_folios(lines) if cuts_line(lines, at, full)]
        told += [run for run in numbered_feet(lines) if any(cuts_line(lines, at, full) for at in run)]
        in_letters = numbered_feet(lines, in_letters=True)
        told += [run for run in in_letters if all(cuts_line(lines, at, full) for at in run)]
        told += named_feet(lines)
        told += [run for run in barred_folios(lines) if all(_tears(lines, at, full) for at in run)]
        found.update(at for run in told for at in run)
    boxed = [*boxed_folios(lines), set_off_folios(lines)]
    found.update(at for run in boxed if any(breaks_off_above(lines, at) for at in run) for at in run)
    return found.union(sectioned_folios(lines), far_feet(lines), facing_folios(lines))


def _tears(lines: Sequence[Line], at: int, full: float) -> bool:
    """Tell whether a line cuts a full line or stands within a sentence that goes on in small letters below it."""
    goes_on = any(line.text[0].islower() for line in lines[at + 1 : at + 2])
    return cuts_line(lines, at, full) or (goes_on and breaks_off_above(lines, at))


def _without(lines: Sequence[Line], marks: Set[int], heads: Set[int]) -> tuple[list[Line], list[Drop]]:
    """Return the lines that are neither page numbers nor heads, with their pages, and what was taken out."""
    kept: list[Line] = []
    drops: list[Drop] = []
    paged = len({line.page for line in lines}) > 1  # a site's one marker above the text tells no pages
    page = 1
    turned = False
    for index, line in enumerate(lines):
        if index in marks or index in heads:
            rule = "page-number" if index in marks else "running-head"
            drops.append(Drop(line.number, rule, line.text))
            turned = True
            continue
        page += turned
        turned = False
        kept.append(line if paged and line.page else line._replace(page=page))
    return kept, drops


def _as_visual(lines: list[Line]) -> list[Line]:
    """Return lines that go on from element to element as visual lines, which they are; other ones as they are."""
    prose = [line for line in lines if line.tag in _VISUAL and len(line.text) >= _LEAST_PROSE]
    if len(prose) < _SEVERAL or any(line.broken for line in prose):
        return lines
    if sum(not has_mark(line.text[-1:]) for line in prose) < _GOING_ON * len(prose):
        return lines
    return [line._replace(broken=True) if line.tag in _VISUAL else line for line in lines]


def _page_edges(lines: Sequence[Line], marks: Iterable[int]) -> list[int]:
    """Return the indices at which a page begins, as page numbers and the lines' own pages tell."""
    edges = set(marks)
    turns = [index + 1 for index, (line, after) in enumerate(pairwise(lines)) if 0 < line.page < after.page]
    return sorted(edges.union(turn for turn in turns if turn - 1 not in edges))  # below its number a page ends once
