"""Lines at the top of a page that state facts among words which no rule knows, in a row or parted by bars."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.facts.badge_signs import may_have_badges
from cleaners.facts.badges import as_shown, some_badges
from cleaners.facts.labels import with_labels_parted
from cleaners.facts.stamps import stated_in
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import rulebook
from cleaners.rules.site_words import is_site_name

_SENTENCE = lazily("[。！？；!?;]")
_GAP = lazily(r"[ \t|｜·•\u3000]")
_ROW_LIMIT = 100
_MIXED_LIMIT = 80
_SHORT_ROW = 40
_OF_SITES = frozenset(("views", "downloads", "file_size"))
_BARS = lazily(r"\s[•·|｜]\s")
_POSTED = lazily(r"[发發][布佈][人者时時]|上[传傳载載][人者时時日]|更新[时時日]")  # labels that documents have not
_INSIDE = lazily(r"[(（]([^()（）]+)[)）]")
_SEVERAL = 2
_MANY = 3  # facts in a line far down
_DATED = lazily(  # 时间:2020-01-02 范文 投稿
    r"[^\W\d_]{2,6}\s?[:：]\s?\d{4}([-/.])\d\d\1\d\d(?:\s[^\W\d_]{2,6}){1,3}$"
)


def facts_at(text: str, *, is_near: bool) -> dict[str, str] | None:
    """Return the facts that a line states among other words; of one far down, below a menu, where they are several."""
    facts = facts_among_words(text)
    return facts if facts and (is_near or len(facts) >= _MANY) else None


def facts_among_words(text: str) -> dict[str, str] | None:
    """Return what a line at the top states that only sites state, with a name or the like among it; else ``None``."""
    if len(text) > _ROW_LIMIT or _SENTENCE.search(text):
        return None
    if len(text) <= _MIXED_LIMIT and may_have_badges(text):
        entries = some_badges(with_labels_parted(text))
        facts = stated_in(entries)
        told = (
            not _OF_SITES.isdisjoint(facts)
            or _POSTED.search(text)
            or (_GAP.search(text) and is_site_name(_GAP.split(text)[0]))
        )
        begins = len(entries) == 1 and "published" in facts and _DATED.match(text)
        if (len(entries) > 1 and told) or begins:
            return facts
    parts = _BARS.split(text) if text.count(" ") > 1 else ()
    if len(parts) == _SEVERAL and len(text) <= _SHORT_ROW:
        return _date_said(parts)
    return (_facts_of_parts(parts) or None) if len(parts) > _SEVERAL else None


def _date_said(parts: Sequence[str]) -> dict[str, str] | None:
    """Return the date of two parts one of which says what was done then: ``老井 | 2021-05-06 发布``."""
    found = (rulebook().matcher.find(key_of(part)) for part in parts)
    return next((one[1] for one in found if one and one[0].name == "badge-date-said" and "published" in one[1]), None)


def _facts_of_parts(parts: Sequence[str]) -> dict[str, str]:
    """Return the facts of a line's parts where two or more of them state some."""
    matcher = rulebook().matcher
    pieces = [piece for part in parts for piece in (part, *_INSIDE.findall(part))]
    found = [(piece, matcher.find(key_of(piece))) for piece in pieces if piece.strip()]
    facts = [as_shown(entry[1], part) for part, entry in found if entry and entry[0].strength == "badge" and entry[1]]
    return {fact: value for some in reversed(facts) for fact, value in some.items()} if len(facts) > 1 else {}
