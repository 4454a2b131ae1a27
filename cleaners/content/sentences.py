"""Single sentences beside the box that holds most of a text: what introduces a list, the first of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Final

from cleaners.document import HEADINGS
from cleaners.lazily import lazily
from cleaners.markup.nesting import lines_in, span
from cleaners.markup.outline import Outline, Row
from cleaners.rules.vocabulary import site_share

_STOPS: Final = "。！？…”"
_LEAST: Final = 16  # characters
_OF_SITE: Final = 0.15  # a site's own sentence has a greater share of its words
_SEVERAL: Final = 3
_BRACKETS: Final = lazily(
    r"[(（](?=.*(?:[时時][间間量]|分[钟鐘]|[满滿]分|[总總]分|分值|卷|[适適]用|[试試]行|通[过過]|修[订訂]|施行|年.*月))[^()（）]{4,60}[)）]"
    r"|.{0,40}(?:[(（][盖蓋]章[)）]|年\s+月\s+日).{0,40}"
)
_SUBTITLE: Final = lazily(r"——\s?[^\W_].*[^—]")
_NAMED: Final = lazily(r"《([^《》]{4,60})》.*(?:[通审審][过過議]|公布|发布|施行)")
_NEAR: Final = 8  # lines between a title and its text
_PARAGRAPH: Final = 60  # characters of one, which may have ...
_SOME_LINKED: Final = 0.3  # ... so many of them in links
_ADDED: Final = 150.0  # a few sentences hold no more prose
_LINK: Final = 0.9
_HEADING: Final = 24
_PLAIN: Final = frozenset(("div", "ul", "ol", "section", "article"))
_NUMERALS: Final = "一二三四五六七八九十"
_SECTION: Final = lazily(rf"[{_NUMERALS}]{{1,3}}、.{{1,32}}(?<![。！？；，、.!?;,])")  # 二、综合题（共20分）
_ITEM: Final = lazily(rf"([{_NUMERALS}])、")
_NO_HEADING: Final = frozenset("：:，,。；;！!|")


def around_root(
    outline: Outline, prose: Sequence[float], groups: Mapping[int, float], root: int
) -> tuple[int, list[int]]:
    """Return the box around a root that adds nothing but sentences, and their places; the root and none otherwise.

    Args:
        outline: a page.
        prose: by box, how much of it it holds.
        groups: by box, how much prose its own lines are.
        root: the box of the lines that are most.
    """
    parents, rows = outline.parents, outline.rows
    around = parents[root]
    while around > 0 and prose[around] == prose[root]:
        around = parents[around]
    if around <= 0 or not _LEAST - 2 <= (added := prose[around] - prose[root]) <= _ADDED:
        return root, []
    if groups.get(around, 0.0) < added - 1:
        return root, []  # most pages: other boxes add what there is
    inside, outside = lines_in(outline, span(parents, root)), lines_in(outline, span(parents, around))
    places = [*range(outside.start, inside.start), *range(inside.stop, outside.stop)]
    if len(places) > _SEVERAL or not all(rows[at][5] == around and _is_sentence(rows[at]) for at in places):
        return root, []
    return around, places


def lead(
    outline: Outline, weight: Callable[[int], float], above: Sequence[int], inside: Sequence[int], root: int
) -> int:
    """Return the place of the first sentence, in the root or a box called as others of the text are, above headings.

    Args:
        outline: a page.
        weight: how far the prose of a box counts.
        above: the places of lines above the text that no rule leaves out, in order.
        inside: the places of the text's lines, in order.
        root: the box around the text.
    """
    rows, holders, attributes = outline.rows, outline.holders, outline.attributes
    first = min(inside)
    for place in reversed(above):
        row, holder = rows[place], holders[place]
        if row[2] or row[4] > _LINK or row[1] == "tr":
            continue
        name = attributes[holder].get("class")
        if weight(holder) < 1 or not _is_sentence(row):
            break
        if holder != root and (not name or name not in {attributes[holders[at]].get("class") for at in inside}):
            break
        first = place
    return first


def order_above(outline: Outline, above: Sequence[int], first: int) -> int:
    """Return the place where the order begins by which a text is put into force: above the title that it names.

    Args:
        outline: a page.
        above: the places of lines above the text that no rule leaves out, in order.
        first: the place of the text's first line.
    """
    rows, holders = outline.rows, outline.holders
    for at in above:
        named = _NAMED.search(rows[at][0]) if _is_sentence(rows[at]) else None
        if named and any(rows[below][0] == named[1] for below in (*above, first) if below > at):
            return next(place for place in above if holders[place] == holders[at])
    return first


def numbered_below(outline: Outline, own: Sequence[int], below: Sequence[int]) -> int:
    """Return the place of the item that goes on with the last number of a text below it; the text's last without one.

    An exercise has a poem between 三、 and 四、, in a box of its own.

    Args:
        outline: a page.
        own: the places of the text's lines.
        below: the places of lines below it that no rule leaves out, in order.
    """
    rows, last = outline.rows, max(own)
    near = range(max(min(own), last - _NEAR), last + 1)
    items = [found[1] for at in near if (found := _ITEM.match(rows[at][0]))]
    if not items or items[-1] == _NUMERALS[-1]:
        return last
    following = f"{_NUMERALS[_NUMERALS.index(items[-1]) + 1]}、"
    return next((at for at in below[:_NEAR] if rows[at][0].startswith(following) and _is_sentence(rows[at])), last)


def subtitle(rows: Sequence[Row], first: int) -> list[int]:
    """Return the place of the line that begins with a dash between the page's title and its text: ``——来自某镇的见闻``.

    Args:
        rows: the lines of a page.
        first: the place of the text's first line.
    """
    near = range(max(1, first - _NEAR), first)
    below = [at for at in near if rows[at - 1][2] == 1 and rows[at - 1][1] == "h1"]
    return [at for at in below if _SUBTITLE.fullmatch(rows[at][0]) and site_share(rows[at][0]) < _OF_SITE][:1]


def brackets_above(outline: Outline, above: Sequence[int], first: int, root: int) -> int:
    """Return the place of what stands in brackets right above a text, in its own box, or is to be filled in.

    An exam has ``（考试时间：60分钟）`` there, a form ``申请单位（盖章）：``.

    Args:
        outline: a page.
        above: the places of lines above the text that no rule leaves out, in order.
        first: the place of the text's first line.
        root: the box around the text.
    """
    row = outline.rows[first - 1]
    free = first - 1 in above and outline.holders[first - 1] == root and not row[4]
    return first - 1 if free and _BRACKETS.fullmatch(row[0]) else first


def quotes_below(outline: Outline, below: Iterable[int], root: int) -> list[int]:
    """Return the places of what an author set apart right below a text, in its own box: sentences in a ``blockquote``.

    Args:
        outline: a page.
        below: the places of lines below the text in order, up to the first that a rule leaves out.
        root: the box around the text.
    """
    return [*takewhile(lambda place: _is_quote(outline, place, root), below)]


def _is_quote(outline: Outline, place: int, root: int) -> bool:
    row = outline.rows[place]
    set_apart = row[1] == "blockquote" and outline.parents[outline.holders[place]] == root and not row[4]
    return set_apart and row[0][-1] in _STOPS and len(row[0]) >= _LEAST and site_share(row[0]) < _OF_SITE


def heading_over(outline: Outline, above: Sequence[int], first: int, last: int) -> int:
    """Return the place of what stands right above a text as its other headings stand in it; of the text without one.

    Args:
        outline: a page.
        above: the places of lines above the text that no rule leaves out, in order.
        first: the place of the text's first line.
        last: the place of its last one.
    """
    row = outline.rows[first - 1]
    if not above or above[-1] != first - 1:
        return first
    holders, tags, attributes = outline.holders, outline.tags, outline.attributes
    holder = holders[first - 1]
    name = attributes[holder].get("class")
    if row[1] in HEADINGS and row[4] <= _LINK:
        same = [at for at in range(first, last) if outline.rows[at][1] == row[1]]
        headed = any(
            outline.rows[at][5] == row[5] or (name and attributes[holders[at]].get("class") == name) for at in same
        )
        return first - 1 if headed else first
    if not _may_head(row):
        return first
    for place in range(first, last):
        box = holders[place]
        alike = box == holder or (name and attributes[box].get("class") == name and tags[box] == tags[holder])
        if alike and _may_head(outline.rows[place]):
            return first - 1
    return first


def numbers_section(text: str) -> bool:
    """Tell whether a line is the numbered heading of a section: 二、综合题（共20分）."""
    return text[:1] in _NUMERALS and _SECTION.fullmatch(text) is not None


def _may_head(row: Row) -> bool:
    text = row[0]
    if numbers_section(text) and not (row[2] or row[4]) and (row[1] in _PLAIN or row[1] == "p"):
        return True
    if row[2] or row[4] or row[1] not in _PLAIN or len(text) > _HEADING or not _NO_HEADING.isdisjoint(text):
        return False
    return site_share(text) < _OF_SITE


def _is_sentence(row: Row) -> bool:
    text = row[0]
    linked = _SOME_LINKED if len(text) >= _PARAGRAPH else 0.0
    return text[-1] in _STOPS and len(text) >= _LEAST and row[4] <= linked and site_share(text) < _OF_SITE
