"""Text that a site shows twice line by line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

DOUBLED: Final = "doubled-line"
_SHARE: Final = 0.8
_LEAST: Final = 6  # lines


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
