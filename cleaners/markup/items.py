"""Items of lists: by which number the page shows each, and which of them every line stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.markup.elements import LI, Attributes
from cleaners.markup.outline import Outline

_SHOWN: Final = "#"  # the attribute in which the walk leaves an item's number: no page can have it
_DEEP: Final = 50  # lists in lists; what is nested more goes on in the last item that counts
_NONE: Final = frozenset(("tr", "pre", "img", "blockquote"))  # blocks of their own
_INTEGER: Final = lazily(r"\s*([+-]?[0-9]{1,9})(?![0-9])")
_SIGNS: Final = lazily(
    r"list-style(?:-type)?\s*:[^;]*(?<![\w-])(none|decimal|disc|circle|square|(?:lower|upper|cjk|simp|trad)-)",
    re.IGNORECASE,
)
_LETTERS: Final = frozenset("aAiI")  # values of ``type``: letters and Roman numerals, for which Markdown has no mark


class Counter:
    """Numbers the items of one list as browsers do."""

    __slots__ = ("_next", "_step")

    def __init__(self, first: int, step: int) -> None:
        self._next, self._step = first, step

    def count(self, attributes: Attributes) -> None:
        """Give the next item its number, among its attributes: its own where it states one."""
        number = _integer(attributes.get("value"), self._next) if "value" in attributes else self._next
        attributes[_SHOWN] = str(number)
        self._next = number + self._step


def counter_of(node: LexborNode, attributes: Attributes) -> Counter | None:
    """Return what counts the items of a list; ``None`` where they have bullets, letters or nothing."""
    style = attributes.get("style")
    said = _SIGNS.search(style) if style else None
    if said[1].lower() != "decimal" if said else node.tag != "ol" or attributes.get("type") in _LETTERS:
        return None
    if "reversed" not in attributes:
        return Counter(_integer(attributes.get("start"), 1), 1)
    items = sum([child.tag == "li" for child in node.iter()])
    return Counter(_integer(attributes.get("start"), items), -1)


def with_items(lines: list[Line], places: Sequence[int], outline: Outline) -> list[Line]:
    """Return lines, each with the list items around it, and those that begin one with its number.

    Args:
        lines: lines of a page.
        places: the place of each among the rows of the outline.
        outline: the page.
    """
    if LI not in outline.tags:
        return lines
    around: list[tuple[int, ...]] = []
    for box, (tag, parent) in enumerate(zip(outline.tags, outline.parents, strict=True)):
        outer = around[parent] if parent >= 0 else ()
        around.append((*outer, box) if tag == LI and len(outer) < _DEEP else outer)
    found = []
    for line, place in zip(lines, places, strict=True):
        items = around[outline.holders[place]]
        found.append(line._replace(items=items, ordinal=_ordinal(line, place, items[-1], outline)) if items else line)
    return found


def _ordinal(line: Line, place: int, item: int, outline: Outline) -> int | None:
    """Return the number of the item that a line begins: its first line, in whatever element that stands."""
    begins = line.tag == "li" or (outline.firsts[item] == place and line.tag not in _NONE)
    number = outline.attributes[item].get(_SHOWN) if begins else None
    return int(number) if number else None


def _integer(value: str | None, default: int) -> int:
    found = _INTEGER.match(value or "")
    return int(found[1]) if found else default
