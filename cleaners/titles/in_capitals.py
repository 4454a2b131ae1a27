"""A title that a site has set in capitals, as the document itself writes it in its first lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.rules.keys import key_of

_LEAST: Final = 3  # words; fewer can be an abbreviation
_LINES: Final = 80
_OVER: Final = 4  # lines of a title
_LONGEST: Final = 120  # characters of one of them


def in_own_case(title: str, lines: Sequence[Line]) -> str:
    """Return the words of a title in capitals as they stand, in one line or a few, near the top; else the title."""
    if not title.isupper() or not title.isascii() or title.count(" ") < _LEAST - 1:
        return title
    whole = key_of(title)
    texts = [line.text for line in lines[:_LINES]]
    keys = [key_of(text) if len(text) <= _LONGEST else "" for text in texts]
    for place, key in enumerate(keys):
        stop, said = place + 1, key
        while key and said != whole and whole.startswith(said) and stop < min(place + _OVER, len(keys)):
            said += keys[stop]
            stop += 1
        shown = " ".join(texts[place:stop])
        if said == whole and shown[0].isupper() and not shown.isupper():
            return shown
    return title
