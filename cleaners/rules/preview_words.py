"""What a site says of how much of the document it shows: ``rules/preview.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, NamedTuple

from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.rules.keys import key_of, keys_of

_LONGEST: Final = 120  # characters of a line that says it
# No line says it without: two patterns, since a set of characters alone is looked for several times as fast.
_SIGN: Final = lazily("[页頁张張示读讀阅閱览覽預预试試剩餘余全看%部分节節当當容见見束底尾付プ続미전çéêáёа’]")
_LATIN_SIGN: Final = lazily(
    "page|view|read|end of|unlock|locked|blur|sample|excerpt|trial|previ|vorschau|anteprima|mostrate|lire|lee?r|legge"
    "|weiter",
    re.IGNORECASE,
)
_PARTING: Final = "\n"
_SILENT_LINES: Final = frozenset(("全文预览已结束",))  # a rule knows it, and other lines speak against it
_NONE_LEFT: Final = lazily(  # 已阅读3页，还剩0页未读，继续免费阅读
    r"(?:已(?:阅读|预览|读)\d+页,)?(?:还剩|剩余)0页(?:未读)?[,。.]?(?:继续(?:免费)?阅读)?[,。.]?"
)
_NOTHING_UNREAD: Final = "还剩0页未读"  # in a row of controls
_HIDDEN: Final = lazily(  # an author may leave out 1000字, too
    r"此处(?:已)?(?:隐藏|省略|折叠)\D{0,3}\d+(?:字|页|%).{0,14}(?:下载|登录|注册|购买|开通|会员|vip)"
)


class Shown(NamedTuple):
    """Whether a site says that it shows a part, and whether it says that it shows all."""

    part: bool
    whole: bool


SILENT: Final = Shown(part=False, whole=False)
"""What a site says that says nothing."""


_Wordings = list[tuple[frozenset[str], re.Pattern[str]]]
"""Patterns, each behind the characters of which a text must have one for it."""


@cache
def _patterns() -> tuple[_Wordings, _Wordings, re.Pattern[str]]:
    """Return the patterns of lines that say there is more, that say there is none, and that speak of other things."""
    table: dict[str, Any] = read_table("rules", "preview.toml")
    part, whole = (
        [(frozenset(needs), lazily("|".join(patterns), re.M)) for needs, *patterns in table[kind]]
        for kind in ("part", "whole")
    )
    return part, whole, lazily(table["others"])


def _is_said(wordings: _Wordings, text: str) -> bool:
    """Tell whether a text has one of some wordings; only those are looked for that it has the characters for."""
    chars = set(text)
    return any(not needs.isdisjoint(chars) and pattern.search(text) for needs, pattern in wordings)


def _may_say(text: str) -> bool:
    return (
        len(text) <= _LONGEST
        and text not in _SILENT_LINES
        and (_LATIN_SIGN if text.isascii() else _SIGN).search(text) is not None
    )


def says_whole(text: str) -> bool:
    """Tell whether a line, taken for one of the site, says that nothing is left."""
    return _may_say(text) and (_holds_whole(key := key_of(text)) or _leaves_none(key))


def _leaves_none(key: str) -> bool:
    return _NOTHING_UNREAD in key or _NONE_LEFT.fullmatch(key) is not None


def says_part(text: str) -> bool:
    """Tell whether a line, taken for one of the site, says that pages are left."""
    return _may_say(text) and _is_said(_patterns()[0], key := key_of(text)) and not _leaves_none(key)


def hides_part(text: str) -> bool:
    """Tell whether a line says how much a site hides in its place: the text goes on below it."""
    return "此" in text and len(text) <= _LONGEST and _HIDDEN.search(key_of(text)) is not None


def shown_by(texts: Iterable[str]) -> Shown:
    """Return what lines that are the site's say of how much is shown."""
    some = keys_of(list(filter(_may_say, texts)))
    none_left = [key for key in some if _leaves_none(key)]
    keys = _PARTING.join(key for key in some if key not in none_left) if none_left else _PARTING.join(some)
    part, whole, _ = _patterns()
    if _is_said(part, keys):
        return Shown(part=True, whole=False)
    if none_left:
        return Shown(part=False, whole=True)
    found = _is_said(whole, keys)  # mostly not: one search tells it of all lines
    return Shown(part=False, whole=found and any(map(_holds_whole, keys.split(_PARTING))))


def _holds_whole(key: str) -> bool:
    """Tell whether a key says that nothing is left of the document: all comments may be loaded, too."""
    _, whole, others = _patterns()
    return _is_said(whole, key) and not others.search(key)
