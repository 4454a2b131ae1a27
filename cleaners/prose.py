"""How much of a document a line holds, in Chinese characters: measures by which content is chosen."""

from __future__ import annotations

import re
from typing import Final

from cleaners.vocabulary import site_share

_STOPS = re.compile(r"[，。！？；…”]|[,.;:!?](?=\s|$)")
_WIDE = re.compile("[^\x00-\u2e7f]")  # sets compile as slowly as they are large
_WORDS: Final = 0.02  # what a character of a short line without punctuation says at least
_LATIN: Final = 0.35  # what a Latin letter says, measured in Chinese characters
_SITE: Final = 0.4  # a line with this share of words of sites is the site's


def prose_in(text: str) -> float:
    """Return how much prose a line holds; next to nothing where it is short and without punctuation."""
    size = len(text)
    stops = size > 40 or (size > 7 and _STOPS.search(text) is not None)
    weight = float(size) if not text.isascii() and _WIDE.search(text) else size * _LATIN
    return weight - 2 if stops else max(_WORDS * weight, 0.2 * weight - 2)


def words_in(text: str) -> float:
    """Return what a line says that is not the site's, prose or not: the measure for verse, forms and slides."""
    size = len(text)
    stops = size > 40 or (size > 7 and _STOPS.search(text) is not None)
    weight = float(size) if not text.isascii() and _WIDE.search(text) else size * _LATIN
    return (weight if stops else 0.5 * weight) * max(0.0, 1 - site_share(text) / _SITE)
