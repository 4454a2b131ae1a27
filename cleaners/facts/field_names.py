"""What sites call the fields that they put over a document or below it: ``rules/fields.toml``."""

from __future__ import annotations

from functools import cache
from typing import Final

from cleaners.facts.labels import bare_label
from cleaners.package_data import read_table
from cleaners.remembered import remembered
from cleaners.rules.traditional import to_simplified

OFFICE: Final = "office"
BESIDE: Final = "beside"
STAFF: Final = "staff"
FOOT: Final = "foot"
LETTERS: Final = "letters"
KNOWN: Final = "known"
"""Of the labels that sites put over any document, ``rules/labels.toml``."""
_LONGEST: Final = 10
_NONE: Final[frozenset[str]] = frozenset()
_SIGNS: Final = "[]【】（）()·•:：-*"


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Return the kinds of each name: the words, and each root before each end."""
    kinds: dict[str, frozenset[str]] = {}
    for kind, entry in read_table("rules", "fields.toml").items():
        for name in (*entry["words"], *[root + end for root in entry["roots"] for end in entry["ends"]]):
            kinds[name] = kinds.get(name, _NONE) | {kind}
    return kinds


@remembered
def kinds_of(word: str) -> frozenset[str]:
    """Return the kinds of fields that a word names, white space within it aside: ``索 引 号``."""
    name = to_simplified("".join(word.split()).strip(_SIGNS))
    if not name or len(name) > _LONGEST:
        return _NONE
    kinds = _kinds().get(name, _NONE)
    return kinds | {KNOWN} if bare_label(name) else kinds
