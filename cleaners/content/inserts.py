"""What a site puts within a text: a short box of a kind of its own, between paragraphs, with an offer or a button."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.elements import KINDS, Kind
from cleaners.markup.nesting import child_in, kind_of, lines_in, span
from cleaners.markup.outline import Outline
from cleaners.rules.offers import begins_as_own, folded, offers

_LINES: Final = 4
_LONGEST: Final = 320  # characters of all of them
_PARAGRAPHS: Final = 3  # of the text's own, at the least ...
_PARAGRAPH: Final = 16  # ... of so many characters
_KIND: Final = 2  # boxes of the kind: notes and examples of a document have one of their own, too, and are more
_LINK: Final = 0.9
_BUTTON: Final = 24  # characters
_ASKS: Final = "?？"
_CALLS: Final = lazily(r"(?:立即|立刻|马上|馬上)\w{2,6}$")
_OWN_BOX: Final = lazily(r"附[件表]|[图圖表例]\s?\d|公式")
_ENDS: Final = "。！？.!?…"
_OWN: Final = frozenset(("li", "tr", "img", "pre", "blockquote"))  # what documents set apart from their paragraphs
_MAY_INSERT: Final = frozenset((Kind.BOX, Kind.TABLE))


def inserts(outline: Outline, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of lines in short boxes between the paragraphs of a text, or below the last one.

    Args:
        outline: a page.
        places: the lines of the content, in order.
    """
    rows = outline.rows
    sizes = Counter[int]()
    for place in places:
        sizes[rows[place][5]] += len(rows[place][0])
    text = max(sizes, key=sizes.__getitem__, default=0)
    own = [at for at in places if rows[at][5] == text and rows[at][1] != "li" and len(rows[at][0]) >= _PARAGRAPH]
    if len(own) < _PARAGRAPHS:
        return
    inside = [place for place in places if place > own[0]]
    within = span(outline.parents, text)

    def box_of(place: int) -> int:
        holder = outline.holders[place]
        return child_in(outline.parents, text if holder in within else outline.parents[text], holder)

    runs = [(box, [*run]) for box, run in groupby(inside, box_of)]
    kinds = Counter([kind_of(outline, box) for box, _ in runs if box > text])
    for box, run in runs:
        is_odd = box > text and kinds[kind_of(outline, box)] <= _KIND and KINDS[outline.tags[box]] in _MAY_INSERT
        if is_odd and _is_insert(outline, box):
            yield from run


def _is_insert(outline: Outline, box: int) -> bool:
    """Tell whether a box is short and makes an offer, asks a question over a link, or has a button of its own."""
    lines = [outline.rows[place] for place in lines_in(outline, span(outline.parents, box))]
    said = folded(" ".join([line[0] for line in lines]))
    if len(lines) > _LINES or len(said) > _LONGEST or any(line[1] in _OWN for line in lines) or begins_as_own(said):
        return False
    last = lines[-1]
    link = len(lines) > 1 and last[4] > _LINK and len(last[0]) <= _BUTTON and last[0][-1] not in _ENDS
    calls = any(line[4] > _LINK and _CALLS.match(line[0]) for line in lines) and not _OWN_BOX.match(lines[0][0])
    return last[1] == "button" or (link and lines[0][0][-1] in _ASKS) or calls or offers(said)
