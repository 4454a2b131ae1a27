"""Patterns that cost much to compile, or that few pages need, compiled when they are first used.

Compiling takes Python 0.1 ms for a short pattern, and for a set as long as it has characters: 0.6 ms for the Han
characters, twice where a pattern begins with them. Together the patterns would take a third of a run over one page,
which meets half of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, AnyStr, cast

from cleaners.needed import Needs, needed

NOT_LATIN = r"[^\W\d_A-Za-z\u00c0-\u024f]"
"""A letter of another script than Latin, where it may be any: a set of Han characters takes long to compile."""
_SPARED = 10_000  # characters that are looked at for what a pattern needs; in the time of more it is compiled
_CALL = 50  # characters that could be looked at in the time of a call
_NO_MATCH: dict[str, Callable[..., Any]] = {
    "search": lambda text, *_: None,
    "match": lambda text, *_: None,
    "fullmatch": lambda text, *_: None,
    "sub": lambda put, text, *_: text,
    "subn": lambda put, text, *_: (text, 0),
    "split": lambda text, *_: [text],
    "findall": lambda text, *_: [],
    "finditer": lambda text, *_: iter(()),
}
"""What each method of a pattern answers for a text that holds no match."""


class _Pattern:
    """Looks like a pattern; becomes one as soon as a method is asked of a text that may hold a match."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self.flags = flags
        self._spared = _SPARED if isinstance(source, str) else 0
        self._needs: Needs | None = None

    def __getattr__(self, name: str) -> Callable[..., Any]:  # asked for what is not there yet
        if name not in _NO_MATCH:
            raise AttributeError(name)
        return partial(self._ask, name) if self._spared > 0 else self._compiled(name)

    def _ask(self, name: str, *arguments: Any, **options: Any) -> Any:
        if name in self.__dict__:  # compiled since the method was asked for
            return self.__dict__[name](*arguments, **options)
        if self._needs is None:
            self._needs = needed(cast(str, self.pattern), self.flags)
        text = arguments[name in ("sub", "subn")]
        if len(text) > self._spared or not self._needs.lacks(text):
            return self._compiled(name)(*arguments, **options)
        self._spared -= len(text) + _CALL
        return _NO_MATCH[name](*arguments)

    def _compiled(self, name: str) -> Callable[..., Any]:
        compiled = re.compile(self.pattern, self.flags)
        for method in _NO_MATCH:
            setattr(self, method, getattr(compiled, method))
        return cast(Callable[..., Any], getattr(self, name))


def lazily(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled when a text may hold a match; an error in it shows then."""
    return cast(re.Pattern[AnyStr], _Pattern(source, flags))
