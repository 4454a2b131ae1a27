"""Pagers and the like at the end of a text are the site's where others follow; a bare text keeps them."""

from __future__ import annotations

from cleaners.chrome.trailing import TRAILING, drop_trailing
from tests.cleaners.chrome.below_text import BOXES, TEXT, page, removed


def test_a_pager_at_the_end_goes() -> None:
    lines, rules = page("【1】【2】【3】", *removed(*BOXES))
    drop_trailing(lines, {}, rules, frozenset())
    assert rules[len(TEXT)] == TRAILING


def test_nothing_goes_from_a_text_without_a_site() -> None:
    lines, rules = page("【1】【2】【3】")
    drop_trailing(lines, {}, rules, frozenset())
    assert not rules
