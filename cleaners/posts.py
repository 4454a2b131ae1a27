"""What stands between the posts of a thread: a user's name, what he did, and when, to the minute."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cleaners.outline import Row

STAMP: Final = "post-stamp"
_LONGEST: Final = 80
_OFTEN: Final = 3
_MINUTE: Final = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}:\d\d")
_SENTENCE: Final = re.compile(r"[。！？!?；;]|[,，、:：]$")


def stamps(rows: Sequence[Row], places: Sequence[int]) -> Iterator[int]:
    """Yield the places of stamps: lines alike, never two in a row, that hold a time and no sentence.

    Args:
        rows: all lines of a page.
        places: those that are content, in order.
    """
    alike: dict[tuple[str, int], list[int]] = defaultdict(list)
    for order, place in enumerate(places):
        text, tag, _, depth, *_ = rows[place]
        if ":" in text and len(text) <= _LONGEST and _MINUTE.search(text):
            alike[tag, depth].append(order)
    for orders in alike.values():
        apart = all(after - order > 1 for order, after in pairwise(orders))
        prose = sum(_SENTENCE.search(rows[places[order]][0]) is not None for order in orders)
        if apart and len(orders) >= _OFTEN and prose * _OFTEN <= len(orders):
            yield from (places[order] for order in orders)
