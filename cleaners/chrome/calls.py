"""Short lines below a text that call on its readers to do something, ``查看答案与解析``, in words that it has not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.coherence import words_of
from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import names_work
from cleaners.rules.vocabulary import site_share

_LONGEST: Final = 40  # characters
_READ: Final = 400  # lines of the text
_MOST: Final = 3  # such lines
_BRIEF: Final = 6  # characters of a control
_DO: Final = lazily(
    r"我[要来來]|[收加存][入藏进進到下]|[举舉][报報]|[报報][错錯]|[纠糾挑][错錯]|打印|分享|[转轉][发發存藏载載]|下[载載]|[听聽]|放大|[缩縮]小|全屏"
    r"|[关關]注|[订訂][阅閱]|[点點][赞讚评評]|[评評][论論]|[复複]制|投[诉訴]|反[馈饋]|[扫掃][码碼一]|[购購][买買]|[开開]通|推[荐薦]|[发發][给給送]|去"
)
_OFFER: Final = lazily(r"下[载載]|(?i:download)")
_OF_SITES: Final = 0.5  # share of a site's words in such a line
_NOTES: Final = 6  # lines
_LONGEST_TITLE: Final = 60
_ANNEX: Final = lazily(r"附[件表录錄:：\d一二三四五六七八九十]|[(（]|第|[\d一二三四五六七八九十]{1,3}[、.．]")
_ON_MATTERS: Final = lazily(r"[关關]于.{2,40}的[^\W\d_]{1,4}$")  # as offices name what they write
_SMALL: Final = 0.4  # so much of the text at most
_GAPS: Final = lazily(r"[\s\[\]【】|｜·•]+")
_WORD: Final = 8  # characters of a control in a row
_ACTS: Final = lazily(
    r"[换換切][字背肤膚色换換]|[导導]出|[加存][入到][^\W_]|[显顯][示]|[隐隱]藏|[只仅僅]看|[发發推][送到]|[邮郵]件|生成|翻[译譯]|朗[读讀]|播放|保存"
)
_CALL: Final = lazily(
    r"(?:(?:点此|点我|戳|下载|登[录陆]|注册|扫码|购买|开通|举报|收藏|领取|转发|订阅|分享)[^。，,；;：:？?！!]{1,12}"
    r"|(?:点击|查看|展开|打开|返回|继续|加入|立即|马上|免费|我要|我来|去)[^。，,；;：:？?！!]{0,8}"
    r"(?:答案|解析|详解|全文|原文|全部|更多|完整|详情|大图|原图|剩余|余下|其余|隐藏|文[档书库件]|资[料源]|附件|评论|下载|登录|列表|专题|会员|试卷))"
    r"[^。，,；;：:？?！!]{0,6}[>»→]*"
    r"|(?:返回|回到)[^。，,；;：:？?！!]{1,4}"
    r"|(?:觉得|喜欢|有用|找不到|没找到|看完|读完|满意|有疑问|有问题|还想|enjoyed|liked|found|didyou|need|lookingfor)[^。]{0,24}[?？!！]"
    r"[^。]{0,6}(?:给|转|分享|留言|打赏|反馈|告诉|联系|关注|点|leave|tip|share|tell|sign|contact|subscribe)[^。]{1,16}"
    r"|(?:觉得|喜欢)[^。]{0,8}就[^。]{2,10}"
)


def above_calls(lines: Sequence[Line], found: Findings, tail: int, head: int) -> int:
    """Return where the text ends above calls on readers that stand right above the site's lines at its end.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        tail: the place of the first line of the site below the text.
        head: that of the text's first line.
    """
    if tail >= len(lines):
        return tail
    stop = tail
    while stop - 1 > head and tail - stop < _MOST and stop - 1 not in found and _calls(lines[stop - 1].text):
        stop -= 1
    if stop == tail:
        return tail
    said = words_of(line.text for line in lines[max(head, stop - _READ) : stop])
    own = words_of(line.text for line in lines[stop:tail])
    return tail if own and 2 * len(own & said) >= len(own) else stop


def offered_again(lines: Sequence[Line], tail: int, head: int) -> int:
    """Return where the text ends above the second offer of the file, ``下载地址：点击此处下载``, of two.

    Below it stand a few words of the site, or one other document, short beside the text.

    Args:
        lines: the lines of a dump.
        tail: the place of the first line of the site below the text.
        head: that of the text's first line.
    """
    offers = {line.text for line in lines[:head] if len(line.text) <= _LONGEST and _is_offer(line.text)}
    again = [at for at in range(head + 1, tail) if lines[at].text in offers] if offers else []
    if len(again) != 1:
        return tail
    below = [line.text for line in lines[again[0] + 1 : tail]]
    return again[0] if _are_notes(below) or _is_other(below, lines[head : again[0]]) else tail


def _is_offer(text: str) -> bool:
    return _OFFER.search(text) is not None and site_share(text) >= _OF_SITES


def _are_notes(texts: Sequence[str]) -> bool:
    """Tell whether some lines are few and short, and words of sites in good part."""
    if len(texts) > _NOTES or any(len(text) > _LONGEST for text in texts):
        return False
    return not texts or any(site_share(text) >= _OF_SITES for text in texts)


def _is_other(texts: Sequence[str], own: Sequence[Line]) -> bool:
    """Tell whether some lines are a document with its title, and short beside the one above."""
    title = texts[0]
    if len(title) > _LONGEST_TITLE or _ANNEX.match(title):
        return False
    told = names_work(key_of(title)) or _ON_MATTERS.search(title) is not None
    return told and sum(map(len, texts)) <= _SMALL * sum(len(line.text) for line in own)


def past_controls(lines: Sequence[Line], found: Findings, head: int) -> int:
    """Return the place below controls that no rule knows, right below facts of the site: ``收入文件夹``, or a row."""
    stop = head
    while stop < len(lines) - 1 and stop not in found and (_does(lines[stop].text) or _is_row(lines[stop].text)):
        stop += 1
    stated = head > 0 and head - 1 in found and bool(found[head - 1].facts or found[head - 1].rule.access)
    told = stop - head > 1 or (stop > head and _is_row(lines[head].text))
    return stop if stated and told else head


def _does(text: str) -> bool:
    return len(text) <= _BRIEF and _DO.match(text) is not None


def _is_row(text: str) -> bool:
    """Tell whether a line is short words, half of which say what readers can do: ``换字体 换背景 导出PDF``."""
    words = [word for word in _GAPS.split(text) if word] if len(text) <= _LONGEST else ()
    if len(words) < _MOST or any(len(word) > _WORD for word in words):
        return False
    acts = sum(_DO.match(word) is not None or _ACTS.match(word) is not None for word in words)
    return acts > 1 and 2 * acts >= len(words)


def _calls(text: str) -> bool:
    return len(text) <= _LONGEST and _CALL.fullmatch(key_of(text)) is not None
