"""Headings of a collection that a site ran into their first paragraphs: the title with 1, 2, 3 behind it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily

_COUNTED: Final = lazily(r"\W{0,2}\D{0,6}\d{1,3}\s?篇\W?|")  # behind the title's words: (精选15篇), or nothing
_HEAD: Final = lazily(r"(.{4,60}?)\s?(?:篇\s?)?(\d{1,2})\s?(?=[\u3400-\u9fff“「『《‘(（])")
_MEASURE: Final = lazily(
    r"[年月日号號天个個次级級班期届屆周章节節课課篇部岁歲元万萬千百分倍比类類种種条條名位度人小点點起例家代台宗亩畝件只辆輛组組队隊"
    r"所座套份本张張株米克吨噸升批项項场場处處支枝枚艘架秒股户戶匹头頭棵块塊片根层層间間栋棟排行页頁册冊卷集首幅门門]"
)
_LEAST: Final = 4  # characters of the title
_PARTS: Final = 2
_TEXT: Final = 16  # characters behind the number


def part_numbered_titles(lines: list[Line], title: str | None) -> list[Line]:
    """Split paragraphs that begin with the title and a number, where these count up from 1; some may be left out.

    Args:
        lines: the document's paragraphs.
        title: the document's title; the number of its parts behind it is none of its words.
    """
    heads = {at: found for at, line in enumerate(lines) if title and (found := _head(line, title))}
    if len(heads) < _PARTS or len({found[1] for found in heads.values()}) > 1:
        return lines
    numbers = [int(found[2]) for found in heads.values()]
    sure = sum([_MEASURE.match(lines[at].text, found.end()) is None for at, found in heads.items()])  # 生活3年
    if (
        sure < _PARTS
        or 2 * sure <= len(heads)
        or numbers[0] != 1
        or any(above >= below for above, below in pairwise(numbers))
    ):
        return lines
    return [part for at, line in enumerate(lines) for part in (_parts(line, heads[at]) if at in heads else (line,))]


def _head(line: Line, title: str) -> re.Match[str] | None:
    """Return the title's words and the number with which a paragraph begins; ``None`` where it does not."""
    if line.text[:_LEAST] != title[:_LEAST] or line.tag in ("pre", "tr"):
        return None
    found = _HEAD.match(line.text)
    if found is None or len(line.text) - found.end() < _TEXT or not title.startswith(found[1]):
        return None
    return found if _COUNTED.fullmatch(title, found.end(1)) else None


def _parts(line: Line, found: re.Match[str]) -> tuple[Line, Line]:
    head, text = line.text[: found.end()].rstrip(), line.text[found.end() :]
    return line._replace(text=head), line._replace(text=text)
