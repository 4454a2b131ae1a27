"""Lines at the end of a dump that have the site's own name in them, as its first line states it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.line_weights import DOCUMENT, LABEL, Weight
from cleaners.lazily import lazily
from cleaners.rules.vocabulary import site_share

_SITE_NAME: Final = "site-name"
_MENU_SIGN: Final = lazily(r"[|｜©®·]")
_SITES: Final = 0.3  # share of a site's words beside its name
_NAMED_LINE: Final = 40  # characters


def open_named(texts: Sequence[str], name: str, weights: list[Weight]) -> None:
    """Let the lines at the end that have the site's name in them weigh for it (in place)."""
    for place, text in enumerate(texts):
        if not (DOCUMENT < weights[place].value < LABEL) or len(text) > _NAMED_LINE or name not in text:
            continue
        rest = text.replace(name, " ", 1)
        if _MENU_SIGN.search(rest) or site_share(rest) >= _SITES:
            weights[place] = Weight(LABEL, True, _SITE_NAME)
