"""Words of which sites make their lines, and how much of a line they are: ``rules/vocabulary.toml``."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache
from typing import Final, NamedTuple

from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.phrases import key_of

_WIDE: Final = "\u2e80"  # the first character of scripts without spaces
_LETTERS: Final = "a-z\u00e0-\u04ff"
_NO_LETTER: Final = lazily(r"[\W\d_]")
_ADDRESSES: Final = lazily(r"[本该此请您你更]|以上|声明|\W")


class _Vocabulary(NamedTuple):
    """The words by script: those in letters as a pattern, the others by their first character, the longest first.

    One pattern of all would take 5 ms to compile, a tenth of the time that a page's lines take otherwise.
    """

    latin: re.Pattern[str]
    wide: dict[str, list[str]]
    starts: re.Pattern[str]
    own_labels: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    groups = dict(read_table("rules", "vocabulary.toml"))
    own = frozenset(map(key_of, groups.pop("own_labels")))
    words = {word if max(word) < _WIDE else key_of(word) for group in groups.values() for word in group}
    by_length = sorted(words, key=lambda word: (-len(word), word))
    latin = "|".join(re.escape(word) for word in by_length if word[0] < _WIDE)
    wide: dict[str, list[str]] = {}
    for word in by_length:
        if word[0] >= _WIDE:
            wide.setdefault(word[0], []).append(word)
    starts = re.compile(f"[{_LETTERS}{''.join(wide)}]")
    in_letters = re.compile(f"(?<![{_LETTERS}])(?=[{_LETTERS}])(?:{latin})(?![{_LETTERS}])")
    return _Vocabulary(in_letters, wide, starts, own)


def is_own_label(key: str) -> bool:
    """Tell whether a label's key is one that documents use themselves, though it has such words."""
    return key in _vocabulary().own_labels


def topic_of(title: str | None) -> Set[str]:
    """Return the words of sites that a document's title has: in its text they speak of what it is about."""
    return frozenset(_words_in(key_of(title))) if title else frozenset()


def site_share(text: str, topic: Set[str] = frozenset()) -> float:
    """Return the share of a text's letters that are words of sites, from 0 to 1; words of its topic do not count."""
    folded = text.lower() if text.isascii() or max(text) < _WIDE else key_of(text)
    letters = len(folded) - len(_NO_LETTER.findall(folded))
    told = sum(len(word) - word.count(" ") for word in _words_in(folded) if word not in topic)
    return min(1.0, told / letters) if letters else 0.0


def begins_with_site_word(text: str) -> bool:
    """Tell whether a line begins with a word of sites, or one by which they speak of themselves or to the reader."""
    return _word_at(key_of(text), 0) is not None or _ADDRESSES.match(text) is not None


def _words_in(key: str) -> list[str]:
    """Return the words of sites in the key of a text, the longest where one begins, none over another."""
    latin, _, starts, _ = _vocabulary()
    if key.isascii():
        return latin.findall(key)
    found: list[str] = []
    end = 0
    for start in starts.finditer(key):
        place = start.start()
        if place >= end and (word := _word_at(key, place)):
            found.append(word)
            end = place + len(word)
    return found


def _word_at(key: str, place: int) -> str | None:
    """Return the longest word of sites that begins at a place of a key."""
    latin, wide, _, _ = _vocabulary()
    for word in wide.get(key[place : place + 1], ()):
        if key.startswith(word, place):
            return word
    found = latin.match(key, place)
    return found[0] if found else None
