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
    wide = _by_start(word for word in words if word[0] >= _WIDE)
    starts = re.compile(f"[{_SMALL}{''.join(wide)}]")
    latin = "|".join(
        f"{start}(?:{'|'.join(re.escape(word[1:]) for word in some)})"
        for start, some in _by_start(word for word in words if word[0] < _WIDE).items()
    )
    return _Vocabulary(re.compile(f"(?<![{_SMALL}])(?=[{_SMALL}])(?:{latin})(?![{_SMALL}])"), wide, starts, own)


def _by_start(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words by their first character, the longest first."""
    starts: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        starts.setdefault(word[0], []).append(word)
    return starts


def own_labels() -> frozenset[str]:
    """Return the labels that a document uses itself, though they are or hold such words."""
    return _vocabulary().own_labels


def words_in(key: str) -> list[str]:
    """Return the words of sites in the key of a text, the longest where one begins, none over another."""
    latin, wide, starts, _ = _vocabulary()
    if key.isascii() or max(key) < _WIDE:
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
            in_letters = latin.match(key, place) if start[0] < _WIDE else None
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
