"""Lines at the top of a text dump that state one fact in words no rule has: ``760人已阅``, ``2019-06-13 提问``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final

from cleaners.facts.access_at_top import access_at_top
from cleaners.facts.author_labels import is_author_label
from cleaners.facts.badges import has_torn_number
from cleaners.facts.finder import TITLE, Said
from cleaners.facts.line_pairs import COUNTED
from cleaners.facts.rows_by_value import row_by_values
from cleaners.facts.told_by_value import by_value
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import Rule
from cleaners.rules.vocabulary import site_share
from cleaners.values import COUNT, PRICE, SIZE, WHOLE, read_date

DATED: Final = Rule("badge-date-said", "badge")
HEAD: Final = 12
"""Lines at the top in which facts stand where no menu does."""
TOP: Final = 40
"""Lines among which a site's labels stand with their values below."""
_ITEM: Final = 6  # characters of an item of a menu
_LONGEST: Final = 60  # characters
_COUNTED: Final = lazily(
    rf"(?:已有|已被|共有|累计)?(?P<n>{COUNT})(?:人次|次|人|位|名)(?:读者|用户|网友|书友|同学|老师)?[已在曾来]?"
    r"(?P<word>[阅看读览瞧翻点下领取]|[阅浏观围翻查访][读览看观阅问]|查看|点击|打开|下载|领取|获取|购买?)[过了量数中]?"
)
_PAGES: Final = lazily(rf"(?:全文|全套|全|共|总|合|计|本|约|套|份)*(?P<n>{WHOLE})(?:页|张|面|p|p\.|幅|pages?|slides?)")
_SIZED: Final = lazily(rf"(?:大小|容量|体积)约?(?P<n>{SIZE})")
_PRICED: Final = lazily(rf"(?P<label>[\u4e00-\u9fff]{{2,4}}):?(?P<price>{PRICE})")
_BARS: Final = lazily(r"\s*[|｜·•]\s*")
_PAIR: Final = lazily(r"[^\s\d:：][^:：]{1,15}[:：]\s?[^:：。]{1,24}")
_NAMED: Final = lazily(r"(?P<label>[\u4e00-\u9fff]{2,5})\s?(?:[:：]\s?|\s)(?P<name>[^\W\d_][\w·.*-]{1,9})")
_COMPOSITION: Final = lazily(
    r"(?:小学|初中|高中)?[一二三四五六七八九初高][年级級一二三]{1,2}[级級]?\s+\S{2,8}\s+\d{2,5}字"
)
_ANOTHER: Final = lazily(r"[\s\u3000]+[\u4e00-\u9fff]{2,4}[\s\u3000:：]+\S{2,20}")  # label with its value
_SHARED: Final = lazily(r"@\s?([^\W\d_][\w·.*-]{1,15})\s?(?:分享|上[传傳载載]|[发發][布佈表]|投稿|收藏|推[荐薦]|整理)")
_STACKED: Final = lazily(rf"(?P<word>[\u4e00-\u9fff]{{2,5}})\s?[:：]?\s?(?P<n>{COUNT})[次人]?")
_PAYS: Final = lazily("[售价費费需花付点點币券积消耗扣兑购买]")
_DAY: Final = lazily(
    r"(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?"
    r"|\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\.?,?\s(?:19|20)\d\d|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
    r"|(?P<month>[A-Z][a-z]{2})\s(?P<day>\d{1,2})\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s(?P<year>(?:19|20)\d\d)"
)
_CLOCK: Final = lazily(r"(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:GMT|UTC|[BECMP][DES]T)\b)?")
_WEEKDAY: Final = lazily(
    r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|(?:星期|周|週|礼拜)[一二三四五六日天]"
)
_ACT: Final = lazily(
    r"(?i)\b(?:(?:date|last|first|time) )?(?:uploaded|posted|published|updated|added|submitted|created|asked|shared"
    r"|modified)(?: (?:on|at|by|date))?\b|\b(?:upload|post|publication|issue) date\b"
    r"|(?:本[帖文])?(?:最[后後近新]|首次)?(?:由\S{1,16}?)?[于於]?(?:提[问問出]|[发發][帖布表问問起]|上[传傳载載架线線]|更新|分享|[发發]|投稿|[创創]建|收[录錄]|入[库庫馆館藏]|[刊登][载載]|[编編][辑輯]|[回][复復]|[贡貢][献獻]|修改)(?:于|於|[时時][间間]|日期)?"
)
_FILED: Final = lazily(r"((?:19|20)\d\d-\d\d-\d\d)\s*[\[【]\s?[\u4e00-\u9fff]{2,8}\s?[\]】]")  # and under what
_OTHER_COUNT: Final = lazily(r"(?:已有)?\d[\d,.]*[万千]?[人次位]\S{2,8}[^。，！？\s]")  # 345人做过这道菜
_PUT_BY: Final = lazily(
    r"([^\W\d_][\w·.*-]{1,11})\s(?:上[传傳载載]|分享|[发發][布佈]|提供|投稿|[贡貢][献獻]|整理|收[录錄])"
)
_ISSUED: Final = lazily(r"((?:19|20)\d\d年\d{1,2}月\d{1,2}日)\s*(?:星期|周)?[一二三四五六日天]?")
_PAPER: Final = lazily(r"第\s?[A-Z]?\d{1,3}\s?版")
_UPDATED: Final = lazily(r"(?i)\s*[|｜·•,]\s*(?:last )?(?:updated|modified)\b.*$")
_PLAIN: Final = lazily(r"(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d(?::\d\d)?")
_DAY_LENGTH: Final = 10
_PROVINCE: Final = lazily(  # where the member is
    r"(?:IP属地|来自|[发發][布佈表][于於])?[:：]?\s?(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南"
    r"|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)$"
)
_ONLY: Final = lazily("[只仅][看見见](?:[该該此][^\\W_]{0,2}|[楼樓]主|作者|[他她]|(?i:ta))")
_REST: Final = lazily(r"[^\W_]+")
_SIDE: Final = 12  # characters beside the date, the time and what was done then
_OF_SITES: Final = 0.5


def is_of_paper(texts: Sequence[str]) -> bool:
    """Tell whether one of the first lines names the page of a newspaper."""
    return any("版" in text and len(text) <= _LONGEST and _PAPER.search(text) for text in texts[:HEAD])


def head_size(texts: Sequence[str], known: Mapping[int, Said]) -> int:
    """Return among how many lines at the top of a dump facts stand: more where a menu or the title begins later."""
    menu = sum(1 for _ in takewhile(lambda text: len(text) <= _ITEM, texts[:TOP]))
    title = min((place for place, said in known.items() if said[0] is TITLE and place < TOP), default=0)
    return min(TOP, HEAD + max(menu, title))


def by_values(text: str, texts: Sequence[str]) -> dict[str, str]:
    """Return what a row at the top states by its values, and the name before them, if that is no line of ``texts``."""
    row = row_by_values(text)
    if row is None:
        return {}
    return ({"author": row.name} if row.name and row.name not in texts else {}) | row.facts


def once(more: dict[str, str], mixed: dict[str, str]) -> dict[str, str]:
    """Return facts read in two ways: whole names, and no size that is a number of readers: ``3.9k阅读``."""
    facts = more | mixed
    name = more.get("author", "")
    if name and (name.startswith(facts["author"]) or facts["author"].endswith(" " + name)):
        facts["author"] = name  # without the label that no rule knows
    if facts.get("file_size") == facts.get("views"):
        facts.pop("file_size", None)
    return facts


def alone_at_top(
    text: str, *, is_beside: bool, is_near: bool, is_below: bool, is_dated: bool, of_paper: bool
) -> Said | None:
    """Return what a line at the top states that no row holds, and the rule that says so.

    Args:
        text: the line.
        is_beside: the line above states facts, too: then a word and a number are enough.
        is_near: that or the one above it.
        is_below: the line above is the title.
        is_dated: a site has said above when it put the document up.
        of_paper: the page of a newspaper is named near by.
    """
    if len(text) > _LONGEST * (1 + text.isascii()):
        return None
    if stated := line_by_value(text):
        return COUNTED, dict(stated)
    if (is_near or is_below) and (access := access_at_top(text)):
        return access
    if is_beside and _OTHER_COUNT.fullmatch(text):
        return COUNTED, {}
    put = _PUT_BY.fullmatch(text) if is_beside or is_below else None
    if put and site_share(put[1]) < _OF_SITES and not is_author_label(put[1]):
        return COUNTED, {"author": put[1]}
    if _COMPOSITION.fullmatch(text) or (is_beside and _PROVINCE.fullmatch(text)):
        return COUNTED, {}
    if filed := _FILED.fullmatch(text):
        return DATED, {"published": filed[1]}
    if shared := _SHARED.fullmatch(text):
        return COUNTED, {"author": shared[1]}
    by = _NAMED.match(text)
    if by and by.end() < len(text) and not _ANOTHER.fullmatch(text, by.end()):
        by = None
    if by and (is_beside or by["label"].endswith("作者")) and is_author_label(by["label"]):
        return COUNTED, {"author": by["name"]}
    if is_beside and len(parts := _BARS.split(text)) > 1 and all(_PAIR.fullmatch(part) for part in parts):
        return COUNTED, {}
    counted = _STACKED.fullmatch(text) if is_beside else None
    if counted and (stated := by_value(counted["word"], counted["n"])):
        return COUNTED, dict(stated)
    if of_paper and (issue := _ISSUED.fullmatch(text)):
        return DATED, {"published": issue[1]}
    day = None if is_dated or not any(map(str.isdigit, text)) else dated_line(text)
    return (DATED, {"published": day}) if day else None


def line_by_value(text: str) -> Mapping[str, str] | None:
    """Return what a line at the top states by its value and the sign of its word: readers, takers, pages, a price."""
    if has_torn_number(text):
        return None
    key = key_of(text).strip("()[]|-~:")
    if pages := _PAGES.fullmatch(key):
        return {"page_count": pages["n"]}
    if counted := _COUNTED.fullmatch(key):
        return by_value(counted["word"], counted["n"])
    if sized := _SIZED.fullmatch(key):
        return {"file_size": sized["n"]}
    if (priced := _PRICED.fullmatch(key)) and _PAYS.search(priced["label"]) and not priced["price"].endswith("元"):
        return {"access_text": text.strip()}
    return None


def dated_line(text: str) -> str | None:
    """Return the day of a line that says when something was put up: with the time of day, or what was done then."""
    if _PLAIN.fullmatch(text):  # most such lines
        return text[:_DAY_LENGTH] if read_date(text) else None
    text = _UPDATED.sub("", text)
    days = list(_DAY.finditer(text))
    if len(days) != 1:
        return None
    day = days[0]
    shown = f"{day['day']} {day['month']} {day['year']}" if day["month"] else day[0]
    rest = text[: day.start()] + " " + text[day.end() :]
    issue = _PAPER.search(rest) is not None
    timed = _CLOCK.search(rest) is not None or issue
    rest = _PAPER.sub(" ", rest)
    rest = _WEEKDAY.sub(" ", _CLOCK.sub(" ", rest))
    timed = timed or (day.start() == 0 and _PROVINCE.fullmatch(rest.strip()) is not None)
    rest = _PROVINCE.sub(" ", rest)
    acted = _ACT.search(rest) is not None
    rest = "".join(_REST.findall(_ONLY.sub(" ", _ACT.sub(" ", rest))))
    if not (timed or acted) or len(rest) > _SIDE or (rest and not issue and site_share(rest) < _OF_SITES):
        return None
    return shown if read_date(shown) else None
