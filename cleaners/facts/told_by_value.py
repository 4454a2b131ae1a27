"""Facts whose labels no rule knows, told by their values and the signs of their labels.

A date, a size or a number of pages says by itself what it is; a number beside a word with 看 in it counts readers, one
beside a word with 下 takers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cleaners.facts.access_at_top import access_at_top
from cleaners.facts.labels import TYPED, bare_label, fits
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import rulebook
from cleaners.rules.vocabulary import site_share
from cleaners.values import COUNT, LABELLED_DATE, PRICE, SIZE, TYPES, WHOLE

NAME: Final = lazily(r"[^\W\d_]{2,8}|[A-Za-z][\w.-]{2,15}")
"""A name of a member, in one word."""
COUNT_ALONE: Final = lazily(rf"(?!\d+\.\d{{1,2}}$)(?:{COUNT})(?:次|人|人次|位)?")  # nobody counts in decimals
"""A number that can be a count, with nothing behind it but its unit."""
_LONGEST: Final = 100  # characters of a row
_LONGEST_LABEL: Final = 6
_OF_SITES: Final = 0.4  # share of a site's words in what is no name
_VALUES: Final = {
    "published": lazily(rf"(?:{LABELLED_DATE})"),
    "file_size": lazily(rf"(?:{SIZE})"),
    "page_count": lazily(rf"[共全约]?{WHOLE}(?:页|张|pp?\.?|pages?|slides|页面|张幻灯片|页ppt)"),
    "doc_type": lazily(rf"\.?(?:{TYPES})(?:版|格式|文档|文件)?"),
    "access_text": lazily(PRICE),
}
_WHO: Final = lazily("^(?:研究|出品)?机构$|投稿|供稿|[上分][传享].{0,2}[者人师員员]|老师$|教师$|博主$|楼主$|主讲|UP主")
_POINTS: Final = lazily(r"\d{1,4}[点點分枚个]?")
_POINT_LABEL: Final = lazily("(?:下[载載]|所需|需要)?(?:[积積]分|金[币幣]|[点點][数數券]|文[币幣])")
_PRICES: Final = lazily("[售价費费需花付幣币券积積]|[点點](?![赞讚贊击擊评評])")
_READS: Final = lazily("[阅读看览翻瞧访]|学习|影响|点击|打开|围观|人气|热度|^views?$|^reads?$|^visits?$")
_TAKES: Final = lazily("(?<!折)下(?!午)|[取领购]|转存|销量|已售|downloads?$")
_DEED: Final = lazily("[转轉藏赞贊评評顶頂踩]")  # what else readers do, in the short labels of an app
_PLACE: Final = lazily(r"第\d|\d楼")
_OF_MEMBERS: Final = lazily("登[录錄陆]|注[册冊]|[访訪][问問]|[来來]访")
_OWN_DATES: Final = lazily("成文|印发|签发|制定|生|卒|截止|实施|施行|成立|考试|会议|收稿|开[始幕]|出版|期限|有效")
_COUNTED: Final = lazily(
    rf"(?P<n>{COUNT})[次人位个]{{0,2}}(?:已|在|点了|读者)?(?P<word>[a-z\u4e00-\u9fff]{{1,5}}?)[过了量者]?"
)
_LABELLED: Final = lazily(r"(?P<label>[a-z\u4e00-\u9fff]{1,6}?)[:.]?(?P<value>(?:[共约¥￥]|\d).*)")
_BYLINE: Final = lazily(r"[Bb]y ([A-Z][\w.'’ -]{1,40})")
_FILE: Final = lazily(rf"\w\.({TYPES})$")
_PUT_BY: Final = (
    r"(?!我|请|点|立即|免费|原创|网友|用户|会员|已|由|于|未|可)"
    r"([^\W\d_]{2,10}?)(?:上[传傳载載]|分享|[发發][布佈表]|提供|投稿|[贡貢][献獻])[于於]?"
)
_PUT: Final = lazily(_PUT_BY)
_PUT_ON: Final = lazily(rf"{_PUT_BY}((?:19|20)\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?)")


def by_value(label: str, value: str) -> Mapping[str, str] | None:
    """Return what a value states behind a label that no rule knows; nothing of counters of other things."""
    key = key_of(value)
    for fact, pattern in _VALUES.items():
        if pattern.fullmatch(key):
            if fact == "published" and _OF_MEMBERS.search(label):
                return {}
            if fact == "page_count" and label.endswith("前"):
                return {}  # how many are shown: 预览前12页
            other = (fact == "published" and _OWN_DATES.search(label)) or (
                fact == "access_text" and not _PRICES.search(label)
            )
            return None if other else {fact: value}
    if label.startswith("影响因子"):
        return {}  # of a journal
    if _WHO.search(label) and NAME.fullmatch(value):
        return {"author": value}
    if _PRICES.search(label) and _POINTS.fullmatch(key) and not _READS.search(label):
        return {"access_text": f"{label}:{value}"}
    if COUNT_ALONE.fullmatch(key) and not _PLACE.search(label):
        if _READS.search(label):
            return {"views": key}
        if _TAKES.search(label):
            return {"downloads": key}
        return {} if site_share(label) >= _OF_SITES or _DEED.fullmatch(label) else None
    return None


def read_labelled(text: str) -> Mapping[str, str] | None:
    """Return what a label and the value behind its colon state, known or told by the value."""
    if len(text) > _LONGEST:
        return None
    label, sign, value = text.replace("：", ":").partition(":")
    label, value = label.strip(), value.strip().replace("\u2060", " ")
    if not (sign and value and 1 < len(label) <= _LONGEST_LABEL):
        return None
    if _POINT_LABEL.fullmatch(label) and _POINTS.fullmatch(key_of(value)):
        return {"access_text": f"{label}:{value}"}
    known = bare_label(label)
    if known is None or not fits(known, value):
        return by_value(label, value)
    if known.kind not in TYPED:
        return None
    return {} if known.fact == "none" else {known.fact: value}


def told_alone(word: str) -> Mapping[str, str] | None:
    """Return what one word states."""
    key = key_of(word)
    for fact, pattern in _VALUES.items():
        if pattern.fullmatch(key):
            return {fact: word.replace("\u2060", " ")}
    if by := _BYLINE.fullmatch(word):
        return {"author": by[1]}
    if named := _FILE.search(word):
        return {"doc_type": named[1]}
    if stated := read_labelled(word):
        return stated
    if put := _PUT.fullmatch(word):
        return {"author": put[1]}
    if put := _PUT_ON.fullmatch(word):
        return {"author": put[1], "published": put[2]}
    if counted := _COUNTED.fullmatch(key):
        return by_value(counted["word"], counted["n"])
    labelled = _LABELLED.fullmatch(key)
    stated = by_value(labelled["label"], labelled["value"]) if labelled else None
    return stated if stated is not None else _badge(word, key)


def _badge(word: str, key: str) -> Mapping[str, str] | None:
    """Return what a word states that is a badge which a rule knows, or says who may read."""
    known = rulebook().matcher.find(key)
    if known is not None and known[0].strength == "badge" and not known[1]:
        return {"access_text": word} if known[0].access in ("free", "vip") else {}
    said = access_at_top(word.replace("\u2060", " "))
    return said and said[1]
