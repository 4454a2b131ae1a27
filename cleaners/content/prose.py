"""How much of a document a line holds, in Chinese characters: measures by which content is chosen."""

from __future__ import annotations

from typing import Final

from cleaners.lazily import lazily
from cleaners.rules.vocabulary import site_share

_STOPS = lazily(r"[，。！？；…”]|[,.;:!?](?=\s|$)")
_WIDE = lazily("[^\x00-\u2e7f]")  # sets compile as slowly as they are large
_NARROW: Final = "\u2e7f"
_SHORT: Final = 7  # so many characters are no sentence
_LONG: Final = 40  # more are some
_DATA: Final = '{"', '[{"'  # data of a script that stands in the page
_WORDS: Final = 0.02  # what a character of a short line without punctuation says at least
_LATIN: Final = 0.35  # what a Latin letter says, measured in Chinese characters
_SITE: Final = 0.4  # a line with this share of words of sites is the site's


def prose_in(text: str) -> float:
    """Return how much prose a line holds; next to nothing where it is short and without punctuation."""
    size = len(text)
    wide = not text.isascii() and (text[0] > _NARROW or _WIDE.search(text))
    weight = float(size) if wide else size * _LATIN
    if size <= _SHORT:
        return _WORDS * weight
    if size > _LONG:
        return 0.0 if text.startswith(_DATA) else weight - 2
    if _STOPS.search(text):
        return weight - 2
    return max(_WORDS * weight, 0.2 * weight - 2)


def words_in(text: str) -> float:
    """Return what a line says that is not the site's, prose or not: the measure for verse, forms and slides."""
    size = len(text)
    stops = size > _LONG or (size > _SHORT and _STOPS.search(text) is not None)
    wide = not text.isascii() and (text[0] > _NARROW or _WIDE.search(text))
    weight = float(size) if wide else size * _LATIN
    return (weight if stops else 0.5 * weight) * max(0.0, 1 - site_share(text) / _SITE)
