"""The title of a dump as the line above its document that says most beyond the words of sites."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cleaners.chrome.edges import site_edges
from cleaners.chrome.line_weights import is_menu
from cleaners.chrome.own_outline import outline
from cleaners.chrome.site_notices import is_slogan
from cleaners.document import Line
from cleaners.facts.finding import READERS, Findings, states
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import names_work
from cleaners.rules.vocabulary import site_share
from cleaners.titles.above_title import LONGEST, TITLE_LINES
from cleaners.titles.bare_title import bare_name
from cleaners.titles.site_lines import MOSTLY, SITES
from cleaners.titles.title_lines import FACTS_NEAR, SENTENCE, may_be_title

_TELLING: Final = 24  # characters from which a longer line says no more
_OVER_MENU: Final = 0.3


def most_telling(lines: Sequence[Line], known: Findings, places: Iterable[int]) -> int | None:
    """Return the place of the line above the document that says most beyond words of sites; ``None`` without such."""
    head = site_edges(lines, known, own=outline(lines)).start
    short = [place for place in places if place < head and len(lines[place].text) <= LONGEST]
    short = [place for place in short if not SENTENCE.search(lines[place].text)]
    told = [place for place in short if may_be_title(lines, place)]
    shares = {place: site_share(bare_name(lines[place].text) or "") for place in told}
    own = [place for place, share in shares.items() if share <= MOSTLY and not (place == 0 and _is_named(lines))]
    facts = {
        at - back
        for at, one in known.items()
        if states(one) and not one.rule.marker
        for back in range(1, FACTS_NEAR + 1)
    }
    keys = {place: key_of(lines[place].text) for place in shares}
    sure = [place for place in own if shares[place] < SITES]
    menus = [
        at
        for at, finding in known.items()
        if finding.rule.strength == "weak" and not finding.facts and finding.rule is not READERS
    ]
    menus += [at for at in range(head) if at not in known and is_menu(lines[at].text)]

    def telling(place: int) -> float:
        if lines[place].text.isascii() and " " not in lines[place].text:
            return 1 - shares[place]  # a word of a menu, as often as not
        again = sum(keys[place] in key for key in keys.values())
        below = max((at for at in sure if at > place), default=0)
        over_menu = again == 1 and any(place < at < below for at in menus)  # the site's name, or what it says of itself
        weight = min(len(lines[place].text), _TELLING) * (1 - shares[place]) * again
        weight *= 2 if names_work(keys[place]) else 1
        return weight * (3 if place in facts else 1) * (_OVER_MENU if over_menu else 1)

    return max(own, key=lambda place: (telling(place), place in facts and place), default=None)


def _is_named(lines: Sequence[Line]) -> bool:
    """Tell whether a first line is a site's name and what it says of itself, with a title's line below."""
    return is_slogan(lines[0].text) and any(may_be_title(lines, place) for place in range(1, TITLE_LINES))
