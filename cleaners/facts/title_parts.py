"""Lines below a title that belong to it: its second half, itself with a number, the journal that it stands in."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from cleaners.facts.member_card import STANDING
from cleaners.facts.names import MASKED
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import ends_with_work
from cleaners.rules.vocabulary import site_share

ISSUE: Final = lazily(r"《?[^\s《》]{2,20}》?\s*(?:19|20)\d\d年第?\d{1,2}期")
"""The issue of a journal."""
WITH_DAY: Final = lazily(r"(\S[^。；]{5,100}(?:[^\x00-\xff]|\)))((?:19|20)\d\d-\d\d-\d\d)")
"""A title into which the day runs that the site set behind it; groups are both."""
_SECOND: Final = lazily(r"(?:——|──)[^。！？；]{1,40}")
_NUMBER: Final = lazily(r"\d{1,2}")
_NAME: Final = lazily(r"[^\W\d_]{2,10}|[A-Za-z][\w.-]{2,15}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}")
_LONGEST_STAMP: Final = 40  # characters
_MACHINE: Final = lazily(
    r"(?:[^\W\d][^\d。！？:：]{0,24}\s)?((?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2})(?:\s\d{1,2}:\d\d(?::\d\d)?|\s[^\d。！？]{2,20})?"
)
_STAMP: Final = lazily(
    r"(?:[^\W\d_]{1,8}\s*)?((?:19|20)\d\d([-/.])\d\d\2\d\d)(?:\s*\d\d:\d\d(?::\d\d)?)?\s*\d{0,6}\s*[^\d。，,；;：:]{0,12}"
)
_PARTS: Final = lazily(
    "(?:新[闻聞]|[资資][讯訊]|[动動][态態]|公告|通知|[专專][题題栏欄]|[栏欄]目|[频頻]道|[类類]|版|招聘|配[图圖]|[图圖]片)$"
)
_ITEM: Final = 8  # characters of an item of a menu
_ABOVE: Final = 2  # lines above a title in which a name stands over the day of a question
_OF_SITES: Final = 0.4  # share of a site's words in what is no name
_LEAST: Final = 4
_COUNT: Final = lazily(
    r"\d+字(?:左右)?|(?:范文)?[(]?(?:精选|通用|优秀|热门|推荐|最新|汇总|大全|合集|必备|共)*\d*篇?[)]?"
    r"|的(?:制作|制备|制造)方法"  # what sites put behind the names of patents
)
_NEAR: Final = 12  # lines at the top


def is_second(text: str) -> bool:
    """Tell whether a line can be the second half of a title: ``——基于六所学校的调查``."""
    return _SECOND.fullmatch(text) is not None


def second_titles(texts: Sequence[str], keys: Sequence[str], titles: Set[int], title: str) -> set[int]:
    """Return the places of second halves, ``——基于…``, right below one that is the title.

    One that the title does not say, and that does not come again, is a line of the document.
    """
    below = {place + 1 for place in titles if place + 1 < len(texts) and is_second(texts[place + 1])}
    return {at for at in below if keys[at].lstrip("-—─") in title or keys[at] in keys[at + 1 :]}


def shorter_titles(keys: Sequence[str], title: str, known: Set[int]) -> set[int]:
    """Return the places right below what a site says of the title without its count: ``T`` for ``T600字``."""
    return {
        place
        for place, key in enumerate(keys[1:_NEAR], 1)
        if _LEAST <= len(key) < len(title)
        and place - 1 in known
        and not key[-1].isdigit()
        and title.startswith(key)
        and _COUNT.fullmatch(title, len(key))
    }


def stamped_date(text: str) -> str | None:
    """Return the date in digits of a line that is hardly more than that: ``2017-08-11 小学生类``."""
    stamp = _STAMP.fullmatch(text)
    return stamp[1] if stamp else None


def machine_stamp(text: str) -> str | None:
    """Return the date in digits right below a title, beside at most a name, a place or a medium.

    ``柳下客 2023-05-23 发布于广东``, ``2021-02-23 歷史學研究通訊``.
    """
    stamp = _MACHINE.fullmatch(text)
    return stamp[1] if stamp and stamp[1] != text and len(text) <= _LONGEST_STAMP else None


def members_below(texts: Sequence[str], titles: Set[int], told: Set[int], known: Set[int]) -> set[int]:
    """Return the place of a name alone between the title and facts of the site: of who put the document up.

    Args:
        texts: the first lines of a dump.
        titles: the places of those that are the title.
        told: the places of those that state facts.
        known: the places of those that rules speak of.
    """
    for title in sorted(titles):
        names: list[int] = []
        at = title + 1
        while at < len(texts) and (at in known or (not names and is_name(texts[at]))) and at not in titles:
            names += [] if at in known else [at]
            at += 1
        below = names[0] + 1 if names else len(texts)
        below += below < len(texts) and STANDING.fullmatch(texts[below]) is not None
        if below in told:
            return set(names)
        over = title - _ABOVE
        alone = over == 0 or (over > 0 and (over - 1 in known or len(texts[over - 1]) > _ITEM))
        if alone and over + 1 in told and title + 1 not in told and over not in known and is_name(texts[over]):
            return {over}
    return set()


def is_name(text: str) -> bool:
    """Tell whether a line can be a name: no word of a site, and not what documents or parts of a site are called."""
    if MASKED.fullmatch(text):
        return True
    if not _NAME.fullmatch(text) or site_share(text) >= _OF_SITES or _PARTS.search(text):
        return False
    return not ends_with_work(key_of(text))


def numbered_titles(keys: Sequence[str], title: str, known: Set[int]) -> set[int]:
    """Return the place of the title with a number behind it, below what a site says.

    One that others follow, or that is the first of them, is a heading of the document's.
    """
    numbered = [place for place, key in enumerate(keys) if key.startswith(title) and _NUMBER.fullmatch(key, len(title))]
    if len(numbered) != 1 or numbered[0] > _NEAR or numbered[0] - 1 not in known:
        return set()
    return set() if keys[numbered[0]].endswith(("1", "0")) else set(numbered)
