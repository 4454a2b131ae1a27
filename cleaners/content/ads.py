"""Advertisements between the posts or paragraphs of a text: boxes that call themselves so, and lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.nesting import lines_in, span
from cleaners.markup.outline import Outline
from cleaners.rules.strangers import NUMBERED

_SAYS: Final = frozenset(("广告", "廣告", "推广", "推廣"))
_SLOTS: Final = frozenset(("advertisement", "advertisements", "- advertisement -"))
_BEHIND: Final = lazily(
    r"(?:查看[详詳]情|[了瞭]解(?:更多|[详詳]情)|(?:立即|立刻|[马馬]上)(?:查看|下[载載]|[购購][买買]|[领領]取|咨[询詢]))\s?(?:[广廣]告|推[广廣])$"
)
_CALLED: Final = lazily(r"(?i)(?:^|[\s_-])ad(?:s|v|vert\w*|sense)?(?:$|[\s_-])")
_TEXT: Final = frozenset(("p", "div", "span", "a"))
_LINES: Final = 3  # of its box
_LONGEST: Final = 60  # characters of each


def ads(outline: Outline, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of lines in boxes of a few short lines, one of which says in a run of its own that it is an ad.

    Such a box leads somewhere, or is called so; the word alone may be a term, an option or an answer. In English, a box
    has the word and nothing else.

    Args:
        outline: a page.
        places: the lines of the content, in order.
    """
    rows = outline.rows
    for place in places:
        text = rows[place][0]
        if text.lower() in _SLOTS and _is_slot(outline, place):
            yield place
        if text[-1] not in "告广廣":
            continue
        pieces = {piece.strip() for piece in outline.pieces.get(rows[place][8], ())}
        if not (text in _SAYS or pieces & _SAYS or _BEHIND.search(text)):
            continue
        box = outline.holders[place]
        own = [at for at in lines_in(outline, span(outline.parents, box)) if rows[at][1] != "img"]
        if 1 < len(own) <= _LINES and all(_may_be_ad(outline, at) for at in own) and _leads_on(outline, box, own):
            yield from own


def _is_slot(outline: Outline, place: int) -> bool:
    """Tell whether a line is all that its box has: the place of an advertisement, which is loaded later."""
    own = lines_in(outline, span(outline.parents, outline.holders[place]))
    return len(own) == 1 and _may_be_ad(outline, place) and outline.holders[place] > 0


def _may_be_ad(outline: Outline, place: int) -> bool:
    text, tag, level = outline.rows[place][:3]
    return len(text) <= _LONGEST and tag in _TEXT and not level and NUMBERED.match(text) is None


def _leads_on(outline: Outline, box: int, places: Sequence[int]) -> bool:
    """Tell whether a box has a link, or is called an ad, or the one around it is."""
    for around in (box, max(0, outline.parents[box])):
        own = outline.attributes[around]
        if _CALLED.search(f"{own.get('class') or ''} {own.get('id') or ''}"):
            return True
    return any(outline.rows[at][4] for at in places if outline.rows[at][0] not in _SAYS)
