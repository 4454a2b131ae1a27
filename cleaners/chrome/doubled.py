"""Text that a site shows twice line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

DOUBLED: Final = "doubled-line"
_SHARE: Final = 0.8
_LEAST: Final = 6  # lines


def doubled(texts: Sequence[str]) -> list[int]:
    """Return the second of each pair where nearly every line of the page stands twice in succession."""
    if len(texts) < _LEAST or 2 * len(set(texts)) > (2 - _SHARE / 2) * len(texts):
        return []
    seconds, at = [], 0
    while at + 1 < len(texts):
        if texts[at] == texts[at + 1]:
            seconds.append(at + 1)
            at += 1
        at += 1
    return seconds if 2 * len(seconds) >= _SHARE * len(texts) else []
