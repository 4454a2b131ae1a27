"""What stands below a work in the box of its text: the card of whoever wrote it, and other works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.nesting import child_in, children, kind_of, lines_in, span
from cleaners.markup.outline import Outline
from cleaners.rules.strangers import NUMBERED

_COUNTED: Final = lazily(r"[►▶»]\s?\d{1,5}\s?(?:篇|首|部|条|條|个|個)\s?(?:诗文|詩文|诗[词歌]|作品|名句)\W*$")
_LINES: Final = 4  # of a card
_SEVERAL: Final = 3  # other works
_TITLE: Final = 40  # characters
_LONGEST: Final = 300  # characters of another work
_LINK: Final = 0.9


def author_cards(outline: Outline, root: int, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of lines in boxes of the root that begin with a link and end in counted works.

    Args:
        outline: a page.
        root: the box around the text.
        places: its lines, in order.
    """
    rows = outline.rows
    for place in places:
        if not rows[place][4] or not _COUNTED.search(rows[place][0][-24:]):
            continue
        box = child_in(outline.parents, root, outline.holders[place])
        own = lines_in(outline, span(outline.parents, box)) if box > root else range(0)
        texts = [at for at in own if rows[at][1] != "img"]
        if place in texts and len(texts) <= _LINES and rows[texts[0]][4] > _LINK:
            yield from own


def other_works(outline: Outline, root: int, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of lines in the last boxes of the root, several of one kind that begin with a title as a link.

    What stands above them holds most of the text, one box of that kind at least that begins with no link: a page of
    such boxes alone is a list.

    Args:
        outline: a page.
        root: the box around the text.
        places: its lines, in order.
    """
    boxes = [box for box in children(outline.parents, root) if outline.attributes[box].get("class")]
    texts = {
        kind_of(outline, box)
        for box in boxes
        if not _begins_with_link(outline, lines_in(outline, span(outline.parents, box)))
    }
    last: list[int] = []
    for box in reversed(boxes):
        own = lines_in(outline, span(outline.parents, box))
        if (
            len(own) > 1
            and _begins_with_link(outline, own)
            and (not last or kind_of(outline, box) == kind_of(outline, last[0]))
        ):
            last.append(box)
        elif last or len(own) > 1:
            break
    if len(last) < _SEVERAL or kind_of(outline, last[0]) not in texts:
        return
    below = lines_in(outline, span(outline.parents, last[-1])).start
    sizes = [len(outline.rows[place][0]) for place in places]
    if 2 * sum(size for place, size in zip(places, sizes, strict=True) if place < below) > sum(sizes):
        for box in last:
            yield from lines_in(outline, span(outline.parents, box))


def _begins_with_link(outline: Outline, places: Sequence[int]) -> bool:
    first = next((outline.rows[place] for place in places if outline.rows[place][1] != "img"), None)
    if first is None or first[4] <= _LINK or len(first[0]) > _TITLE or first[2]:
        return False  # chapters have headings
    return NUMBERED.match(first[0]) is None and sum([len(outline.rows[place][0]) for place in places]) <= _LONGEST
