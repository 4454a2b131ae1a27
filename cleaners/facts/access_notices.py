"""What a notice says of who may read a document or the rest of it: ``开通会员可阅读全文``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.breadcrumb import PATH
from cleaners.facts.finding import Finding
from cleaners.lazily import lazily
from cleaners.places import places_with
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import Rule
from cleaners.values import PRICE, UNIT

SAID: Final = {access: Rule("badge-access-said", "badge", access=access) for access in ("paid", "vip", "free")}
"""By what the notice says of access, the rule that speaks of it."""
_RULES: Final = frozenset(SAID.values())
_OF_FILES: Final = frozenset(("page_count", "file_size", "doc_type", "downloads"))
_SIGN: Final = lazily("会[员員]|[收付免][费費]|[Vv][Ii][Pp]|[币幣豆券元点點¥￥]")
_CLAUSE: Final = lazily(r"[^。！？；，,;!?()（）]+")
_LONGEST: Final = 60
_REST: Final = "全文|余下|剩余(?![次天额額份])|剩下|其余|后续|完整|整[份篇本]|解锁"
_PRICED: Final = lazily(
    rf"(?:(?:{_REST}|下载|存下|[本此该这][文章册份篇本]).{{0,6}})(?:需|要|付|支付|售价|只|仅|:)?.{{0,2}}(?:{PRICE})"
)
_PAID: Final = lazily("(?:收费|付费)(?:章节|内容|文档|部分|资料|阅读|文章)|需要?(?:付费|购买)")
_BUTTON: Final = lazily(rf"(?:{PRICE})(?:立即|马上)?(?:下载|购买|解锁|阅读|获取)(?:全文|文档)?")
_PRICE_ALONE: Final = lazily(rf"[仅只]?(?:需要?|要)?支?付?(?:{PRICE})")
_MEMBERS: Final = lazily(rf"(?:会员|vip).{{0,8}}(?:{_REST})|(?:{_REST}).{{0,4}}(?:会员|vip)")
_FREE: Final = lazily("[本此该][文章册份篇书标资文课].{0,6}(?:免费|不收费)|^不收费$")
_NOTHING: Final = lazily(rf"需0(?:\.0+)?{UNIT}")
_OTHER: Final = lazily("[月年季周天]|充值|注册|登录送|赠|优惠|折")
"""What a membership costs, or what is given for joining, is no price of the document."""


def is_access_notice(finding: Finding) -> bool:
    """Tell whether a finding is such a notice: it counts where no badge says who may read."""
    return finding.rule in _RULES


def access_notices(lines: Sequence[Line], found: Sequence[Finding]) -> list[Finding]:
    """Return what notices say of access, on a page that states something of a file; elsewhere they speak of the site.

    Args:
        lines: the lines around the document.
        found: what they state.
    """
    if all(_OF_FILES.isdisjoint(one.facts) for one in found):
        return []
    said = access_said([line.text for line in lines])
    return [Finding(rule, {"access_text": words}, lines[place]) for place, rule, words in said]


def access_said(texts: Sequence[str]) -> Iterator[tuple[int, Rule, str]]:
    """Yield the place, rule and words of each notice that says who may read a document.

    A price in brackets behind other words counts where it stands once: each document of a list has one.
    """
    priced: list[int] = []
    for place in sorted(places_with(_SIGN, texts)):
        text = texts[place]
        if len(text) > _LONGEST or PATH in text:
            continue
        keys = list(map(key_of, _CLAUSE.findall(text)))
        if any(_NOTHING.search(key) for key in keys):
            yield place, SAID["free"], text
        elif found := next((said for key in keys if (said := _said(key))), None):
            yield place, SAID[found], text
        elif len(keys) > 1 and any(_PRICE_ALONE.fullmatch(key) for key in keys):
            priced.append(place)
    if len(priced) == 1:
        yield priced[0], SAID["paid"], texts[priced[0]]


def _said(key: str) -> str | None:
    """Return what a clause says of access."""
    if _MEMBERS.search(key):
        return "vip"
    if "会员" in key or "vip" in key or _OTHER.search(key):
        return None
    if _PRICED.search(key) or _PAID.search(key) or _BUTTON.fullmatch(key):
        return "paid"
    return "free" if _FREE.search(key) else None
