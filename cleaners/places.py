"""Which lines of a page have a sign: one search over all of them costs a fraction of a search in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_PARTING = "\0"  # no white space to patterns


def places_with(pattern: re.Pattern[str], texts: Sequence[str]) -> set[int]:
    """Return the places of the texts in which a pattern is found that looks at no end of a text."""
    whole = _PARTING.join(texts)
    places = set()
    place = passed = 0
    for found in pattern.finditer(whole):
        place += whole.count(_PARTING, passed, passed := found.start())
        places.add(place)
    return places


def runs(places: Sequence[int]) -> Iterator[list[int]]:
    """Split places into runs of neighbours."""
    run: list[int] = []
    for place in places:
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run
