"""The headline that a page shows where its head words the title otherwise: ``<title>`` is often for search engines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_site_name
from cleaners.titles.bare_title import SEPARATOR, bare_name

_WORDS: Final = lazily(r"[^\W\d_\u2e80-\uffff]{3,}|\d+")
_WIDE: Final = lazily(r"[\u3040-\u9fff\uac00-\ud7a3]+")
_LEAST: Final = 3  # characters of a headline
_SHARED: Final = 2  # words
_MOSTLY: Final = 0.4  # of the words of the shorter one
_LONGEST: Final = 120
_SITE: Final = 12  # characters of a site's name
_TELLING: Final = 7  # characters of a heading that is no topic
_NUMBER: Final = lazily(r"^[A-Z]{1,4}[\d.]{4,16}[A-Z]?\d?\s")  # of a patent or a standard
CONTROL: Final = lazily(r"\s*[\[［][^\[\]［］]{1,6}[\]］]$")
"""A button behind a heading: ``雄安新区[编辑]``."""
_GOES_ON: Final = lazily(r"\s*(?:[:：,，?？!！]|——)|\s+[A-Za-z]")


def headline(headings: Sequence[str], title: str, raws: Sequence[str | None]) -> str | None:
    """Return the one heading of the first level where it is the title in other words; ``None`` else.

    Args:
        headings: headings of the first level, without buttons.
        title: the title that the head states, without the site's suffix.
        raws: titles as the head states them.
    """
    keys = {key_of(heading) for heading in headings}
    if len(keys) != 1:
        return None
    shown, other = headings[0], key_of(title)
    key = key_of(shown)
    if key == other or not _LEAST <= len(key) <= _LONGEST or is_site_name(key):
        return None
    return bare_name(shown) if _is_title(shown, key, title, other) or _is_behind(key, other, raws) else None


def _is_title(shown: str, key: str, title: str, other: str) -> bool:
    """Tell whether a heading is a title in other words: a part of it only where it is no topic."""
    if other in key:
        return key.startswith(other) and _GOES_ON.match(shown[len(title) :]) is not None
    if key in other:
        if other.count(key) > 1 or _is_longest_part(key, title):
            return True
        return _WIDE.search(shown) is None and len(key) >= _MOSTLY * len(other)
    own, others = _words(shown), _words(title)
    shared = len(own & others)
    return shared >= _SHARED and shared >= _MOSTLY * min(len(own), len(others))


def _is_longest_part(key: str, title: str) -> bool:
    """Tell whether a heading is the longest part of a title, behind a number or beside names: ``晚报-T``."""
    parts = [key_of(part) for part in SEPARATOR.split(_NUMBER.sub("", title)) if part]
    return len(key) >= _TELLING and key in parts and len(key) == max(map(len, parts))


def _is_behind(key: str, title: str, raws: Sequence[str | None]) -> bool:
    """Tell whether a heading stands behind what was taken for the title, the site's name, and says more."""
    return len(title) <= min(_SITE, len(key) - 1) and any(
        raw and (whole := key_of(raw)).startswith(title) and whole.endswith(key) for raw in raws
    )


def _words(text: str) -> set[str]:
    """Return the words of a text, pairs of characters where nothing parts them."""
    words = {word.lower() for word in _WORDS.findall(text)}
    for run in _WIDE.findall(text):
        words.update(map("".join, pairwise(run)))
    return words
