"""The title of a dump as its first line that is no path, menu or word of the site."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.line_weights import is_menu
from cleaners.chrome.site_notices import is_notice, is_slogan
from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import ends_with_work
from cleaners.rules.vocabulary import site_share
from cleaners.titles.above_title import LONGEST, TITLE_LINES, is_running_text
from cleaners.titles.dump_headings import set_in_lines
from cleaners.titles.series_head import is_below_series_head
from cleaners.titles.site_lines import SHORT, SITES, is_site_line, names_site
from cleaners.titles.title_lines import ISSUE_ALONE, OWN_LINE, SENTENCE, is_headline, is_long_headline, may_be_title

_NEAR_NAME: Final = 4  # lines below a site's name among which the title is
_LEAST_ALONE: Final = 4
_END_LINES: Final = 3  # in which a site says that there is more


def first_line(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> int | None:
    """Return the place of the first line that is no path, menu or word of the site, above the document."""
    for at, place in enumerate(places[:TITLE_LINES]):
        text = lines[place].text
        below = next((after for after in places[at + 1 :] if not is_menu(lines[after].text)), None)
        long = is_long_headline(lines, place)
        if (OWN_LINE.match(text[:LONGEST]) and not _names_kind(text)) or (is_running_text(text) and not long):
            return None
        short = len(text) <= SHORT and site_share(text) >= SITES
        shared = is_site_line(text) or (short and below is not None and below + 1 in known)
        named = place == 0 and ((names_site(text, known) and not _heads_issue(lines, place)) or is_slogan(text))
        if named and any(may_be_title(lines, at) for at in places[1:_NEAR_NAME]):
            continue
        if may_be_title(lines, place) and not (shared and below and _follows(lines, known, below)):
            told = any(_tells(known[near], near - place) for near in known)
            told = told or any(is_notice(line.text) for line in lines[-_END_LINES:])
            told = told or any(is_site_line(lines[above].text) for above in places[:at])
            if not told and is_below_series_head(lines, place + 1):
                return place + 1
            return place if told or is_headline(lines, place) or set_in_lines(lines, known, place) else None
    return None


def _tells(finding: Finding, below: int) -> bool:
    """Tell whether a finding shows that a site stands around a text: more than a mark of pages, or a date in it."""
    return not finding.rule.marker and (not finding.rule.ambiguous or abs(below) == 1)


def _names_kind(text: str) -> bool:
    """Tell whether a line says before a colon what kind of document it is: ``小学作文:春天的日记``."""
    kind, colon, name = text.replace("：", ":").partition(":")
    return bool(colon and len(name) >= _LEAST_ALONE and ends_with_work(key_of(kind)))


def _heads_issue(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line stands above its issue and says that it is a newsletter, whose name can read as a site's."""
    issue = place + 1 < len(lines) and ISSUE_ALONE.fullmatch(lines[place + 1].text) is not None
    return issue and ends_with_work(key_of(lines[place].text))


def _follows(lines: Sequence[Line], known: Findings, place: int) -> bool:
    """Tell whether a line below words of a site is the title, above facts or by what it says, or more of them."""
    text = lines[place].text
    own = site_share(text[:LONGEST]) < SITES and not SENTENCE.search(text) and not OWN_LINE.match(text)
    return place + 1 in known or (own and may_be_title(lines, place)) or site_share(text) == 1
