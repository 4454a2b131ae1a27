"""Whether a page is markup or plain text, told by its content: no header or file name says it reliably."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from cleaners.lazily import lazily

_STRUCTURE: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|script|div|table)\b[^<>]*>", re.IGNORECASE
)
_TAG: Final = lazily(r"</?(?:p|br|a|span|li|ul|td|h[1-6]|b|i|font|img|pre|article|section)\b[^<>]*>", re.IGNORECASE)
_SNIFFED: Final = 2_000_000  # characters
_LINES_BEFORE: Final = 2  # the first tag of a fragment


def has_structure(start: str) -> bool:
    """Tell by the start of a page whether it has the elements that only whole pages of HTML have."""
    return _STRUCTURE.search(start) is not None


def is_markup(text: str) -> bool:
    """Tell HTML from a text dump by content: structure, or several tags; one ``<p>`` in a text is not enough.

    A fragment of HTML has its text inside of tags; a dump whose tags were text on the page has lines before the first.
    """
    start = text[:_SNIFFED]
    if "<" not in start:
        return False
    if has_structure(start):
        return True
    if start.lstrip().startswith("<"):
        return _TAG.search(text) is not None  # of the whole text: one tag may be longer than the start
    tags = list(islice(_TAG.finditer(start), 3))
    return len(tags) == 3 and len(start[: tags[0].start()].split("\n")) <= _LINES_BEFORE
