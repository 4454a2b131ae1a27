"""What authors call the boxes of a page: ``rules/boxes.toml`` looked up in class and id."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from cleaners.package_data import read_table

AGAINST: Final = 1
BESIDE: Final = 2
CONTENT: Final = 4
COMMENTS: Final = 8
THREAD: Final = 16
CRUMBS: Final = 32
_GROUPS: Final = {
    "against": AGAINST,
    "beside": BESIDE,
    "content": CONTENT,
    "comments": COMMENTS,
    "thread": THREAD,
    "crumbs": CRUMBS,
}
_WHOLE: Final = 4  # a word of so many letters must be the whole part of a name, a longer one may begin it
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_PART = re.compile(r"[a-z]+")
# Switches of a framework (`enableBodyAds`, `no-sidebar`) say what a box has, not what it is.
_SWITCH = re.compile(r"(?<!\S)(?:enable|disable|has|no|is|with|show|hide)[A-Z-]\S*")


@cache
def _groups() -> tuple[tuple[int, frozenset[str], tuple[str, ...]], ...]:
    table = read_table("rules", "boxes.toml")
    return tuple(
        (
            _GROUPS[group],
            frozenset(word for word in words if len(word) <= _WHOLE),
            tuple(word for word in words if len(word) > _WHOLE),
        )
        for group, words in table.items()
    )


def box_names(attributes: Iterable[dict[str, str | None]]) -> list[int]:
    """Return for the attributes of each box the groups that its names fall into, as a sum of the constants above."""
    return [_lookup(own.get("class"), own.get("id")) if own else 0 for own in attributes]


def is_breadcrumb(attributes: dict[str, str | None]) -> bool:
    """Tell by the attributes of a box whether it is called a breadcrumb."""
    if not attributes:
        return False
    if _lookup(attributes.get("class"), attributes.get("id")) & CRUMBS:
        return True
    return (attributes.get("aria-label") or "").lower() == "breadcrumb"


@lru_cache(maxsize=16_384)
def _lookup(classes: str | None, identifier: str | None) -> int:
    if not classes and not identifier:
        return 0
    names = f"{classes or ''} {identifier or ''}"
    if not names.islower():
        names = _SWITCH.sub(" ", names)
        names = f"{' '.join(_CAMEL.findall(names))} {names}".lower()
    groups = 0
    for part in _PART.findall(names):
        groups |= _of_part(part)
    return groups


@lru_cache(maxsize=16_384)
def _of_part(part: str) -> int:
    return sum(group for group, whole, starts in _groups() if part in whole or part.startswith(starts))
