"""What authors call the boxes of a page: ``rules/boxes.toml`` looked up in class and id."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.elements import Attributes
from cleaners.package_data import read_table

AGAINST: Final = 1
BESIDE: Final = 2
CONTENT: Final = 4
COMMENTS: Final = 8
THREAD: Final = 16
CRUMBS: Final = 32
POSTERS: Final = 64
CONSENT: Final = 128
MEMBERS: Final = 256
CONTROLS: Final = 512
DESCRIBES: Final = 1024  # by its heading alone
WRITERS: Final = 2048
_GROUPS: Final = {
    "against": AGAINST,
    "beside": BESIDE,
    "content": CONTENT,
    "comments": COMMENTS,
    "thread": THREAD,
    "crumbs": CRUMBS,
    "posters": POSTERS,
    "consent": CONSENT,
    "members": MEMBERS,
    "controls": CONTROLS,
    "writers": WRITERS,
}
_CALLED: Final = frozenset(("breadcrumb", "breadcrumbs", "面包屑", "面包屑导航", "麵包屑", "導覽標記"))
_WHOLE: Final = 4  # a word of so many letters must be the whole part of a name, a longer one may begin it
_CAMEL = lazily(r"[A-Z]?[a-z]+|[A-Z]+")
_NUMBERED = lazily(r"([A-Za-z_-]+?)[_-]?\d+")
_QUOTE = lazily(r"(?<![a-z])quote(?![a-z])", re.IGNORECASE)
_PART = lazily(r"[a-z]+")
# Switches of a framework (`enableBodyAds`, `no-sidebar`) say what a box has, not what it is; hashes (`Ft7HRd`) nothing.
_SWITCH = lazily(r"(?<!\S)(?:enable|disable|has|no|is|with|show|hide)[A-Z-]\S*|\b[A-Za-z]{1,3}\d[A-Z][A-Za-z\d]*")

_READERS = lazily(r"(?<!\S)subscribers?[-_](?:only|preview|content)(?!\S)")  # who reads a text, not what a box is
_VARIANT = lazily(r"\S*\]:")  # a style counts where another box is called so: `[.sidebar-filled_&]:p-2`


@cache
def _groups() -> tuple[tuple[int, frozenset[str], tuple[str, ...]], ...]:
    table = read_table("rules", "boxes.toml")
    return tuple(
        (
            bit,
            frozenset(word for word in table[group] if len(word) <= _WHOLE),
            tuple(word for word in table[group] if len(word) > _WHOLE),
        )
        for group, bit in _GROUPS.items()
    )


@cache
def _before_numbers() -> frozenset[str]:
    return frozenset(read_table("rules", "boxes.toml")["posts"])


def box_name(attributes: Attributes) -> int:
    """Return the groups that the names of a box fall into, as a sum of the constants above."""
    classes, identifier = attributes.get("class"), attributes.get("id")
    if identifier:
        return groups_of(identifier) | groups_of(classes) if classes else groups_of(identifier)
    return groups_of(classes) if classes else 0


def is_numbered_post(attributes: Attributes) -> bool:
    """Tell by the id of a box whether it holds the text of a post: ``post_message_5122``."""
    found = _NUMBERED.fullmatch(attributes.get("id") or "")
    return found is not None and found[1].lower().replace("_", "").replace("-", "") in _before_numbers()


def is_quote(attributes: Attributes) -> bool:
    """Tell whether a box is called a quotation: of a post, by another one."""
    return _QUOTE.search(attributes.get("class") or "") is not None


def is_breadcrumb(attributes: Attributes) -> bool:
    """Tell by the attributes of a box whether it is called a breadcrumb."""
    if not attributes:
        return False
    return box_name(attributes) & CRUMBS > 0 or (attributes.get("aria-label") or "").lower() in _CALLED


@lru_cache(maxsize=16_384)
def groups_of(names: str) -> int:
    """Return the groups that names fall into, as a sum of the constants above."""
    if "]:" in names:
        names = _VARIANT.sub("", names)
    if "subscriber" in names:
        names = _READERS.sub(" ", names)
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
