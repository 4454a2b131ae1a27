"""Words of which sites make their lines, and how much of a line they are: ``rules/vocabulary.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cache
from typing import Final

from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.phrases import key_of

_WIDE: Final = "\u2e80"  # the first character of scripts without spaces
_LETTER: Final = lazily(r"[^\W\d_]")
_ADDRESSES: Final = lazily(r"[本该此请您你更]|以上|声明|\W")


@cache
def _vocabulary() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of a site's words, and the labels that a document uses itself."""
    groups = dict(read_table("rules", "vocabulary.toml"))
    own = frozenset(map(key_of, groups.pop("own_labels")))
    words = {word if max(word) < _WIDE else key_of(word) for group in groups.values() for word in group}
    latin = _by_start(word for word in words if word[0] < _WIDE)
    wide = _by_start(word for word in words if word[0] >= _WIDE)
    firsts = "".join({word[0] for word in words if word[0] >= _WIDE})
    letter = "[a-z\u00e0-\u04ff]"
    return re.compile(rf"(?=[{firsts}])(?:{wide})|(?<!{letter})(?={letter})(?:{latin})(?!{letter})"), own


def _by_start(words: Iterable[str]) -> str:
    """Return alternatives, the longer first, by their first characters: no place is looked at where none begins."""
    starts: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        starts.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(start)}(?:{'|'.join(rests)})" for start, rests in starts.items())


def is_own_label(key: str) -> bool:
    """Tell whether a label's key is one that documents use themselves, though it has such words."""
    return key in _vocabulary()[1]


def topic_of(title: str | None) -> Set[str]:
    """Return the words of sites that a document's title has: in its text they speak of what it is about."""
    return frozenset(_vocabulary()[0].findall(key_of(title))) if title else frozenset()


def site_share(text: str, topic: Set[str] = frozenset()) -> float:
    """Return the share of a text's letters that are words of sites, from 0 to 1; words of its topic do not count."""
    folded = text.lower() if text.isascii() or max(text) < _WIDE else key_of(text)
    letters = len(_LETTER.findall(folded))
    told = sum(len(word) - word.count(" ") for word in _vocabulary()[0].findall(folded) if word not in topic)
    return min(1.0, told / letters) if letters else 0.0


def begins_with_site_word(text: str) -> bool:
    """Tell whether a line begins with a word of sites, or one by which they speak of themselves or to the reader."""
    return _vocabulary()[0].match(key_of(text)) is not None or _ADDRESSES.match(text) is not None
