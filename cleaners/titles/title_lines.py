"""Which lines of a text dump could be its title, by what they say and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleaners.chrome.line_weights import LANGUAGES, has_file_label, is_menu
from cleaners.chrome.site_notices import gives_notice, is_notice
from cleaners.chrome.wrapped_lines import running_lines
from cleaners.document import Line
from cleaners.facts.beside_title import CITED
from cleaners.facts.breadcrumb import HOMES, STEP
from cleaners.facts.bylines import POET, is_reporters
from cleaners.facts.labels import bare_label, fits
from cleaners.facts.title_parts import ISSUE, is_second
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.others import introduces
from cleaners.rules.preview_words import says_part
from cleaners.rules.readers import calls_readers, greets, speaks_to_readers
from cleaners.rules.site_words import names_nothing, names_work
from cleaners.rules.strangers import BLANK, columns
from cleaners.rules.vocabulary import begins_with_site_word, site_share
from cleaners.titles.above_title import HEAD_LINES, LONGEST, is_running_text
from cleaners.titles.centred_halves import are_centred_halves
from cleaners.titles.site_lines import SITES

_OF_ISSUES = "期)）"
_BULLETS = "•◦▪-"
_DATED = lazily(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}")
_MONTH = lazily(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.? (?:\d{1,2}, )?(?:19|20)\d\d"
)
_SAID = lazily(r"[^\W\d_]{2,6}\s?[:：]?\s?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
_UPDATED = lazily(r"(?:最[近后])?(?:更新|发[布表]|编辑|修改)(?:[时時][间間]|日期|于)?[:：\s]*(?:19|20)\d\d[-/.年]")
_LAST_UPDATED = lazily(
    r"(?i)(?:last |page )?(?:updated|modified|revised|reviewed)(?: on)?:? .{0,8}\d.*\b(?:19|20)\d\d\b.{0,24}"
)
_WHOLE_DAY = lazily(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:[A-Z][a-z]{2,8} \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? (?:19|20)\d\d"
)
_HEADLINES = 60  # characters
_ENDED = lazily(r"[。；;！!？?…]|[，,：:、\-—]$|[，,].*[，,].*[，,]")
_PARAGRAPH = lazily("[。！!？?…”」.)）]$")
_FULL = 0.8
_WRAPPED = 60  # lines below a title in which a text shows its wrap
_NEAR_TEXT = 4  # lines below it in which that begins
_SHORT_OF_WRAP = 0.85
_PART_NAME = lazily(
    r"前言|引言|序言?|[绪緒][论論]|摘要|目[录錄]|正文|[导導][言读讀语語]|概述|背景|[题題][记記]|楔子|序幕|尾[声聲]|后[记記]|[编編]者按|案情[简簡]介"
    r"|教[学學](?:反思|目[标標]|[过過]程)|原文|[译譯]文|[上中下]卷.*|第.{1,3}[章回节節卷].*|abstract|introduction|foreword|preface|contents|summary"
    r"|prologue|epilogue|background|chapter.*"
)
_BRIEF = 6  # characters of a heading of a part
_LEAST_TITLE, _WORDS_OF_TITLE = 8, 4  # characters of a paper's title, and spaces of one in letters
_KIND_OF_PAPER = lazily(
    r"(?i)^(?:original |research |review )?(?:article|paper|review|open access)$|第\s?\d+\s?[卷期]|^[·•].*|[·•]$"
    r"|^[综綜]述$|^[专專][论論]$"
    r"|^[\u4e00-\u9fff]{2,4}(?:[，、, ]+[\u4e00-\u9fff]{2,4})+$"
)
_NO_NAME_OF_TEXT = lazily(  # the day of a diary, a greeting, an address, a name
    r"\d{1,2}月\d{1,2}日|[星礼禮][期拜][一二三四五六日天]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|同志[们們]|大家[好早晚上下]|各位"
    r"|\d[号號室]$|[路街]\d+|^[\u4e00-\u9fff]{2,3}$"
)
_ABSTRACT = lazily(r"[【\[]?(?:摘\s*要|[内內]容提要|A(?i:bstract))(?=[\s:：】\].—])")
_ABOVE_ABSTRACT = 6  # lines in which a paper has its title, authors and their offices
_SALUTATION = lazily(
    r"(?:[亲親敬][爱愛]的|尊敬的|各位)[^。；]{1,24}[:：]|Dear [^.;]{2,40}[,:]"
    r"|[^。，；:：]{0,12}(?:同[志学學事]|老[师師]|朋友|代表|[领領][导導]|[来來][宾賓]|家[长長]|[乡鄉][亲親]|先生|女士)[们們][:：]"
)
_COMMA = lazily(r"[，,；;]")
_FIRST = lazily(r"第[一1][章节節编編条條课課回]|[一1](?:[、.．]|$)|[(（][一1][)）]|[1一]\s")
_HEADLINE = lazily(r"(?:(?:[A-Z0-9][^\s]*|[a-z]{1,4}) ){2,20}[A-Z][^\s]*")  # English: A Handbook for Gardens
_SERIES = lazily(r"(\S{4,30}?)[(（]?篇?[一1][)）]?[:：]?")  # T篇一
_ITEM = lazily(r"[(（]?\d{1,3}[.、．)）]")
NO_TITLE = lazily(
    r"(?:[a-z0-9-]+\.)+[a-z]{2,}|[(（\[][^)）\]】]*[)）\]】]|【[^】]{0,7}】|n/a|\d+%.*|.*(?:\.{4,}|…{2,}|·{4,})\s*\d+",
    re.IGNORECASE,
)
"""An address, an aside, a line of a table of contents: lines that are no title."""
SENTENCE = lazily(r"[。，,;；:：、《“‘「『（(【]$|[。；;].|[\u3400-\u9fff]{4}\.$|^(?:\S+ +){10,}\S*[^\s.]\.$")
"""What no title has in it, or at its end."""
FACTS_NEAR = 3
"""Lines below a title in which its facts begin."""
ISSUE_ALONE = lazily(
    r"(?:(?:19|20)\d\d年)?第?\s?\d{1,4}\s?期(?:\s?[(（][总總]第?\s?\d{1,5}\s?期[)）])?|[总總]第?\s?\d{1,5}\s?期"
)
"""The issue of a newsletter without its name."""
OWN_LINE = lazily(
    r"[(（]?[第一二三四五六七八九十]+(?:[章节節条條篇、.．)）]|部分)"
    r"|(?!(?:19|20)\d\d\s|(?:\d ?){3,4}年)\d+(?:\.\d+)*\s+\S|[^:：]{1,14}[:：]\s*\S{1,8}$"
)
"""What a document without its title begins with: a heading of its own, a party to a contract, a field of a form."""
_CITED = lazily(r".{10}\[[JMDCR](?:/OL)?\][.．,，].{4,80}(?:19|20)\d\d")
_GREETING = lazily(r"[欢歡]迎(?:[您你]|光[临臨]|[访訪][问問]|[来來]到|登[录錄])|welcome to", re.IGNORECASE)
_WELCOME = lazily(  # to a site: works are called so, too
    r"(?i)(?:[您你]好[,，!！]?\s*)?[欢歡]迎(?:[您你][访訪来來]?|光[临臨]|[访訪][问問]|[来來]到|登[录錄]).{0,24}?(?:[网網]站?|[论論][坛壇]|社[区區]|文[库庫]|光[临臨]|[您你])[!！。~]*"
    r"|welcome to .{2,40}(?:website|web site|homepage|home page|forums?|\.(?:com|org|net))[!.]*"
)
_FIELD = lazily(
    r"^[^:：]{1,4}(?:[号號位期者人类類别別式態态名码碼]|部[门門]|[时時][间間]|[机機][构構]|[来來]源)\s?[:：]"
)
_NUMBER_OF = lazily(r"[^\W\d_]{0,6}(?:[编編][号號]|[文字案][号號])\s?[:：]")  # of a contract
_LABELLED = lazily(r"([^\s:：]{2,6})\s?[:：].*")
_PAIRS = lazily(r"(?<!\S)[\u4e00-\u9fff]{2,5}\s?[:：]\s?\S")
_BARS = lazily(r"\s[·•|｜]\s")
_DASHES = lazily(r"\s[-–—]\s")
GAP = lazily(r"\s{3}")
"""Between words of a menu."""
_QUOTES = '“《「『【"'
_FIELD_ABROAD = lazily(r"[^\W\d_]{3,14}(?: [^\W\d_]{2,12}){0,2}: \S.*")  # Course: T (BIO 101)
_VOLUME = lazily(r"\s\d{1,3}\s?\(\d{1,2}\)|[a-z] \S+ \d{1,3}\s?\((?:19|20)\d\d\)(?:$|[:,])")  # of a journal
_OFFERED = lazily(
    r"(?:\byour\b|^we['’]re (?:hiring|giving|offering|sorry|here|back|moving)\b"
    r"|^(?:don['’]t|do not|never|let['’]s)\b).*!$",
    re.IGNORECASE,
)
_SAYS_SITE = lazily(r"的(?:个人)?(?:网站|網站|博客|小站|空间|空間|主页|主頁)$")  # what a site says of itself
_COUNTED = lazily(r"\d[\d.,]* [^\W\d_]{3,10}")  # 12 files
_ANNOUNCED = lazily(
    r"(?:小?喇叭|[站网本]?[内站]?公告|(?:最新|系统|平台|论坛)(?:公告|通知)|广播|热搜|热词|(?:热门|大家都在)搜索?)\s?[:：]"
)
_WIDE = "\u2e80"  # the first character of scripts without spaces
_SEVERAL = 4  # lines
_SHORT = 8  # characters of a label with its value
_LETTER = lazily(r"[^\W\d_]")
ADDRESS = lazily(r"www\.|https?://|\w@\w|\w\.(?:com|net|org|cn|edu)\b", re.IGNORECASE)
"""An address in a line."""
_CALLS = 0.3  # share of a site's words in an English line that begins with one


def may_be_title(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line could be a title: no address, aside, path, menu, item, labelled fact; no prose above."""
    text = lines[place].text
    if (
        len(text) > LONGEST
        or "\t" in text
        or GAP.search(text)
        or BLANK in text
        or STEP.search(text)
        or is_menu(text)
        or says_part(text)
        or introduces(text)
        or speaks_to_readers(text)
        or calls_readers(text)
        or greets(text)
        or text in LANGUAGES
        or (_NUMBER_OF.match(text) and not names_work(key_of(text)))
        or _VOLUME.search(text)
        or _COUNTED.fullmatch(text)
        or _ANNOUNCED.match(text)
        or _OFFERED.search(text)
        or _SAYS_SITE.search(text)
        or (_COMMA.search(text) and any(map(is_notice, _COMMA.split(text))))
        or _GREETING.search(text)
    ):
        return False
    if (len(_BARS.findall(text)) > 1 and any(char.isdigit() for char in text)) or len(_PAIRS.findall(text)) > 1:
        return False  # a row of facts
    if len(_DASHES.findall(text)) >= _SEVERAL:
        return False  # a menu
    if text[:3].lower() == "by " and text.count(" ") < _SEVERAL:
        return False
    if " " in text and key_of(text.split()[0]) in HOMES:
        return False
    if text.isascii() and begins_with_site_word(text) and site_share(text) >= _CALLS:
        return False
    if (known := bare_label(text)) and known.fact != "none":
        return False
    if text[-1] in ":：" and len(text) <= _SHORT:
        return False
    if (label := _LABELLED.fullmatch(text)) and (
        site_share(label[1]) >= SITES or has_file_label(text) or _is_in_list(lines, place)
    ):
        return False
    if _FIELD_ABROAD.fullmatch(text) and any(_FIELD_ABROAD.fullmatch(near) for near in _beside(lines, place)):
        return False
    if (
        _DATED.match(text)
        or _UPDATED.match(text)
        or _SAID.fullmatch(text)
        or POET.fullmatch(text)
        or is_reporters(text)
        or _is_fact(text)
        or _MONTH.fullmatch(text)
        or ISSUE.fullmatch(text)
        or (text[-1] in _OF_ISSUES and ISSUE_ALONE.fullmatch(text))
        or CITED.fullmatch(text)
    ):
        return False
    if text[0] in _BULLETS and sum(line.text[0] in _BULLETS for line in lines[max(0, place - 1) : place + 2]) > 1:
        return False
    return (
        not prose_in(lines, range(place))
        and _LETTER.search(text) is not None
        and not _ITEM.match(text)
        and not NO_TITLE.fullmatch(text)
        and not ADDRESS.search(text)
    )


def is_no_title(text: str) -> bool:
    """Tell whether a line is no title wherever it stands: a word that names nothing, a day, a greeting, a fact.

    Nor is a work that is cited.
    """
    if len(text) > LONGEST:
        return _CITED.search(text) is not None
    return (
        names_nothing(key_of(text))
        or _LAST_UPDATED.fullmatch(text) is not None
        or _WHOLE_DAY.fullmatch(text) is not None
        or _WELCOME.fullmatch(text) is not None
        or _CITED.search(text) is not None
        or _is_fact(text.replace("：", ":"))
    )


def _is_in_list(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a labelled line stands below another, or is a short one above another."""
    if lines[place].text[0] in _QUOTES:
        return False
    over = lines[place - 1].text[:LONGEST] if place else ""
    above = _LABELLED.fullmatch(over) is not None and not STEP.search(over)
    below = place + 1 < len(lines) and _LABELLED.fullmatch(lines[place + 1].text[:LONGEST]) is not None
    field = _FIELD.search(lines[place].text) is not None
    return above or (below and (field or len(lines[place].text) <= _SHORT))


def _beside(lines: Sequence[Line], place: int) -> list[str]:
    """Return the texts right above and below a place."""
    return [line.text[:LONGEST] for line in (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])]


def _is_fact(text: str) -> bool:
    """Tell whether a line is a label with a value of its kind: ``Provided by: U``."""
    name, colon, value = text.partition(":")
    label = bare_label(name) if colon else None
    return label is not None and label.fact not in ("none", "title") and fits(label, value.strip())


def is_headline(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the first line of a text without a site is its title.

    Such a line is set off, named as documents are, or stands above the first of their numbers; any other can be the
    beginning of a text that had its title taken off.
    """
    if place + 1 == len(lines):
        return False
    line, below = lines[place], lines[place + 1]
    apart = (
        (below.number > line.number + 1 and not _all_apart(lines))
        or below.indent < line.indent
        or _FIRST.match(below.text)
        or (is_second(below.text) and not _COMMA.search(below.text))
    )
    addressed = _SALUTATION.fullmatch(below.text) is not None and not _NO_NAME_OF_TEXT.search(line.text)
    series = any(
        _SERIES.fullmatch(one.text) and line.text.startswith(_SERIES.sub(r"\1", one.text)) for one in lines[:HEAD_LINES]
    )
    centred = below.indent > line.indent and len(below.text) <= len(line.text)
    halved = (centred and names_work(key_of(line.text + below.text))) or are_centred_halves(lines, place)
    paper = any(_ABSTRACT.match(one.text) for one in lines[place + 2 : place + _ABOVE_ABSTRACT])
    paper = paper and _may_head_paper(line.text, below.text)
    if addressed or halved or paper or stands_over_wrapped(lines, place):
        return True
    return bool(apart or series or names_work(key_of(line.text)) or _HEADLINE.fullmatch(line.text))


def _may_head_paper(text: str, below: str) -> bool:
    """Tell whether a line above authors and abstract can be the title: no journal, no kind of article, no names."""
    short = len(text) < _LEAST_TITLE or (text.isascii() and text.count(" ") < _WORDS_OF_TITLE)
    return not (short or len(text) < len(below) or _KIND_OF_PAPER.search(text))


def stands_over_wrapped(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line ends in no mark, well short of the wrap of the running text right below: a heading.

    One that texts have above their first part, whose title was taken off, is none.
    """
    texts = [line.text for line in lines[place : place + _WRAPPED]]
    if _ENDED.search(texts[0]) or _PART_NAME.fullmatch(key_of(texts[0])) or _NO_NAME_OF_TEXT.search(texts[0]):
        return False
    if len(texts[0]) <= _BRIEF and any(1 < len(text) <= _BRIEF and not _ENDED.search(text) for text in texts[2:]):
        return False  # one of several headings; its text may have had a title
    running = running_lines(texts[1:])
    if not running or min(running) > _NEAR_TEXT:
        return False
    widths = sorted(columns(texts[1 + at]) for at in running)
    return columns(texts[0]) <= _SHORT_OF_WRAP * widths[len(widths) // 2]


def _all_apart(lines: Sequence[Line]) -> bool:
    """Tell whether empty lines part the lines of a text throughout."""
    some = lines[1:HEAD_LINES]
    gaps = sum(after.number > before.number + 1 for before, after in pairwise(some))
    return (
        len(some) > _SEVERAL
        and gaps >= _FULL * (len(some) - 1)
        and not any(is_running_text(line.text) for line in some)
    )


def is_long_headline(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line with commas is a headline of the news: it ends in no mark, and a paragraph follows."""
    if place + 1 >= len(lines):
        return False
    text, below = lines[place].text, lines[place + 1].text
    if len(text) > _HEADLINES or _ENDED.search(text) or _COMMA.search(text) is None:
        return False
    return len(below) >= 2 * len(text) and is_running_text(below) and _PARAGRAPH.search(below) is not None


def is_wrapped(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether a first line is prose that fills the width of the lines, or goes on in lower case: no title."""
    goes_on = any(line.text[:1].islower() for line in lines[1:2])
    full = len(text) >= _FULL * max(len(line.text) for line in lines[:HEAD_LINES])
    return full and (goes_on or bool(_COMMA.search(text)))


def prose_in(lines: Sequence[Line], places: Iterable[int]) -> bool:
    """Tell whether one of some lines is text."""
    texts = (lines[place].text for place in places)
    return any(is_running_text(text) and not (max(text) < _WIDE and gives_notice(text)) for text in texts)
