"""Patterns that cost much to compile, or that few pages need, compiled when they are first used.

Compiling takes Python 0.1 ms for a short pattern, and for a set as long as it has characters: 0.6 ms for the Han
characters, twice where a pattern begins with them. Together the patterns would take a third of a run over one page,
which meets half of them.
"""

from __future__ import annotations

import re
from typing import AnyStr, cast

NOT_LATIN = r"[^\W\d_A-Za-z\u00c0-\u024f]"
"""A letter of another script than Latin, where it may be any: a set of Han characters takes long to compile."""
_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


class _Pattern:
    """Looks like a pattern; becomes one as soon as a method is asked for."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> object:  # asked for what is not there yet
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)


def lazily(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled at its first use; an error in it shows then."""
    return cast(re.Pattern[AnyStr], _Pattern(source, flags))
