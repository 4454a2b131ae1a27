"""What a document costs: its price without the button beside it, its points among the facts of a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.values import COUNT, UNIT, read_count

_FREE: Final = lazily(rf"(?i)(?:[¥￥$]?0(?:\.0+)?(?:{UNIT}|点)?|免费(?:下载|阅读|浏览|获取|领取)?|free)(?:\(.*)?$")
_NOTHING: Final = lazily(r"[^\d.]*0(?:\.0+)?[^\d.]*")
_PRICED: Final = lazily(
    rf"(?i)(?:[^\W\d_]{{2,8}}\s?[:：]\s?|[^\W\d_]{{2,8}}\s+)?"
    rf"(?P<price>(?:(?:us|hk|nt|rmb)?[¥￥$]|rmb|人民币)\s?(?:{COUNT})元?|(?:{COUNT})\s?{UNIT})(?:\s+[^\W\d_]{{2,8}})?"
)
_IN_POINTS: Final = lazily("[币幣豆券分点點]")
_OFFER: Final = lazily(r"免[费費](?:下[载載]|[阅閱][读讀]|[预預][览覽]|[畅暢][读讀])")
_POINTS: Final = lazily(r"(?:^|(?<=[\sBb页頁)）]))[积積]分\s?[:：]\s?\d{1,5}$")
_OF_FILE: Final = lazily(r"(?:[页頁][数數]|大小|格式|上[传傳][时時][间間])\s?[:：]\s?[\dA-Za-z]")
_MEMBER: Final = lazily(
    r"[会會][员員]|等[级級]|粉[丝絲]|[关關]注|[获獲][赞讚]|[贡貢][献獻]|文[档檔]\s?[:：]?\s?\d|精[华華]|主[题題]|帖子|威望"
)
_NUMBER: Final = lazily(r"\d+")
_LONGEST_ROW: Final = 200  # characters
_NEAR: Final = 4  # lines above
_BESIDE: Final = 2  # lines above and below
_DEAR: Final = 200  # points of a file, at the most


def read_access(price: str) -> str | None:
    """Tell free from paid and vip by a price or badge as shown."""
    if _FREE.match(key_of(price)):
        return "free"
    if re.search(r"vip|会员|members? only|subscribers? only|premium", price, re.IGNORECASE):
        return "vip"
    return "paid" if read_count(price) else None


def is_nothing(price: str) -> bool:
    """Tell whether a price is one of nothing, whatever it is called."""
    return _NOTHING.fullmatch(price) is not None


def price_alone(badge: str) -> str:
    """Return a price without the label or the button beside it; a bare number says nothing without them."""
    badge = badge.strip()
    priced = _PRICED.fullmatch(badge)
    return priced["price"] if priced else badge


def overrules(price: str, button: str) -> bool:
    """Tell whether a price is in points, which count though a button offers the document for nothing: 免费下载."""
    return read_access(price) == "paid" and bool(_IN_POINTS.search(price)) and bool(_OFFER.fullmatch(button))


def points_of_file(around: Sequence[str]) -> str | None:
    """Return what a file costs in points, where these stand by themselves among its facts; a member has points, too.

    Args:
        around: the lines that are not the document's.
    """
    for at, text in enumerate(around):
        points = _POINTS.search(text) if text[-1:].isdecimal() and len(text) <= _LONGEST_ROW else None
        if points and not _is_of_member(around, at) and _is_among_facts(around, at):
            return points[0].strip()
    return None


def _is_of_member(around: Sequence[str], at: int) -> bool:
    beside = "".join(around[max(0, at - _BESIDE) : at + _BESIDE + 1])[:_LONGEST_ROW]
    return bool(_MEMBER.search(beside)) or int(_NUMBER.findall(around[at])[-1]) > _DEAR


def _is_among_facts(around: Sequence[str], at: int) -> bool:
    near = around[max(0, at - _NEAR) : at + 1]
    return sum(len(_OF_FILE.findall(text)) for text in near if len(text) <= _LONGEST_ROW) > 1
