"""What sites put round a text, by how they word it: headings over lists, introductions, planted words.

The wordings are in ``rules/others.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.remembered import remembered
from cleaners.rules.keys import key_of

OTHERS: Final = "others"
"""What such a heading speaks for, among the signs of a site."""
_LONGEST: Final = 24  # characters of a heading
_SIGN: Final = lazily("[荐薦喜看在讀读热熱最同相类類更其排榜兴興搜问問似焦闻聞跃躍]")
_EDITED: Final = lazily(
    "小[编編]|整理|[导導][读讀语語]|[编編][者辑輯]|站[长長]|认真阅读|的?(?:全部|主要|正文|详细)内容|^[(（]?[以下本].{1,5}[从從由摘转轉来來源引节節]"
)
_LONGEST_LEAD: Final = 60  # characters
_PARTS: Final = lazily(r"[,，、_|\s-]+")
_LONGEST_LIST: Final = 500  # characters
_LIST: Final = 4  # parts of a list of planted words
_SURE: Final = 2
_MOST: Final = 0.7


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(read_table("rules", "others.toml")[name]))


@remembered
def heads_others(text: str) -> bool:
    """Tell whether a line beside a document is a heading over a list of other documents: 看过的人还在看."""
    return (
        len(text) <= _LONGEST
        and _SIGN.search(text) is not None
        and _pattern("headings").fullmatch(key_of(text)) is not None
    )


def introduces(text: str) -> bool:
    """Tell whether a line beside a document is an editor's who presents it to readers: 本文由小编整理."""
    return (
        len(text) <= _LONGEST_LEAD
        and _EDITED.search(text) is not None
        and _pattern("introductions").search(key_of(text)) is not None
    )


def is_planted(text: str) -> bool:
    """Tell whether a first line is a list, most of it words that a stranger planted for search engines."""
    if len(text) > _LONGEST_LIST:
        return False
    parts = [part for part in _PARTS.split(key_of(text)) if part]
    if len(parts) < _LIST or sum(_pattern("planted_sure").search(part) is not None for part in parts) < _SURE:
        return False
    told = sum(any(_pattern(name).search(part) for name in ("planted", "planted_sure")) for part in parts)
    return told >= _MOST * sum(len(part) > 1 for part in parts)
