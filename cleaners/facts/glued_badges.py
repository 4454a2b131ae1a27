"""Badges that run together, as copies of pages have them: ``2022-11-301.3万3页``, ``发布:2024-09-12共18页下载文档``."""

from __future__ import annotations

from functools import cache

from cleaners.lazily import lazily
from cleaners.rules.keys import key_of, slice_of_key
from cleaners.rules.matcher import Matcher
from cleaners.rules.phrases import Phrase, read_phrase
from cleaners.rules.rulebook import rulebook

_LONGEST_GLUED = 80
_LONGEST_UNIT = 24
_BESIDE_BADGES = (  # a day with its label, and the button, run together with badges
    *("发布:{published:date}", "上传:{published:date}", "更新:{published:date}"),
    *("下载文档", "下载资料", "立即下载", "免费下载"),
)
# Two signs of badges and none of a sentence: most lines of a document end here.
_SIGN = r"(?:页|次|kb|mb|[+]|vip|阅读|浏览|下载|积分|金币|[¥￥]|(?:19|20)\d\d[-/.年]\d|docx?|pdf|pptx?)"
_SEVERAL = lazily(rf"{_SIGN}[^;!?]*?{_SIGN}")


@cache
def _units() -> Matcher[str]:
    """Return a matcher of single badges; the phrases that match anything are no units."""
    phrases = [
        phrase for phrase in rulebook().badges if not (isinstance(read := read_phrase(phrase), Phrase) and read.is_open)
    ]
    return Matcher([("badge", [*phrases, *_BESIDE_BADGES])])


def may_run_together(text: str) -> bool:
    """Tell by two signs of badges whether a line may be some that run together."""
    return _SEVERAL.search(key_of(text)) is not None


def unglue(text: str) -> str | None:
    """Put spaces between badges that run together, as copies of pages have them; ``None`` where something is left."""
    key = key_of(text)
    if len(key) > _LONGEST_GLUED or not _SEVERAL.search(key):
        return None
    ends = _badge_ends(key)
    parts, at = [], 0
    while end := ends.get(at):
        parts.append(slice_of_key(text, key[at:end]))
        at = end
    return " ".join(parts) if len(parts) > 1 else None


def _badge_ends(key: str) -> dict[int, int]:
    """Return where the longest badge ends that begins at a place from which badges lead to the end of the key."""
    find = _units().find
    ends: dict[int, int] = {}
    for start in range(len(key) - 1, -1, -1):
        for end in range(min(len(key), start + _LONGEST_UNIT), start, -1):
            if (end == len(key) or end in ends) and find(key[start:end]):
                ends[start] = end
                break
    return ends
