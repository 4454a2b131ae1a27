"""The tags that a site shows right below its summary, a line each and without a label: words of title and text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule
from cleaners.rules.strangers import is_prose

TAG: Final = Rule("tags", "badge")
_WORD: Final = lazily(r"[^\W\d_](?:[^\W_]|[+#.-](?!$)|[+#]){1,13}")
_LEAST: Final = 2
_MOST: Final = 12
_NUMBER: Final = 6  # characters of the numbering of a heading


def tags_below(lines: Sequence[Line], found: Findings, first: int) -> Sequence[int]:
    """Return the places of tags from ``first`` on; none where the document may begin there.

    Title, summary or text say half of them; a list of contents has each again as a heading, and the last line of all,
    right above prose, can be one.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        first: the place behind a summary.
    """
    stop = first
    while stop < min(first + _MOST, len(lines)) and stop not in found and _WORD.fullmatch(lines[stop].text):
        stop += 1
    if stop < len(lines) and is_prose(lines[stop]):
        stop -= 1
    words = [line.text.lower() for line in lines[first:stop]]
    if len(words) < _LEAST:
        return ()
    others = [line.text.lower() for line in (*lines[:first], *lines[stop:])]
    headed = any(text.endswith(word) and len(text) <= len(word) + _NUMBER for text in others for word in words)
    said = "\n".join(others)
    return () if headed or 2 * sum(word in said for word in words) < len(words) else range(first, stop)
