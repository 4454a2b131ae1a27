"""A title without the site's suffix, the file's ending and the offers behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_offer, is_site_name, names_work
from cleaners.values import TYPES

SEPARATOR = lazily(r"\s+(?:[-–—|｜_·•»>]+|@|::)\s+|\s*[_|｜]+\s*|\s*[-–—]{1,2}\s*(?=[^-–—_|｜]{2,16}$)")
_SUBTITLE = lazily(r"以.{2,}[为為]例|基[于於].{2,}|[写寫][给給].{2,}")
_PARTS = lazily(r"\s+(?:[-–—|｜·•»>@]|::)\s+|\s*[_|｜]+\s*")
_NAMES = lazily(r"[\u3400-\u9fff、]{2,12}(?:_[\u3400-\u9fff、]{2,12})*")
_ENDING = lazily(rf"\s*(?:[.．](?:{TYPES}))+(?=$|[\s_-])", re.IGNORECASE)
_ENDING_AND_OFFER = lazily(rf"(.+?)\s*[.．](?:{TYPES})([^\W\d_]{{2,12}})", re.IGNORECASE)
_CUT_BEHIND = lazily(rf"(?<=\w)(\.(?:{TYPES})) - [^-]{{4,}}(?:\.{{3}}|…)$", re.IGNORECASE)  # T.docx - T of the te...
_PAGES = lazily(
    r"\s*(?:[(（](?:共)?\d{1,5}(?:[页頁](?:珍藏版)?|[张張]?(?:幻灯片|投影片|PPT))[)）]|_第\d{1,4}[页頁]"
    r"|[(（](?:[页頁] ?\d{1,4}|第 ?\d{1,4} ?[页頁])[)）])\s*$"
)
_FACTS = lazily(  # T [PDF, 5.5MB, 34P]
    rf"\s*[\[(（【](?:{TYPES})\s?[,，/|·\s][^\[\]()（）【】]{{2,24}}[\])）】]\s*$", re.IGNORECASE
)
_ORIGINAL = lazily(
    rf"^\s*[【\[［](?:{TYPES}|原[创創]?|[转轉][载載]?|精|荐|推荐|推薦|精华|精華|置顶|文档|资料|文件|文库|下载|公文|免费|推荐下载|免费下载|精品文档|热门)[】\]］]\s*"
    r"|^\s*原[创創]\s*[|｜丨]\s*",
    re.IGNORECASE,
)
_QUOTED_AGAIN = lazily(r"《(《[^《》]+》[^《》]*)》([^《》]{0,12})")
_QUOTED = lazily(r"《([^《》]+)》([^《》]{0,12})")
_ASIDE = lazily(r"[(（【\[]([^()（）【】\[\]]{2,12})[)）】\]]$")
_TITLED = lazily(r"(?:(?:帖子|[问問])?[标標主][题題]|帖子|[题題]目|篇一|(?:View )?Full Version)\s?[:：]\s*(?=\S{4})")
FULL_TEXT = lazily(r"Full text of [\"“](\S.{2,300})[\"”]")
"""How an archive heads the text of a book; group 1 is its title."""
_BRACKETED = lazily(r"【([^【】]{8,})】")
_LAST_PART = lazily(r"(?<=[^_\s|-])([_\s|-]+)([^_\s|-]+)$")
_QUALITY = lazily(  # T(完整正版、清晰无水印)
    r"\s*[(（](?:(?:可[复複][制製]|可搜索|可[编編][辑輯]|完整|正版|原版|清晰|高清|[无無]水印|[带帶][书書][签籤]|文字版)[、，,\s]*){2,}版?[)）]$"
)
_WHOLE = lazily(r"(?i)(?<=.{4})完整版word(?:格式)?文[档檔]下[载載]$")
_OF_FONT = lazily("^[\ue000-\uf8ff]+|[\ue000-\uf8ff]+$")  # pictures of the site's own font
_CUT = lazily(r"(?<=[^\x00-\x7f])\.\.$")  # as sites shorten a title, whole though it be
_IN_BRACKETS = lazily(r"\s?[(（][A-Za-z]{0,4}[\d×xX*]{4,8}[)）]$")
_OF_PAPER = lazily(  # the page of a newspaper; 第3版：习题 is an edition
    r"\s+第\s?[A-Z]?\d{1,3}\s?版[:：]\S{0,4}(?:要闻|新闻|副刊|专[版刊]|广告|综合|头版|时事|体育|国际|评论|理论|视点|民生)\S{0,2}$"
)
_BY = lazily(r"\s+[/／]\s*[文撰]\s?[．.]\s?[^\W\d_a-zA-Z]{2,3}$")  # T /文．N
_OPENING = "[(<"  # of the keys of brackets
_BULLETS = "•·▪■◆● "
_LONGEST = 200
_SITE_NAME = 8
_SEARCHED = lazily(
    r"(?:大全|[阅閱][读讀]|下[载載]|集[锦錦]|精[选選]|[汇匯][总總]|[图圖]片|推[荐薦]|范文|模板|官[网網])$"
)  # for search engines
_TELLING = 6
_LEAST = 2
_READ = 1000
_TOPIC = 4


def bare_title(title: str, *, is_site: Callable[[str], bool] = is_site_name, shown: Iterable[str] = ()) -> str | None:
    """Return the title alone.

    Args:
        title: as the page's head or its first line has it.
        is_site: tells whether a last part is the site's name; by its words, if no page is at hand to ask.
        shown: headings that the page shows; one that the title starts with tells where the title ends, as does one that
            has the beginning of the title in it.
    """
    title = _CUT_BEHIND.sub(r"\1", " ".join(title[:_READ].split()))
    headings = sorted({bare for heading in shown if (bare := bare_name(heading))}, key=len, reverse=True)
    key = key_of(title)
    for heading in headings:
        heading_key = key_of(heading)
        told = len(heading_key) > _LEAST or (title.startswith(heading) and SEPARATOR.match(title, len(heading)))
        begins = key.startswith(heading_key) or key.lstrip(_OPENING).startswith(heading_key)
        if told and begins and not _names_site(heading_key, key) and not _subtitled(title, heading, is_site):
            return heading
    if part := _part_shown(title, headings):
        return part
    kept = _before_names(title, headings)
    while (cuts := [*SEPARATOR.finditer(kept)]) and _is_suffix(kept[cuts[-1].end() :], is_site):
        if cuts[-1].start() <= _TOPIC and names_work(key_of(kept[cuts[-1].end() :])):
            break  # 医学类-糖尿病的护理课件
        rest = kept[cuts[-1].end() :]
        if cuts[-1][0] == "——" and (len(rest) > _SITE_NAME or _SUBTITLE.fullmatch(rest)):
            break  # T——来自新闻中心的观察, T——以某县为例
        kept = kept[: cuts[-1].start()]
    kept = _OF_PAPER.sub("", kept)
    return _within(kept, headings, is_site) or bare_name(kept)


def _part_shown(title: str, headings: Iterable[str]) -> str | None:
    """Return the heading that is a part of the title behind a topic in small letters: ``joinery - T - Site``."""
    first, *rest = _PARTS.split(title)
    parts = set(map(key_of, rest)) if first.islower() and first.isascii() else ()
    return next((heading for heading in headings if parts and key_of(heading) in parts), None)


def _before_names(title: str, headings: Iterable[str]) -> str:
    """Return a title up to a part that a heading shows, the name of a blog: ``T @ N :: Site``; or up to an underscore.

    Behind an underscore stand names of sites and topics, where the title before it is no file's name.
    """
    names = {key_of(heading) for heading in headings}
    for cut in _PARTS.finditer(title):
        if cut.start() >= _LEAST and key_of(_PARTS.split(title[cut.end() :])[0]) in names:
            return title[: cut.start()]
    first, _, rest = title.partition("_")
    if len(first) >= _TELLING and any(_begins(first, part) for part in rest.split("_")):
        return first  # T：R_T(600001)_公司公告
    return first if rest and len(first) > _LEAST and _NAMES.fullmatch(rest) and not _ENDING.search(title) else title


def _begins(title: str, part: str) -> bool:
    """Tell whether a title begins with what a part behind it names, its number in brackets aside."""
    name = _IN_BRACKETS.sub("", part)
    return name != part and len(name) >= _LEAST and title.startswith(name)


def _names_site(heading: str, title: str) -> bool:
    """Tell whether a heading is the site's name, which the title begins with as well."""
    return heading != title and len(heading) <= _SITE_NAME and is_site_name(heading)


def _subtitled(title: str, heading: str, is_site: Callable[[str], bool]) -> bool:
    """Tell whether a title goes on behind a heading with a subtitle, which pages set in a line of its own."""
    behind = title[len(heading) :].lstrip() if title.startswith(heading) else ""
    if not behind.startswith("——"):
        return False
    rest = behind[2:]
    named = len(rest) > _SITE_NAME and not (_is_suffix(rest, is_site) or _SEARCHED.search(rest))
    return named or _SUBTITLE.fullmatch(rest) is not None


def _within(title: str, headings: Iterable[str], is_site: Callable[[str], bool]) -> str | None:
    """Return the beginning of a title, up to a separator, that a heading shows with something else: ``[期中] T``."""
    keys = [key_of(heading) for heading in headings]
    for cut in reversed([*SEPARATOR.finditer(title)]):
        part = bare_name(title[: cut.start()])
        if part and _subtitled(title, title[: cut.start()], is_site):
            return None
        if part and len(part) >= _TELLING and any(key_of(part) in key for key in keys):
            return part
    return None


def _is_suffix(part: str, is_site: Callable[[str], bool]) -> bool:
    key = key_of(part)
    return not key or is_offer(key) or key.startswith("poweredby") or is_site(key)


def _is_phrase(last: re.Match[str]) -> bool:
    """Tell whether a last word goes on from a Latin word: ``Convert PDF to Word``."""
    before = last.string[last.start() - 1 : last.start()]
    return before.isascii() and last[2].isascii() and last[1].isspace()


def bare_name(title: str) -> str | None:
    """Return a title without marks of copies, file ending and offers; ``None`` where nothing is left."""
    title = _ORIGINAL.sub("", " ".join(title.split()))
    if title[:1] == "【" and (whole := _BRACKETED.fullmatch(title)):
        title = whole[1]
    if labelled := _TITLED.match(title):
        title = title[labelled.end() :]
    if archived := FULL_TEXT.fullmatch(title):
        title = archived[1]
    title = _BY.sub("", _CUT.sub("", _FACTS.sub("", title)))
    title = _PAGES.sub("", _ENDING.sub("", _PAGES.sub("", title)))
    title = _WHOLE.sub("", _QUALITY.sub("", title))
    if (offered := _ENDING_AND_OFFER.fullmatch(title)) and is_offer(key_of(offered[2])):
        title = offered[1]
    while (last := _LAST_PART.search(title)) and is_offer(key_of(last[2])) and not _is_phrase(last):
        title = title[: last.start()]
    if (aside := _ASIDE.search(title)) and is_offer(key_of(aside[1])):
        title = title[: aside.start()]
    title = _OF_FONT.sub("", title).strip(" \t_|").lstrip(_BULLETS)
    if (quoted := _QUOTED.fullmatch(title) or _QUOTED_AGAIN.fullmatch(title)) and (
        not quoted[2] or is_offer(key_of(quoted[2]))
    ):
        title = quoted[1]
    return title[:_LONGEST] if title else None
