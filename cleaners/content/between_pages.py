"""What a site puts between the pages of a text: short boxes unlike those, where the page above breaks off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from cleaners.content.sentences import numbers_section
from cleaners.document import HEADINGS
from cleaners.lazily import lazily
from cleaners.markup.nesting import child_in, kind_of
from cleaners.markup.outline import Outline
from cleaners.rules.vocabulary import site_share

_MOSTLY: Final = 0.8  # share of the text that is in boxes alike
_LINES, _LONGEST = 3, 60  # lines and characters between two pages
_OF_SITE: Final = 0.2  # share of words of sites where the page above ends its sentence
ENDS: Final = frozenset("。！？…：；!?:;.”’」』）)")
"""Of a sentence, a label or a quotation: no page breaks off behind them."""
_WORD: Final = lazily(r"[^\W\d_]{2}")


def between_pages(outline: Outline, root: int, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of lines in short boxes between boxes alike that hold most of a text.

    Args:
        outline: a page.
        root: the box around the text.
        places: its lines, in order.
    """
    runs = [
        (box, [*run])
        for box, run in groupby(places, lambda place: child_in(outline.parents, root, outline.holders[place]))
    ]
    sizes = Counter[tuple[int, str | None]]()
    for box, run in runs:
        sizes[kind_of(outline, box)] += sum(len(outline.rows[place][0]) for place in run)
    kind, most = max(sizes.items(), key=lambda item: item[1], default=((0, None), 0))
    pages = [at for at, (box, _) in enumerate(runs) if box > root and kind_of(outline, box) == kind]
    if not kind[1] or len(pages) < 2 or most < _MOSTLY * sizes.total():
        return
    for page, after in pairwise(pages):
        between = [place for _, run in runs[page + 1 : after] for place in run]
        text = "".join([outline.rows[place][0] for place in between])
        is_short = len(between) <= _LINES and len(text) <= _LONGEST and _WORD.search(text)
        rows = [outline.rows[place] for place in between]
        headed = any(row[1] in HEADINGS or numbers_section(row[0]) for row in rows)  # 二、填空题 between questions
        if is_short and ((not headed and _breaks_off(outline, runs[page][1])) or site_share(text) >= _OF_SITE):
            yield from between


def _breaks_off(outline: Outline, page: Sequence[int]) -> bool:
    """Tell whether the last line of a page that has words ends without the end of a sentence."""
    texts = (outline.rows[place][0] for place in reversed(page))
    last = next((text for text in texts if _WORD.search(text)), "")
    return len(last) > _LONGEST // 4 and last[-1] not in ENDS
