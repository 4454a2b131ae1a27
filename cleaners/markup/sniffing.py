"""Whether a page is markup or plain text, told by its content: no header or file name says it reliably."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from cleaners.lazily import lazily

_STRUCTURE: Final = lazily(
    r"<(?:(?P<page>!doctype\s+html|html|head|body)|title|meta|script|div|table)\b[^<>]*>", re.IGNORECASE
)
_PAGE: Final = lazily(r"<(?:!doctype\s+html|html|head|body|tr|td)\b[^<>]*>", re.IGNORECASE)
_OF_PAGE: Final = lazily(r"<(?:script|style|link|(?:div|span|img|a)\b[^<>]*\b(?:class|style|src|href)=)", re.IGNORECASE)
_ANY_TAG: Final = lazily(r"<[!/]?[A-Za-z][^<>\n]*>")
_TAG: Final = lazily(r"</?(?:p|br|a|span|li|ul|td|h[1-6]|b|i|font|img|pre|article|section)\b[^<>]*>", re.IGNORECASE)
_OPENING: Final = lazily(r"<(?:p|br|a|span|li|ul|td|h[1-6]|b|i|font|img|pre|article|section)\b", re.IGNORECASE)
_SNIFFED: Final = 2_000_000  # characters
_SEVERAL: Final = 3
_LINES_BEFORE: Final = 2  # the first tag of a fragment
_TEXT_BEFORE: Final = 8  # ... and lines of a text before the code that it shows
_MARKED_UP: Final = 5  # tags with classes, styles and addresses: a text that shows some has fewer
_QUARTER: Final = 4  # of the lines of such a text have no tags but one


def has_structure(start: str) -> bool:
    """Tell by the start of a page whether it has the elements that only whole pages of HTML have."""
    found = _STRUCTURE.search(start)
    return found is not None and (found["page"] is not None or not _shows_code(start))


def _shows_code(start: str) -> bool:
    """Tell whether a text shows code with tags (``<table name="X" address="c7ff4"/>``), far below its first lines."""
    if start.lstrip().startswith("<") or _PAGE.search(start):
        return False
    if sum(1 for _ in islice(_OF_PAGE.finditer(start), _MARKED_UP)) == _MARKED_UP:
        return False
    lines = [_ANY_TAG.search(line) is not None for line in start.split("\n") if line.strip()]
    return not any(lines[:_TEXT_BEFORE]) and _QUARTER * sum(lines) < len(lines)


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
    tags = list(islice(_TAG.finditer(start), _SEVERAL))
    if len(tags) < _SEVERAL or len(start[: tags[0].start()].split("\n")) > _LINES_BEFORE:
        return False
    kinds = {tag[0] for tag in tags}  # one that only closes is what a copy left of its lines
    return len(kinds) > 1 or _OPENING.search(start) is not None
