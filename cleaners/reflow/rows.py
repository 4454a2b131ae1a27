"""Rows of a table in a dump: lines below each other that are cells behind gaps, about as many in each."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.lazily import lazily
from cleaners.reflow.sizes import HAN

_LEAST = 2  # gaps
_UNEVEN = 2  # ... that a row has more than the next: cells may be empty
_CELL = f"[{HAN}\\d%\\uff05)\\uff09-]"
# Justification widens gaps between Latin words; beside Han characters and numbers they part cells.
_WIDE = lazily(rf"(?<={_CELL})(?:\t\s*|[ \u3000]{{2,}})(?=\S)|(?<=\S)(?:\t\s*|[ \u3000]{{2,}})(?={_CELL})")
_NARROW = lazily(rf"(?<=[{HAN}])[ \u3000](?=[{HAN}])|(?<=[\d%]) (?=[\d-])")
_PROSE = lazily(r"[。\uff0c\uff1b\uff01\uff1f]")
_SPACED = 10  # lines of prose to one with such gaps, at least, else the document is spaced throughout


def table_rows(texts: Sequence[str]) -> set[int]:
    """Return the indices of lines that are rows; those of Latin letters alone are no matter of ours."""
    gapped = [place for place, text in enumerate(texts) if (" " in text or "\t" in text or "\u3000" in text)]
    gapped = [place for place in gapped if not texts[place].isascii()]
    prose = {place for place in gapped if _PROSE.search(texts[place])}
    narrow = {place: len(_NARROW.findall(texts[place])) for place in gapped}
    spaced = sum(narrow[place] >= _LEAST for place in prose) * _SPACED > len(prose)
    counts = {}
    for place in gapped:
        wide = len(_WIDE.findall(texts[place]))
        counts[place] = wide if wide >= _LEAST or spaced or place in prose else narrow[place]
    found: set[int] = set()
    for place, count in counts.items():
        below = counts.get(place + 1, 0)
        if min(count, below) >= _LEAST and abs(count - below) <= _UNEVEN:
            found.update((place, place + 1))
    return found
