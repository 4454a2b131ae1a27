"""Lines at the top of a dump that weigh for the site by what stands beside them, whatever they say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from cleaners.chrome.line_weights import HEADING, LABEL, LONG, Weight, is_menu
from cleaners.chrome.site_notices import speaks_of_site
from cleaners.chrome.telling import is_presenting
from cleaners.document import Line
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.rules.strangers import LABELLED

_ITEM: Final = lazily(r"[•·▪◦*-]\s")
_SHORT: Final = 20  # characters of an item of a menu
_MENU: Final = 5
_MENU_RULE: Final = "menu"
_ABOVE_TITLE: Final = "above-title"
_SLOGAN: Final = 60  # characters of what a site says above a title


def open_menu(lines: Sequence[Line], weights: list[Weight]) -> None:
    """Let short items in a row at the very top weigh for the site (in place): a menu, whatever its words are."""
    start = next((place for place, line in enumerate(lines[:_MENU]) if _ITEM.match(line.text)), 0)
    items = [*takewhile(lambda line: _ITEM.match(line.text) and len(line.text) <= _SHORT, lines[start:])]
    if len(items) >= _MENU:
        for place in range(start, min(start + len(items), len(weights))):
            weights[place] = Weight(LABEL, sure=True, rule=_MENU_RULE)


def open_notices(lines: Sequence[Line], found: Findings, weights: list[Weight]) -> None:
    """Let what stands right below a heading of notices weigh nothing (in place), if it speaks of a site.

    What an editor presents is the document's.
    """
    for place in range(1, len(weights)):
        above = found.get(place - 1)
        if above and above.rule.to == "notices" and weights[place].value < 0 and speaks_of_site(lines[place].text):
            weights[place] = Weight(0.0)
        if place not in found and is_presenting(above):
            weights[place] = Weight(HEADING)  # the text begins, whatever it is about


def open_above_title(texts: Sequence[str], weights: list[Weight]) -> None:
    """Let short lines and menus above a title be a sign of the site (in place): nothing of a document stands there."""
    title = next((place for place, weight in enumerate(weights) if weight.rule == TITLE.name), 0)
    for place in range(title):
        if weights[place].value < 0 and (len(texts[place]) <= _SLOGAN or is_menu(texts[place])):
            weights[place] = Weight(0.0, rule=_ABOVE_TITLE)


def join_labels(lines: Sequence[Line], weights: list[Weight]) -> None:
    """Let a labelled line between two that are surely the site's weigh nothing (in place), whatever its label."""
    for place in range(1, len(weights) - 1):
        near = (weights[place - 1], weights[place + 1])
        if weights[place].value < 0 and all(weight.sure for weight in near) and LABELLED.match(lines[place].text):
            near_texts = (lines[place - 1].text, lines[place + 1].text)
            if len(lines[place].text) <= LONG and all(map(LABELLED.match, near_texts)):
                weights[place] = Weight(0.0)
