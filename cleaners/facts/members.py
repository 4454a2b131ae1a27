"""Who put a document up, told by the link to a member's page: ``<a href="/u/9021">城管小王</a> 2023-04-06 分享``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from cleaners.document import Drop, Line
from cleaners.facts.badges import LABELLED, some_badges
from cleaners.facts.bylines_in_tree import name_of
from cleaners.facts.finding import STAMP, Finding
from cleaners.lazily import lazily
from cleaners.places import places_of

_BESIDE: Final = frozenset(("published", "views", "downloads", "file_size", "page_count"))
_POSTER: Final = "poster"
_COUNTED: Final = lazily("主[题題]|帖子|[积積]分|精[华華]|回帖|威望")  # what forums count for a member
_BEGINS: Final = lazily("楼主|樓主|只看该作者|只看該作者|倒序|发帖者|發帖者")
_PUT: Final = lazily(r"(\S+) (?:上传|上傳|上载|分享|发布|發佈|贡献)(?: |$)")
_LONGEST: Final = 80  # characters of a line over a post
_CARD: Final = 15  # lines over it in which its author stands
_PLACES: Final = 4  # in a page where a name stands
_TAG: Final = 1600  # bytes in which the link around a name begins
_MEMBER: Final = lazily(
    r"""href=["']?[^"'>\s]*?(?:/(?:u|users?|usercenter|people|members?|authors?|space|profile|uploader)(?:[/.?_-]|\d)"""
    r"""|[?&;](?:uid|userid|user_id|username|author)=|space-uid|space\.php|[?&;]mod=space)""",
)


def member_named(lines: Sequence[Line], found: Sequence[Finding], page: bytes) -> Finding | None:
    """Return the author: a name beside facts that leads to a member's page, or stands before what it did.

    Args:
        lines: the lines above the document.
        found: what the lines around the document state.
        page: the page's markup, in UTF-8.
    """
    for line in lines:
        if (put := _PUT.match(line.text)) and (name := name_of(put[1])):
            return Finding(LABELLED, {"author": name}, line)
    stated = {one.line.number for one in found if not _BESIDE.isdisjoint(one.facts)}
    names = list(_names(lines, stated, {one.line.number for one in found})) if stated else []
    if not names:
        return None
    return next((Finding(LABELLED, {"author": name}, line) for name, line in names if _leads_on(name, page)), None)


def begin_thread(lines: Sequence[Line]) -> list[Line]:
    """Return those of the lines above a text that say that a thread begins with it: 楼主, 只看该作者."""
    return [line for line in lines if len(line.text) <= _LONGEST and _BEGINS.search(line.text)]


def first_post(stamps: Sequence[Line], lines: Sequence[Line], page: bytes) -> list[Finding]:
    """Return when and by whom a thread was begun, by what stands over its first post.

    Where nothing says that this one began it, it may be the first of several answers or reviews.

    Args:
        stamps: the lines that say when it was put up.
        lines: those above them, from the title on.
        page: the page's markup, in UTF-8.
    """
    if not any(_BEGINS.search(line.text) for line in (*stamps, *lines)):
        return []
    found: dict[str, Finding] = {}
    for stamp in stamps:
        for entry in some_badges(stamp.text):
            for fact in entry.facts.keys() & {"published", "author"}:
                found.setdefault(fact, Finding(LABELLED, {fact: entry.facts[fact]}, stamp))
    if "author" not in found:
        card = lines[-_CARD:]
        by = next((line for line in card if name_of(line.text, linked=True) and _leads_on(line.text, page)), None)
        if by:
            found["author"] = Finding(LABELLED, {"author": by.text}, by)
    return list(found.values())


def without_quoted(findings: Sequence[Finding], start: int) -> list[Finding]:
    """Return what a thread states without who wrote what a post quotes, and when, where the first post has its stamp.

    Args:
        findings: what the lines that a dump lost state.
        start: number of the text's first line.
    """
    if not any(one.rule.name == STAMP and one.line.number < start for one in findings):
        return list(findings)
    return [one for one in findings if one.line.number < start or not one.facts.keys() >= {"author", "published"}]


def poster_above(drops: Iterable[Drop], start: int) -> Finding | None:
    """Return who wrote the first post of a dump: the name over what the forum counts for him.

    Args:
        drops: the lines that the document lost, in page order.
        start: number of its first line.
    """
    above = [drop for drop in drops if drop.number < start]
    card = [drop for drop in above if drop.rule == _POSTER]
    if not card or not any(_COUNTED.fullmatch(drop.text) for drop in card):
        return None
    first = card[0]
    if first.text.isdecimal():  # a count of his: the name stands above all of them
        first = next((drop for drop in reversed(above) if drop.number < first.number), first)
    named = Line(first.text, number=first.number)
    return Finding(LABELLED, {"author": first.text}, named) if name_of(first.text, linked=True) else None


def _names(lines: Sequence[Line], stated: set[int], known: set[int]) -> Iterator[tuple[str, Line]]:
    """Yield what may be a name before facts in their line, and in the lines above and below them."""
    for line in lines:
        if line.number in stated:
            name, gap, _ = line.text.partition(" ")
            if not gap:
                continue
        elif line.number not in known and (line.number + 1 in stated or line.number - 1 in stated):
            name = line.text
        else:
            continue
        if name := name_of(name, linked=True):
            yield name, line


def _leads_on(name: str, page: bytes) -> bool:
    """Tell whether a name stands in a link to a member's page."""
    for before in islice(_before(name, page), _PLACES):
        link = before[before.rfind("<a ") :] if "<a " in before else ""
        if link and "</a" not in link and _MEMBER.search(link.partition(">")[0]):
            return True
    return False


def _before(name: str, page: bytes) -> Iterator[str]:
    """Yield what stands before a name in a page, of which few are looked at."""
    for place in places_of(name.encode("utf-8", "replace"), page):
        yield page[max(0, place - _TAG) : place].decode("utf-8", "ignore")
