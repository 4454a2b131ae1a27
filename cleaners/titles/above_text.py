"""Where the title of a text dump may stand: above a viewer's marks and headings over the text, in no list of others."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.chrome.sure_starts import first_page
from cleaners.facts.findings import Findings


def above_text(known: Findings, places: Sequence[int], limit: int) -> list[int]:
    """Return those of some places that stand above the text, of so many lines, and name no other document.

    Below the mark of the first page there is nothing but text; a heading over the text may stand over a title as well.
    """
    if mark := first_page(known, limit):
        places = [place for place in places if place < mark]
    opens = min((place for place, one in known.items() if one.rule.opens), default=0)
    return _without_others(known, [place for place in places if place < opens] or places)


def _without_others(known: Findings, places: Sequence[int]) -> list[int]:
    """Return the places but for those between a heading over other documents and the next line that a rule knows."""
    others: set[int] = set()
    for heading in [place for place, one in known.items() if one.rule.to == "prose" and places and places[0] < place]:
        below = min((place for place in known if place > heading), default=heading)
        others |= {*range(heading + 1, below)}
    return [place for place in places if place not in others]
