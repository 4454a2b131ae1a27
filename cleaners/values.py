"""What badges write as text, read as values: counts, sizes, dates, document types."""

from __future__ import annotations

import re
from datetime import date

from cleaners.lazily import lazily

_UNITS = {
    "千": 1_000,
    "k": 1_000,
    "万": 10_000,
    "萬": 10_000,
    "w": 10_000,
    "m": 1_000_000,
    "亿": 100_000_000,
    "億": 100_000_000,
}
_BYTES = {"": 1, "k": 1024, "m": 1024**2, "g": 1024**3}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan ene gen янв", "feb fev fév фев", "mar mär мар", "apr abr avr апр", "may mai mag мая"),
            *("jun giu juin июн", "jul lug juil июл", "aug ago aoû авг", "sep set сен", "oct out okt ott окт"),
            *("nov ноя", "dec dez dic déc дек"),
        ),
        start=1,
    )
    for name in names.split()
}

COUNT = r"\d{1,3}(?:,\d{3})+\+?|\d+(?:\.\d+)?[千万萬亿億kwm]?\+?"
WHOLE = r"(?:\d{1,3},\d{3}|\d{1,7})"
SIZE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[kmg]i?b|k|m|b|字节|bytes)"
UNIT = (
    r"[个枚张]?(?:[a-z\u4e00-\u9fff]{0,3}(?:[币券]|豆(?![浆漿腐奶包芽角类類沙乳]))"
    r"|[金银銀学學文书書]贝|豆元|储值|积分|财富值|下载点|学点|文点|元)"
)
"""What sites sell documents for: money, or points under a name of their own (文库币, 豆元, 下载券)."""
PRICE = rf"(?:(?:(?:us|hk|nt|rmb)?[¥￥$]|rmb|人民币)(?:{COUNT})元?|(?:{COUNT}){UNIT})"
_TIME = r"(?:t?\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?"
_MONTH_AND_DAY = r"(?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])"
DATE = (
    rf"(?:19|20)\d\d(?:[-/.]{_MONTH_AND_DAY}|年\d{{1,2}}月\d{{1,2}}日){_TIME}"
    r"|\d{1,2}(?:st|nd|rd|th)?[-/.]?(?:de)?[a-z\u00e0-\u017fа-я]{3,10}[-/.,]?(?:de)?(?:19|20)\d\d"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\d{1,2}(?:st|nd|rd|th)?,?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?)?(?:19|20)\d\d"
    r"|(?:1[0-2]|[1-9])月\d{1,2},(?:19|20)\d\d"
)
_SLASHED = r"(?:(?:1[0-2]|0?[1-9])/(?:1[3-9]|2\d|3[01])|(?:1[3-9]|2\d|3[01])/(?:1[0-2]|0?[1-9]))/(?:19|20)\d\d"
AGO_HEADS = ("刚刚", "昨天", "前天", "今天", "半小", "半天", "半年")
AGO = (
    r"\d{1,4}(?:秒|分|分钟|个?小时|天|日|周|个?星期|个?月|年)[之以]?前|半(?:小时|天|年)前|刚刚|[昨前今]天(?:\d{1,2}:\d\d(?::\d\d)?)?"
    r"|\d{1,4}(?:second|minute|min|hour|day|week|month|year)s?ago"
)
"""How long ago something was: a site says so beside posts and comments, and states no day by it."""
_TENS = "一二三四五六七八九十"
LABELLED_DATE = (
    rf"(?:{DATE}|(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}号|(?:19|20)\d\d[01]\d[0-3]\d"
    rf"|二[〇○零o][〇○零o{_TENS[:-1]}]{{2}}年[{_TENS}]{{1,2}}月[{_TENS}]{{1,3}}[日号]"
    rf"|\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d,?(?=\d{{1,2}}:\d\d(?::\d\d)?[ap]m)"
    rf"|{_SLASHED}"
    rf"|(?:民国\d\d|(?:民国)?1[0-2]\d)(?:年\d{{1,2}}月\d{{1,2}}日|[-/.]{_MONTH_AND_DAY}))"
    rf"(?:\(?(?:星期|周)[一二三四五六日天]\)?)?(?:[上下中]午|晚上)?{_TIME}(?:[ap]m)?"
)
"""A date behind a label, in forms that by themselves say something else or nothing: as a document writes its own date,
eight digits, years of the Republic of China, the American order with the time of day behind it, or one of the orders
with slashes where the day is no month."""
TYPES = r"docx?|wps|pdf|pptx?|pps|xlsx?|txt|rtf|epub|html?|caj|dwg|zip|rar|word|excel|powerpoint"
FILE_NAME = lazily(rf"\S\S[.．](?:{TYPES})$", re.IGNORECASE)
"""A line that ends as the name of a file does."""

_NUMERIC_DATE = lazily(r"((?:19|20)\d\d)\s*[^\d:]\s*(\d{1,2})\s*[^\d:]\s*(\d{1,2})")  # 2005 9:23 is a time
_AMERICAN = lazily(r"(?<!\d)(\d{1,2})/(\d{1,2})/((?:19|20)\d\d),?\s*\d{1,2}:\d\d(?::\d\d)?\s*[ap]m")
_UNLIKE_MONTH = lazily(rf"(?<![\d/]){_SLASHED}(?![\d/])")
_COMPACT_DATE = lazily(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DAY_MONTH = lazily(r"(\d{1,2})(?:st|nd|rd|th)?\W*(?:de\s*)?([^\W\d_]{3})([^\W\d_]*)\W*(?:de\s*)?((?:19|20)\d\d)")
_MONTH_DAY = lazily(
    r"([a-z]{3})[a-z]*\W*(\d{1,2})(?:st|nd|rd|th)?\W*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W*)?((?:19|20)\d\d)"
)
_TRANSLATED = lazily(r"(?<!\d)(\d{1,2})\s?月\s?(\d{1,2}),\s?((?:19|20)\d\d)")  # 2月 23, 2019
_WRITTEN_DATE = lazily(r"(二[\w○]{3})\s*年\s*(\w{1,2})\s*月\s*(\w{1,3})\s*[日号號]")
_REPUBLIC_DATE = lazily(r"(?:民[国國]\s*(?=\d)|(?=1[0-2]\d\D))(\d{2,3})\s*\D\s*(\d{1,2})\s*\D\s*(\d{1,2})")
_REPUBLIC = 1911
_MONTHS_A_YEAR = 12
_DIGITS = str.maketrans("〇○o零一二三四五六七八九", "0000123456789")
_COUNT = lazily(r"(\d[\d,]*(?:\.\d+)?)\s*([千万萬亿億kwm]?)")
_TOTAL = lazily("[总合累共]计[:\uff1a]")
BY_PERIOD = r"(?:[本今昨上]?[日周月年][:\uff1a]\s*\d+\s*次?[\s,，|]*)+[总合累共]计[:\uff1a]\s*"
"""What stands before the total of counts: ``本日:2 本周:9 总计:``."""
_DOTTED = lazily(r"[1-9]\d{0,2}(?:\.\d{3})+")  # how much of the continent parts thousands
_SIZE = lazily(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![.,]?\d)\s*([kmg]?)")

_LONGEST = 200  # characters in which a value is looked for: the patterns take time quadratic in them
_MOST = 1e15  # no page counts so far

EARLIEST_YEAR = 1990
"""Dates before are not dates of a page: the web began in 1990."""


def read_count(text: str) -> int | None:
    """Read a number of pages, views or downloads: ``999+`` is 999, ``1.2万`` is 12000, ``本周:9 总计:88`` is 88."""
    text = text[:_LONGEST].lower()
    found = _COUNT.search(text, total.end() if (total := _TOTAL.search(text)) else 0)
    if not found:
        return None
    number = found[1].replace(",", "")
    if not found[2] and _DOTTED.fullmatch(number):
        number = number.replace(".", "")
    return _bounded(float(number) * _UNITS.get(found[2], 1))


def read_size(text: str) -> int | None:
    """Read a file size in bytes, units of 1024: ``16.53KB`` is 16927."""
    found = _SIZE.search(text[:_LONGEST].lower())
    return _bounded(float(found[1].replace(",", "")) * _BYTES[found[2]]) if found else None


def _bounded(value: float) -> int | None:
    return round(value) if value < _MOST else None


def read_date(text: str, not_after: str | None = None) -> str | None:
    """Read a date as ISO 8601; ``None`` where it is none, before 1990 or later than ``not_after`` (ISO 8601)."""
    lowered = text[:_LONGEST].lower()
    parts: tuple[str, str, str] | None = None
    if found := _NUMERIC_DATE.search(lowered) or _COMPACT_DATE.search(lowered):
        parts = (found[1], found[2], found[3])
    elif found := _AMERICAN.search(lowered):
        parts = (found[3], found[1], found[2])
    elif found := _UNLIKE_MONTH.search(lowered):
        first, second, year = found[0].split("/")
        parts = (year, first, second) if int(second) > _MONTHS_A_YEAR else (year, second, first)
    elif (found := _DAY_MONTH.search(lowered)) and (month := _month(found[2], found[3])):
        parts = (found[4], str(month), found[1])
    elif (found := _MONTH_DAY.search(lowered)) and found[1] in _MONTHS:
        parts = (found[3], str(_MONTHS[found[1]]), found[2])
    elif found := _TRANSLATED.search(lowered):
        parts = (found[3], found[1], found[2])
    elif found := _WRITTEN_DATE.match(lowered):
        parts = (found[1].translate(_DIGITS), str(_number(found[2])), str(_number(found[3])))
    elif found := _REPUBLIC_DATE.match(lowered):
        parts = (str(int(found[1]) + _REPUBLIC), found[2], found[3])
    if parts is None:
        return None
    try:
        day = date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None
    stated = day.isoformat()
    if day.year < EARLIEST_YEAR or (not_after is not None and stated > not_after[:10]):
        return None
    return stated


def _month(start: str, rest: str) -> int | None:
    """Return the number of a month by its name's first letters, in the languages of viewers."""
    return _MONTHS.get((start + rest)[:4]) or _MONTHS.get(start)


def _number(text: str) -> int:
    """Return a number below a hundred in Chinese: ``十二``, ``二十``; 0 where it is none."""
    tens, ten, ones = text.rpartition("十")
    digits = f"{(tens or '1') if ten else ''}{ones or '0'}".translate(_DIGITS)
    return int(digits) if digits.isdecimal() else 0
