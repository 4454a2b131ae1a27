"""How an official document ends: whom to call, who issued it, and the day, in a line each, right behind its text.

Sites end with whom to call as well, but name owners, licences and makers beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily

_MOST: Final = 8  # lines
_LONGEST: Final = 60  # characters of one
_MEANS: Final = r"(?:电话|電話|热线|熱線|手机|手機|邮箱|郵箱|电邮|電郵|传真|傳真|微信|联系人|聯絡人|聯繫人)"
_FOR: Final = (
    "咨询|諮詢|查询|查詢|报名|報名|举报|檢舉|舉報|投诉|投訴|监督|監督|求助|求援|救助|报警|報警|报修|報修|受理|应聘|應聘|值班"
    "|预约|預約|会务|會務|就业|就業|招生|服务|服務"
)
_CONTACT: Final = lazily(
    rf"(?:[^\W\d_]{{0,8}}{_MEANS}|电子邮件|電子郵件|地址|通[讯訊]地址|邮编|郵編)(?:[(（][^()（）]*[)）])?\s?[:：]\s?\S"
)
_FOR_READERS: Final = lazily(
    rf"[^\W\d_]{{0,6}}(?:{_FOR})[^\W\d_]{{0,2}}{_MEANS}|(?:会议|會議|活动|活動)?(?:联系|聯絡|聯繫)人"
)
_OFFICE: Final = lazily(
    r"[^\W\d_]{2,24}(?:局|委员会|委員會|委|办公室|辦公室|处|處|科|部|厅|廳|院|校|小学|中学|大学|学院|幼儿园|公司|中心|协会|協會|学会|学會|公会|公會|馆|館|站|所|政府|小组|小組|集团|工会|支部|社区|居委会|村委会|团委)"
    r"(?:[(（][^()（）]{1,8}[)）])?"
)
_DAY: Final = lazily(
    r"(?:(?:19|20)\d\d|[二一][〇○零oO一二三四五六七八九]{3}|[中民][華国國](?:民國)?\s?\d{2,3})\s?年\s?[\d一二三四五六七八九十]{1,2}\s?月\s?[\d一二三四五六七八九十廿]{1,3}\s?日"
)
_NUMBER: Final = lazily(r"[\d-]{7,}|[\w.-]+@[\w.-]+")
_SIGNED: Final = 2  # lines
_NEAR: Final = 40  # lines above in which the document has it
_OF_SITES: Final = lazily(r"备案|備案|ICP|版权|版權|©|主办|主辦|承办|技术支持|技術支援|客服|网站|網站|(?i:copyright)")


def closing_block(lines: Sequence[Line], found: Findings, rules: Mapping[int, str], start: int) -> int:
    """Return the place behind such lines that begin at ``start``, right behind a text; ``start`` where none are.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
        start: the place behind the text.
    """
    kinds: list[str] = []
    for place in range(start, min(start + _MOST, len(lines))):
        kind = _kind(lines[place].text)
        if not kind or place in rules or (place in found and found[place].rule.strength == "certain"):
            break
        kinds.append(kind)
    if start + len(kinds) < len(lines) and _OF_SITES.search(lines[start + len(kinds)].text) and "day" not in kinds:
        return start
    signed = max((at + 2 for at, pair in enumerate(pairwise(kinds)) if pair == ("office", "day")), default=0)
    called = next((at for at, kind in enumerate(kinds) if kind not in ("readers", "contact")), len(kinds))
    called = called if kinds[:1] == ["readers"] or _names_again(lines, start) else 0
    return start + max(signed, called)


def signed_by(lines: Sequence[Line]) -> str | None:
    """Return the office that signs a text above the day in its last line; ``None`` where none does."""
    if len(lines) < _SIGNED or _kind(lines[-1].text) != "day" or _kind(lines[-_SIGNED].text) != "office":
        return None
    return "".join(lines[-_SIGNED].text.split())


def _names_again(lines: Sequence[Line], start: int) -> bool:
    """Tell whether a text ends with whom to call, and the line behind it has a number or address that the text has."""
    if not (0 < start < len(lines) and _CONTACT.match(lines[start - 1].text)):
        return False
    named = _NUMBER.search(lines[start].text)
    return named is not None and any(named[0] in line.text for line in lines[max(0, start - _NEAR) : start])


def _kind(text: str) -> str:
    """Return what a closing line says: whom readers may call and for what, whom to call, who signs, or the day."""
    if len(text) > _LONGEST or _OF_SITES.search(text):
        return ""
    if _CONTACT.match(text):
        return "readers" if _FOR_READERS.match(text) else "contact"
    compact = "".join(text.split())
    return "day" if _DAY.fullmatch(compact) else "office" if _OFFICE.fullmatch(compact) else ""
