"""What a short line beside facts at the top of a dump says of who may read: ``VIP 會員限定``, ``本卷限时免费``."""

from __future__ import annotations

from typing import Final

from cleaners.facts.finder import Said
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import Rule

_LONGEST: Final = 30  # characters
_MEMBERS: Final = lazily("vip|会员|特权|贵宾|(?:专业|高级|尊享|付费)版")
_GIVES: Final = lazily("免费?|限定|专[享属区用免有]|资源$|文档$|[尊畅独][享读看]|可[取下看读享阅]|0元|下载|阅读|获取")
_JOINS: Final = lazily("开通|充值|加入|成为|购买|续费|登[录入]|注册|中心|升级|[天月年季]|送|领|兑|介绍|服务|[?!]")
"""What a membership costs or brings is said of the site."""
_FOR_MEMBERS: Final = lazily(
    "(?:availableto|availablefor|for)?(?:members?|subscribers?|premium(?:members|users))only|premium(?:document|content)"
)
_GIVEN: Final = lazily(
    r"(?:[本此该][\u4e00-\u9fff]{1,2})?(?:限时|完全|全文|全部|永久|公开|可|均)?免费(?:[取阅读看领下公开提][\u4e00-\u9fff]|在线阅读|使用)?"
    "|free(?:to(?:read|view|download|access)|download|document|access)|openaccess"
)
_POINTS: Final = lazily(
    r"(?:[仅只]?[需要售])?\d{1,4}个?(?!知识|[要重考观景网难看])[\u4e00-\u9fff]{1,2}[点贝石晶钻珠叶]"
)
_LABEL: Final = lazily("^[^\\W\\d_]{2,6}\\s?[:：]\\s?")  # 资源等级：会员资源
_SAID: Final = {access: Rule("badge-access-said", "badge", access=access) for access in ("vip", "free", "paid")}


def access_at_top(text: str) -> Said | None:
    """Return what such a line says; ``None`` where it says nothing of access."""
    if len(text) > _LONGEST:
        return None
    shown = _LABEL.sub("", text.strip())
    key = key_of(shown)
    for_members = _MEMBERS.search(key) and _GIVES.search(key) and not _JOINS.search(key)
    if for_members or _FOR_MEMBERS.fullmatch(key):
        return _SAID["vip"], {"access_text": shown}
    if _POINTS.fullmatch(key):
        return _SAID["paid"], {"access_text": shown}
    return (_SAID["free"], {"access_text": shown}) if _GIVEN.fullmatch(key) else None
