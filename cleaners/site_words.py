"""What sites call themselves and hang behind titles: ``rules/title.toml``."""

from __future__ import annotations

from functools import cache

from cleaners.package_data import read_table
from cleaners.phrases import key_of


@cache
def _words() -> tuple[tuple[str, ...], frozenset[str]]:
    table = read_table("rules", "title.toml")
    return tuple(map(key_of, table["site_words"])), frozenset(map(key_of, table["offers"]))


def is_site_name(key: str) -> bool:
    """Tell whether a key (``phrases.key_of``) is short and has a word in it that sites use for themselves."""
    return len(key) <= 24 and any(word in key for word in _words()[0])


def is_offer(key: str) -> bool:
    """Tell whether a key offers the file: 免费下载."""
    return key in _words()[1]
