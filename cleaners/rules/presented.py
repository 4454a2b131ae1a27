"""The sentence by which an editor presents a text to readers, above it: what is offered, and that it may be of use.

Half of it an author writes too (``仅供参考``); both halves in one line, before any of the text, are a site's. The
wordings are in ``rules/others.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.rules.file_sentence import facts_of_file, facts_of_upload
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import Rule
from cleaners.rules.strangers import is_prose

PRESENTING: Final = Rule("presenting", "certain")
DESCRIBING: Final = Rule("presenting", "certain")
"""Of a line that says of the file what a site says: no heading of the text follows it as it may follow an editor's."""
_LONGEST: Final = 400  # characters
_SIGN: Final = lazily("[参參][考阅閱]|借[鉴鑒]|[阅閱][读讀]|[帮幫][助到]|看一?看|收藏|有用|喜[欢歡]|[选選][择擇]")
_END: Final = 30  # characters in which readers are told what to do with it
_FIRST_LINES: Final = 4
_BELOW: Final = 8  # lines in which what is presented stands again
_QUOTED: Final = lazily(r"《(.{4,80})》[^《》]*$|【([^【】]{4,80})】")
_HEAD: Final = 12  # lines
_FAR: Final = 120  # lines
_REVIEWS: Final = "Reviews for "
_PAGES: Final = lazily(r"共有?(\d{1,5})页")
_LEAST_NAME: Final = 4  # characters of a title that a line names
_BRIEF: Final = 24  # characters of what a line says beyond the title
_MOST: Final = 0.6
_TO_ALL: Final = lazily(
    r"(?:今天|本期|本文|下面|以下|接下来|这里).{0,14}(?:为|给|跟|和|与|带)(?:大家|你|各位|读者|网友)们?.{0,8}"
    r"(?:分享|介绍|带来|整理|讲解|推荐|准备)"
)
_PRAISE: Final = lazily(r"内容(?:完整|详细|丰富|全面)|可?供.{0,4}参考|可编辑|可打印|值得|实用(?!新型)|欢迎|免费|下载")
_OFFERING: Final = lazily(r"共有?\d+页|全文阅读|在线|下载|上传|收藏|免费|欢迎|分享|本站")
_FILE_SIGN: Final = lazily("下[载載]|[阅閱][读讀]|[预預][览覽]|上[传傳]|分享")
_FILE: Final = lazily(
    r"共有?\d+页|全文阅读|在线(?:阅读|预览|浏览|观看)|下载|(?:pdf|word|docx?|pptx?|excel)(?:格式|版|文档|文件|的)?"
    r"|\d(?:\.\d+)?[km]b|上传|收藏|免费|欢迎|(?:本文|本站|这里|为你|给大家)分享|这是一?[份篇套]|文档|资料|小编|本站|更多"
)
_OFFERED: Final = lazily(
    r"(?:整理|收集|搜集|带来|帶來|分享|推荐|推薦|准备|準備|精选|精選|汇总|彙總)[了的]+(?:一些)?"
    r"([^,，。;；《》]{4,60})[,，。]"
)
_COUNTED: Final = lazily(r"([^\d\s]{4,40}?)\s?[(（]?篇?[1一][)）]?$")  # the first of several
_NUMBER: Final = lazily(r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]+)[、.．)）:：]\s*")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(read_table("rules", "others.toml")[name]))


def presents(text: str) -> bool:
    """Tell whether a line says that an editor offers a text, and what readers may do with it."""
    if len(text) > _LONGEST or not _SIGN.search(text, max(0, len(text) - _END)):
        return False
    key = key_of(text)
    return _pattern("offering").search(key) is not None and _pattern("wishing").search(key) is not None


def describes(text: str, title: str) -> bool:
    """Tell whether a line names the document and says two things of its file that sites say: how to read or take it.

    Args:
        text: a line above the text.
        title: the document's title, as lines are compared.
    """
    if not _LEAST_NAME <= len(title) < len(text) <= _LONGEST or not (
        _FILE_SIGN.search(text) or len(text) <= 2 * (len(title) + _BRIEF)
    ):
        return False
    key = key_of(text)
    rest = key.replace(title, "")
    if _TO_ALL.match(key) and len(key) <= 2 * len(title) + _BRIEF and _echoes(key, title):
        return True
    if rest != key and len(rest) <= _BRIEF and _PRAISE.search(rest):
        return True
    return rest != key and _OFFERING.search(rest) is not None and len({*_FILE.findall(rest)}) > 1


def _echoes(key: str, title: str) -> bool:
    """Tell whether a line says most of what the title says."""
    pairs = list(map("".join, pairwise(title)))
    return sum(pair in key for pair in pairs) >= _MOST * len(pairs)


def find_presenting(lines: Sequence[Line], known: Set[int], title: str) -> Iterator[tuple[int, Rule, dict[str, str]]]:
    """Yield place, rule and facts of the sentences by which a site presents a text: above it, but for one long line.

    Args:
        lines: lines in page order.
        known: the places of those that rules speak of.
        title: the document's title, as lines are compared; empty where it is not known.
    """
    is_dump = bool(lines) and not lines[0].tag
    for place, line in enumerate(lines[:_FAR]) if is_dump else ():
        if facts := facts_of_upload(line.text):
            yield place, DESCRIBING, facts
    passed = 0
    for place, line in enumerate(lines[:_HEAD]):
        if place in known:
            continue
        if presents(line.text):
            yield place, PRESENTING, {}
        elif is_dump and title and describes(line.text, title):
            pages = _PAGES.findall(key_of(line.text))
            yield place, DESCRIBING, {"page_count": pages[0]} if len(pages) == 1 else {}
        elif is_dump and (facts := facts_of_file(line.text)):
            yield place, DESCRIBING, facts
        elif is_prose(line) and (passed := passed + 1) > 1:
            return


def presented_title(lines: Sequence[Line]) -> str | None:
    """Return the title that such a sentence quotes above the text, where a line below it begins with it."""
    for place, line in enumerate(lines[:_FIRST_LINES]):
        if not presents(line.text):
            continue
        if not (quoted := _QUOTED.search(line.text)):
            continue
        title: str = quoted[1] or quoted[2]
        below = [_NUMBER.sub("", one.text, count=1) for one in lines[place + 1 : place + 1 + _BELOW]]
        if title.count("《") == title.count("》") and any(key_of(text) == key_of(title) for text in below):
            return title
    return None


def reviewed_title(lines: Sequence[Line]) -> str | None:
    """Return the title over reviews, ``Reviews for T``, below the sentence that says who uploaded the file."""
    told = next((place for place, line in enumerate(lines[:_FAR]) if facts_of_upload(line.text)), None)
    if told is None:
        return None
    above = {line.text for line in lines[:told]}
    heads = (line.text.removeprefix(_REVIEWS) for line in lines[told:_FAR] if line.text.startswith(_REVIEWS))
    return next((title for title in heads if title in above), None)


def offered_title(lines: Sequence[Line]) -> str | None:
    """Return what such a sentence says that it offers, where the first heading below it is that with a number."""
    for line, below in pairwise(lines[:_FIRST_LINES]):
        if presents(line.text) and (offered := _OFFERED.search(line.text)) and (first := _COUNTED.match(below.text)):
            return offered[1] if offered[1].startswith(first[1]) else None
    return None
