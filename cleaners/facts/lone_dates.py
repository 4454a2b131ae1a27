"""When a page was put up, where one date by its title says so, or its address confirms one that stands above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from cleaners.document import Drop, Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.finding import BREADCRUMB, STAMP, Finding, is_title
from cleaners.lazily import lazily
from cleaners.values import read_date

_ABOVE: Final = 3  # lines above a title in which its date stands
_NEAR: Final = 12  # lines between title and text
_TODAY: Final = lazily(
    r"星期|周[一二三四五六日]|今[天日]|(?i:\b(?:today|sun|mon|tues|wednes|thurs|fri|satur)(?:day)?\b)"
)
_TIME: Final = lazily(
    rb"<time\b[^<>]*?\bdatetime=[\"']?((?:19|20)\d\d-\d\d-\d\d)[^<>]*>(?:\s|<[^<>]*>)*([^<]{4,180})", re.IGNORECASE
)
_IN_ADDRESS: Final = lazily(r"(?<!\d)((?:19|20)\d\d)[-/_]?(\d\d)[-/_]?(\d\d)(?!\d)")
_YEAR: Final = lazily(r"(?:19|20)\d\d")
_SHORT: Final = 40  # characters of a line that is a date and little else
_SAME_POST: Final = 4  # lines between stamps of one post
_REPLY: Final = lazily(r"(?i)回[复覆復]|\breply\b")
_FIRST_FLOOR: Final = lazily(r"(?<!\d)1\s?[楼樓]")

_RELEASED: Final = lazily(  # 香港時間12時05分, Issued at HKT 12:05
    r"(?i)(?:香港|[发發][布佈])[时時][间間]\s?\d{1,2}[时時]\d{1,2}分|issued at (?:[a-z]{2,4} )?\d{1,2}:\d\d"
)
_BELOW_TEXT: Final = 4  # lines
_BEGAN: Final = lazily(r"(?<!只看)(?<!看)[楼樓]主\s*(?:$|\d|[发發昨今前])")
_FIRST: Final = 6  # elements for machines that are looked at


def lone_date(around: Sequence[Finding], lines: Sequence[Line], start: int, markup: bytes) -> Finding | None:
    """Return the date by the title of a page.

    Args:
        around: what the lines around the text state.
        lines: these lines.
        start: number of the text's first line.
        markup: that of the page, in UTF-8.
    """
    top = title_above(around, lines, start)
    dates = [one for one in around if "published" in one.facts and top - _ABOVE <= one.line.number < start]
    found = next((one for one in reversed(dates) if not _TODAY.search(one.line.text)), None)
    if found:
        return Finding(LABELLED, {"published": found.facts["published"]}, found.line)
    near = [line for line in lines if top - _ABOVE <= line.number < start]
    for stated, shown in _for_machines(markup) if near else ():
        if line := next((line for line in near if shown in line.text), None):
            return Finding(LABELLED, {"published": stated}, line)
    return sole_stamp(around, start)


def without_clock(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings without the day on which the page was opened.

    It stands without a label above the path, with the day of the week; one of the two tells it where another line
    states a day.
    """
    dated = [one for one in findings if "published" in one.facts]
    path = min([one.line.number for one in findings if one.rule is BREADCRUMB], default=0)
    bare = [one for one in dated if one.rule.ambiguous and one.facts.keys() == {"published"}]
    signs = [(one.line.number < path) + bool(_TODAY.search(one.line.text)) for one in bare]
    clocks = [one for one, told in zip(bare, signs, strict=True) if told]
    if len(clocks) == len(dated):
        clocks = [one for one, told in zip(bare, signs, strict=True) if told > 1]
    return [one for one in findings if one not in clocks]


def sole_stamp(findings: Iterable[Finding], start: int = 0) -> Finding | None:
    """Return the date of the stamp of a post, where there is one alone: one post is no thread; or one alone above.

    Args:
        findings: what the lines around a text, and those between its own, state.
        start: number of the text's first line.
    """
    stamps = [one for one in findings if one.rule.name == STAMP and not _REPLY.search(one.line.text)]
    above = [one for one in stamps if one.line.number < start]
    first = above[:1] if above and above[-1].line.number - above[0].line.number <= _SAME_POST else ()
    stamps = [*first] or stamps
    day = read_date(stamps[0].line.text) if len(stamps) == 1 else None
    return Finding(LABELLED, {"published": day}, stamps[0].line) if day else None


def release_below(lines: Sequence[Line | Drop]) -> Finding | None:
    """Return when an office put out a release: a day of the week with its date below the text, over the time of day.

    Args:
        lines: the site's lines below a text.
    """
    for day, time in pairwise(lines[:_BELOW_TEXT]):
        if len(day.text) <= _SHORT and _TODAY.search(day.text) and _RELEASED.fullmatch(time.text):
            date = read_date(day.text)
            return Finding(LABELLED, {"published": date}, Line(day.text, number=day.number)) if date else None
    return None


def first_floor(lines: Iterable[Line], around: Iterable[Line] = ()) -> Finding | None:
    """Return when a thread was begun, by the stamp at the foot of its first post: ``1楼2022-10-16 08:12``.

    Args:
        lines: the document's lines, the stamps of its posts among them.
        around: those around it; where one above the stamp says who began the thread, the stamp is of a reply.
    """
    lines = [*lines]
    first = next((line for line in lines if line.mark == STAMP and _YEAR.search(line.text)), None)
    if first is None or any(_BEGAN.search(line.text) for line in (*around, *lines) if line.number < first.number):
        return None
    day = read_date(first.text) if _FIRST_FLOOR.search(first.text) else None
    return Finding(LABELLED, {"published": day}, first) if day else None


def dated_address(lines: Iterable[Line], url: str) -> Finding | None:
    """Return the day in a page's address that a line around the text states as well: of the issue of a newspaper."""
    named = _IN_ADDRESS.search(url)
    if not named:
        return None
    day = "-".join(named.groups())
    dated = (line for line in lines if len(line.text) <= _SHORT and _YEAR.search(line.text))
    stated = next((line for line in dated if read_date(line.text) == day), None)
    return Finding(LABELLED, {"published": day}, stated) if stated else None


def title_above(around: Sequence[Finding], lines: Sequence[Line], start: int) -> int:
    """Return the number of the title's line above a text, or of the heading that stands there; else of the text's."""
    titles = [one.line.number for one in around if is_title(one.rule) and one.line.number < start]
    if titles:
        shown = [one.line.number for one in around if one.line.number in titles and one.line.tag != "img"]
        return max(shown or titles)
    heads = [line.number for line in lines if line.tag in ("h1", "h2") and start - _NEAR <= line.number < start]
    return max(heads, default=start)


def _for_machines(markup: bytes) -> Iterator[tuple[str, str]]:
    """Yield the first dates in elements for machines, with the words that they show."""
    for found in islice(_TIME.finditer(markup), _FIRST):
        yield found[1].decode(), " ".join(found[2].decode("utf-8", "ignore").split())
