"""Lines by which a site speaks to readers in languages that part their words: questions, controls, calls, greetings.

The wordings are in ``rules/readers.toml``, put together from what files are called and what readers do with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, NamedTuple

from cleaners.package_data import read_table

_LONGEST: Final = 200  # characters
_SHORTEST: Final = 8
_WIDE: Final = "\u2e80"  # the first character of scripts without spaces
_ASKS: Final = "?"
_FULL_STOP: Final = ".:;,"
_OFTEN: Final = 2  # calls


class _Wordings(NamedTuple):
    asks: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    calls: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    whole: re.Pattern[str]
    greetings: re.Pattern[str]


@cache
def _wordings() -> _Wordings:
    table: dict[str, Any] = read_table("rules", "readers.toml")

    def compiled(source: str) -> re.Pattern[str]:
        for name, words in table["roots"].items():
            source = source.replace(f"{{{name}}}", words)
        return re.compile(source)

    def pairs(first: str, second: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
        return tuple((compiled(one), compiled(table[second][language])) for language, one in table[first].items())

    controls = [verbs + table["nouns"][language] for language, verbs in table["verbs"].items()]
    whole = "|".join(f"(?:{pattern})" for pattern in (*table["whole"].values(), *controls))
    return _Wordings(
        pairs("things", "asked"), pairs("calls", "gains"), compiled(whole), compiled(table["greetings"]["by-name"])
    )


def _may_speak(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST and " " in text and max(text) < _WIDE


def speaks_to_readers(text: str) -> bool:
    """Tell whether a line at the edges of a dump asks readers of the file, is a control, greets or counts others."""
    if not _may_speak(text):
        return False
    folded = text.lower().strip()
    if folded.endswith(_ASKS):
        return any(thing.search(folded) and about.search(folded) for thing, about in _wordings().asks)
    return _wordings().whole.fullmatch(folded) is not None


def calls_readers(text: str) -> bool:
    """Tell whether a line calls readers to do what a site offers them; a document can have such headings, too."""
    if not _may_speak(text) or text[-1] in _FULL_STOP:
        return False
    folded = text.lower()
    return any(call.match(folded) and gain.search(folded) for call, gain in _wordings().calls)


def calls_often(texts: Iterable[str]) -> bool:
    """Tell whether several lines call readers, each to something else: a title may be such a call once."""
    return len({text for text in texts if calls_readers(text)}) >= _OFTEN


def counts_others(text: str) -> bool:
    """Tell whether a line has numbers of readers in it that state nothing of the document: ``25+ million members``."""
    return _may_speak(text) and any(map(str.isdigit, text)) and speaks_to_readers(text)


def greets(text: str) -> bool:
    """Tell whether a line greets readers by one name: ``Welcome to Papershelf!``."""
    return _may_speak(text) and _wordings().greetings.fullmatch(text.lower()) is not None
