"""What stands at the end of a post of a thread: how readers voted, and what its member ends each of his posts with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.content.box_names import CONTENT, groups_of
from cleaners.lazily import lazily
from cleaners.markup.nesting import kind_of
from cleaners.markup.outline import Outline

_VOTES: Final = frozenset("0123456789 +-▲▼△▽↑↓")
_OWN: Final = frozenset(("pre", "tr"))  # code and tables have numbers of their own
_TWICE: Final = 2
_DIVIDER: Final = lazily(r"_{10,}|--")
_SOURCE: Final = "※"  # begins the line that says from where a post came
_LONGEST: Final = 80  # characters of a line of a signature
_BEFORE_SOURCE, _LINES = 12, 5  # lines of one before the source, and below a long line


def votes(outline: Outline, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of numbers with or without arrows, in boxes of a name that hold nothing else: votes on posts."""
    named: defaultdict[tuple[int, str | None], list[int]] = defaultdict(list)
    for place in places:
        if outline.rows[place][1] not in _OWN:
            named[kind_of(outline, outline.holders[place])].append(place)
    for (_, name), own in named.items():
        if (
            name
            and not groups_of(name) & CONTENT
            and len(own) >= _TWICE
            and all(_VOTES.issuperset(outline.rows[place][0]) for place in own)
        ):
            yield from own


def signatures(outline: Outline, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of what ends posts: a box that a long line begins, or what is between ``--`` and ``※``.

    A line to be filled in, or one between parts, begins no box.
    """
    rows, holders, firsts = outline.rows, outline.holders, outline.firsts
    for at, place in enumerate(places):
        text = rows[place][0]
        if not _DIVIDER.fullmatch(text):
            continue
        below = [other for other in places[at + 1 : at + 1 + _BEFORE_SOURCE] if holders[other] == holders[place]]
        source = next((end for end, other in enumerate(below) if rows[other][0][0] == _SOURCE), None)
        if source is not None and any(len(rows[other][0]) > _LONGEST for other in below[:source]):
            continue  # a part of the text
        if source is not None or (text[0] == "_" and firsts[holders[place]] == place and 0 < len(below) <= _LINES):
            yield place
            yield from below[:source]
