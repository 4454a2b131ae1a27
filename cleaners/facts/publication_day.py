"""The day on which a document was put up, told from others that a page dates: of a change, an issue, an account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Pattern
from typing import Final

from cleaners.facts.finding import Finding
from cleaners.lazily import lazily

_UPDATED: Final = lazily(r"(?i)\b(?:updated?|modified|edited|reviewed|revised)\b|更新|修改|修[订訂]|[编編][辑輯][于於]")
_JOINED: Final = lazily(r"(?:注[册冊]|註冊|登[录錄]|加入|在[线線])(?:于|於|日期|[时時][间間])")
_HONOURED: Final = lazily("推[荐薦]文章[于於]")  # 最新推荐文章于 … 发布
_PUT_UP: Final = lazily(r"(?i)\b(?:published|posted|created)\b|[发發][布佈表]|上[传傳]|投稿|[创創]建")
_PUT_UP_ON: Final = lazily(
    r"(?:[发發][布佈表]|上[传傳])(?:[于於]|日期|[时時][间間])?\s?[:：]?\s?((?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?)"
)
_ISSUED: Final = lazily(r"^(?:成文|印[发發]|[签簽][发發]|制[发發]|[发發]文)(?:日期|[时時][间間])[^发發]*$")

_IN_FORCE: Final = lazily(
    r"(?:[实實]施|施行|生效|[执執]行)(?:日期|[时時][间間])"
)  # beside the day on which a standard came out
_UPLOADED: Final = lazily(r"上[传傳载載]")


def days_put_up(found: Sequence[Finding], *, is_declared: bool) -> Iterator[Finding]:
    """Yield findings with the day on which the document was put up; without one where they state another day.

    Args:
        found: findings, in the order in which they count.
        is_declared: the page declares that day for machines.
    """
    dated = [one.line.text for one in found if "published" in one.facts]
    put_up = any(map(_PUT_UP.search, dated))
    issued = _IN_FORCE if any(map(_UPLOADED.search, dated)) else None
    for one in found:
        yield (
            _dated(one, put_up=put_up, known=put_up or is_declared, issued=issued) if "published" in one.facts else one
        )


def _dated(finding: Finding, *, put_up: bool, known: bool, issued: Pattern[str] | None) -> Finding:
    text = finding.line.text
    of_issue = (put_up and _ISSUED.search(text)) or (issued and issued.search(text) and not _UPLOADED.search(text))
    if of_issue or _is_of_other_day(text, known=known):
        return finding._replace(facts={k: v for k, v in finding.facts.items() if k != "published"})
    day = _PUT_UP_ON.search(text) if _UPDATED.search(text) else None
    return finding._replace(facts={**finding.facts, "published": day[1]}) if day else finding


def _is_of_other_day(text: str, *, known: bool) -> bool:
    """Tell whether a date is said to be of a change, where the other is ``known``, or of an account or an honour."""
    if _HONOURED.search(text):
        return True
    if _PUT_UP.search(text):
        return False
    return (known and _UPDATED.search(text) is not None) or _JOINED.search(text) is not None
