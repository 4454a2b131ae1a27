"""The bibliography at the end of a paper, whose wrapped entries read like a site's list of other documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of

_HEADINGS: Final = frozenset(
    ("参考文献", "主要参考文献", "引用文献", "references", "bibliography", "workscited", "literaturecited")
)
_LONGEST: Final = 24  # characters of a heading
_YEAR: Final = lazily(  # as entries state it: (2004), 2004, 12(3); Press, 2004.
    r"[(（](?:18|19|20)\d\d[a-z]?[)）]|[,，.．] ?(?:18|19|20)\d\d[a-z]?(?:[,，.．:：;；(（\[]|$)"
)
_NEAR: Final = 5  # lines of an entry
_LEAST: Final = 2  # entries
_NUMBER: Final = lazily(r"\d")  # of a volume or a page
_ENDED: Final = (".", "。", "．")


def cited_works(lines: Sequence[Line], found: Findings) -> set[int]:
    """Return the places of the lines below such a heading, as far as years show entries and no rule knows a line.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
    """
    places: set[int] = set()
    for at, line in enumerate(lines):
        if len(line.text) <= _LONGEST and key_of(line.text).strip(":[]【】").lstrip("0123456789.") in _HEADINGS:
            dated = [*_dated(lines, found, at + 1)]
            if len(dated) >= _LEAST:
                places.update(range(at, _end(lines, found, dated[-1])))
    return places


def _dated(lines: Sequence[Line], found: Findings, start: int) -> Iterator[int]:
    """Yield the places of the lines that state an entry's year, the next one never further than an entry is long."""
    last = start
    for at in range(start, len(lines)):
        if at in found or at - last > _NEAR:
            return
        if _YEAR.search(lines[at].text):
            last = at
            yield at


def _end(lines: Sequence[Line], found: Findings, last: int) -> int:
    """Return the place behind the last entry: behind lines that end with a full stop, as far as they state numbers."""
    stop = last + 1
    for at in range(last, min(last + _NEAR, len(lines))):
        if at in found or (stop > last + 1 and not _NUMBER.search(lines[at].text)):
            break
        if lines[at].text.endswith(_ENDED):
            stop = at + 1
    return stop
