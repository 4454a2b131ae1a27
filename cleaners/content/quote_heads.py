"""Who wrote what a post quotes: ``ludlow:`` over the words, or ``Mirela wrote: ↑`` run into them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.content.box_names import is_quote
from cleaners.document import Drop
from cleaners.facts.finding import STAMP
from cleaners.lazily import lazily
from cleaners.markup.outline import Outline, without_parts

_LONGEST: Final = 40
_OF_LAW: Final = lazily(r"(?:[规規]定|[条條款法]|Act|[Ss]ection(?: \d+)?|Article(?: \d+)?).$")
_COLONS: Final = ":\uff1a"
_HEAD: Final = lazily(
    r"\S.{0,39}? (?:wrote|said|schrieb|a écrit|escribió|ha scritto):\s*↑?\s*"
    r"(?:[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d ?[ap]m)?\s*(?=\S)"
)


def quote_titles(outline: Outline, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of names over what posts quote: short lines with a colon that begin a box called a quotation."""
    for place in places:
        text = outline.rows[place][0]
        if len(text) <= _LONGEST and text[-1] in _COLONS and not _OF_LAW.search(text):
            holder = outline.holders[place]
            around = (holder, outline.parents[holder])
            if any(box > 0 and is_quote(outline.attributes[box]) and outline.firsts[box] == place for box in around):
                yield place


def without_quote_heads(outline: Outline, places: Sequence[int]) -> tuple[Outline, list[Drop]]:
    """Take who wrote them off the words that posts quote; an article that quotes keeps whom.

    Args:
        outline: a page that is a thread.
        places: the lines of its content.

    Returns:
        The page, and what was taken from its lines.
    """
    texts = {place: outline.rows[place][0] for place in places if outline.rows[place][1] == "blockquote"}
    heads = {place: head[0].strip() for place, text in texts.items() if (head := _HEAD.match(text))}
    return without_parts(outline, heads, STAMP, str.removeprefix) if heads else (outline, [])
