"""Who put a document up, told by a card beside it: a name, what a site counts for a member, and how to follow him."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.bylines_in_tree import name_of
from cleaners.facts.finding import Finding
from cleaners.facts.member_card import COUNTED, SILENT, STANDING
from cleaners.lazily import lazily
from cleaners.rules.others import heads_others

_FOLLOWS: Final = lazily(  # + 关注, 关注TA, TA的全部试卷, 发私信
    r"(?:[+＋]\s?)?(?:加?[关關]注\s?(?:TA|他|她|作者|博主|[该該]?用[户戶]|[卖賣]家|店[铺鋪])?|TA\s?的[^\W\d_]{2,6}|(?:他|她)的(?:主[页頁]|全部|其他)[^\W\d_]{0,4}|[发發]?私信"
    r"|[进進]入(?:他|她|TA)?的?(?:主[页頁]|空[间間]|店[铺鋪])|follow(?:\s?(?:author|user))?)",
    re.IGNORECASE,
)
_ROLE: Final = lazily(
    r"(?:内容提供者|[該该]?(?:文[档檔]|[资資]料)[^\W\d_]{0,2}[贡貢上分][献獻传傳享]者|[认認][证證]作者|[该該]用[户戶])"
)
_HEADING: Final = lazily(  # of a card, over the name
    r"(?:作者|[上分][传傳享]者|[贡貢][献獻]者|[发發]布者)(?:[详詳]情|信息|[资資]料|名片)|[关關][于於]作者"
)
_PUT_UP: Final = lazily(  # 2019/7/3 上传
    r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s?(?:上[传傳载載]|分享|[贡貢][献獻])"
)
_PUT_UP_ON: Final = lazily(  # 分享于2019-01-08 09:32:25.0, right below the name
    r"(?:上[传傳载載]|分享|[贡貢][献獻])[于於]\s?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\d:. ]*"
)
_OF_MEMBER: Final = lazily(r"粉[丝絲]|[获獲被][赞讚]|[贡貢][献獻]")
_UPLOADS: Final = lazily(r"(?:作品|文[档檔]|[资資]料|[资資]源|[课課]件|上[传傳]|[贡貢][献獻])\D{0,2}\s?\d")
_CERTIFIED: Final = lazily(r"[认認][证證]")
_ACCOUNT: Final = lazily(r"[A-Za-z\d_*.-]+|.*\*.*")
_TALK: Final = lazily(r".{0,4}(?:[评評][论論价價]|留言|[点點][评評])(?:\s?[(（]\d+[)）])?")
_IMAGE: Final = lazily(r"^\[[^\[\]]{1,12}\]\s*")  # what a text browser shows for one
_KINDS: Final = (COUNTED, _FOLLOWS, _ROLE, _HEADING, SILENT, _PUT_UP, _PUT_UP_ON, STANDING)
_REACH: Final = 5  # lines of a card
_OTHERS: Final = lazily(
    r"(?:本[周月日站]|今日|活[跃躍]|[推][荐薦]|[优優]秀|[热熱][门門]|人[气氣]|[达達]人|最[新近](?![评評]论|[评評]論)|.{2,6}榜|.{0,4}客服)"
)
_SIGN: Final = lazily(  # one of what such a line has
    r"\d|[关關]注|私信|[主][页頁]|[空][间間]|TA|[简簡]介|[签簽]名|很[懒懶忙]|[认認][证證]|者|[该該]用|(?i:follow)"
)
_APART: Final = 3  # lines between two of a card, at most
_LONGEST_LABEL: Final = 6  # characters
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


def owner_of_card(lines: Sequence[Line], known: set[int]) -> Finding | None:
    """Return the author by what stands below his name, whether a control is there or not; none where cards differ.

    Two kinds tell a card: what is counted for him, a control, his standing, what he is to the document; or one line
    that says that he says nothing of himself, who he is to the document, or when he put it up.

    Args:
        lines: the lines around the document, in page order.
        known: the numbers of those in which rules found something.
    """
    kinds = [_kind(line.text) if len(line.text) <= _LONGEST and _SIGN.search(line.text) else None for line in lines]
    if not any(kinds):
        return None  # most pages
    for at, (label, number) in enumerate(pairwise(lines)):
        if not kinds[at] and number.text[0].isdecimal() and _is_counted(label.text, number.text):
            kinds[at] = COUNTED  # 粉丝 / 386
    names: dict[str, Line] = {}
    start = min(known, default=0)  # what stands above all that is known is a menu
    heads = (at for at, line in enumerate(lines) if line.number > start and _heads_readers(line.text))
    others = next(heads, len(lines))
    for at, line in enumerate(lines):
        if not any(kinds[at + 1 : at + 1 + _REACH]) and " " not in line.text[:_LONGEST]:
            continue
        if _OTHERS.match(line.text) or (at and _OTHERS.match(lines[at - 1].text)):
            continue  # 本周活跃用户
        if line.tag == "li" and lines[min(at + 1, len(lines) - 1)].tag != "li":
            continue  # the last one of a list above a card
        first, _, rest = _IMAGE.sub("", line.text[:_LONGEST]).partition(" ")
        if kinds[at] or line.number in known or (rest and not _kind(rest)) or not (name := name_of(first, linked=True)):
            continue
        near = at > 0 and line.number - lines[at - 1].number <= _APART
        told: set[re.Pattern[str] | None] = {_ROLE} if near and kinds[at - 1] in (_ROLE, _HEADING) else set()
        told |= {_kind(rest)} - {None}
        right_below = kinds[at + 1 : at + 2] == [_PUT_UP_ON] and lines[at + 1].number == line.number + 1
        if right_below and _ACCOUNT.fullmatch(name):
            told.add(_PUT_UP)
        told |= _told_below(lines, kinds, at)
        apart = at > others
        own = not apart or any(below.number in known for below in lines[at + 2 : at + 2 + _APART])  # facts follow
        sure = told & {_ROLE, _PUT_UP, *([_UPLOADS] if apart else []), *([SILENT] if own else [])}
        if apart and sure == {_PUT_UP} and not _ACCOUNT.fullmatch(name):
            continue  # 消防演练方案 / 2018/7/3 上传
        if sure or (len(told) > 1 and not apart):
            names.setdefault(name, line)
    if len(names) != 1:
        return None
    ((name, line),) = names.items()
    return Finding(LABELLED, {"author": name}, line)


def _told_below(lines: Sequence[Line], kinds: Sequence[re.Pattern[str] | None], at: int) -> set[re.Pattern[str] | None]:
    """Return what the lines below a name tell of a card, up to one that stands apart or the heading of another card."""
    told: set[re.Pattern[str] | None] = set()
    missed, certified = 0, False
    for line, kind, before in zip(lines[at + 1 : at + 1 + _REACH], kinds[at + 1 :], lines[at:], strict=False):
        if line.number - before.number > _APART or missed > 1 or kind is _HEADING:
            break
        missed += not kind
        told |= {kind} - {None, _PUT_UP_ON}
        certified = certified or (kind is STANDING and _CERTIFIED.search(line.text) is not None)
        if kind is COUNTED:
            of_member = _OF_MEMBER.search(line.text) is not None
            told |= {_OF_MEMBER} if of_member else set()  # two counts of one member are as good as two kinds
            told |= {_UPLOADS} if (of_member or certified) and _UPLOADS.search(line.text) else set()
    return told


def _is_counted(label: str, number: str) -> bool:
    return len(label) <= _LONGEST_LABEL and COUNTED.fullmatch(label + number[:_LONGEST]) is not None


def _heads_readers(text: str) -> bool:
    """Tell whether a line is the heading of other documents or of what readers say: their names are no author's."""
    return heads_others(text) or _TALK.fullmatch(text) is not None


def _kind(text: str) -> re.Pattern[str] | None:
    """Return what of a card a line is; ``None`` where it is none."""
    short = text[:_LONGEST]
    return next((one for one in _KINDS if one.fullmatch(short)), None)


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
