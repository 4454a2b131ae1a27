"""What stands in a text dump between the title and what the site says of the file below it: the site's summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.of_site import NAMED, THUMBNAILS
from cleaners.document import Line
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import Finding, Findings

_REACH: Final = 9  # lines
_LEAST: Final = 200  # characters of text below a line that presents it
_SEVERAL: Final = 3  # facts
_PAIR: Final = 2
_ALONE: Final = frozenset(("page", "views_text", "access_text"))  # say nothing by themselves


def facts_below(lines: Sequence[Line], found: Findings, begin: int) -> int:
    """Return the place of the site's facts below the title at ``begin``, with more of the text below them; else 0.

    Several lines can stand above three facts, or a line that presents the document, and one above two.
    """
    if begin >= len(lines) or lines[begin].tag or not (begin in found and found[begin].rule is TITLE):
        return 0
    for place in range(begin + 1, min(begin + _REACH, len(lines))):
        if place not in found:
            continue
        if found[place].rule is TITLE:
            return 0
        least = _PAIR if place <= begin + _PAIR else _SEVERAL
        above = sum(len(line.text) for line in lines[begin + 1 : place])
        below = sum(len(line.text) for line in lines[place + 1 :])
        blob = found[place].rule is NAMED and len(lines[place - 1].text) >= _LEAST  # the text's beginning on one line
        if _tells(found[place], least) and below > (min(above, _LEAST) if blob else above):
            return place
    return 0


def _tells(finding: Finding, least: int) -> bool:
    if finding.rule in (NAMED, THUMBNAILS):
        return True
    return not (finding.rule.ambiguous or finding.rule.marker) and len(finding.facts.keys() - _ALONE) >= least
