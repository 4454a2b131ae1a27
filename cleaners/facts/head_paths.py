"""Paths above the title of a text dump that start at no home: ``初中物理 >> 八年级上 >> 期中``, ``首頁／教育／T``."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from itertools import takewhile
from typing import Final

from cleaners.facts.breadcrumb import HOMES, PATH, STEP, is_path
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_site_name
from cleaners.rules.vocabulary import site_share

_HOME: Final = "首页"
_MANY: Final = 3  # steps
_BELOW: Final = 2  # lines below a path in which facts begin, the title between
_NEAR: Final = 5  # lines above a title in which a path stands
_LONGEST: Final = 16  # characters of a step
_MOST: Final = 6  # steps
_STACKED: Final = 3  # ... line by line
_TOP_OF_PAGE: Final = 3  # lines
_SITE_LINES: Final = 3  # in which a page begins with the site's name
_MARKS: Final = lazily(r"[。，,;；!！?？=+]|\d{3}")
_LETTER: Final = lazily(r"[^\W\d_]")
_LABEL: Final = lazily(r"^[^\s:：]{2,8}\s?[:：]\s*")
_WORD: Final = lazily(r"[^\W_]+")
_NAME_LINE: Final = 60  # characters of a line in which the site's name is looked for
_SLASHES: Final = lazily(r"\s*[/／]\s*")
_DASHES: Final = lazily(r"\s+-\s+")
_LONE_STEP: Final = lazily(r"[>›»＞→/／]|&gt;")
_SIGNS: Final = " >›»＞"
_NO_STEP: Final = lazily(
    "[:：]|登[录錄陆]|注[册冊]|[开開]通|更多|^全部$|查看|[关關]注|免[费費]|[上下]一[页頁篇]|返回|收藏|下[载載]"
)
_ITEM: Final = 6  # characters of an item of a menu
_NO_CHANNEL: Final = lazily(
    "[热熱]|推[荐薦]|排行|最新|[专專][题題]|登[录錄陆]|注[册冊]|搜索|首[页頁]|收藏|[会會][员員]|(?i:vip)"
)
_OF_MENU: Final = lazily("(?i)vip|[会會][员員]|福利")  # no documents are sorted by it
_STEPS: Final = frozenset(">›»＞→/／;")
_NUMBERED_STEP: Final = lazily(r"([1-6])\. ([^\W\d_].{1,24})")
_SIGNED_STEP: Final = lazily(r"[^\W\d_][^>›»＞→。，：:]{0,15}\s?[>›»＞]{1,2}")
_LED_STEP: Final = lazily(r"\s*[>›»＞]{1,2}\s?[^\W\d_][^>›»＞→。，：:]{0,15}")
_SLASHED: Final = lazily(r"[\u4e00-\u9fff]{2,8}(?:/[\u4e00-\u9fff]{2,8}){1,4}")
_OF_SITES: Final = 0.9


def with_plain_steps(text: str) -> str:
    """Return a path from home whose steps slashes or tabs part with the sign of most paths; any other text as it is."""
    if "\t" in text:
        return _with_tabbed_steps(text)
    if "／" not in text and "/" not in text and " - " not in text:
        return text
    steps = (_SLASHES if " - " not in text else _DASHES).split(text)
    home = key_of(_LABEL.sub("", steps[0]))
    return PATH.join(steps) if len(steps) > 1 and home in HOMES and all(steps[1:]) else text


def _with_tabbed_steps(text: str) -> str:
    """Return a path whose steps were cells, as far as the title, ``首页`` / ``社会学`` / T; a menu has no such end."""
    *steps, last = text.split("\t")
    is_way = len(last) > _LONGEST and key_of(steps[0]) in HOMES and 1 < len(steps) <= _MOST
    return PATH.join([*steps, last]) if is_way and all(map(_may_follow, steps[1:])) else text


def with_parted_steps(text: str) -> str:
    """Return a line of short words and slashes between with the sign of most paths: ``合同/文化艺术/借展``."""
    return PATH.join(text.split("/")) if "/" in text and _SLASHED.fullmatch(text) else text


def path_to(title: str, text: str) -> str | None:
    """Return the path from home to a title whose steps spaces part, ``首页 理论教育 T``; ``None`` where it is none."""
    home, *steps = text.removesuffix(title).split() or [""]
    is_way = text.endswith(" " + title) and key_of(home) in HOMES and 0 < len(steps) <= _STACKED
    is_way = is_way and all(_is_step(step) and not _NO_STEP.search(step) for step in steps)
    return PATH.join([home, *steps, title]) if is_way else None


def leads_on(text: str, keys: Sequence[str]) -> bool:
    """Tell whether a line at the top of a dump is a path: from a site's name, or to a line with one of these keys."""
    steps = STEP.split(text)
    return len(steps) >= _MANY and (is_path(text, around=True) or key_of(steps[-1]) in keys)


def path_above(texts: Sequence[str], title: int, known: Collection[int]) -> int | None:
    """Return the place of the path right above a title; ``None`` where no line is one.

    Args:
        texts: the first lines of a dump.
        title: the place of the title.
        known: the places of lines that rules speak of.
    """
    for place in range(title - 1, max(-1, title - 1 - _NEAR), -1):
        if place not in known and _is_steps(texts[place]):
            return place
    return None


def stacked_path(texts: Sequence[str], title: int, known: Set[int]) -> str | None:
    """Return the path whose steps stand line by line right above a title; ``None`` without.

    They stand below the site's home, or begin at an item of its menu.

    Args:
        texts: the first lines of a dump.
        title: the place of the title.
        known: the places of lines that rules speak of.
    """
    for home in range(title - 2, max(-1, title - 2 - _MOST), -1):
        key = key_of(texts[home])
        steps = texts[home + 1 : title]
        if home < _TOP_OF_PAGE or len(steps) > _STACKED:
            continue  # the first lines of a page are its menu
        named = len(steps) > 1 and is_site_name(key) and key_of(texts[home - 1]) not in HOMES  # 首页 / 海量文档
        if key in HOMES or key.endswith(_HOME) or named:
            is_way = len(steps) > 1 and all(map(_is_step, steps)) and not any(map(_OF_MENU.search, steps))
            return PATH.join([_HOME, *steps]) if is_way else None
        if home in known:
            break
    return _from_channel(texts, title, known)


def numbered_path(texts: Sequence[str], title: int, known: Set[int]) -> tuple[int, str] | None:
    """Return where the steps end that a text browser numbers above a title, ``1. Science`` / ``2. Biology``, as a path.

    What the page has again is a list of its contents. Between path and title stands what rules know.

    Args:
        texts: the first lines of a dump.
        title: the place of the title.
        known: the places of lines that rules speak of.
    """
    last = title - 1
    while last in known and title - last <= _BELOW:
        last -= 1
    items = [_NUMBERED_STEP.fullmatch(texts[at]) for at in range(last, max(-1, last - _MOST), -1)]
    run = [item.groups() for item in takewhile(bool, items) if item][::-1]
    steps = [step for _, step in run]
    counted = [int(number) for number, _ in run] == [*range(1, len(run) + 1)]
    if len(steps) < _BELOW or not counted or not all(map(_is_step, steps)) or not {*texts}.isdisjoint(steps):
        return None
    return last, PATH.join([_HOME, *steps])


def _from_channel(texts: Sequence[str], title: int, known: Set[int]) -> str | None:
    """Return the path of three lines right above a title that begins at an item of the menu: 下载 / 后端 / C#."""
    channel, *steps = texts[max(0, title - _STACKED) : title] or [""]
    menu = texts[: max(0, title - _STACKED)]
    if len(steps) < _STACKED - 1 or channel not in menu or len(channel) > _ITEM or _NO_CHANNEL.search(channel):
        return None
    own = all(_is_step(step) and not _NO_STEP.search(step) and step not in menu for step in steps)
    return PATH.join([_HOME, channel, *steps]) if own and known.isdisjoint(range(title - len(steps), title)) else None


def _is_step(text: str) -> bool:
    short = 1 < len(text) <= _LONGEST and _LETTER.search(text) is not None and not _MARKS.search(text)
    return short and (text.isascii() or " " not in text) and site_share(text) < _OF_SITES


def _may_follow(step: str) -> bool:
    """Tell whether words can be a step of a path that stands line by line: no item of a menu, no label."""
    short = 1 < len(step) <= _LONGEST and _LETTER.search(step) is not None and not _MARKS.search(step)
    return short and not _NO_STEP.search(step)


def _is_steps(text: str) -> bool:
    """Tell whether a line is two short steps or more and nothing else."""
    steps = STEP.split(with_parted_steps(text))
    if not 1 < len(steps) <= _MOST or _MARKS.search(text):
        return False
    return all(1 < len(step) <= _LONGEST and _LETTER.search(step) for step in steps) and site_share(text) < _OF_SITES


def paths_above_facts(texts: Sequence[str], stated: Collection[int]) -> list[int]:
    """Return the places of lines of three short steps or more that have facts near below, a line or two between."""
    near = {at - back for at in stated for back in range(_BELOW, _BELOW + _NEAR)}
    return [at for at, text in enumerate(texts) if at in near and len(STEP.split(text)) >= _MANY and _is_steps(text)]


def paths_over_lines(texts: Sequence[str]) -> Iterator[tuple[range, str]]:
    """Yield the places of lines that are the steps of a path, with the signs between, and the path.

    A sign stands in a line of its own, behind each step that another one follows, ``首页>``, ``初中历史>``, or before
    each that follows home.
    """
    if not any(text[0] in _STEPS or text[-1] in _STEPS for text in texts):
        return  # most pages
    place = 0
    while place < len(texts):
        stop = place + 1
        while stop + 1 < len(texts) and _LONE_STEP.fullmatch(texts[stop]) and len(texts[stop + 1]) <= _LONGEST:
            stop += 2
        if stop - place > _MANY:
            yield range(place, stop), PATH.join(texts[place:stop:2])
        elif key_of(texts[place]) in HOMES and stop < len(texts) and _LED_STEP.fullmatch(texts[stop]):
            while stop < len(texts) and _LED_STEP.fullmatch(texts[stop]):
                stop += 1
            steps = [text.strip(_SIGNS) for text in texts[place:stop]]
            if all(map(_may_follow, steps[1:])):
                yield range(place, stop), PATH.join(steps)
        elif _SIGNED_STEP.fullmatch(texts[place]):
            while stop < len(texts) and _SIGNED_STEP.fullmatch(texts[stop]):
                stop += 1
            last = texts[stop] if stop < len(texts) else ""
            steps = [*(text.rstrip(_SIGNS) for text in texts[place:stop]), last]
            if stop - place > 1 and all(map(_may_follow, steps)):
                stop += 1
                yield range(place, stop), PATH.join(steps)
        place = stop


def from_home(path: str, above: Sequence[str]) -> str:
    """Return a path from home where its first step is the site's: first of all, or what a line above begins with."""
    first, *rest = STEP.split(path)
    name = key_of(_LABEL.sub("", first))
    is_site = not above or any(_is_site_line(text, name, place == 0) for place, text in enumerate(above[:_SITE_LINES]))
    return PATH.join([_HOME, *rest]) if is_site and rest else path


def _is_site_line(text: str, name: str, is_first: bool) -> bool:
    """Tell whether a line begins with a name and says more, ``【师友园】教案 · 反思``, or is it as the very first."""
    words = _WORD.findall(text[:_NAME_LINE])
    return len(name) > 1 and bool(words) and key_of(words[0]) == name and (is_first or len(words) > 1)
