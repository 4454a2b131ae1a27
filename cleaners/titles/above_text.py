"""Where the title of a text dump may stand: above a viewer's marks and headings over the text, in no list of others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.site_names import names_in_foot
from cleaners.chrome.sure_starts import first_page
from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import names_field
from cleaners.titles.above_title import is_running_text

_LONGEST: Final = 24  # characters of a field's name
_READ: Final = 80
_INSTITUTION: Final = lazily(
    r"(?:University|College|Institute) of (?:[A-Z][^\s,]+ ?){1,4}|(?:[A-Z][^\s,]+ ){1,4}(?:University|College)"
    r"|Universi(?:dad|dade|té|tà|tät|tas|tatea) [^,:]{3,40}"
)


def above_text(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> list[int]:
    """Return those of some places that stand above the text and name no other document, field of the page or site.

    Below the mark of the first page there is nothing but text; a heading over the text may stand over a title as well.
    """
    if mark := first_page(known, len(lines)):
        places = [place for place in places if place < mark]
    opens = min((place for place, one in known.items() if one.rule.opens), default=0)
    places = without_others(lines, known, [place for place in places if place < opens] or places)
    names = names_in_foot(lines)
    fields = {place for place in places if _is_field(lines[place].text)}
    said = fields | {place + 1 for place in fields}
    own = [place for place in places if place not in said and lines[place].text.lower() not in names]
    return [place for place in own if not _INSTITUTION.fullmatch(lines[place].text)] or own


def _is_field(text: str) -> bool:
    name, colon, _ = key_of(text[:_READ]).partition(":")
    return names_field(name) and (bool(colon) or len(text) <= _LONGEST)


def without_others(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> list[int]:
    """Return some places in order without those between a heading over other documents and the next line with a rule.

    Where each of them stands over facts of its own, so do the next ones, as far as the same kinds of facts follow.
    """
    others: set[int] = set()
    for heading in [place for place, one in known.items() if one.rule.to == "prose" and places and places[0] < place]:
        below = min((place for place in known if place > heading), default=heading)
        if _is_one_title(lines, known, range(heading + 1, below)):
            continue
        others |= {*range(heading + 1, below)}
        kinds = _kinds_below(known, below - 1)
        title = below + len(kinds)
        while kinds and title not in known and _kinds_below(known, title) == kinds:
            after = title + 1 + len(kinds)
            if after in known or after >= len(lines) or is_running_text(lines[after].text):
                break  # the page's own, behind the list
            others.add(title)
            title = after
    return [place for place in places if place not in others]


def _is_one_title(lines: Sequence[Line], known: Findings, places: range) -> bool:
    """Tell whether what stands below a heading is no list but the page's title, as a step of a path and alone."""
    twice = len(places) > 1 and len({lines[place].text for place in places}) == 1
    return twice and places.stop in known and bool(known[places.stop].facts)


def _kinds_below(known: Findings, place: int) -> list[str]:
    """Return the rules of the lines that state facts right below a place."""
    kinds: list[str] = []
    while (found := known.get(place + 1 + len(kinds))) and found.facts:
        kinds.append(found.rule.name)
    return kinds
