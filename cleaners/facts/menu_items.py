"""Items above a text that read like facts and are a menu: ``VIP``, ``免费``, the types that a site turns files into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.facts.finding import Finding, has_label, is_title
from cleaners.lazily import lazily
from cleaners.rules.vocabulary import site_share

_FREE: Final = frozenset(("免费", "免費", "Free"))
_MENU_WORDS: Final = frozenset(("VIP", "会员", "VIP会员", "会员服务", "会员中心", "VIP专区", "开通会员", "开通VIP"))
_JOINS: Final = lazily("登[录錄入]|注[册冊]")


def is_item(one: Finding) -> bool:
    """Tell whether a line is of a site's menu, of what it gives away: a link in a list, or links in a ``nav``."""
    line = one.line
    if line.links < 1 or not one.facts.keys() <= {"access_text"}:
        return False
    return line.tag == "nav" if one.facts else line.text in _FREE and line.tag == "li"


def without_menu(inside: Sequence[Finding]) -> list[Finding]:
    """Return the findings without ``VIP`` as an item of a dump's menu: above the title and all that states anything.

    ``免费`` is one as well, but right above.
    """
    stating = (one for one in inside if is_title(one.rule) or (one.facts and not _is_menu(one.line.text)))
    first = min([one.line.number for one in stating], default=0)
    return [
        one
        for one in inside
        if one.line.tag
        or one.line.number >= first
        or not (_is_menu(one.line.text) or (one.line.text in _FREE and one.line.number < first - 1))
    ]


def without_choice(inside: Sequence[Finding]) -> list[Finding]:
    """Return the findings without types that stand line by line, in a dump: what a site turns files into."""
    typed = [one for one in inside if [*one.facts] == ["doc_type"] and not has_label(one.rule)]
    kinds = {one.line.number: one.facts["doc_type"].lower().strip(".") for one in typed}
    chosen = {at for at in kinds if any(kinds.get(beside, kinds[at]) != kinds[at] for beside in (at - 1, at + 1))}
    return [one for one in inside if one.line.tag or one.line.number not in chosen]


def _is_menu(text: str) -> bool:
    """Tell whether a line is items of a menu with a place for members among them: ``登录 注册 VIP会员``."""
    words = text.split()
    if _MENU_WORDS.isdisjoint(words) or (len(words) > 1 and not any(map(_JOINS.search, words))):
        return False  # 免费 VIP会员
    return all(word in _MENU_WORDS or site_share(word) == 1 for word in words)
