"""What the address of a page says of it: ``rules/addresses.toml``."""

from __future__ import annotations

from functools import cache
from typing import Final

from cleaners.lazily import lazily
from cleaners.package_data import read_table

_WORD: Final = lazily(r"[a-z]+")


def is_of_thread(url: str) -> bool:
    """Tell whether an address is that of a thread: ``https://bbs.example.org/thread-12-1.html``."""
    return not _threads().isdisjoint(_WORD.findall(url.partition("?")[0].lower()))


@cache
def _threads() -> frozenset[str]:
    return frozenset(read_table("rules", "addresses.toml")["thread"])
