"""The title that a site writes before each heading of a text, and hides there: ``<span>落雁渡</span>历史沿革``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Drop
from cleaners.lazily import lazily
from cleaners.markup.outline import Outline

RULE: Final = "heading-prefix"
_SEVERAL: Final = 2
_SHARE: Final = 3  # headings to each that an encyclopedia has, at the most
_SECTION: Final = lazily(  # of an encyclopedia
    r"[历歷]史|沿革|概[况況述]|[简簡]介|生平|[经經]历|作品|成就|影[响響]|[評评][价價]|特[征徵点點]|[结結][构構]|[遗遺][迹跡存]|现存|地理|人口|[经經][济濟]|文化"
    r"|[荣榮][誉譽]|[获獲][奖獎]|背景|剧情|演[员員]|[内內]容|功[能效]|[应應]用|分[类類布]|形[态態]|[习習]性|栽培|[价價][值格]|建筑|交通|旅游|名称|由来"
    r"|[传傳][说說]|用途|原理|[参參]考|[发發]展|性[质質状狀]|方法"
)
_HEADING: Final = lazily(r"[\u3400-\u9fff]{2}(?<![的在与與和是及之前中后後或][\u3400-\u9fff])")  # one by itself


def without_title_prefixes(outline: Outline, places: Sequence[int]) -> tuple[Outline, list[Drop]]:
    """Take the title off the headings below it, where it stands in a run of its own before each of one level.

    Args:
        outline: a page.
        places: the lines of its content.

    Returns:
        The page, and what was taken from its lines.
    """
    rows = outline.rows
    headings = [place for place in places if rows[place][2] > 1 and rows[place][1] != "li"]
    if len(headings) < _SEVERAL:
        return outline, []
    title = next((row[0] for row in rows if row[2] == 1 and row[1] == "h1"), "")
    pieces = {place: outline.pieces.get(rows[place][8], ("",)) for place in headings}
    own = {place for place in headings if title and pieces[place][0].strip() == title}
    if any(not _HEADING.match("".join(pieces[place][1:]).strip()) for place in own):
        return outline, []  # 苏轼/的生平
    share = _SHARE if len({rows[place][2] for place in own}) > 1 else _SHARE - 1  # of two levels they say more
    if share * sum(_SECTION.search(rows[place][0]) is not None for place in own) < len(own):
        return outline, []  # 中国/银行
    level = min([rows[place][2] for place in headings])
    if len(own) < _SEVERAL or any(place not in own for place in headings if rows[place][2] == level):
        return outline, []
    rows, runs = rows.copy(), dict(outline.pieces)
    for place in own:
        row = rows[place]
        rows[place] = (row[0].removeprefix(title).strip(), *row[1:])
        runs[row[8]] = pieces[place][1:]
    return outline._replace(rows=rows, pieces=runs), [Drop(rows[place][8], RULE, title) for place in sorted(own)]
