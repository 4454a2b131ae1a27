"""The words of which sites make their lines, ``rules/vocabulary.toml``, found in a text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleaners.package_data import read_table
from cleaners.phrases import key_of


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
    words = {word if word.isascii() else key_of(word) for group in groups.values() for word in group}
    by_length = sorted(words, key=lambda word: (-len(word), word))
    latin = "|".join(word for word in by_length if word.isascii())
    wide: dict[str, list[str]] = {}
    for word in by_length:
        if not word.isascii():
            wide.setdefault(word[0], []).append(word)
    starts = re.compile(f"[a-z{''.join(wide)}]")
    return _Vocabulary(re.compile(f"(?<![a-z])(?=[a-z])(?:{latin})(?![a-z])"), wide, starts, own)


def own_labels() -> frozenset[str]:
    """Return the labels that a document uses itself, though they are or hold such words."""
    return _vocabulary().own_labels


def words_in(key: str) -> list[str]:
    """Return the words of sites in the key of a text, the longest where one begins, none over another."""
    latin, wide, starts, _ = _vocabulary()
    if key.isascii():
        return latin.findall(key)
    found: list[str] = []
    end = 0
    for start in starts.finditer(key):
        place = start.start()
        if place < end:
            continue
        for word in wide.get(start[0], ()):
            if key.startswith(word, place):
                break
        else:
            in_letters = latin.match(key, place) if start[0] <= "z" else None
            if not in_letters:
                continue
            word = in_letters[0]
        found.append(word)
        end = place + len(word)
    return found


def word_at(key: str, place: int) -> str | None:
    """Return the longest word of sites that begins at a place of a key."""
    latin, wide, _, _ = _vocabulary()
    for word in wide.get(key[place : place + 1], ()):
        if key.startswith(word, place):
            return word
    found = latin.match(key, place)
    return found[0] if found else None
