"""Lines by which a site speaks to readers in languages that part their words: questions on the file, greetings.

The wordings are in ``rules/readers.toml``, put together from what files are called and what is asked of them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from cleaners.package_data import read_table

_LONGEST: Final = 100  # characters
_WIDE: Final = "\u2e80"  # the first character of scripts without spaces
_ASKS: Final = "?"


class _Wordings(NamedTuple):
    asks: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    whole: re.Pattern[str]


@cache
def _wordings() -> _Wordings:
    table = read_table("rules", "readers.toml")

    def compiled(source: str) -> re.Pattern[str]:
        for name, words in table["roots"].items():
            source = source.replace(f"{{{name}}}", words)
        return re.compile(source)

    asks = tuple((compiled(thing), compiled(table["asked"][language])) for language, thing in table["things"].items())
    return _Wordings(asks, compiled("|".join(f"(?:{pattern})" for pattern in table["whole"].values())))


def speaks_to_readers(text: str) -> bool:
    """Tell whether a line at the edges of a dump asks readers of the file, greets them or says what others did."""
    if len(text) > _LONGEST or max(text) >= _WIDE:
        return False
    folded = text.lower()
    if folded.rstrip()[-1] == _ASKS:
        return any(thing.search(folded) and about.search(folded) for thing, about in _wordings().asks)
    return _wordings().whole.fullmatch(folded) is not None
