"""Lines round a document told by their form: what stands before and behind it, and what readers did with it."""

from __future__ import annotations

from typing import Final

from cleaners.lazily import lazily
from cleaners.rules.keys import key_of

_LONGEST: Final = 80
_NEIGHBOUR: Final = lazily(
    r"\W{0,4}(?:上|下|前|后|后续)[一1]?(?:篇|份|页|章|条|个|则|节|课|讲|题|首|期|帖|文|本|套|集)"
    r"(?:文章|文档|资料|内容|作品|帖子|新闻|试卷|教案|范文)?(?::.*|\W*(?:没有了|无|暂无)?\W*)"
)
_BACK: Final = "«←‹⟵"
_ON: Final = "»→⟶"
_DID: Final = (
    "赞同|点赞|赞|踩|顶|喜欢|收藏|讨论|评论|评价|回复|转发|转载|分享|打赏|在看|转存|推荐|留言|有用|没用|鲜花|鸡蛋|感谢"
)
_NUMBER: Final = r"\d[\d.,]*[万千wk+]{0,2}"
_COUNTERS: Final = lazily(
    rf"(?:(?:{_DID})[(:]?{_NUMBER}\)?|\(?{_NUMBER}\)?[人次]?(?:{_DID}))+|[本该此]\w{{1,4}}[已共累计]*[被有]?{_NUMBER}[人次位]\w{{2,8}}"
)
_ANSWERS: Final = frozenset(("回答", "回复", "回復", "讨论", "討論", "答案"))
_ANSWERED: Final = lazily(r".{4,48}\s\d[\d,]*\s?[个個条條]..")
_PAGER: Final = lazily(
    r"(?:共\d+页|第?\d+/\d+页?|当前(?:为|是)?第?\d+页?|第\d+页|[上下前后][一1]?页|首页|尾页|末页|跳转到?|[\d.,|/<>《》«»\[\]()-])+"
)
_PAGES: Final = lazily(r"共\d+页|当前|[上下][一1]?页|[尾末]页")
_NUMBERS: Final = lazily(r"(?:[\[【]\d{1,3}[\]】]\s*){2,}")
_CURRENT: Final = lazily(r"[当當]前第\s?\d{1,3}\s?[页頁]\s?(1(?:\s+\d{1,3})+)")  # 当前第1页1 2
_NUMBER_IN: Final = lazily(r"\d+")
_TURNS: Final = r"[上下前后後][一1]?[页頁]|[首尾末][页頁]|[«»<>]"
_NUMBERED_PAGES: Final = lazily(  # with a word at one of its ends
    rf"(?=.*[页頁])(?:(?:{_TURNS})\s*)*(?:[\[【]?\d{{1,3}}[\]】]?[\s|]+)+\[?\d{{0,3}}\]?(?:\s*(?:{_TURNS}))*"
)
_NONE_YET: Final = lazily(
    r"(?:暂无|还没有|没有|快来|抢)(?:人)?.{0,4}(?:评论|点评|评价|留言|回复|笔记|书评|讨论).{0,4}"
    r"|(?:评论|留言|讨论)区?(?:空空|为空|暂无|还没).{0,6}"
)


def leads_elsewhere(text: str) -> bool:
    """Tell whether a line names the document before or behind this one: ``← 上一份:T``."""
    if len(text) > _LONGEST:
        return False
    if (text[0] in _BACK) != (text[-1] in _ON):
        return True
    return _NEIGHBOUR.fullmatch(key_of(text)) is not None


def turns_pages(text: str) -> bool:
    """Tell whether a line is the row that leads through the pages of a text: ``共3页 当前第1页``, ``[1][2]``.

    Figures alone are one where each stands in square brackets and they count up from 1: others are answers.
    """
    if text[0] in "[【" and len(text) <= _LONGEST and _NUMBERS.fullmatch(text):
        return [int(number) for number in _NUMBER_IN.findall(text)] == [*range(1, text.count(text[0]) + 1)]
    if len(text) > _LONGEST or ("页" not in text and "頁" not in text):
        return False
    if _CURRENT.fullmatch(text):
        return numbers_pages(text)
    key = key_of(text)
    return len(_PAGES.findall(key)) > 1 and _PAGER.fullmatch(key) is not None


def numbers_pages(text: str) -> bool:
    """Tell whether a row leads by numbers, from 1 on, through the pages of a text: ``首页 1 2 3 尾页``."""
    if len(text) > _LONGEST or not ((current := _CURRENT.fullmatch(text)) or _NUMBERED_PAGES.fullmatch(text)):
        return False
    numbers = [int(number) for number in _NUMBER_IN.findall(current[1] if current else text)]
    return len(numbers) > 1 and numbers == [*range(1, len(numbers) + 1)]


def counts_readers(text: str) -> bool:
    """Tell whether a line is counters of what readers did, or says that none did anything: ``喜欢 12``."""
    if len(text) > _LONGEST:
        return False
    key = key_of(text)
    if any(char.isdigit() for char in key):
        return _COUNTERS.fullmatch(key) is not None
    return len(key) <= 16 and _NONE_YET.fullmatch(key) is not None


def counts_answers(text: str) -> bool:
    """Tell whether a line is another question with the number of its answers behind it."""
    return text[-2:] in _ANSWERS and _ANSWERED.fullmatch(text) is not None
