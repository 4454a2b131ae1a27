"""The sentence in which a site states what a file is: ``N发布了这份28页的PDF，体积4.6MB，有1.8万人打开过。``."""

from __future__ import annotations

from typing import Final

from cleaners.lazily import lazily
from cleaners.rules.keys import key_of, slice_of_key
from cleaners.values import COUNT, SIZE, TYPES

_LONGEST: Final = 120  # characters
_LEAST: Final = 2  # facts that are numbers
_WHO: Final = r"(?:人|次|位)(?:读者|网友|用户)?(?:已经?)?"
_NUMBERS: Final = {
    "page_count": lazily(r"(?<![第前后\d])(\d{1,5})页"),
    "file_size": lazily(rf"(?<![\d.])({SIZE})"),
    "views": lazily(rf"(?<![\d.])({COUNT}){_WHO}(?:打开|看|读|浏览|阅读|学习|查看|围观)"),
    "downloads": lazily(rf"(?<![\d.])({COUNT}){_WHO}(?:下载|保存|转存)"),
}
_TYPE: Final = lazily(rf"(?<![a-z])({TYPES}|word|ppt|excel)(?:格式|版)?(?:文[档件]|[,。的]|$)")
_PUT: Final = lazily(r"([^\W\d](?:[^,。:;]{1,15}?))(?:发布|上传|分享|提供|贡献|整理)了?(?:这|该|此|本|一)[份篇套个]?")
_OF_FILE: Final = lazily(r"这[份篇套个]|该|本(?:文|资料|文件)|一[份篇套]|文[档件]|资料|报告")
_UPLOADED: Final = lazily(  # This 3 page Essay was uploaded by N on Monday May 4, 2015. ... it has received 12 views.
    r"This (?P<page_count>\d{1,4})[ -]pages? [^.]{3,40} was uploaded by (?P<author>[^.,]{2,40}?)"
    r" on (?:[A-Z][a-z]+day,? )?"
    r"(?P<published>[A-Z][a-z]{2,8} \d{1,2}, (?:19|20)\d\d)(?:\..*?\b(?P<views>[\d,]{1,9}) views\b)?"
)


def facts_of_upload(text: str) -> dict[str, str]:
    """Return the facts of the sentence in English by which a site says who put a file up and when."""
    told = _UPLOADED.match(text) if text.startswith("This ") and "was uploaded by" in text[:_LONGEST] else None
    return {fact: value for fact, value in told.groupdict().items() if value} if told else {}


def facts_of_file(text: str) -> dict[str, str]:
    """Return the facts of a file that a sentence above a text states, two numbers at least; empty where it does not."""
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return {}
    key = key_of(text)
    found = {fact: pattern.findall(key) for fact, pattern in _NUMBERS.items()}
    facts = {fact: values[0] for fact, values in found.items() if len(values) == 1}
    if len(facts) < _LEAST or not _OF_FILE.search(key):
        return {}
    if kind := _TYPE.search(key):
        facts["doc_type"] = kind[1]
    if put := _PUT.match(key):
        facts["author"] = slice_of_key(text, put[1])
    return facts
