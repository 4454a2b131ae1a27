"""The words of which sites make their lines, ``rules/vocabulary.toml``, found in a text, and their share of it."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache
from typing import Final, NamedTuple

from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.remembered import remembered
from cleaners.rules.keys import key_of

_WIDE: Final = "\u2e80"  # the first character of scripts without spaces
_PAIR: Final = 2  # characters that the shortest word has
_LETTERS: Final = "a-z\u00e0-\u04ff"
_LETTER: Final = lazily(f"[{_LETTERS}]")
_NO_LETTER: Final = lazily(r"[\W\d_]")
_ADDRESSES: Final = lazily(r"[本该此请您你更]|以上|声明|\W")


class _Vocabulary(NamedTuple):
    """The words by their first two characters, the longest first, and what finds their first characters.

    One pattern of all words would take 8 ms to compile, a tenth of what cleaning one page takes.
    """

    words: dict[str, list[str]]
    firsts: re.Pattern[str]
    own_labels: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    groups = dict(read_table("rules", "vocabulary.toml"))
    own = frozenset(map(key_of, groups.pop("own_labels")))
    words = {word if max(word) < _WIDE else key_of(word) for group in groups.values() for word in group}
    by_start: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_start.setdefault(word[:_PAIR], []).append(word)
    firsts = {word[0] for word in words}
    wide = {first for first in firsts if first >= _WIDE}
    either = f"[{_as_set(wide)}]|(?<![{_LETTERS}])[{_as_set(firsts - wide)}]"
    return _Vocabulary(by_start, re.compile(either), own)


def _as_set(chars: Set[str]) -> str:
    return re.escape("".join(sorted(chars)))


def own_labels() -> frozenset[str]:
    """Return the labels that a document uses itself, though they are or hold such words."""
    return _vocabulary().own_labels


@remembered
def words_in(key: str) -> tuple[str, ...]:
    """Return the words of sites in the key of a text, the longest where one begins, none over another."""
    words, firsts, _ = _vocabulary()
    found: list[str] = []
    end = 0
    for first in firsts.finditer(key):
        place = first.start()
        if place >= end and key[place : place + _PAIR] in words and (word := word_at(key, place)):
            found.append(word)
            end = place + len(word)
    return tuple(found)


def word_at(key: str, place: int) -> str | None:
    """Return the longest word of sites that begins at a place of a key; one in letters is all of these."""
    for word in _vocabulary().words.get(key[place : place + _PAIR], ()):
        if key.startswith(word, place) and (word[0] >= _WIDE or _stands_alone(key, place, place + len(word))):
            return word
    return None


def _stands_alone(key: str, start: int, end: int) -> bool:
    return not (start and _LETTER.match(key, start - 1)) and not _LETTER.match(key, end)


def topic_of(title: str | None) -> Set[str]:
    """Return the words of sites that a document's title has: in its text they speak of what it is about."""
    return frozenset(words_in(_folded(title))) if title else frozenset()


def site_share(text: str, topic: Set[str] = frozenset()) -> float:
    """Return the share of a text's letters that are words of sites, from 0 to 1; words of its topic do not count."""
    return _share(text, topic) if topic else _whole_share(text)


@remembered
def _whole_share(text: str) -> float:
    return _share(text, frozenset())


def _share(text: str, topic: Set[str]) -> float:
    folded = _folded(text)
    told = sum([len(word) - word.count(" ") for word in words_in(folded) if word not in topic])
    if not told:
        return 0.0  # most texts
    letters = len(folded) - len(_NO_LETTER.findall(folded))
    return min(1.0, told / letters) if letters else 0.0


def _folded(text: str) -> str:
    """Return a text as its words are looked for: without spaces where the script has none."""
    return key_of(text) if not text.isascii() and (text[0] >= _WIDE or max(text) >= _WIDE) else text.lower()


def begins_with_site_word(text: str) -> bool:
    """Tell whether a line begins with a word of sites, or one by which they speak of themselves or to the reader."""
    return word_at(key_of(text), 0) is not None or _ADDRESSES.match(text) is not None
