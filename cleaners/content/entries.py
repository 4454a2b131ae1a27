"""Pages that are lists: the entries of a board of notices, each a headline that leads to one, with its day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from cleaners.content.box_names import AGAINST, BESIDE, COMMENTS, box_name
from cleaners.lazily import lazily
from cleaners.markup.nesting import outward
from cleaners.markup.outline import Outline
from cleaners.rules.others import heads_others
from cleaners.values import TYPES

_LEAST: Final = 6  # entries: fewer stand beside many a document
_SHARE: Final = 0.3  # of the characters of a page that is a list
_LINKED: Final = 0.4  # of a line whose headline leads on
_TITLE: Final = 6  # characters
_ABOVE: Final = 8  # lines over a list that may name it
_SHORT: Final = 24  # characters of what loads, or can be loaded down
_BY_OTHERS: Final = ("该用户", "TA的", "他的", "她的", "作者其他", "作者的其他")
_LOADS: Final = lazily("正在加载|加载中|立即下载|下载文[档檔]|免费下载|页数|文[档檔]大小|Loading")
_PATH: Final = lazily("[>›»＞]")
_NAME: Final = 48  # characters of a heading, or of a path
_BOARD: Final = lazily(
    "通知|公告|公示|新[闻聞]|[动動][态態]|[资資][讯訊]|快[讯訊]|(?i:news|notices|announcements|events)"
)
_FILE: Final = lazily(rf"(?i)[.．](?:{TYPES})$")
_DAY: Final = r"[\[(（]?(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])）]?"
_DATED: Final = lazily(rf"\s*{_DAY}\s*$")
_ENTRY: Final = lazily(rf"\s*{_DAY}\s*\S.*|.*\S\s*{_DAY}\s*")


def dated_entries(outline: Outline) -> list[int]:
    """Return the places of the entries where a page is a list of dated headlines; none where it is no such page.

    A list that its box or a heading calls one of other documents is none.
    """
    listed: defaultdict[int, list[int]] = defaultdict(list)
    for place, row in enumerate(outline.rows):
        if _LINKED < row[4] < 1 and len(row[0]) > _TITLE and _ENTRY.fullmatch(row[0]):
            listed[row[5]].append(place)
    box, entries = max(listed.items(), key=lambda pair: len(pair[1]), default=(0, []))
    if len(entries) < _LEAST or _is_beside(outline, box) or _is_headed(outline, entries[0]):
        return []
    if _is_of_file(outline, entries) or not _is_named(outline, entries[0]):
        return []
    rows = outline.rows
    shown = sum([len(rows[place][0]) for place in entries])
    return entries if shown >= _SHARE * sum([len(row[0]) for row in rows]) else []


def _is_beside(outline: Outline, box: int) -> bool:
    names = [box_name(outline.attributes[around]) for around in outward(outline.parents, box)]
    return any(name & (AGAINST | BESIDE | COMMENTS) for name in names)


def _is_named(outline: Outline, place: int) -> bool:
    """Tell whether a heading or a path above a list says that the page is one of notices or news."""
    return any(
        len(row[0]) <= _NAME and (row[2] or _PATH.search(row[0])) and _BOARD.search(row[0])
        for row in outline.rows[:place]
    )


def _is_of_file(outline: Outline, entries: Sequence[int]) -> bool:
    """Tell whether a page is that of a file: a title or entries end as its name does, or pictures stand for it."""
    rows = outline.rows
    above = rows[: entries[0]]
    if any((row[1] == "img" or row[2] == 1) and _FILE.search(row[0]) for row in above):
        return True
    files = sum([_FILE.search(_DATED.sub("", rows[place][0]).strip()) is not None for place in entries])
    return 2 * files >= len(entries) or any(_LOADS.search(row[0]) for row in above if len(row[0]) <= _SHORT)


def _is_headed(outline: Outline, place: int) -> bool:
    """Tell whether a heading of other documents stands between the page's own and a list."""
    above = outline.rows[:place]
    own = max((at for at, row in enumerate(above) if row[2] == 1), default=max(0, place - _ABOVE))
    return any(heads_others(row[0].rstrip(":：")) or row[0].startswith(_BY_OTHERS) for row in above[own:])
