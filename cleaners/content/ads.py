"""Advertisements between the posts or paragraphs of a text: the word by which a box must call itself one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.nesting import lines_in, span
from cleaners.markup.outline import Outline

_SAYS: Final = frozenset(("广告", "廣告", "推广", "推廣"))
_BEHIND: Final = lazily(
    r"(?:查看|[了瞭]解|[详詳]情|下[载載]|打[开開]|[进進]入|[领領]取|[购購][买買]).{0,6}(?:[广廣]告|推[广廣])$"
)
_LINES: Final = 3  # of its box
_LONGEST: Final = 60  # characters of each


def ads(outline: Outline, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of lines in boxes of a few short lines, one of which says in a run of its own that it is an ad.

    Args:
        outline: a page.
        places: the lines of the content, in order.
    """
    rows = outline.rows
    for place in places:
        text = rows[place][0]
        if text[-1] not in "告广廣":
            continue
        pieces = {piece.strip() for piece in outline.pieces.get(rows[place][8], ())}
        if not (text in _SAYS or pieces & _SAYS or _BEHIND.search(text)):
            continue
        own = lines_in(outline, span(outline.parents, outline.holders[place]))
        if len(own) <= _LINES and all(len(rows[at][0]) <= _LONGEST for at in own):
            yield from own
