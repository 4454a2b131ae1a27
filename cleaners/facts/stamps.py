"""What a line at the top states beside a date: the stamp of a machine, facts behind a site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.document import Line
from cleaners.facts.badges import LABELLED, Entry
from cleaners.facts.surnames import SURNAMES
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_site_name
from cleaners.rules.vocabulary import site_share

_IN_DIGITS = lazily(r"\d{4}([-/.])\d\d?\1\d\d?$")
_FIELD = lazily(r"[^\W\d_]{2,6}\s?[:：]\s*\S")  # of the document's own, as those of minutes
_SENTENCE = lazily("[。！？；!?;]")
_POSTED = lazily(r"原创|原創|发表|發表|发布|發布|编辑|編輯|来自|來自|IP属地|阅读|閱讀")
_NAME = lazily(r"[^\W\d_]{2,8}|[A-Za-z]\w{3,15}")
_MEDIA = lazily(
    r"[\s　]*[^\W\d_]{2,10}(?:[报報刊网網社台臺]|[在线線]{2}|客[户戶]端|新[闻聞]|[频頻]道|周末|[视視][频頻])"
)
_BY_DOT = lazily(r"\s?[·•]\s?([^\W\d_][\w.-]{1,15})")  # 2021-03-04 10:22·T
_ACT = lazily(r"[于間间期日]$|[发發][布表佈]|[更新]新")
_OF_SITES = 0.4  # share of a site's words in what is no name
_STAMP_LIMIT = 64
_STAMP = lazily(
    r"(?P<date>(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?)\s*\d{1,2}:\d\d(?P<second>:\d\d)?\s*(?P<name>[\u4e00-\u9fff·]{2,8}$)?"
)


def stated_in(entries: Sequence[Entry]) -> dict[str, str]:
    """Return the facts of a line, the first of each; a site's name before its date is no author."""
    facts = facts_of(entries)
    named = any(entry.rule is LABELLED and "author" in entry.facts for entry in entries)
    if not named and is_site_name(key_of(facts.get("author", ""))):
        del facts["author"]
    return facts


def facts_of(entries: Sequence[Entry]) -> dict[str, str]:
    """Return the facts of a line, the first of each."""
    return {fact: value for entry in reversed(entries) for fact, value in entry.facts.items()}


def stamp_in(text: str) -> dict[str, str] | None:
    """Read a date with the time of day to the second, or with a name right behind it."""
    if len(text) > _STAMP_LIMIT or ":" not in text or _SENTENCE.search(text) or not (stamp := _STAMP.search(text)):
        return None
    name = stamp["name"] if stamp.start() == 0 and stamp.end() == len(text) else None
    name = name if name and name[0] in SURNAMES else None
    if not name and stamp.end() == len(text):
        name = _name_before(text[: stamp.start()].strip())
    behind = text[stamp.start("name") if stamp["name"] else stamp.end() :]
    by_media = stamp.start() == 0 and _MEDIA.fullmatch(behind) is not None
    name = None if by_media else name
    if stamp.start() == 0 and (by := _BY_DOT.fullmatch(behind)) and site_share(by[1]) < _OF_SITES:
        name = by[1]
    if not (stamp["second"] or name or by_media or _is_posted(text, stamp)):
        return None
    return {"published": stamp["date"]} | ({"author": name} if name else {})


def _name_before(text: str) -> str | None:
    """Return who posted something, where a line begins with no more than a name: no word of a site, no label."""
    return text if _NAME.fullmatch(text) and site_share(text) < _OF_SITES and not _ACT.search(text) else None


def _is_posted(text: str, stamp: re.Match[str]) -> bool:
    """Tell whether words that sites put round the time of a post stand beside it: 原创, 发表于."""
    return _POSTED.search(text[: stamp.start()]) is not None or _POSTED.search(text[stamp.end() :]) is not None


def is_stamp(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a labelled date below the title is the site's: in digits, and no field of a document follows."""
    if place + 1 >= len(lines) or not _IN_DIGITS.search(lines[place].text):
        return False
    return _FIELD.match(lines[place + 1].text) is None
