"""The title over a text that its author set in several lines, wherever he liked: known by the title of the page."""

from __future__ import annotations

from typing import Final

from cleaners.document import Line
from cleaners.reflow.joining import joined
from cleaners.rules.keys import key_of

_TOP: Final = 12  # lines, in which it stands below the number of a decree or the name of an office
_MOST: Final = 4  # lines of it


def join_title(lines: list[Line], title: str | None) -> list[Line]:
    """Join the lines near the beginning that are the title together, and no more than it; others stand above them."""
    key = key_of(title) if title else ""
    for first, line in enumerate(lines[:_TOP] if key else ()):
        if not first or not line.broken or not key.startswith(key_of(line.text)):
            continue
        for stop in range(first + 2, min(first + _MOST, len(lines)) + 1):
            if key_of("".join([one.text for one in lines[first:stop]])) == key:
                whole = joined(lines[first:stop], [True] * (stop - first))
                return [*lines[:first], *whole, *lines[stop:]]
    return lines
