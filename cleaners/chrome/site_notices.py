"""Notices of a site beside a document: what it answers for, who may read on, how to reach it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.rules.claims import claims
from cleaners.rules.preview_words import says_part
from cleaners.rules.readers import speaks_to_readers
from cleaners.rules.strangers import SENTENCE, width
from cleaners.rules.vocabulary import site_share, topic_of, words_in

_NOTICE: Final = lazily(
    r"本站|本网|本文|网站|侵权|版权|客服|网友|仅供|登录后|请下载|下载后|预览|收益归|请勿|preview|sign in|trial",
    re.IGNORECASE,
)
_OF_SITE: Final = lazily(  # a site speaks of itself, or says where on it the reader is
    r"(?<![气車车])(?:本站|本网站|本平台)(?!点)|^[上下前后後]一?[条條篇则則]\s+\S|^(?:您|你)?(?:当前|當前|现在|現在|所在)的?位置\s?[:：]"
)
_OUR: Final = lazily(r"(?<![气車车])我站(?![在着立了起到过住上出岗岸点])")  # a station of an office says so, too
# Words by which whoever offers a file speaks of it to readers, and those of notices that documents have as well.
_TO_READERS: Final = lazily(
    r"本站|本[网網](?![络絡])|本司|本店|客服|[网網]友|登[录錄]后|[请請]下[载載]|下[载載][后後]|下[载載]此|[预預][览覽]|收益[归歸]|[请請]勿|(?:立即|[联聯][系繫]|及[时時])[删刪]除"
    r"|及[时時][联聯][系繫]|word格式|word版|可[编編][辑輯]|可自行修改|[请請]用.{2,16}打[开開]|(?:[来來]自|[来來]源于?)互?[联聯]?[网網][络絡]?|[网網][络絡](?:整理|收集|搜集)|微信[号號]|[无無]水印"
    r"|不能代替|不[构構]成|[仅僅]作[参參]考|非[医醫][疗療]|(?:[温溫]馨|友情|特[别別])提示|(?:不能|[无無]法|重[复複復]|一[键鍵])下[载載]|扣[费費]|[请請]通[过過]|[转轉][载載][请請]?[注註]明|[注註]明出[处處]|本文[档檔]?[来來]自|^(?:免[责責]|版[权權]|特[别別]|本站|本[网網]|[郑鄭]重)?(?:[声聲申]明|[说說]明)[:：]|[电電][脑腦]端|手[机機]端"
    r"|\bDMCA\b|uploaded by an? \w+|uploaded by our |remain anonymous|permission to share|report (?:to us|abuse)"
    r"|uses? cookies|using (?:this|our) (?:web)?site|log ?in to|sign (?:in|up) to|download (?:this|the) (?:file|full)"
    r"|\bour (?:partners|websites?|sites?|platform|servers?)\b|ad(?:vertising)? personali[sz]ation"
    r"|upgrade your browser|no longer supports? internet explorer|the wider internet"
    r"|\byour (?:browser|epaper|documents?|uploads?)\b"
    r"|\bePapers?\b|provided to you as is|without getting consent|(?:million|billion) [a-z]+ ?(?:readers|users|members)"
    r"|\bwe use your\b|personali[sz]e ads|your ad preferences"
    r"|free trial|privacy policy|terms of (?:use|service)",
    re.IGNORECASE,
)
_ON_RIGHTS: Final = lazily("侵[权權]|版[权權]|[仅僅]供")
_OF_RIGHTS: Final = frozenset(
    ("侵权", "版权", "著作权", "投诉", "举报", "网络", "网站", "删除", "用户", "隐私", "协议", "条款")
)
_WRITTEN: Final = lazily(r"[:：]|[。？?！!；;，,、…]$|^.{1,4}$")  # signs of writing; what is left of a wrapped line
_ADDRESS: Final = lazily(r"[^\s:：]{0,12}\s?(?:https?://)?www\.[\w.-]+/?", re.IGNORECASE)  # a watermark
_READING: Final = lazily(  # how long it takes
    r"(?:本文|全文|文章)?(?:[共约約总總]|字[数數])[计計]?[:：]?\s?\d[\d.,]*\s?[个個]?字?[,，。|]?.{0,6}(?:[阅閱][读讀]|[读讀]完)"
    r".{0,12}(?:分[钟鐘]|小[时時]).?"
    r"|(?:[预預][计計]|大?[约約])?[阅閱][读讀](?:[时時][长長间間]|需要?|本文|全文)*.{0,6}\d[\d.]*\s?分[钟鐘]"
    r"|\d+ min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?"
)
_TORN: Final = 4  # spaces in an address that is not to be copied
_OWN_ADDRESS: Final = lazily(  # of this page
    r"[^\s:：]{0,4}(?:本文|文章|原文|本[页頁]|[页頁]面|[转轉][载載]|[当當]前)[^\s:：]{0,6}(?:地址|[链鏈鍵][接结結]|[网網]址)[^\s:：]{0,2}[:：]\s*https?://"
)
CONTACT: Final = lazily(r"\w{0,6}(?:电话|電話|热线|熱線|邮箱|郵箱|QQ)\s?[:：]")
"""What a line begins with that says whom to call: a site's or a document's."""
_ASIDE: Final = lazily(r"[(（](?=[^()（）]*(?:请|您|本站|下载|登录|未完|获取全文|购买))[^()（）]{4,40}[)）]")
_SLOGAN: Final = lazily(
    r"\w{1,9}(?:网|網|网站|網站|文库|文庫|图书馆|论坛|社区|平台|之家|驿站|之窗|资料库)(?:[，,：:_|—-]|\s)\s?[—-]*\s?[^。！？]{4,}$"
)
_CALL_BEHIND: Final = lazily(r"[！!。]\s+([^\s。，！!]{4,8})$")
_LONGEST_SLOGAN: Final = 60
_PARTS: Final = lazily(r"[\s|｜·>›»【（(,，-]+")
_SHORTEST_NAME: Final = 3
_LONGEST_NAME: Final = 10
_NAME: Final = lazily(r"\d{0,4}[^\W\d_]+")  # 51范文网
_TELLING: Final = 0.4  # share of a site's words from which a line is one
_ALMOST_ALL: Final = 0.7
_MOSTLY: Final = 0.6
_FEW: Final = 0.25
_LONGEST: Final = 200  # characters
_LONGEST_SURE: Final = 300
_SEVERAL: Final = 3  # different words of sites
_SURE: Final = 2  # different words
_WORD: Final = lazily(r"[^\W_]")
_OF_SITES: Final = 0.2  # ... in a line that says what "our" site does
_LISTED_SHARE: Final = 0.1  # share of words of sites in the rest of a list of notices
_LISTED: Final = lazily(r"(\d{1,2})([.、)）])")
_LETTER: Final = lazily(r"[a-zA-Z×✕]")
_LONG: Final = 40  # columns of a line that is prose whatever it ends with
_BRIEF: Final = 48  # columns


def is_notice(text: str, topic: Set[str] = frozenset()) -> bool:
    """Tell whether a line beside a document is a notice of the site: of its words, on what sites give notice of."""
    if len(text) > _LONGEST or CONTACT.match(text):
        return False
    part = says_part(text)
    if speaks_of_itself(text) or (part and width(text) <= _BRIEF):
        return True
    short = len(text) <= _LONG and not _WRITTEN.search(text)
    told = _NOTICE.search(text) is not None
    aside = part or _ASIDE.fullmatch(text) is not None
    if not (short or told or aside):
        return False
    share = site_share(text, topic)
    if aside and share >= _FEW:
        return True
    return (short and share >= _MOSTLY) or (told and share >= _TELLING)


def speaks_of_itself(text: str) -> bool:
    """Tell whether a site speaks of itself in a line, says where on it the reader is, or has its address there."""
    torn = text.count(" ") >= _TORN and _ADDRESS.fullmatch("".join(text.split()))  # 文 章来源某 某网 w w w.So M e.Co m
    if torn or _OF_SITE.search(text) or _ADDRESS.fullmatch(text):
        return True
    if "我站" in text and _OUR.search(text) and (site_share(text) >= _OF_SITES or _TO_READERS.search(text)):
        return True
    return _OWN_ADDRESS.match(text) is not None or _READING.fullmatch(text) is not None


def speaks_of_site(text: str) -> bool:
    """Tell whether a line has several words of sites in it, whatever else."""
    return len(set(words_in(text))) >= _SEVERAL


def is_hint(text: str) -> bool:
    """Tell whether a short sentence among a site's own lines has some of its words: how to show the pages."""
    return len(text) <= _LONGEST_SLOGAN and SENTENCE.search(text) is not None and site_share(text) >= _FEW


def is_slogan(text: str) -> bool:
    """Tell whether a first line is a site's name and what it says of itself: ``学园网，教师的资料库``.

    Or what it says of itself, and the button by which readers find out: ``稿子写得快！ 马上试用``.
    """
    if len(text) > _LONGEST_SLOGAN:
        return False
    called = _CALL_BEHIND.search(text)
    return _SLOGAN.match(text) is not None or (called is not None and site_share(called[1]) == 1)


def site_name(text: str) -> str | None:
    """Return the word that a first line begins with, by which its site may name itself below: ``稻香文档 | 专辑``."""
    name = _PARTS.split(text[:_LONGEST_SLOGAN])[0]
    if not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME or not _NAME.fullmatch(name):
        return None
    return name if name[0].isdigit() or site_share(name) < 1 else None


def gives_notice(text: str, topic: Set[str] = frozenset()) -> bool:
    """Tell whether a line of any length is surely a notice: it speaks of the file to readers in two ways or more."""
    if _OF_RIGHTS.isdisjoint(topic) and claims(text) >= _SURE:
        return True
    if len(text) > _LONGEST_SURE or not _TO_READERS.search(text):
        return False
    told = {word.lower() for word in (*_TO_READERS.findall(text), *_ON_RIGHTS.findall(text))}
    return sum(not any(own in word for own in topic) for word in told) >= _SURE


def past_notices(lines: Sequence[Line], start: int, title: str | None) -> int:
    """Return the place of the first line from ``start`` on, right below a head, that is no sure notice."""
    if start < len(lines) - 1 and len(lines[start].text) == 1 and _LETTER.fullmatch(lines[start].text):
        start += 1  # a sign to close a window
    topic = topic_of(title)
    while start < len(lines) and (is_of_site(lines[start].text, topic) or speaks_to_readers(lines[start].text)):
        start += 1
    if start >= len(lines) or not gives_notice(lines[start].text, topic):
        above = lines[start - 1].text if start else ""
        return _past_list(lines, start) if speaks_of_itself(above) or gives_notice(above, topic) else start
    while start < len(lines) and (gives_notice(lines[start].text, topic) or not _WORD.search(lines[start].text)):
        start += 1
    return _past_list(lines, start)


def _past_list(lines: Sequence[Line], start: int) -> int:
    """Return the place behind the rest of a numbered list of notices: ``2. 2、…`` below ``1. 1、…``."""
    while 0 < start < len(lines):
        above, below = _LISTED.match(lines[start - 1].text), _LISTED.match(lines[start].text)
        if not above or not below or above[2] != below[2] or int(above[1]) + 1 != int(below[1]):
            break
        if site_share(lines[start].text) < _LISTED_SHARE:
            break
        start += 1
    return start


def is_of_site(text: str, topic: Set[str]) -> bool:
    """Tell whether a line right below a head is several words of sites and hardly anything else."""
    if len(text) > _LONGEST or site_share(text, topic) < _ALMOST_ALL:
        return False
    return len({*words_in(text.lower())} - topic) >= _SURE
