"""The words of which sites make their lines, ``rules/vocabulary.toml``, found in a text, and their share of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cache
from typing import Final, NamedTuple

from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.phrases import key_of

_WIDE: Final = "\u2e80"  # the first character of scripts without spaces
_SMALL: Final = "a-z\u00e0-\u04ff"  # letters of the others
_PAIR: Final = 2  # characters that the shortest words of the others have
_NO_LETTER: Final = lazily(r"[\W\d_]")
_ADDRESSES: Final = lazily(r"[本该此请您你更]|以上|声明|\W")


class _Vocabulary(NamedTuple):
    """The words by script: those in letters as a pattern, the others by their first two characters, the longest first.

    One pattern of all would take 5 ms to compile, a tenth of the time that a page's lines take otherwise.
    """

    latin: re.Pattern[str]
    wide: dict[str, list[str]]
    own_labels: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    groups = dict(read_table("rules", "vocabulary.toml"))
    own = frozenset(map(key_of, groups.pop("own_labels")))
    words = {word if max(word) < _WIDE else key_of(word) for group in groups.values() for word in group}
    wide = _by_start((word for word in words if word[0] >= _WIDE), _PAIR)
    latin = "|".join(
        f"{start}(?:{'|'.join(re.escape(word[1:]) for word in some)})"
        for start, some in _by_start((word for word in words if word[0] < _WIDE), 1).items()
    )
    return _Vocabulary(re.compile(f"(?<![{_SMALL}])(?=[{_SMALL}])(?:{latin})(?![{_SMALL}])"), wide, own)


def _by_start(words: Iterable[str], size: int) -> dict[str, list[str]]:
    """Return words by their first characters, the longest first."""
    starts: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        starts.setdefault(word[:size], []).append(word)
    return starts


def own_labels() -> frozenset[str]:
    """Return the labels that a document uses itself, though they are or hold such words."""
    return _vocabulary().own_labels


def words_in(key: str) -> list[str]:
    """Return the words of sites in the key of a text, the longest where one begins, none over another."""
    latin, wide, _ = _vocabulary()
    if key.isascii() or max(key) < _WIDE:
        return latin.findall(key)
    places = [place for place in range(len(key)) if key[place : place + _PAIR] in wide]
    in_letters = {match.start(): match[0] for match in latin.finditer(key)}
    found: list[str] = []
    end = 0
    for place in sorted({*places, *in_letters}) if in_letters else places:
        word = in_letters.get(place) or _wide_at(key, place)
        if place >= end and word:
            found.append(word)
            end = place + len(word)
    return found


def word_at(key: str, place: int) -> str | None:
    """Return the longest word of sites that begins at a place of a key."""
    found = _vocabulary().latin.match(key, place)
    return found[0] if found else _wide_at(key, place)


def _wide_at(key: str, place: int) -> str | None:
    words = _vocabulary().wide.get(key[place : place + _PAIR], ())
    return next((word for word in words if key.startswith(word, place)), None)


def topic_of(title: str | None) -> Set[str]:
    """Return the words of sites that a document's title has: in its text they speak of what it is about."""
    return frozenset(words_in(_folded(title))) if title else frozenset()


def site_share(text: str, topic: Set[str] = frozenset()) -> float:
    """Return the share of a text's letters that are words of sites, from 0 to 1; words of its topic do not count."""
    folded = _folded(text)
    letters = len(folded) - len(_NO_LETTER.findall(folded))
    told = sum(len(word) - word.count(" ") for word in words_in(folded) if word not in topic)
    return min(1.0, told / letters) if letters else 0.0


def _folded(text: str) -> str:
    """Return a text as its words are looked for: without spaces where the script has none."""
    return text.lower() if text.isascii() or max(text) < _WIDE else key_of(text)


def begins_with_site_word(text: str) -> bool:
    """Tell whether a line begins with a word of sites, or one by which they speak of themselves or to the reader."""
    return word_at(key_of(text), 0) is not None or _ADDRESSES.match(text) is not None
