"""Dumps of text browsers (``lynx -dump``): links are numbered ``[1]`` in the text, and listed behind it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from cleaners.document import Drop, Line
from cleaners.lazily import lazily

NUMBER: Final = "link-number"
LIST: Final = "link-list"
_HEADING: Final = "References"
_KINDS: Final = frozenset(("Visible links:", "Visible links", "Hidden links:", "Hidden links"))
_ENTRY: Final = lazily(r"(\d{1,4})\.\s+(?:[a-z][a-z+.-]{1,12}:|//|/|\?|#)\S*.*")
_LEAST: Final = 3  # references
_MARK: Final = lazily(r"\[(\d{1,4})\]|\(BUTTON\)\s?|\[[^\[\]\s]{1,60}\.(?:gif|jpe?g|png|webp|svg|bmp)\]")
_BULLET: Final = lazily(r"^[*+o] ")  # before a link in a list


def without_link_numbers(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Drop]]:
    """Take the numbers of links, which count up from one, and the list of their targets out of such a dump.

    Where the lines do not end in a list of targets, all of them stay as they are.
    """
    first = _references(lines)
    if first is None:
        return lines, []
    drops = [Drop(line.number, LIST, line.text) for line in lines[first:]]
    kept: list[Line] = []
    last = 0
    for line in lines[:first]:
        parts: list[str] = []
        end = 0
        for mark in _MARK.finditer(line.text):
            if mark[1] and int(mark[1]) != last + 1:
                continue  # a source in the text
            last += mark[1] is not None
            drops.append(Drop(line.number, NUMBER, mark[0].strip()))
            parts.append(line.text[end : mark.start()])
            end = mark.end()
        text = _BULLET.sub("", "".join((*parts, line.text[end:])).strip()) if end else line.text
        if text:
            kept.append(line._replace(text=text))
    return kept, drops


def _references(lines: Sequence[Line]) -> int | None:
    """Return the place of the heading over the list of targets that a dump ends in."""
    entries = sum(
        1 for _ in takewhile(lambda line: line.text in _KINDS or _ENTRY.fullmatch(line.text), reversed(lines))
    )
    first = len(lines) - entries - 1
    return first if entries >= _LEAST and first >= 0 and lines[first].text == _HEADING else None
