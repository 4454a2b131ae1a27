"""Patterns that cost much to compile, compiled when they are first used.

Compiling a set takes Python as long as it has characters: 1 ms for the Han characters, twice where a pattern begins
with them. Together such patterns would take a fifth of a run over one page, which meets some of them only.
"""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


class _Pattern:
    """Looks like a pattern; becomes one as soon as a method is asked for."""

    def __init__(self, source: str) -> None:
        self.pattern = source

    def __getattr__(self, name: str) -> object:  # asked for what is not there yet
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)


def lazily(source: str) -> re.Pattern[str]:
    """Return a pattern that is compiled at its first use; an error in it shows then."""
    return cast(re.Pattern[str], _Pattern(source))
