"""What a site has in a numbered list: where most items are notices, so are the others, and the heading above.

Of the sources below an entry of an encyclopedia one that is known suffices, where its heading is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings
from cleaners.lazily import lazily

_ITEM: Final = lazily(r"(?:([一二三四五六七八九十]{1,2})、|(\d{1,2})[.、．)）]|[(（](\d{1,2})[)）])\s?\S")
_HAN: Final = "一二三四五六七八九十"
_LEAST: Final = 3  # items
_HEADING: Final = 8  # characters
_RULES: Final = frozenset(("rights-notice", "stub"))  # what a site says of every document or entry


def find_notice_lists(lines: Sequence[Line], found: Findings) -> None:
    """Find the other items and the headings of such lists (in place)."""
    numbers = [_number(line.text) for line in lines]
    for place in [place for place, number in enumerate(numbers) if number == 1]:
        items = _items_from(numbers, place)
        known = [at for at in items if at in found and found[at].rule.name in _RULES]
        above = items.start - 1
        if len(items) >= _LEAST and known and (2 * len(known) > len(items) or above in found):
            rule = found[known[0]].rule
            heads = above >= 0 and len(lines[above].text) <= _HEADING and lines[above].page == lines[place].page
            for at in (*items, *([above] if heads else [])):
                found.setdefault(at, Finding(rule, {}, lines[at]))


def _items_from(numbers: Sequence[int], place: int) -> range:
    """Return the places of the items of a list that begins at a place, each a line, counted up from one."""
    stop = place
    while stop < len(numbers) and numbers[stop] == stop - place + 1:
        stop += 1
    return range(place, stop)


def _number(text: str) -> int:
    """Return the number that a line begins with; 0 where it begins with none."""
    item = _ITEM.match(text)
    if item is None:
        return 0
    return _HAN.find(item[1]) + 1 if item[1] else int(item[2] or item[3])
