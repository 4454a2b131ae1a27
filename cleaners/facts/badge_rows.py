"""A line that is badges and nothing else, parted by bars and gaps or run together: ``2022-11-30 1.3万 3 页``."""

from __future__ import annotations

from typing import Final

from cleaners.facts.badges import all_badges
from cleaners.facts.finder import Said
from cleaners.facts.glued_badges import may_run_together, unglue
from cleaners.facts.stamps import facts_of
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.values import DATE

SURE = frozenset(("views", "downloads", "file_size", "doc_type"))
"""Facts that a document has no labels for."""
_RUN_ON = lazily(r"[0-9０-９日](?:(?<=\d)[\d.,/年月日-]*(?:[KMGkmg][Bb]?|[页頁次人+])\w|VIP|(?<=[A-Za-z]\d)\d*[页頁])")
_LONG_WORD = lazily(r"[^\s|｜·•\u3000]{25}")  # prose: badges and labelled values are short
_LONGEST = 90
_NAME = range(2, 11)  # characters
_LEAST = 3  # badges beside it
_UNITS = "页頁次人"  # of the badge before
_GAP = lazily(r"[ \t|｜·•\u3000]")
_ON: Final = " on "
_DAY: Final = lazily(DATE)


def badge_row(text: str) -> Said | None:
    """Read such a line: the rule that says most of it, and all facts."""
    return _parted(text) or _glued(text)


def _parted(text: str) -> Said | None:
    """Read a line that is badges and nothing else: the rule that says most of it, and all facts."""
    entries = all_badges(text, sure=SURE) if _GAP.search(text) and not _LONG_WORD.search(text) else []
    if not entries:
        return None
    facts = facts_of(entries)
    return max((entry.rule for entry in entries), key=lambda rule: (bool(rule.access), not rule.ambiguous)), facts


def _glued(text: str) -> Said | None:
    if not _RUN_ON.search(text):
        return None
    parts = unglue(text)
    return _parted(parts) if parts else beside_name(text)


def behind_author(author: str) -> dict[str, str]:
    """Return the name and the badges that a copy has run together with it, or its day; nothing where it is alone."""
    if not any(map(str.isdigit, author)):
        return {}
    name, _, day = author.partition(_ON)
    if name and _DAY.fullmatch(key_of(day)):
        return {"author": name, "published": day}  # Uploaded by / Jane Roe on Mar 12, 2019
    said = beside_name(author)
    return said[1] if said else {}


def beside_name(text: str) -> Said | None:
    """Read badges that run together with the name of a member before or behind them: ``老李2021-04-193页418次阅读``."""
    if len(text) > _LONGEST or not may_run_together(text):
        return None
    for size in _NAME:
        for name, rest in (text[:size], text[size:]), (text[-size:], text[:-size]):
            if (
                name.isalpha()
                and name[0] not in _UNITS
                and (parts := unglue(rest))
                and parts.count(" ") >= _LEAST - 1
                and (said := _parted(parts))
            ):
                rule, facts = said
                return rule, {"author": name} | facts
    return None
