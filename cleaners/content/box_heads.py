"""Boxes that open with a heading of the site: ``rules/box_heads.toml``. What a box says of itself needs no name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Final

from cleaners.content.box_names import AGAINST, COMMENTS, DESCRIBES, THREAD
from cleaners.lazily import lazily
from cleaners.markup.nesting import children, kind_of, lines_in, span
from cleaners.markup.outline import Outline
from cleaners.package_data import read_table
from cleaners.rules.others import heads_others

LONGEST: Final = 24
_LINK: Final = 0.9
_SEVERAL: Final = 3
_PAIR: Final = 2
_SOME: Final = 0.25  # of an entry of a list that a link begins
_SAYING: Final = 8  # characters beside links that say something
_CARD: Final = 2  # lines
_BAR: Final = 3  # lines of a bar with a heading and its links: 更多>>
_BARS: Final = 2  # boxes around a heading that are bars
_CLOSING: Final = ")）"
_COUNT: Final = lazily(r"[(（](\d{1,3})[)）]$")
_LABEL: Final = lazily(r"[\[【（(]?(\S[^:：\]】）)]{1,22}?)(?:[:：]|[\]】）)][:：]?)")
_UNITS: Final = ("条", "條", "个", "個", "则", "則")  # 其他回答（2条）
_ABOUT_OTHERS: Final = lazily(
    r"(?:相[关關似]|推[荐薦]|[热熱][门門]|最[新近]|更多|同[类類]|[类類]似|延伸|近期|精[彩选選]|往期|猜)\w{2,6}"
    r"|被.{0,4}(?:加入|收[录錄入]).{0,8}|.{1,14}的(?:其[他它]|更多|全部|所有).{1,6}|.{1,10}的(?:[问問]答|分[类類])"
    r"|[跟照][着著]做的.{1,4}|.{0,10}大家.{1,4}\d*\s?(?:作品|晒单|[点點][评評])|大家.{1,16}全部作品"
    r"|(?:[网網]友|用[户戶]|[买買]家|[读讀]者|[顾顧]客)(?:[评評][论論价價]|[点點][评評]|[问問]答|晒[单單]|作品|提[问問])"
)
_MESSAGES: Final = lazily(  # behind the title, or of this page
    r"(?:[关關][于於][“\"「『《]?[”\"」』》]?)?的(?:留言|[評评][论論]|[点點][評评])"
    r"|[关關][于於][这這本此该該].{0,2}(?:文[档檔章]|[资資]料|帖|[页頁]|菜[谱譜]|[课課]件|商品|宝[贝貝]|[视視][频頻])的(?:[问問]答|提[问問]|疑[问問]|[讨討][论論])"
)
_DATED: Final = lazily(r"(?:19|20)\d\d[-/.年]\d{1,2}|\d{1,2}[月-]\d{1,2}|\d{1,2}\s?(?:天|小[时時]|分[钟鐘])前")
_OF_DOCUMENT: Final = lazily(  # a document may have a section of the name: 相关规定
    r"(?:相[关關似]|推[荐薦]|[热熱][门門]|最[新近]|同[类類]|[类類]似|近期)"
    r"(?:[规規][定程范則则]|[标標]准|概念|[术術]语|知[识識]|景[点點]|[产產]品|工作|[进進]展|[专專][业業]|措施|方法|[书書]目|技[术術]|指[标標]|制度|[条條][款文]|法[条條规規]|定[义義]|[参參][数數])"
)
_ASKED: Final = lazily(
    r"相[关關](?:法律)?(?:[问問][题題](?:解答)?|咨[询詢]|提[问問])|(?:大家|[网網]友)(?:还在|都在)[问問]"
)
_ASKED_BEGIN: Final = frozenset("相大网網")
_OF_TEXTS: Final = frozenset(("温馨提示", "友情提示"))  # a text ends in such, too
_AROUND: Final = "0123456789()（）[]【】:： >》»·•|"


def boxes_by_heads(outline: Outline, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield each box that a heading opens, with the group of ``box_names`` that the heading puts it into.

    A heading over other documents, in whatever words, opens a box of links or cards, or stands right above one.

    Args:
        outline: a page.
        places: its lines of up to ``LONGEST`` characters that are no links: a menu has the same words.
    """
    heads, rows, holders = _heads(), outline.rows, outline.holders
    title = next((row[0] for row in rows if row[1] == "h1" and row[2] == 1), "")
    for place in places:
        is_first = place == 0 or holders[place - 1] != holders[place]
        is_above = rows[place][2] > 1 and place + 1 < len(holders) and holders[place + 1] != holders[place]
        if not (is_first or is_above):
            continue
        text = rows[place][0]
        words = _words(text)
        group = heads.get(words, 0)
        if not group and "的" in words and _MESSAGES.fullmatch(words.replace(title, "", 1)):
            group = COMMENTS if _holds_messages(outline, place) else 0
        if not group and words[:1] in _ASKED_BEGIN and _ASKED.fullmatch(words) and _holds_messages(outline, place):
            group = AGAINST
        about = heads_others(text)
        told = bool(group or about)
        if not told and not _ABOUT_OTHERS.fullmatch(words):
            continue
        box = _beyond_bars(outline, place, _opened(place, holders, outline.parents)) if is_first else 0
        own = not told and _OF_DOCUMENT.fullmatch(words) is not None
        if own and box > 0 and _says_something(outline, box, place):
            continue
        if group == AGAINST and words in _OF_TEXTS and box > 0 and _is_styled(outline, box):
            continue
        cards = about and _holds_cards(outline, box)
        if box > 0 and (group or cards or _holds_links(outline, box) or _holds_linked_cards(outline, box)):
            yield box, group or AGAINST
        elif is_above and not group & ~AGAINST and (below := _box_below(outline, place, told=told, own=own)):
            yield below, AGAINST
        elif about and is_first and not group & ~AGAINST:
            yield from ((behind, AGAINST) for behind in _boxes_behind(outline, place))


def _is_styled(outline: Outline, box: int) -> bool:
    """Tell whether a box without a name looks like several beside it, as editors set the parts of a text."""
    style = outline.attributes[box].get("style")
    beside = children(outline.parents, outline.parents[box]) if style and not kind_of(outline, box)[1] else []
    return sum(outline.attributes[one].get("style") == style for one in beside) > _SEVERAL


def _beyond_bars(outline: Outline, place: int, box: int) -> int:
    """Return the box that a heading opens, where the innermost one is a bar with it and a few links."""
    for _ in range(_BARS):
        around = outline.parents[box]
        lines = lines_in(outline, span(outline.parents, box))
        is_bar = 0 < len(lines) <= _BAR and all(outline.rows[at][4] > _LINK for at in lines if at != place)
        if box <= 0 or around <= 0 or not is_bar or lines_in(outline, span(outline.parents, around)).start != place:
            break
        box = around
    return box


def _box_below(outline: Outline, place: int, *, told: bool, own: bool) -> int:
    """Return the box of links or cards that begins right below a heading; 0 where none does.

    Cards without links are a document's terms and steps as well (相关概念): the heading must be ``told`` by itself.
    One that may be a document's ``own`` stands over others only where nothing is said beside their links.
    """
    box, around = outline.holders[place + 1], outline.holders[place]
    while box > 0 and outline.parents[box] != around:
        box = outline.parents[box]
    if box <= 0 or (own and _says_something(outline, box, place)):
        return 0
    linked = _holds_links(outline, box) or _holds_linked_cards(outline, box)
    return box if linked or (told and _holds_cards(outline, box)) else 0


def _boxes_behind(outline: Outline, place: int) -> list[int]:
    """Return the boxes of one kind that stand behind that of a heading, where each begins with a link: other poems."""
    parents, own = outline.parents, outline.holders[place]
    while own > 0 and len(lines_in(outline, span(parents, parents[own]))) == 1:
        own = parents[own]
    if own <= 0 or len(lines_in(outline, span(parents, own))) > 1:
        return []
    behind = [box for box in children(parents, parents[own]) if box > own]
    kind = kind_of(outline, behind[0]) if behind else (0, None)
    if any(outline.rows[at][0][:1] == "《" for box in behind for at in lines_in(outline, span(parents, box))):
        return []  # books that a document recommends
    found = [*takewhile(lambda box: kind_of(outline, box) == kind and _begins_with_link(outline, box), behind)]
    return found if len(found) >= _SEVERAL and kind[1] else []


def _holds_messages(outline: Outline, place: int) -> bool:
    """Tell whether the box that a heading opens has days in short lines, or several links: who wrote, and when."""
    box = _opened(place, outline.holders, outline.parents)
    rows = [outline.rows[at] for at in lines_in(outline, span(outline.parents, box))] if box > 0 else []
    dated = any(len(row[0]) <= LONGEST and _DATED.search(row[0]) for row in rows)
    return dated or sum([row[4] > _LINK for row in rows]) >= _PAIR


def _begins_with_link(outline: Outline, box: int) -> bool:
    rows = (outline.rows[at] for at in lines_in(outline, span(outline.parents, box)))
    first = next((row for row in rows if row[1] != "img"), None)
    return first is not None and first[4] > _LINK


def _says_something(outline: Outline, box: int, heading: int) -> bool:
    """Tell whether a line of a box says something beside its links, as sections of a document do."""
    rows = (outline.rows[at] for at in lines_in(outline, span(outline.parents, box)) if at != heading)
    return any(len(row[0]) * (1 - row[4]) >= _SAYING for row in rows)


def _holds_links(outline: Outline, box: int) -> bool:
    """Tell whether a box holds several links, each a line of its own, or two with hardly anything else."""
    rows = [outline.rows[at] for at in lines_in(outline, span(outline.parents, box))]
    links = sum([row[4] > _LINK for row in rows])
    counted = sum([row[1] == "li" and row[4] > _SOME for row in rows])  # 冬天的炖菜 38道菜谱
    return max(links, counted) >= _SEVERAL or (links == _PAIR and len(rows) <= 2 * _PAIR)


def _holds_linked_cards(outline: Outline, box: int) -> bool:
    """Tell whether a box holds hardly anything but boxes of one kind, most of them with a link."""
    cards = [*children(outline.parents, box)]
    if len(cards) < _PAIR or not outline.attributes[cards[-1]].get("class"):
        return False
    kind = kind_of(outline, cards[-1])
    held = [lines_in(outline, span(outline.parents, card)) for card in cards if kind_of(outline, card) == kind]
    linked = sum([any(outline.rows[at][4] > _SOME for at in lines) for lines in held])
    whole = sum(map(len, held)) >= len(lines_in(outline, span(outline.parents, box))) - _CARD
    return len(held) >= _PAIR and whole and 2 * linked >= len(held)


def _holds_cards(outline: Outline, box: int) -> bool:
    """Tell whether a box holds nothing but several boxes of a line or two each, its heading aside."""
    cards = [*children(outline.parents, box)]
    lines = [len(lines_in(outline, span(outline.parents, card))) for card in cards]
    whole = len(lines_in(outline, span(outline.parents, box)))
    return len(cards) >= _SEVERAL and max(lines) <= _CARD and sum(lines) >= whole - 1


def heads_readers(text: str) -> bool:
    """Tell whether a line is a heading of the site over what readers wrote: 其他回答, 相关评论."""
    return len(text) <= LONGEST and _heads().get(_words(text), 0) & (THREAD | COMMENTS) > 0


def heads_posts(text: str) -> bool:
    """Tell whether a line is a heading of the site over posts of a thread: 满意回答, 其他回答（2条）, 8条评论."""
    group = _heads().get(_words(text), 0) if len(text) <= LONGEST else 0
    return group & THREAD > 0 or (group & COMMENTS > 0 and any(map(str.isdecimal, text)))


def _words(text: str) -> str:
    """Return a heading without signs and a count around it."""
    text = text.strip(_AROUND)
    return text[:-1].rstrip(_AROUND) if text[-1:] in _UNITS else text


def boxes_by_counts(outline: Outline, headings: Iterable[int]) -> Iterator[int]:
    """Yield each box whose heading counts more than it shows, links among it: 作品（29）, over two of them.

    Args:
        outline: a page.
        headings: the places of its headings that are no links.
    """
    for place in headings:
        text = outline.rows[place][0]
        if text[-1] not in _CLOSING or not (count := _COUNT.search(text)):
            continue
        box = _opened(place, outline.holders, outline.parents)
        lines = lines_in(outline, span(outline.parents, box)) if box > 0 else ()
        if 0 < len(lines) <= int(count[1]) and any(outline.rows[at][4] > _LINK for at in lines):
            yield box


def is_labelled(text: str) -> bool:
    """Tell whether a line begins with a heading of the site as its label: [相关推荐] A | B."""
    label = _LABEL.match(text)
    return label is not None and _heads().get(label[1], 0) & AGAINST > 0


def _opened(place: int, holders: Sequence[int], parents: Sequence[int]) -> int:
    """Return the innermost box with more in it than a line that it begins with; 0 where it begins with another."""
    box = holders[place]
    while box > 0:
        inside = span(parents, box)
        if place and holders[place - 1] in inside:
            return 0
        if place + 1 < len(holders) and holders[place + 1] in inside:
            return box
        box = parents[box]
    return 0


@cache
def _heads() -> dict[str, int]:
    groups = {"against": AGAINST, "describes": AGAINST | DESCRIBES, "comments": COMMENTS, "thread": THREAD}
    return {head: groups[name] for name, heads in read_table("rules", "box_heads.toml").items() for head in heads}
