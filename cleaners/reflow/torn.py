"""Paragraphs that a page's end tore within a word, the rest of which was set in as a paragraph of its own."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from cleaners.reflow.evidence import End, Inner, marks_inside
from cleaners.reflow.numbering import NUMBERED
from cleaners.reflow.phrases import tears_word

_ELSEWHERE: Final = 2  # times that the document has the word


def torn_words(texts: Sequence[str], ends: Sequence[End], begun: Set[int]) -> list[int]:
    """Return the places of lines that end within a word of the document's, and go on in one that is set in.

    Headings, which hold no marks, and what an item's number begins are none.

    Args:
        texts: visual lines.
        ends: how each of them ends.
        begun: the places of lines that begin a paragraph by their inset.
    """
    places = [
        place - 1
        for place in sorted(begun)
        if place
        and ends[place - 1] is End.PHRASE
        and tears_word(texts[place - 1], texts[place])
        and not NUMBERED.match(texts[place])
    ]
    if not places:
        return []
    whole = "\n".join(texts)
    inner = marks_inside(texts, ends)
    return [
        place
        for place in places
        if inner[place] is not Inner.NONE and whole.count(texts[place][-1] + texts[place + 1][0]) >= _ELSEWHERE
    ]
