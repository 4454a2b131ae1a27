"""Facts that each stand behind the name of one icon in a text copy: ``subject Pages 9`` over ``subject Words 3310``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from cleaners.facts.labels import read_row
from cleaners.lazily import lazily

_ROW: Final = lazily(r"([a-z][a-z_]{2,20}) ([A-Z][a-z]{2,11}) (\S.{0,80})")
_ICONS: Final = frozenset(  # that stand before what a file is
    ("subject", "description", "article", "topic", "notes", "info", "insert_drive_file", "menu_book", "school")
)
_LEAST: Final = 3  # rows, of which two are known as facts and one is no free text


def icon_rows(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of such rows, one below the other, and what they state; the labels of some may be unknown.

    Args:
        texts: the first lines of a dump.
    """
    rows = [(at, row) for at, text in enumerate(texts) if text[0].islower() and (row := _ROW.fullmatch(text))]
    rows = [(at, row) for at, row in rows if row[1] in _ICONS]
    for _, run in groupby(enumerate(rows), key=lambda one: (one[1][1][1], one[1][0] - one[0])):
        places = dict(row for _, row in run)
        if len(places) < _LEAST:
            continue
        read = {
            at: read_row(f"{row[2]}: {row[3]}") or read_row(f"{row[2].removesuffix('s')}: {row[3]}")  # Authors
            for at, row in places.items()
        }
        known = [row for row in read.values() if row and row.facts]
        if len(known) > 1 and any(row.typed for row in known):
            yield from ((at, row.facts if row else {}) for at, row in read.items())
