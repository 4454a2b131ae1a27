"""Lists of other documents at the end of a dump, which weigh for the site whatever their titles are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.coherence import listed
from cleaners.chrome.line_weights import DOCUMENT, ITEM, LABEL, Weight, is_menu
from cleaners.chrome.other_titles import first_channel, list_heading
from cleaners.lazily import lazily
from cleaners.rules.others import OTHERS

_SIGNS: Final = 2  # of a site above the text
_NUMBERED: Final = lazily(r"(\d{1,2})[.、．]?\s*[^。；，,;]{2,40}$")
_LONGEST_MENU: Final = 400  # characters


def open_listed(
    texts: Sequence[str], last: int, title: str | None, top: list[Weight], bottom: list[Weight]
) -> int | None:
    """Let lists of other documents at the end weigh for the site (in place), at both ends where these overlap.

    Args:
        texts: all lines of the dump.
        last: the place of the first one of the bottom.
        title: the document's title.
        top: how the first lines weigh.
        bottom: how the last lines weigh.

    Returns:
        the place of the heading over them, if any, among the lines of the bottom.
    """
    below = texts[last:]
    for place, weight in listed(below, bottom).items():
        bottom[place] = weight
        if last + place < len(top):
            top[last + place] = weight._replace(sure=False)
    sure = [weight.sure for weight in bottom]
    heading = list_heading(below, sure, title, sited=sum(weight.sure for weight in top) > _SIGNS)
    if heading is None:
        heading = first_channel(below, sure)
    if heading is not None:
        bottom[heading] = Weight(LABEL, True, OTHERS)
    _open_lists(bottom, below)
    if heading is not None and last + heading < len(top):
        top[last + heading :] = bottom[heading : heading + len(top) - last - heading]
    return heading


def heading_over_menus(texts: Sequence[str], weights: Sequence[Weight]) -> int | None:
    """Return the place of the heading over other documents below which there is nothing but menus."""
    for place in range(len(texts) - 1, 0, -1):
        if len(texts[place]) > _LONGEST_MENU or not is_menu(texts[place]):
            return place if weights[place].rule == OTHERS and place + 1 < len(texts) else None
    return None


def _open_lists(weights: list[Weight], texts: Sequence[str]) -> None:
    """Let lines below a heading of other documents weigh nothing (in place), up to text; titles can be numbered."""
    is_list, number = False, 0
    for place, weight in enumerate(weights):
        numbered = _NUMBERED.match(texts[place]) if is_list and weight.value == ITEM else None
        if weight.rule == OTHERS:
            is_list, number = True, 0
        elif numbered and int(numbered[1]) == number + 1:
            weights[place], number = Weight(0.0), number + 1
        elif weight.value <= DOCUMENT:
            is_list = False
        elif is_list and weight.value < 0:
            weights[place] = Weight(0.0)
