"""The card of whoever wrote a work, below it: who he was, and links that count what else there is of him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.nesting import child_in, lines_in, span
from cleaners.markup.outline import Outline

_COUNTED: Final = lazily(
    r"(?:[►▶>»]\s?)?\d{1,5}\s?(?:篇|首|部|条|條|个|個)\s?(?:诗文|詩文|诗[词歌]|作品|名句|文章|文[档檔]|[条條]目)\W*$"
)
_LINES: Final = 4  # of a card
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
