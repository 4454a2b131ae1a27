"""Keywords of a site over its description: a label alone in its line, then the words, in a line or a line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.labels import bare_label
from cleaners.lazily import lazily

_MOST: Final = 40  # words
_LONGEST: Final = 60  # characters of a line of words
_SENTENCE: Final = lazily(r"[。！？；，,]")
_MARK: Final = lazily(r"^[-•·*]\s*")


def keyword_list(lines: Sequence[Line], place: int) -> range | None:
    """Return the places of the words below the label at ``place``; ``None`` where no heading of a site ends them.

    A paper has keywords too, but goes on with its text, not with a heading whose line ends in a colon.
    """
    label = bare_label("".join(unmarked(lines[place].text).split()))
    if label is None or label.kind != "list":
        return None
    for at in range(place + 1, min(len(lines), place + _MOST)):
        text = lines[at].text
        if text[-1] in ":\uff1a":
            return range(place + 1, at) if at > place + 1 else None
        if len(text) > _LONGEST or _SENTENCE.search(text):
            return None
    return None


def unmarked(text: str) -> str:
    """Return a line without the mark of an item."""
    return _MARK.sub("", text)
