"""How the lines at both ends of a dump weigh: each by itself, and then by what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final, NamedTuple

from cleaners.chrome.coherence import FOREIGN, weigh_by_topic, words_of
from cleaners.chrome.headlines import is_wrapped, open_headlines
from cleaners.chrome.line_weights import HEADING, ITEM, LABEL, PROSE, Weight, below, weigh, weigh_calls
from cleaners.chrome.named_site import open_named
from cleaners.chrome.openings import join_labels, open_above_title, open_menu, open_notices
from cleaners.chrome.other_lists import heading_over_menus, open_listed
from cleaners.chrome.site_notices import is_slogan, site_name
from cleaners.chrome.text_above_summary import text_above_summary
from cleaners.chrome.wrapped_lines import running_lines
from cleaners.document import Line
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import Findings
from cleaners.rules.vocabulary import topic_of

_LIMIT: Final = 80  # lines of a site at either end that are looked at


class Ends(NamedTuple):
    """The weights of the first lines and of the last ones, which meet in short dumps, and what they tell of the site.

    Attributes:
        top: how the first lines weigh.
        bottom: how the last lines weigh.
        others: the place of the heading over other documents, among the lines of the bottom.
        site: the site's name, as the first line states it.
    """

    top: list[Weight]
    bottom: list[Weight]
    others: int | None
    site: str | None


def weigh_ends(
    lines: Sequence[Line],
    found: Findings,
    copies: Set[int],
    own: Set[int],
    title: str | None,
) -> Ends:
    """Return how the lines at both ends weigh.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        copies: the places of lines that repeat the document's text.
        own: the places of headings that are known to be the document's.
        title: the document's title; what it speaks of speaks for no site.
    """
    size = len(lines)
    first, last = min(_LIMIT, size), max(0, size - _LIMIT)
    texts = [line.text for line in lines]
    top, bottom = _by_themselves(texts, found, copies, topic_of(title))
    running = running_lines(texts)
    wrapped = bool(running) or is_wrapped(texts)
    open_headlines(texts[:first][: size - 1], top, wrapped=wrapped)
    open_headlines(texts[last:-1], bottom, wrapped=wrapped)  # the very last line may be cut
    for place in running:
        _take_for_prose(top, place)
        _take_for_prose(bottom, place - last)
    said = words_of([*_prose(texts[:first], top), *texts[first:last], *_prose(texts[last:], bottom)])
    weigh_by_topic(texts[:first], top, said)
    weigh_by_topic(texts[last:], bottom, said)
    for place in text_above_summary(found, copies):  # names and days end a text, whatever its words were
        if place >= last and bottom[place - last].rule.startswith(FOREIGN):
            bottom[place - last] = Weight(0.0)
    name = site_name(lines[0].text) if lines and not (0 in found and found[0].rule is TITLE) else None
    if name:
        open_named(texts[last:], name, bottom)
    others = open_listed(texts, last, title, top, bottom)
    open_menu(lines, top)
    weigh_calls(texts[:first], top)
    join_labels(lines, top)
    open_notices(lines, found, top)
    open_above_title(texts, top)
    if lines and 0 not in found and is_slogan(lines[0].text):
        top[0] = Weight(LABEL, sure=True, rule=lines[0].text)
    for place in own:
        if place < first:
            top[place] = Weight(HEADING)
        if place >= last:
            bottom[place - last] = Weight(HEADING)
    return Ends(top, bottom, heading_over_menus(texts[last:], bottom) if others is None else others, name)


def _by_themselves(
    texts: Sequence[str], found: Findings, copies: Set[int], topic: Set[str]
) -> tuple[list[Weight], list[Weight]]:
    """Return how the first and the last lines weigh, each by itself; what a title is above is a head below."""
    size = len(texts)
    top = [weigh(texts[place], found.get(place), place in copies, topic) for place in range(min(_LIMIT, size))]
    bottom = [
        top[place]
        if place < len(top) and below(found.get(place)) is found.get(place)
        else weigh(texts[place], below(found.get(place)), place in copies, topic)
        for place in range(max(0, size - _LIMIT), size)
    ]
    return top, bottom


def _take_for_prose(weights: list[Weight], place: int) -> None:
    """Let a line of running text weigh as prose (in place), whatever its half of a sentence speaks of."""
    if 0 <= place < len(weights) and not weights[place].rule and ITEM <= weights[place].value <= 0:
        weights[place] = Weight(PROSE)


def _prose(texts: Sequence[str], weights: Sequence[Weight]) -> Iterator[str]:
    """Yield the lines that are surely a document's sentences."""
    return (text for text, weight in zip(texts, weights, strict=True) if weight.value == PROSE)
