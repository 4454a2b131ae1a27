"""Text that a site shows twice line by line, or page by page with other spaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

DOUBLED: Final = "doubled-line"
_SHARE: Final = 0.8
_LEAST: Final = 6  # lines
_LONG: Final = 100  # characters of a page in one line


def doubled(texts: Sequence[str]) -> list[int]:
    """Return the second of each pair where nearly every line of the page stands twice in succession.

    What stands more often in succession the text says over and over by itself.
    """
    if len(texts) < _LEAST or 2 * len(set(texts)) > (2 - _SHARE / 2) * len(texts):
        return []
    seconds, at = [], 0
    for count in [len(list(alike)) for _, alike in groupby(texts)]:
        if count == 2:
            seconds.append(at + 1)
        at += count
    return seconds if 2 * len(seconds) >= _SHARE * len(texts) else []


def spaced_otherwise(texts: Sequence[str]) -> Iterator[int]:
    """Yield the places of long lines that are the one before with other spaces: no author writes a page so twice."""
    for place, (above, text) in enumerate(pairwise(texts), 1):
        if len(text) < _LONG or above[:1] != text[:1]:
            continue
        words, again = above.split(), text.split()
        if words != again and "".join(words) == "".join(again):
            yield place
