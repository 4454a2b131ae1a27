"""The title of a dump right above the facts that the site states of the document."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise, takewhile
from typing import Final

from cleaners.chrome.telling import is_row
from cleaners.document import Line
from cleaners.facts.finding import Findings, states
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_offer, names_field, names_work
from cleaners.rules.vocabulary import site_share
from cleaners.titles.above_title import LONGEST
from cleaners.titles.author_lines import is_name_below
from cleaners.titles.site_lines import SHORT, SITES, is_site_line
from cleaners.titles.title_lines import GAP, SENTENCE, is_long_headline, may_be_title

_TWO_TITLES: Final = lazily(r"[^\s\x00-\x7f]{8,} [^\s\x00-\x7f]{8,}")  # of the documents before and behind this one
_SCHOOL: Final = lazily(r"\b(?:College|University|School)\b")
_FACTS: Final = 2
_APART: Final = 5  # lines from one field to the next
_MANY: Final = 4  # lines of facts and prices


def above_facts(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> int | None:
    """Return the place of the line that several facts or a row of them stand right below."""
    for place in places:
        below = [*takewhile(states, (known[at] for at in range(place + 1, place + 1 + _MANY) if at in known))]
        first, stated = below[:_FACTS], sum(bool(one.facts) for one in below)
        told = len(first) == _FACTS and all(one.facts for one in first) and place + _FACTS in known
        told = told or (stated >= _FACTS and len(below) == _MANY and place + _MANY in known)
        if not told and not is_row(known.get(place + 1)):
            continue
        if SENTENCE.search(lines[place].text) and not is_long_headline(lines, place):
            continue
        if site_share(lines[place].text[:LONGEST]) < SITES and may_be_title(lines, place):
            named = told and is_name_below(lines, place, places)
            return place - 1 if named else place if told else _first_of_heading(lines, place, set(places))
    return None


def offered_above_day(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> int | None:
    """Return the place of the line with an offer behind it over the day of its file: ``T 下载公告``."""
    for place in places:
        name, _, last = lines[place].text[: LONGEST + 1].rpartition(" ")
        day = known.get(place + 1)
        dated = day is not None and "published" in day.facts and not day.rule.marker
        if dated and names_work(key_of(name)) and is_offer(key_of(last)):
            return place
    return None


def above_fields(lines: Sequence[Line], unknown: Sequence[int]) -> int | None:
    """Return the place of the title above the fields of a student's site: ``T`` / ``Course`` / ... / ``University``.

    Between them the site may say in a sentence what the document is, in fewer capitals than the title has.

    Args:
        lines: the lines of a dump.
        unknown: the places of those that no rule knows, and no person or site.
    """
    fields = [place for place in unknown if names_field(key_of(lines[place].text))]
    first = next((at for at, after in pairwise(fields) if 1 < after - at <= _APART), 0)
    above = [place for place in (first - 2, first - 1) if place in unknown and may_be_title(lines, place)]
    above = [place for place in above if lines[place].text[-1] not in ".!?" and " " in lines[place].text]
    above = [place for place in above if not _SCHOOL.search(lines[place].text) and not _is_below_label(lines, place)]
    return max(above, key=lambda place: _capitals(lines[place].text), default=None)


def _is_below_label(lines: Sequence[Line], place: int) -> bool:
    return place > 0 and key_of(lines[place - 1].text) == "title"


def _capitals(text: str) -> float:
    words = text.split()
    return sum(word[0].isupper() or word[0].isdecimal() for word in words) / len(words)


def _first_of_heading(lines: Sequence[Line], place: int, unknown: Set[int]) -> int:
    """Return the place of the title where a line is below it in the same heading, as its second half."""
    while place - 1 in unknown and may_be_title(lines, place - 1):
        above = lines[place - 1].text
        name = len(above) <= SHORT and 2 * len(above) <= len(lines[place].text)
        of_site = is_site_line(above) or site_share(above) >= SITES
        if name or of_site or GAP.search(above) or _TWO_TITLES.fullmatch(above):
            break
        place -= 1
    return place
