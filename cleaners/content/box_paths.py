"""What boxes around a document say by their names: a breadcrumb, who wrote it, its tags; and lists from home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from cleaners.content.box_names import is_breadcrumb
from cleaners.document import HEADINGS, Line
from cleaners.facts.breadcrumb import CRUMBS, HOMES, PATH, STEP, STEP_SIGNS, steps_of
from cleaners.facts.tag_lines import TAGS
from cleaners.lazily import lazily
from cleaners.markup.outline import Outline, Row, as_line
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_site_name
from cleaners.rules.vocabulary import site_share
from cleaners.values import TYPES

_CRUMB_DEPTH = 3
_BESIDE = frozenset(("search", "搜索", "login", "登录", "register", "注册"))  # a path, what one can do
_STEP, _STEP_IN_LETTERS = 10, 30  # characters
_LISTED = range(3, 6)  # items with home
_FIELD = lazily(r"[:：]")  # of what follows a path in its box: 字号：大 中 小
_BYLINE = 80  # characters of a line that names an author
_AUTHOR = lazily(
    r"(?i)(?:^|[\s_-])(?:author|byline|writer|uploader|nick-?name|user-?name)(?:[\s_-]?(?:info|name|box|meta))?(?:$|\s)"
)
_LETTERED = lazily(r"[^\W_]")
_TAGS = lazily(r"(?<![A-Za-z])tags?(?![a-z])|(?i:tag-?list|tag_?items?)")
_CLOUD = lazily(r"(?i)cloud|hot|nav|menu|all")
_TAG = lazily(r"(?!\d+$)[^\W_][^，。；：:!?、|]{0,19}")
_ENDS = frozenset("？！。?!")
_LABEL = lazily(
    r"(?i)(?![热熱][门門點点搜])[^\W_]{0,4}(?:[标標][签籤]|[关關][键鍵][词詞字]|tags?)|收[录錄][于於](?:合集|[话話][题題]|[专專][辑輯])"
)
_COUNTED = lazily(r"\d{1,4}\s?[个個篇]")  # documents with a tag
_AROUND_TAG = " \t#＃,，、|/·"
_MOST_TAGS = 10
_LINKED, _MOSTLY = 0.9, 0.5  # share of a step in links, and of a site's words in it
_OF_SITE = 0.9  # share of words of sites in a badge
_FILES = frozenset(TYPES.split("|"))


def breadcrumbs(outline: Outline, places: Sequence[int]) -> list[Line]:
    """Return the breadcrumbs that the page's boxes name, each as one line whatever parts its steps."""
    holders, parents = outline.holders, outline.parents
    boxes = {holders[place] for place in places}
    around = boxes
    for _ in range(_CRUMB_DEPTH - 1):
        boxes = {parents[box] for box in boxes if box >= 0}
        around = around | boxes
    called = {box for box in around if box >= 0 and is_breadcrumb(outline.attributes[box])}
    if not called:
        return _list_from_home(outline, places)  # most pages
    found: dict[int, list[Line]] = {}
    for place in places:
        box, outermost = holders[place], -1
        for _ in range(_CRUMB_DEPTH):
            outermost = box if box in called else outermost  # breadcrumb-item in breadcrumb
            box = parents[box] if box >= 0 else box
        if outermost >= 0:
            found.setdefault(outermost, []).append(as_line(outline.rows[place]))
    return [line for some in found.values() if (line := _as_path(some, outline.pieces))]


def bylines(outline: Outline, places: Sequence[int]) -> set[int]:
    """Return which of some lines stand in a box that is called an author's."""
    rows, holders, attributes = outline.rows, outline.holders, outline.attributes
    names = [attributes[holders[place]].get("class") or "" for place in places]
    called = {name for name in set(names) if _AUTHOR.search(name)}  # few names on many lines
    return {at for at, name in enumerate(names) if name in called and len(rows[places[at]][0]) <= _BYLINE}


def tag_boxes(outline: Outline, places: Sequence[int]) -> list[Line]:
    """Return the tags in the first box that is called so, as one line: words, in one line of pieces or in several.

    A cloud of all the site's tags has more.
    """
    rows, holders, attributes = outline.rows, outline.holders, outline.attributes
    called: dict[int, list[int]] = {}
    names: dict[str, bool] = {}
    for place in places:
        box = holders[place]
        if rows[place][1] == "li" and not attributes[box]:
            box = max(0, outline.parents[box])
        name = attributes[box].get("class") or ""
        if name not in names:
            names[name] = "tag" in name.lower() and _TAGS.search(name) is not None and _CLOUD.search(name) is None
        if (
            names[name]
            or (rows[place][0][0] in "#＃" and rows[place][0][-1] not in _ENDS)
            or _is_labelled(outline, place)
        ):
            called.setdefault(box, []).append(place)
    for some in called.values():
        shown = [piece for place in some for piece in outline.pieces.get(rows[place][8]) or (rows[place][0],)]
        words = [word for piece in shown if (word := piece.strip(_AROUND_TAG))]
        words = [word for word in words if not _COUNTED.fullmatch(word)]
        words = words[bool(words and (words[0][-1] in ":\uff1a" or _LABEL.fullmatch(words[0]))) :]
        if 1 < len(words) <= _MOST_TAGS and all(map(_is_tag, words)):
            return [as_line(rows[some[0]])._replace(text="、".join(words), mark=TAGS)]
    return []


def _is_labelled(outline: Outline, place: int) -> bool:
    """Tell whether a line is a label and words, each an element of its own: ``<b>标签</b><a>亲情</a><a>外公</a>``."""
    pieces = outline.pieces.get(outline.rows[place][8], ())
    if not pieces:
        return False
    above = outline.rows[place - 1] if place else None
    headed = above is not None and above[1] in HEADINGS and _LABEL.fullmatch(above[0]) is not None
    return headed or _LABEL.fullmatch(pieces[0].strip(_AROUND_TAG + ":\uff1a")) is not None


def _is_tag(word: str) -> bool:
    return _TAG.fullmatch(word) is not None and site_share(word) < _OF_SITE and word.lower() not in _FILES


def _list_from_home(outline: Outline, places: Sequence[int]) -> list[Line]:
    """Return the breadcrumb whose steps stand in items of a list, a sign beside each: 首页, /行业库, /食品饮料."""
    rows = outline.rows
    if (closed := [place for place in places if rows[place][0][-1] in STEP_SIGNS]) and len(closed) > 1:
        return _list_leading_on(rows, closed)
    steps = [place for place in places if rows[place][0][0] in STEP_SIGNS]
    start = steps[0] - 1 if steps else -1
    if start < 0 or key_of(rows[start][0]) not in HOMES:
        return _list_over_title(outline, places)
    count = next((at for at, place in enumerate(steps) if place != start + 1 + at), len(steps))
    return [
        as_line(rows[start])._replace(
            text=PATH.join(rows[start + at][0].strip(STEP_SIGNS) for at in range(count + 1)), mark=CRUMBS
        )
    ]


def _list_over_title(outline: Outline, places: Sequence[int]) -> list[Line]:
    """Return the breadcrumb that is a short list of links from home right above the page's heading."""
    rows = outline.rows
    start = next((place for place in places if rows[place][1] == "li" and key_of(rows[place][0]) in HOMES), None)
    if start is None:
        return []
    stop = start + 1
    while stop < len(rows) and rows[stop][1] == "li" and rows[stop][4] and _is_step(rows[stop][0]):
        stop += 1
    if stop - start not in _LISTED or stop >= len(rows) or rows[stop][2] != 1:
        return []
    if any(site_share(row[0]) >= _OF_SITE for row in rows[start + 1 : stop]) or _is_in_menu(outline, start):
        return []
    return [as_line(rows[start])._replace(text=PATH.join(row[0] for row in rows[start:stop]), mark=CRUMBS)]


def _is_step(text: str) -> bool:
    return len(text) <= (_STEP_IN_LETTERS if text.isascii() else _STEP)


def _is_in_menu(outline: Outline, place: int) -> bool:
    """Tell whether a line stands in a box that is called a menu, or right in one."""
    box = outline.holders[place]
    around = (box, outline.parents[box], outline.parents[max(0, outline.parents[box])])
    return any(box >= 0 and "menu" in (outline.attributes[box].get("class") or "").lower() for box in around)


def _list_leading_on(rows: Sequence[Row], closed: Sequence[int]) -> list[Line]:
    """Return the breadcrumb of steps that follow each other, a sign behind each: 留学攻略 >, 英国 >."""
    start = next((at for at, (one, after) in enumerate(pairwise(closed)) if after == one + 1), None)
    if start is None:
        return []
    run = [place for at, place in enumerate(closed[start:]) if place == closed[start] + at]
    last = run[-1] + 1  # the step that none follows
    if last < len(rows) and rows[last][4] and rows[last][1] == rows[run[-1]][1]:
        run.append(last)
    steps = [rows[place][0].strip(STEP_SIGNS) for place in run]
    if any(not 1 < len(step) <= _STEP or STEP.search(step) for step in steps):
        return []
    return [as_line(rows[run[0]])._replace(text=PATH.join(steps), mark=CRUMBS)]


def _as_path(lines: Sequence[Line], pieces: Mapping[int, Sequence[str]]) -> Line | None:
    lines = [line for line in lines if key_of(line.text) not in _BESIDE]
    shown = [piece for line in lines for piece in pieces.get(line.number) or (line.text,)]
    field = next((at for at, piece in enumerate(shown) if at and _FIELD.search(piece)), None)
    shown = [piece for piece in shown[:field] if _LETTERED.search(piece)]
    apart = len(shown) > 1  # each a step: 建筑/施工 is one
    steps = [step for piece in shown for step in steps_of(piece, apart=apart)]
    is_path = len(steps) > 1 or (len(steps) == 1 and len(lines) == 1 and _is_channel(steps[0], lines[0]))
    return lines[0]._replace(text=PATH.join(steps), mark=CRUMBS) if is_path else None


def _is_channel(step: str, line: Line) -> bool:
    """Tell whether the one step of a path leads to other documents of a kind: no home, no site, no control."""
    is_named = len(step) <= _STEP_IN_LETTERS and key_of(step) not in HOMES and not is_site_name(key_of(step))
    return line.links > _LINKED and step == line.text and is_named and site_share(step) < _MOSTLY
