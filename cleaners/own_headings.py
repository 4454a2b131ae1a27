"""Headings of a document's own that read like a site's: 摘要 above an abstract, 温馨提示 above what a manual says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.findings import Findings
from cleaners.phrases import key_of
from cleaners.sections import opens_text

_REACH: Final = 40  # lines below an abstract's heading in which its keywords follow
_LABEL: Final = 12


def forget_own_headings(lines: Sequence[Line], found: Findings) -> set[int]:
    """Take out of the findings (in place) the headings that are the document's own, and return their places.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
    """
    own = set()
    for place in [place for place, finding in found.items() if finding.rule.own_with or finding.rule.to == "notices"]:
        rule = found[place].rule
        if opens_text(lines, found, place) if rule.to else _comes_with(lines, found, place, rule.own_with):
            del found[place]
            own.add(place)
    return own


def _comes_with(lines: Sequence[Line], found: Findings, place: int, words: tuple[str, ...]) -> bool:
    """Tell whether a line below begins with one of the words, and none of the site's stands between."""
    if place + 1 in found:
        return False
    below = lines[place + 1 : place + 1 + _REACH]
    return any(key_of(line.text[:_LABEL]).startswith(words) for line in below)
