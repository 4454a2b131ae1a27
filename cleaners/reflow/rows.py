"""Rows of a table in a dump: lines below each other that are cells behind gaps, about as many in each."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.sizes import HAN

_LEAST = 2  # gaps
_UNEVEN = 2  # ... that a row has more than the next: cells may be empty
_CELL = f"[{HAN}\\d%\\uff05)\\uff09-]"
# Justification widens gaps between Latin words; beside Han characters and numbers they part cells.
_WIDE = lazily(rf"(?<={_CELL})(?:\t\s*|[ \u3000]{{2,}})(?=\S)|(?<=\S)(?:\t\s*|[ \u3000]{{2,}})(?={_CELL})")
# The gap first: a pattern that begins with a plain set is several times as fast as one that looks behind everywhere.
_RUN = lazily("\t|[ \u3000]{2}")
_NARROW = lazily(rf"[ \u3000](?:(?<=[{HAN}].)(?=[{HAN}])|(?<=[\d%] )(?=[\d-]))")
_ANY = lazily(rf"[ \u3000](?:(?<={_CELL}.)(?=\S)|(?<=\S.)(?={_CELL}))")
_PROSE = lazily(r"[。\uff0c\uff1b\uff01\uff1f]")
_LEAST_CELL = 2  # characters, in the mean
_FIXED = frozenset(("pre", "tr"))
_SPACED = 10  # lines of prose to one with such gaps, at least, else the document is spaced throughout


def with_rows(lines: list[Line]) -> list[Line]:
    """Return lines of a dump that are rows as those of a table; what elements are, the caller must know."""
    texts = [line.text if line.broken and line.tag not in _FIXED else "" for line in lines]
    return as_rows(lines, table_rows(texts)) if any(texts) else lines


def as_rows(lines: list[Line], rows: set[int]) -> list[Line]:
    """Give lines the tag ``tr`` and tabs between their cells."""
    if not rows:
        return lines
    return [
        line._replace(text=_tabbed(line.text), tag="tr", broken=False) if place in rows else line
        for place, line in enumerate(lines)
    ]


def _tabbed(text: str) -> str:
    tabbed = _WIDE.sub("\t", text)
    return tabbed if "\t" in tabbed else _ANY.sub("\t", text)


def table_rows(texts: Sequence[str]) -> set[int]:
    """Return the indices of lines that are rows; those of Latin letters alone are no matter of ours."""
    gaps = {
        place: text.count(" ") + text.count("\t") + text.count("\u3000")
        for place, text in enumerate(texts)
        if not text.isascii()
    }
    gapped = [place for place, count in gaps.items() if count]
    if not any(gaps[place] >= _LEAST and gaps.get(place + 1, 0) >= _LEAST for place in gapped):
        return set()  # most pages
    prose = {place for place in gapped if _PROSE.search(texts[place])}
    narrow = {place: len(_NARROW.findall(texts[place])) for place in gapped}
    spaced = sum(narrow[place] >= _LEAST for place in prose) * _SPACED > len(prose)
    counts = {}
    seen = {place: _WIDE.findall(texts[place]) for place in gapped if _RUN.search(texts[place])}
    for place in gapped:
        wide = len(seen.get(place, ()))
        if wide < _LEAST and narrow[place] and not spaced and place not in prose:
            cells = len(_ANY.findall(texts[place]))
            wide = cells if cells > _LEAST or narrow[place] >= _LEAST else wide
        counts[place] = wide if wide > _LEAST or place not in prose else 0  # holes that the reader of a PDF left
        if len("".join(texts[place].split())) < _LEAST_CELL * (counts[place] + 1):
            counts[place] = 0  # a heading in spaced letters
    for places, step in ((gapped, 1), (reversed(gapped), -1)):  # a sentence in a cell, beside a row of the same gaps
        for place in places:
            beside = place - step
            if place in prose and seen.get(place) == seen.get(beside, ()) and counts[beside] >= _LEAST:
                counts[place] = counts[beside]
    found: set[int] = set()
    for place, count in counts.items():
        below = counts.get(place + 1, 0)
        if min(count, below) >= _LEAST and abs(count - below) <= _UNEVEN:
            found.update((place, place + 1))
    return found
