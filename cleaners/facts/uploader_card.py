"""Who put a document up, told by a card beside it: a name, what a site counts for a member, and how to follow him."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.bylines_in_tree import name_of
from cleaners.facts.finding import Finding
from cleaners.facts.member_card import COUNTED
from cleaners.lazily import lazily

_FOLLOWS: Final = lazily(  # + 关注, 关注TA, TA的全部试卷, 发私信
    r"(?:[+＋]\s?)?(?:加?[关關]注\s?(?:TA|他|她|作者|博主|[该該]?用[户戶]|[卖賣]家|店[铺鋪])?|TA\s?的[^\W\d_]{2,6}|(?:他|她)的(?:主[页頁]|全部|其他)[^\W\d_]{0,4}|[发發]?私信"
    r"|[进進]入(?:他|她|TA)?的?(?:主[页頁]|空[间間]|店[铺鋪])|follow(?:\s?(?:author|user))?)",
    re.IGNORECASE,
)
_REACH: Final = 5  # lines of a card
_LONGEST: Final = 60  # characters of a line that ends in a control


def uploader_in_card(lines: Sequence[Line], known: set[int]) -> Finding | None:
    """Return the author by the one card of a member beside a document; none where there are several, as in a list.

    Args:
        lines: the lines around the document, in page order.
        known: the numbers of those in which rules found something.
    """
    names: dict[str, Line] = {}
    for at, line in enumerate(lines):
        before, _, control = line.text[:_LONGEST].rpartition(" ")
        if not _FOLLOWS.fullmatch(control):
            continue
        if named := (_name_first(line, before, known) if before.strip("+＋ ") else _name_above(lines, at, known)):
            names.setdefault(*named)
    if len(names) != 1:
        return None
    ((name, line),) = names.items()
    return Finding(LABELLED, {"author": name}, line)


def _name_first(line: Line, before: str, known: set[int]) -> tuple[str, Line] | None:
    """Return the name that a row of facts begins with which ends in a control: ``柳溪 2021-08-29 上传 关注``."""
    name = name_of(before.split(" ")[0], linked=True) if line.number in known else ""
    return (name, line) if name else None


def _name_above(lines: Sequence[Line], at: int, known: set[int]) -> tuple[str, Line] | None:
    """Return the name over the counts above a control, and its line; none where nothing is counted between them."""
    counted = False
    for line in reversed(lines[max(0, at - _REACH) : at]):
        if lines[at].number - line.number > 2 * _REACH:
            return None
        if COUNTED.fullmatch(line.text[:_LONGEST]):
            counted = True
            continue
        first, _, rest = line.text[:_LONGEST].partition(" ")
        row = COUNTED.fullmatch(rest) is not None  # the name and what is counted
        told = row or (counted and line.number not in known)
        name = name_of(first if row else line.text, linked=True) if told else ""
        return (name, line) if name else None
    return None
