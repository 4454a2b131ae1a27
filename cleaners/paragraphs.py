"""The lines of a document become its paragraphs as typed; what they lose on the way is listed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from cleaners.characters.debris import has_field, without_fields
from cleaners.characters.normalize import normalize_verbatim, normalizer
from cleaners.chrome.body_label import without_body_label
from cleaners.chrome.cell_controls import strip_cell_controls
from cleaners.chrome.fold_at_end import without_fold_at_end
from cleaners.chrome.interruptions import INTERRUPTION
from cleaners.chrome.sift import Sifted
from cleaners.chrome.title_before import without_title_before, without_title_parted
from cleaners.document import Drop, Line
from cleaners.facts.finding import Finding
from cleaners.furniture.dated_slides import strip_dated_slides
from cleaners.furniture.glued_numbers import strip_dashed_within, strip_glued_numbers, strip_numbers_within
from cleaners.furniture.heads_and_feet import strip_furniture
from cleaners.furniture.last_page import marks_page
from cleaners.furniture.lone_bullets import strip_lone_bullets
from cleaners.furniture.page_starts import strip_page_starts
from cleaners.furniture.shown_pages import strip_shown_pages
from cleaners.reflow import at_seams, join_chunks, reflow, turn_pages
from cleaners.reflow.known_title import join_title
from cleaners.reflow.numbered_titles import part_numbered_titles
from cleaners.rules.rulebook import rulebook


def paragraphs(
    sifted: Sifted, found: Sequence[Finding], far: Sequence[Finding], title: str | None
) -> tuple[list[Line], list[Drop]]:
    """Return a document's paragraphs as typed, and the page furniture and numbers that its lines lose."""
    kept, debris = _without_fields(sifted.kept)
    kept, controls = strip_cell_controls(kept)
    kept, bullets = strip_lone_bullets(kept)
    kept, folds = without_fold_at_end(kept)
    kept, before = without_title_before(kept, title)
    kept, dashed = strip_dashed_within(kept)
    lines, label = without_body_label(at_seams(kept), sifted.drops)
    lines, glued = strip_glued_numbers(lines)
    lines, numbers = strip_page_starts(lines, found)
    lines = turn_pages(lines, _markers(sifted.drops))
    lines, within = strip_numbers_within(lines)
    lines, dated = strip_dated_slides(lines)
    lines, furniture = strip_furniture(lines, title)
    lines, shown = strip_shown_pages(lines, [*found, *far])
    lines, chunks = join_chunks(lines)
    lines, blank = _normalized(part_numbered_titles(reflow(join_title(lines, title)), title))
    lines, parted = without_title_parted(lines, kept, title)
    return lines, [
        *debris,
        *label,
        *dashed,
        *glued,
        *numbers,
        *furniture,
        *within,
        *dated,
        *shown,
        *chunks,
        *blank,
        *before,
        *parted,
        *controls,
        *bullets,
        *folds,
    ]


def _without_fields(lines: list[Line]) -> tuple[list[Line], list[Drop]]:
    """Take Word's field codes out before their gaps are read as those of a table; also lines that are nothing else."""
    if not any(has_field(line.text) for line in lines):
        return lines, []
    bare = [line.text if line.tag == "pre" else without_fields(line.text).strip() for line in lines]
    pairs = list(zip(lines, bare, strict=True))
    blank = [Drop(line.number, "blank", line.text) for line, text in pairs if not text]
    return [line if text == line.text else line._replace(text=text) for line, text in pairs if text], blank


def _markers(drops: Sequence[Drop]) -> list[int]:
    """Return the places of the lines by which a site parts the document's pages, or paragraphs."""
    names = _marker_names()
    return [drop.number for drop in drops if drop.rule in names or marks_page(drop)]


@cache
def _marker_names() -> frozenset[str]:
    return frozenset((INTERRUPTION, *(rule.name for rule in rulebook().rules if rule.marker)))


def _normalized(lines: Sequence[Line]) -> tuple[list[Line], list[Drop]]:
    kept, blank = [], []
    typed = [line for line in lines if line.tag != "pre"]
    cells = [part for line in typed for part in (line.text.split("\t") if line.tag == "tr" else (line.text,))]
    normalize = normalizer(cells)
    for line in lines:
        if line.tag == "tr":
            text = "\t".join(map(normalize, line.text.split("\t"))).rstrip()
        else:
            text = normalize_verbatim(line.text) if line.tag == "pre" else normalize(line.text)
        if text:
            kept.append(line if text == line.text else line._replace(text=text))
        elif line.text.strip():
            blank.append(Drop(line.number, "blank", line.text))
    return kept, blank
