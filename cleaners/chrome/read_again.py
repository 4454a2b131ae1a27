"""Lines of a dump that no rule knows as the site's, but that read so together with those around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import accumulate
from typing import Final

from cleaners.chrome.line_classifier import log_odds
from cleaners.chrome.line_shapes import READ
from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules, is_title
from cleaners.lazily import lazily

READS_SO: Final = "reads-as-chrome"
_DOUBT, _EVIDENCE = 1.0, 2.0  # log odds that a line at an edge falls short of its own, and the least of them together
_AT_EDGE: Final = 0.5  # log odds of a line among those
_WITHIN, _SENTENCE = 2.0, 3.0  # of a line, and of a sentence, between the document's: a post can read like a comment
_SAYS: Final = lazily(r"[，。！？；]|[,.!?]\s|[.!?]$")
_OWN: Final = -6.0  # log odds of a line that is known to be the document's
_NUMBER: Final = lazily(r"\W{0,3}\d{1,4}\W{0,3}")
_MOST: Final = 500  # lines at either end that are read


def read_again(lines: Sequence[Line], found: Findings, rules: Rules, own: Set[int] = frozenset()) -> None:
    """Let lines go (in place) that read as chrome, where a dump shows by others that it is a site's page.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
        own: the places of lines that are known to be the document's.
    """
    titles = {place for place, finding in found.items() if is_title(finding.rule)}
    if not rules.keys() - titles:
        return
    size = len(lines)
    places = [*range(min(size, _MOST)), *range(max(_MOST, size - _MOST), size)]
    texts = [lines[place].text for place in places]
    removed = [place in rules for place in places]
    odds = log_odds(texts, removed, {at for at, place in enumerate(places) if place in titles})
    for at, place in enumerate(places):
        if place in own:
            odds[at] = _OWN
        elif _NUMBER.fullmatch(texts[at]):
            odds[at] = 0.0  # numbers are for those who know pages
    rules.update((places[at], READS_SO) for at in chrome_of(texts, odds, removed))


def chrome_of(texts: Sequence[str], odds: Sequence[float], removed: Sequence[bool]) -> Iterator[int]:
    """Yield the places of kept lines that go: at either end those that are the site's together, within what surely is.

    Args:
        texts: the lines of a dump.
        odds: for each line, the log odds that it is the site's.
        removed: which are gone already.
    """
    kept = [place for place, gone in enumerate(removed) if not gone]
    above = _together([odds[place] for place in kept])
    below = len(kept) - _together([odds[place] for place in reversed(kept)])
    for number, place in enumerate(kept):
        within = above <= number < below
        least = _AT_EDGE if not within else _SENTENCE if _SAYS.search(texts[place][:READ]) else _WITHIN
        if odds[place] > least:
            yield place


def _together(odds: Sequence[float]) -> int:
    """Return how many lines from the outside are most likely the site's together; none where that is little."""
    sums = [0.0, *accumulate(value - _DOUBT for value in odds)]
    most = max(sums)
    return sums.index(most) if most >= _EVIDENCE else 0
