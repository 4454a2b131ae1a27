"""What sites call the fields that they put over a document or below it: ``rules/fields.toml``."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from cleaners.facts.labels import bare_label
from cleaners.package_data import read_table
from cleaners.rules.traditional import to_simplified

OFFICE: Final = "office"
BESIDE: Final = "beside"
STAFF: Final = "staff"
FOOT: Final = "foot"
LETTERS: Final = "letters"
KNOWN: Final = "known"
"""Of the labels that sites put over any document, ``rules/labels.toml``."""
_LONGEST: Final = 10


class _Names(NamedTuple):
    roots: frozenset[str]
    ends: tuple[str, ...]
    words: frozenset[str]


@cache
def _names() -> dict[str, _Names]:
    table = read_table("rules", "fields.toml")
    return {
        kind: _Names(frozenset(entry["roots"]), tuple(entry["ends"]), frozenset(entry["words"]))
        for kind, entry in table.items()
    }


def kinds_of(word: str) -> frozenset[str]:
    """Return the kinds of fields that a word names, white space within it aside: ``索 引 号``."""
    name = to_simplified("".join(word.split()).strip("[]【】（）()·•:：-*"))
    if not name or len(name) > _LONGEST:
        return frozenset()
    kinds = {kind for kind, names in _names().items() if _is_named(name, names)}
    if bare_label(name):
        kinds.add(KNOWN)
    return frozenset(kinds)


def _is_named(name: str, names: _Names) -> bool:
    return name in names.words or any(
        name.endswith(end) and name.removesuffix(end) in names.roots for end in names.ends
    )
