"""Answers about short texts, kept for a while: several stages ask the same of the same lines.

For functions that give a text the same answer at any time, and one that nobody changes. How many texts are kept, and
how long they are, is bounded: memory stays flat over any number of pages.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, TypeVar

_TEXTS: Final = 4096  # those of a few pages
_LONGEST: Final = 120  # characters

_Answer = TypeVar("_Answer")


def remembered(function: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """Return a function of a text that keeps its answers about the last short ones."""
    known = lru_cache(_TEXTS)(function)

    @wraps(function)
    def answer(text: str) -> _Answer:
        return known(text) if len(text) <= _LONGEST else function(text)

    return answer
