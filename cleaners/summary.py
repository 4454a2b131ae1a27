"""The page's own summary, kept as a fact where it says more than the document's beginning."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaners.chrome.folded_summary import SUMMARY, without_heading
from cleaners.chrome.introduced_summary import without_introduction
from cleaners.chrome.site_notices import gives_notice
from cleaners.document import Drop, Line, Metadata
from cleaners.lazily import lazily
from cleaners.rules.traditional import to_simplified
from cleaners.rules.vocabulary import site_share
from cleaners.titles.bare_title import SEPARATOR
from cleaners.values import TYPES
from cleaners.view import View

_NOT_WORD = lazily(r"[\W_]+")
_WIDE = "\u2e80"
_BEGINNING = 2000
_COMPARED = 16
_LEAD = 4
_TAIL = 10
_LABEL = 8  # characters before the title: 专利名称
_LEAST_NAME = 2  # characters; a shorter one is no name
_LEAST_MORE = 8  # characters beyond title and names
_LONGEST_NAME = 24  # characters of a board's or a forum's name behind the title
_HEADING = lazily(
    r"(?i)(?:文[档檔件]|[资資]料|[资資]源|[内內]容|[课課]件|教案|[试試][卷题題]|[论論]文|范文|範文|模[板版]|[讲講][义義]|素材"
    r"|[图圖][纸紙]|[标標][准準]|[电電]子[书書]|本文|作品|AI|智能|全文)?(?:[简簡]介|摘\s?要|介[绍紹]|描述|提要|概要|[导導][读讀语語])"
    r"|(?:document |ai-enhanced (?:title and )?)?(?:description|summary)|about this (?:document|deck|presentation)"
)
_PRESENTING = frozenset(("presenting", "shared-by", "shared-part"))  # sentences by which a site presents a document
_CLOSES = "】]］:："
_AROUND = "【】[]［］:：-—· "
_UNFOLDED = frozenset(("Read less", "Show less", "See less"))  # teasers of others are folded
_LEAST_SUMMARY = 24  # characters of a summary below its heading
_OF_SITE = 0.15  # share of words of sites in what a site says of every document
_MOSTLY = 0.5  # ... in what it says in the head of a page alone
_SENTENCE = lazily(r"[。！？…]|[.!?](?:\s|$)")
_OFFERED = lazily(  # by which a site presents each of its documents
    r"由[^。，,]{1,24}(?:上传|分享)|由[^。，,]{0,12}(?:网|网站|文库|会员|用户|网友)[^。，,]{0,4}(?:提供|整理|收集|发布)"
    r"|文档一共|[，,]可(?:以)?在[线線][阅閱][读讀](?:[，,、]|[和与與及并並或]).{0,12}下[载載]|^[^，。]{1,30}最新章[节節](?:[阅閱][读讀]|列表|目[录錄]|更新)"
    r"|^[^，。]{2,20}[，,]?[为為][您你](?:免[费費])?提供|[，,]提供[^，。]{0,12}(?:[检檢]索|查[询詢]|下[载載])(?:服[务務])?$"
    r"|^[^，。]{2,20}(?:网|網|文[库庫]|网站|網站|平[台臺])[^。]*[，,]提供[^，。]{0,12}(?:[检檢]索|查[询詢]|下[载載])"
    r"|^[^，。]{2,20}(?<![联聯电電管路水局])(?:网|網|网站|網站|[门門][户戶])(?:[(（][^()（）]*[)）])?是.*(?:平[台臺]|[网網]站|[门門][户戶])"
    r"|^.{0,60}(?:Free download as PDF|read online for free)|(?:Free download as PDF|read online for free)\W*$"
    r"|^[^，。]{1,20}[对對][^，。]{1,40}的[影书乐剧書樂劇][评評]$"
)
_PRESENTS = lazily(  # what is left of it without the title: 某网为大家整理的，供大家参考
    r"(?:以下|下面|本文|这里|今天)?(?:就?是|由)?[^\W\d_]{0,10}"
    r"(?:[为给](?:大家|[您你]们?|各位\w{0,4}|广大\w{0,4})|(?<=小编)|(?<=编辑)|(?<=本站))(?:精心|特意|专门)?"
    r"(?:整理|收集|搜集|带来|准备|编辑|提供|分享|推荐|介绍){1,2}(?:了|的|到)?(?:[一几]?[篇份]|关于|有关|相关)?的?"
    r"(?:相关)?(?:范文|文章|作文|内容|资料|全文|文档)?"
    r"(?:(?:(?:仅|以)?供|希望|欢迎|快来|敬请)\w{0,8}(?:参考|帮[助到]|阅读|借鉴|学习|喜欢|查看|收藏|启发|下载|欣赏|关注)\w{0,4}){0,2}"
)
_EDITOR = lazily("网|小编|本站|编辑")
_TOPIC = 24  # characters of what it calls the document
_OFFERS = lazily(  # the words of such a sentence in English
    r"(?:download|read|view|print|save|share|browse|get|free|online|offline|for|on|or|and|as|at|in|by|from|now|the|this|it|pdf|docx?"
    r"|pptx?|xlsx?|txt|files?|format|documents?|presentations?|full|text|ebook|instantly|easily|with|no|registration|required)+"
)
_COUNTS = lazily(r"^(?:文章浏览阅读\S{1,8}次[，,][^。]{0,40}。|内容提示\s?[:：]\s?)")  # with which a site begins each
_LONGEST_OFFER = 90  # characters
_GENERATED = lazily(r"由(?:大?模型|AI|人工智能|智能|机器).{0,6}(?:生成|提供)")
_ENDING = lazily(rf"^(?:{TYPES})(?![a-z])")  # of the file's name, behind the title
_NAMES = lazily(
    r"(?: [A-Z]\w*)+|\s[^，。、：；！？,.:;!?]{1,24} [-_|] [^，。、：；！？,.:;!?]{1,24}"
)  # a board's, a forum's
_COMMA = lazily(r"[,，、;；]+")
_PIECES = lazily(r"[,，、;；|_\s-]+")
_LEAST_WORD = (2, 4)  # characters of a keyword, of one in Latin letters
_METAS = ("og:description", "description")


def summary_of(view: View, drops: Sequence[Drop], facts: Metadata, lines: Sequence[Line]) -> str | None:
    """Return the summary that the page marks as one or the head states; ``None`` where the text says it.

    Args:
        view: the page.
        drops: the lines that the document lost, in page order, its summary among them.
        facts: what the page states.
        lines: the document's lines.
    """
    told = [drop.text.strip() for drop in drops if drop.rule == SUMMARY and not _says_none(drop.text)]
    marked = without_heading(without_introduction(_joined(told)))
    stated = marked or facts.summary or _headed(_beside(view, drops)) or _described(view, facts)
    if not stated:
        return None
    stated = _COUNTS.sub("", " ".join(stated.split()))
    if _OFFERED.search(stated[:_LONGEST_OFFER]):
        return None
    beginning = _beginning(lines)
    if len(stated) > _COMPARED and stated[_LEAD : _LEAD + _COMPARED] in beginning:
        return None
    title = _key(facts.title or "")
    key = _key(stated)
    before, _, rest = key.partition(title) if title else ("", "", key)
    if _presents(to_simplified(key), to_simplified(title)):
        return None
    rest, named_file = _ENDING.subn("", rest)
    start = (rest if rest and len(before) <= _LABEL else key)[:_COMPARED]
    begins = title + _key(beginning)
    if not start or start in begins or all(part in begins for part in _parts(key)):
        return None
    picked = named_file and key.startswith(title) and rest[-_TAIL:] in begins  # a form without its blanks
    return None if picked else stated


def _presents(key: str, title: str) -> bool:
    """Tell whether a summary says no more than that the site has the document, in the words that it has for each."""
    if title and title in key:
        return _PRESENTS.fullmatch(key.replace(title, "", 1)) is not None
    topic, _, said = key.partition("是")
    return len(topic) <= _TOPIC and _EDITOR.search(said) is not None and _PRESENTS.fullmatch(said) is not None


def _parts(key: str) -> tuple[str, str]:
    """Return what stands behind the first third of a summary, and at its end: behind who wrote it, the text's words."""
    third = len(key) // 3
    return key[third : third + _COMPARED], key[-_COMPARED:]


def _says_none(text: str) -> bool:
    """Tell whether a line among those of a summary is a notice, as on what a machine has made."""
    return gives_notice(text) or _GENERATED.search(text) is not None


def _joined(texts: Sequence[str]) -> str:
    """Join the lines of a summary, with a space only between two that are not Chinese where they meet."""
    whole = ""
    for text in filter(None, texts):
        narrow = whole and max(whole[-1], text[0]) < _WIDE
        whole += f" {text}" if narrow else text
    return whole


def _beside(view: View, drops: Sequence[Drop]) -> Sequence[Line]:
    """Return the lines beside the text: those near it in a tree, all that a dump lost."""
    if view.page:
        return view.near
    return [Line(drop.text, number=drop.number) for drop in drops if drop.rule not in _PRESENTING]


def _headed(lines: Sequence[Line]) -> str | None:
    """Return the paragraph below a heading such as 文档简介, behind it in its line, or above the control to fold it."""
    for line in lines:
        heading = _HEADING.match(line.text.lstrip(_AROUND))
        rest = line.text.lstrip(_AROUND)[heading.end() :] if heading else ""
        if rest[:1] and rest[0] in _CLOSES and _says(told := rest.strip(_AROUND)):
            return told
    for line, below in pairwise(lines):
        is_next = below.number == line.number + 1 and not below.links and _says(below.text)
        if is_next and _HEADING.fullmatch(line.text.strip(_AROUND)):
            return below.text
        if below.text in _UNFOLDED and _says(line.text):
            return line.text
    return None


def _says(text: str) -> bool:
    """Tell whether a text is sentences about one document, and not what a site says of every one."""
    return len(text) >= _LEAST_SUMMARY and _SENTENCE.search(text) is not None and site_share(text) < _OF_SITE


def _described(view: View, facts: Metadata) -> str | None:
    """Return the description that the head states, unless it presents the site or adds its name or a channel's."""
    title = facts.title or ""
    stated = next((view.head.metas[name] for name in _METAS if name in view.head.metas), None)
    behind = SEPARATOR.split((view.head.title or "").replace(title, "", 1))
    named = [view.head.metas.get("og:site_name", ""), *behind]
    names = [key for name in named if len(key := _key(name)) > _LEAST_NAME]
    steps = [_key(step) for step in facts.category or ()]
    key = _key(stated or "")
    rest = key.replace(_key(title), "")
    told = _keywords_in(stated or "", view.head.metas.get("keywords", ""))
    for name in sorted([*names, *told, *steps], key=len, reverse=True):
        rest = rest.replace(name, "")
    behind_title = stated[len(title) :] if stated and title and stated.startswith(title) else ""
    least = _LONGEST_NAME if _NAMES.fullmatch(behind_title) else _LEAST_MORE
    of_site = key.startswith(tuple(names)) or len(rest) < least or site_share(rest) >= _MOSTLY
    of_site = of_site or (rest.isascii() and _OFFERS.fullmatch(rest) is not None)
    return None if of_site else stated


def _keywords_in(stated: str, keywords: str) -> list[str]:
    """Return the keywords of a page where its description is a list of them."""
    parts = _COMMA if _COMMA.search(keywords) else _PIECES
    words = set(map(_key, parts.split(keywords)))
    pieces = [_key(piece) for piece in _PIECES.split(stated)]
    listed = 2 * sum(piece in words for piece in pieces) >= len(pieces)
    return [word for word in words if len(word) >= _LEAST_WORD[word.isascii()]] if listed else []


def _key(text: str) -> str:
    return _NOT_WORD.sub("", text).lower()


def _beginning(lines: Sequence[Line]) -> str:
    texts, length = [], 0
    for line in lines:
        texts.append(line.text[:_BEGINNING])
        length += len(line.text)
        if length > _BEGINNING:
            break
    return "".join(texts)
