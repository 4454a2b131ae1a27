"""Rows of labelled facts in whose last value badges run on: ``关键词:老井,修缮 2024-06-11 9 页``."""

from __future__ import annotations

from typing import Final

from cleaners.facts.badges import first_badge, some_badges
from cleaners.facts.labels import Row, read_row, with_labels_parted
from cleaners.facts.stamps import facts_of
from cleaners.lazily import lazily

_OPEN: Final = ("tags", "category", "author")  # facts whose values can be of any words
_COUNTED: Final = frozenset(("published", "page_count", "file_size", "views", "downloads"))
_TAKEN: Final = frozenset(("views", "downloads"))
_COLON: Final = lazily("[:：]")
_GAP: Final = lazily(r"[\s|｜·•]+(?=.*\d)")


def read_labels(text: str) -> Row | None:
    """Read a row of labelled facts, and the badges behind a value that can be of any words."""
    row = read_row(text)
    if row is None:
        return None
    for fact in _OPEN:
        value = row.facts.get(fact)
        if value and (end := _badge_in(value)):
            facts = facts_of(some_badges(value[end:]))
            return Row(
                facts | row.facts | {fact: value[:end].rstrip(" \t|｜·•,，、")}, row.labels, row.typed + len(facts)
            )
    last = _COLON.split(text)[-1]  # 来源：泌尿外科 浏览 2093
    counted = facts_of(some_badges(last[end:])) if row.typed and (end := _badge_in(last, _TAKEN)) else {}
    return row._replace(facts=counted | row.facts) if counted else row


def _badge_in(value: str, facts: frozenset[str] = _COUNTED) -> int:
    """Return where the first badge begins that states one of some facts, a date or a count; 0 without one."""
    for gap in _GAP.finditer(value):
        badge = first_badge(value[gap.end() :])
        if badge and not badge.rule.company and not facts.isdisjoint(badge.facts):
            return gap.end()
    return 0


def run_together(text: str) -> Row | None:
    """Read labelled facts without a space between them."""
    wider = with_labels_parted(text)
    return read_labels(wider) if wider != text else None
