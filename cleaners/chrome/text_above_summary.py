"""Where a document ends right above a folded summary that repeats its beginning, below which the page has little."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from cleaners.facts.finding import Findings

_LAST: Final = 12  # lines of a text's end: names, an office and a day, in no sentence
_FOLDED: Final = 4  # lines of such a summary


def text_above_summary(found: Findings, copies: Set[int]) -> range:
    """Return the places of a text's last lines right above such a summary; none where a line of the site is above it.

    Args:
        found: what the rules found in the lines of a dump.
        copies: the places of lines that repeat the document's text.
    """
    for place in sorted(found, reverse=True):
        below = range(place + 1, place + _FOLDED)
        folds = found[place].rule.folded and any(at in found and found[at].rule.folds for at in below)
        if folds and place - 1 not in found and not copies.isdisjoint(below):
            return range(max(0, place - _LAST), place)
    return range(0)
