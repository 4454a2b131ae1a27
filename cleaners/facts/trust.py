"""How far findings around a document are this document's: near its title and text, far off, or others'.

Far off three things do harm, and are left out: lists of other documents, with a size or a date each; whatever follows a
heading such as 相关推荐; badges that stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleaners.facts.access_notices import is_access_notice
from cleaners.facts.badges import LABELLED, apart
from cleaners.facts.finding import BREADCRUMB, COUNTS, OF_FILES, Finding, is_bare_badge, is_title
from cleaners.facts.lists_of_others import unlisted, without_counted_lists, without_dated_lists
from cleaners.facts.lone_dates import without_clock
from cleaners.facts.menu_items import is_item, without_choice, without_menu
from cleaners.facts.names import HELD
from cleaners.facts.own_below import below_title, only_block, sole_price, sole_uploader
from cleaners.lazily import lazily
from cleaners.rules.preview_words import says_whole
from cleaners.rules.vocabulary import site_share
from cleaners.values import TYPES

_NEAR: Final = 3  # lines
_LINKED: Final = 0.9
_LINKED_TITLE, _LONG_ENOUGH = 0.3, 16  # share of links and characters of a line with another document's title and facts
_OTHER: Final = lazily(rf"\.(?:{TYPES})\s+\S{{2,8}}$|登[录錄入]|注[册冊]", re.IGNORECASE)  # another file; a menu
_LABEL: Final = lazily("[:：]")
_OF_SITE: Final = 0.35  # share of a site's words in a line that offers this document
_TITLE: Final = 8  # characters of a title beside its facts
_OF_TITLE: Final = 0.5  # share of such words in it
_OF_OTHERS: Final = "related"
_ITEMS: Final = 6  # of a list of others above the text, below its heading
_BAR: Final = lazily(r"[¥￥]?\s?\d[\d.]*\s?[^\W\d_]{0,4}\s(?:立即|[马馬]上)?下[载載]")  # 15积分 立即下载
_COUNT: Final = lazily(r"\dk\b")  # 18.4k, of anything; sizes are in capitals
_TAKES: Final = lazily("下[载載]")
_THIS: Final = lazily("[本此该該](?:文[档檔]|模板|[资資]料|文件)")  # a line that speaks of the document
_OF_PAGE: Final = lazily("[本此该該](?:[页頁]面?|文)")


class Trusted(NamedTuple):
    """Findings by how far what they state is this document's: those near title and text, and those far off."""

    near: list[Finding]
    far: list[Finding]


def by_trust(inside: Sequence[Finding], around: Sequence[Finding], start: int, end: int) -> Trusted:
    """Part all findings: from the title to the text and in the text, in this order; and around them.

    Args:
        inside: findings in lines that the document lost.
        around: findings in lines outside of it.
        start: number of the document's first line.
        end: number of its last line.
    """
    inside = without_choice(without_menu(inside))
    titles = [one.line for one in (*inside, *around) if is_title(one.rule) and one.line.number < start]
    titles = [line for line in titles if line.tag != "img"] or titles
    top = max([line.number for line in titles], default=start)
    near = [one for one in (*inside, *around) if top <= one.line.number < start]
    outer = [one for one in around if not top <= one.line.number < start and not _names_other(one, end)]
    outer = [one for one in outer if not (one.line.number < top and is_item(one))]
    first = min([line.number for line in titles], default=0)
    away = [one for one in inside if not top <= one.line.number < start]
    # In a dump, lists of others above the title come after what stands below it.
    away.sort(key=lambda one: not one.line.tag and one.line.number < first)
    return Trusted(
        [*sorted(near, key=lambda one: one.line.number), *without_counted_lists(without_dated_lists(away), end)],
        _in_company(list(unlisted(_before_lists(outer, start), start))),
    )


def _names_other(one: Finding, end: int) -> bool:
    """Tell whether a line below the text states facts of a file beside a link to it: another document's title."""
    line = one.line
    linked = line.number > end and _LINKED_TITLE <= line.links < 1 and len(line.text) >= _LONG_ENOUGH
    linked = linked and _LABEL.search(line.text) is None and _is_of_one(line.text)  # 大小：311KB 立即下载
    return linked and bool(one.facts) and one.facts.keys() <= OF_FILES | COUNTS


def _is_of_one(text: str) -> bool:
    """Tell whether a line with facts says no more in words of sites than a title does: ``T 30 slides 640 views``."""
    if site_share(text) < _OF_SITE:
        return True
    words = apart(text)
    rest = " ".join(word for entry, word in words if entry is None).replace(HELD, " ")
    has_button = any(entry and not entry.facts for entry, _ in words)  # t.pdf (212 KB) Download
    begins = words[0][0] if words else None
    has_button = has_button or bool(begins and begins.rule.access == "paid" and _TAKES.match(text))  # 下载 2下载券 36KB
    return not has_button and len(rest) >= _TITLE and site_share(rest) < _OF_TITLE


def _in_company(outer: Sequence[Finding]) -> list[Finding]:
    """Return the findings without lone badges: far off, a date or a size by itself says nothing of a document."""
    told = [one.line.number for one in outer if one.facts or one.rule.access or one.rule.notice]
    outer = [one for one in outer if not (one.rule.access and _OTHER.search(one.line.text))]
    outer = without_clock(outer)
    outer = [one for one in outer if not (is_bare_badge(one) and _COUNT.search(one.line.text))]
    price = sole_price(outer)
    return [
        one
        for one in outer
        if one.rule in (LABELLED, BREADCRUMB)
        or is_access_notice(one)
        or _THIS.search(one.line.text)
        or ("page_count" in one.facts and says_whole(one.line.text))
        or not (one.rule.ambiguous or one.rule.access or not OF_FILES.isdisjoint(one.facts))
        or one in price
        or (one.rule.access == "paid" and one.line.tag == "div" and _BAR.match(one.line.text))
        or (one.rule.access == "vip" and _TAKES.search(one.line.text) and not one.line.links)
        or (one.rule.access == "paid" and sum(other.line.number == one.line.number for other in outer) > 1)  # 下载 (¥5)
        or sum(abs(one.line.number - number) <= _NEAR for number in told) > 1
    ]


def without_items_above(findings: Sequence[Finding], start: int) -> list[Finding]:
    """Return findings without those of the items of a list under a heading of others above the text.

    Args:
        findings: what lines around a text state.
        start: number of its first line.
    """
    heads = [one.line.number for one in findings if one.line.number < start and one.rule.name == _OF_OTHERS]
    return [
        one
        for one in findings
        if one.line.tag != "li" or not any(0 < one.line.number - head <= _ITEMS for head in heads)
    ]


def _before_lists(outer: Sequence[Finding], start: int) -> Iterator[Finding]:
    """Yield the findings that do not stand behind the document, or as items above it, under a heading of others."""
    heads = [one for one in outer if one.line.number > start and one.rule.to not in ("", "notices")]
    ends = [one.line.number for one in heads if one.rule.to != "end" or one.line.links < _LINKED]  # 查看评论
    end = min(ends, default=None)
    below = [one for one in outer if end is not None and one.line.number >= end]
    beside = [one for one in below if end is not None and one.line.number > end + _NEAR]
    block = [*only_block(below), *below_title(below), *sole_uploader(beside), *sole_price(outer)]
    for one in without_items_above(outer, start):
        own = one.facts.keys() <= COUNTS and _OF_PAGE.match(one.line.text) is not None
        if end is None or one.line.number < end or one.rule.notice or one.rule.whole or one in block or own:
            yield one
