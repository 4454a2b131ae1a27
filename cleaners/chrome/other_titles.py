"""The heading over other documents below a text, told by what stands under it: titles like this one's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.coherence import words_of
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import ends_with_work, names_work
from cleaners.rules.strangers import width
from cleaners.rules.vocabulary import site_share

_DO: Final = "看|读|阅|搜|找|下载|喜欢|喜爱|收藏|浏览|关注|感兴趣|有兴趣|需要|推荐|买|问|藏|爱|学|用|下"
_HEADING: Final = lazily(  # who does what as well, or in which way the others are like this one
    rf"(?!.*(?:书目|书单|参考|文献|阅读材料))(?=.*(?:(?:还|也|都|正在|可能).{{0,3}}(?:{_DO})|相[关似近]|[类近]似|更多|往期|热门|热[点榜]|最新|最热|精彩|精选"
    r"|近期|同(?:类|题|款|作者|系列|品牌|栏|专题|单元|版本|名|[\u4e00-\u9fff]{1,2}(?:试卷|教案|课件|文档|资料|文章|作品|合同|论文))"
    r"|再(?:来|去)?[看读学逛]|[看读]完|意犹未尽|[没不]看?够|(?:试试|看看|读读|翻翻)这|别的|别人|随便看看|去看看|接着[看读]|继续[看读]|还有(?:这些)?$|逛逛|其[他它]|关联|関連|延伸|推荐|猜|similar|related|more|also|like)).{2,18}?[:>]*"
)
_ABROAD: Final = lazily(  # ... in the key of a line in letters
    r"(?:other|more|similar|related|recommended|popular|latest|newest|recent)[a-z]{0,12}(?:papers|documents|essays|presentations|notes|files|books|uploads|content|information)[a-z]{0,16}"
    r"|(?:others?|people|students|readers|users|members|you)[a-z]{0,12}(?:also|may|might|could)[a-z]{0,8}(?:like|liked|viewed|read|studied|bought|saved|downloaded|enjoy|need)[a-z]{0,10}"
    r"|(?:similar|related)to.{4,60}|morefrom.{3,30}"
)
_LONGEST: Final = 34  # characters of a heading
_TITLE: Final = 80  # columns of a title in a list
_MARKS: Final = lazily(r"[。；;！!]|[，,].{12}|[:：]$|^[(（]?[\d一二三四五六七八九十]+[、.．)）]")
_CHANNEL: Final = lazily(r"[\u4e00-\u9fff]{2,6}")
_CHANNELS: Final = 4  # at least
_SOME: Final = 0.3  # share of a site's words in a channel's name
_LEAST: Final = 2
_MOST: Final = 0.6  # words of a title in capitals
_WORD: Final = lazily(r"[^\W\d_]{4,}")
_DIGITS: Final = lazily(r"\d{3}|[@:]|www")


def list_heading(texts: Sequence[str], sure: Sequence[bool], title: str | None, *, sited: bool = False) -> int | None:
    """Return the place of the heading over other documents with which the last lines of a dump begin, if any.

    Args:
        texts: the last lines of a dump.
        sure: whether each is surely the site's.
        title: the document's title: those of others have words with it in common, or are named as works are.
        sited: whether a site surely stands above the text: then lines in capitals are titles, too.
    """
    start = len(texts)
    while start and _may_be_listed(texts[start - 1]):
        start -= 1
    words = words_of([title or ""])
    for place in range(start, len(texts) - _LEAST):
        key = key_of(texts[place])
        short = len(texts[place]) <= _LONGEST and _HEADING.fullmatch(key) is not None
        if not (short or (sited and _ABROAD.fullmatch(key))) or key[-1].isdigit():
            continue
        below = [texts[at] for at in range(place + 1, len(texts)) if not sure[at]]
        alike = sum(
            bool(words & words_of([text])) or names_work(key_of(text)) or (sited and _in_capitals(text))
            for text in below
        )
        told = place > start and sure[place - 1]
        listed = 2 * alike >= len(below)
        if len(below) >= _LEAST and ((listed or told) if start else (listed and told)):  # all in short lines: verse
            return place
    return None


def first_channel(texts: Sequence[str], sure: Sequence[bool]) -> int | None:
    """Return the place of the first of a site's channels, words a line, that stand above its foot, if any do."""
    end = len(texts)
    while end and sure[end - 1]:
        end -= 1
    start = end
    while start and _CHANNEL.fullmatch(texts[start - 1]):
        start -= 1
    if any(sure[start:end]):  # a heading of the site's: what stands above it is verse, as short
        start += sure[start:end].index(True)
    named = sum(ends_with_work(key_of(text)) or site_share(text) >= _SOME for text in texts[start:end])
    return start if end < len(texts) and end - start >= _CHANNELS and 2 * named >= end - start else None


def _in_capitals(text: str) -> bool:
    """Tell whether a line is words of which most begin with a capital, without numbers of several digits."""
    words = _WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _LEAST and capitals >= _MOST * len(words) and not _DIGITS.search(text)


def _may_be_listed(text: str) -> bool:
    return len(text) <= _TITLE and width(text) <= _TITLE and not _MARKS.search(text)
