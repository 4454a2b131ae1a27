"""Page numbers that a viewer writes before the text of each page, where the page says that it is such a viewer's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaners.document import Drop, Line
from cleaners.facts.findings import Finding
from cleaners.lazily import lazily

RULE = "page-number"
_NUMBER = lazily(r"(\d{1,4})\s+(?=\S)")
_SHARE = 0.6  # of the lines that begin with a number, since a page is a paragraph or two
_SKIPPED = 2  # pages in a row without text


def strip_page_starts(lines: list[Line], found: Iterable[Finding]) -> tuple[list[Line], list[Drop]]:
    """Take the numbers off the lines that begin a page; those lines and the ones below learn their page.

    Args:
        lines: the document's lines.
        found: what the rules found on the page; only one that is ``numbered`` says that pages are.
    """
    if not any(finding.rule.numbered for finding in found):
        return lines, []
    starts = _starts(lines)
    if len(starts) < 2 or len(starts) < _SHARE * len(lines):
        return lines, []
    kept, drops, page = [], [], 0
    for place, line in enumerate(lines):
        if place in starts:
            page, end = starts[place]
            drops.append(Drop(line.number, RULE, str(page)))
            line = line._replace(text=line.text[end:])
        kept.append(line._replace(page=page))
    return kept, drops


def _starts(lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """Return the lines that begin with a number which counts up: the number and where the text begins."""
    starts: dict[int, tuple[int, int]] = {}
    last = 0
    for place, line in enumerate(lines):
        number = _NUMBER.match(line.text)
        if number and last < int(number[1]) <= last + 1 + _SKIPPED:
            last = int(number[1])
            starts[place] = last, number.end()
    return starts
