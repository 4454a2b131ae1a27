"""Who wrote a page with markup: a line that says by whom, a box or a run of text that is called the author's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import islice, takewhile
from typing import Final

from cleaners.document import Line
from cleaners.facts.authors import may_be_author
from cleaners.facts.badges import LABELLED
from cleaners.facts.bylines import POET
from cleaners.facts.finding import Finding, is_title
from cleaners.facts.labels import bare_label
from cleaners.facts.names import FULL_NAME, HELD, MASKED, TELLING, can_be_name
from cleaners.facts.structured import structured_author, structured_facts
from cleaners.facts.surnames import SURNAMES
from cleaners.lazily import lazily
from cleaners.markup.head import Head
from cleaners.places import places_of
from cleaners.rules.vocabulary import site_share
from cleaners.values import TYPES, read_date

BYLINE: Final = "byline"
"""Mark of a line whose box is called the author's."""
_OF_SITES: Final = 0.4  # share of a site's words that makes a word the site's
_MOST: Final = 3  # names
_IN_ROWS: Final = frozenset(("published", "views", "downloads", "file_size", "page_count", "doc_type"))
_SEVERAL: Final = 2
_OWN_KINDS: Final = ("原创", "原創")
_KINDS: Final = (*_OWN_KINDS, "转载", "轉載")  # with which a row begins: 原创 2018-04-07 N M
_TYPE: Final = lazily(rf"(?i)(?:{TYPES})")  # likewise: pdf N 2019-05-06
_LONGEST_WORD: Final = 10  # characters of a name that are not all Latin
_SHORT: Final = 4  # characters of a name by itself
_BELOW: Final = 3  # lines below a title in which a row of facts stands
_NEAR: Final = 25  # lines above a text in which it says who wrote it
_NAME: Final = lazily(r"[^\W\d][\w*.·@-]{1,19}")
_WORD: Final = lazily(r"[A-Z][a-z]+\.?")  # as likely one of a menu
_ROLE: Final = lazily(
    r"(?i)(?:(?:本[报報刊网網台])?(?:记者|記者|作者|通讯员|通訊員|撰文|文)"
    r"|(?:(?:written|posted|published|authored|uploaded|words|story|article|text|guide|recipe|post)\s+)?by)"
    r"(?:\s*[:：/／．]\s*|\s+|$)"
)
_REPORTER: Final = lazily(
    r"(?:(?:本[报報刊网網台])?(?:见习)?(?:记者|記者|通讯员|通訊員|撰文)[\s:：/／]*|□\s?(?=[\u4e00-\u9fff]{2,3}(?:\s|$)))([\u4e00-\u9fff]{2,4})(?=[\s,，、/]|$)"
)
_DAY: Final = lazily(r"(?:Mon|Tues?|Wed|Thu|Fri|Sat|Sun)[a-z]*")
_DATED: Final = lazily(  # 2003-5-29 09:07 高山流水, but no newspaper or site
    r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d\d(?::\d\d)?\s+"
    r"((?![来來]自|[发發]|IP)\S{2,10}(?<![网網报報社台刊]))"
)
_SLASHES: Final = "/／．"
_LONGEST: Final = 48  # characters of a line that says who wrote the text
_CALLED: Final = tuple(
    b"author byline uploader nickname nick-name nick_name username user-name user_name usertitle user-title"
    b" authi".split()
)
_NOT_CALLED: Final = lazily(
    rb"<(?:meta|script|link|input|img|svg)\b|comment|repl[yi]|avatar|ima?ge?\b|href|src=|related|search|data-|date"
)
_TAGS: Final = lazily(r"<[^<>]*>?")
_INSIDE: Final = 600  # bytes behind a tag in which the name stands
_HITS: Final = 40


def byline(lines: Sequence[Line], around: Sequence[Finding], head: Head, markup: bytes) -> Finding | None:
    """Return who wrote a page, where its head does not state it.

    Args:
        lines: the lines above the document.
        around: what lines around it state.
        head: what the page's head states.
        markup: that of the page, in UTF-8.
    """
    stated = structured_facts(head, None).get("author") or structured_author(head)
    if stated and may_be_author(stated):
        return None
    named = named_in_lines(lines) or called_author(lines, markup) or named_beside_facts(lines, around, head)
    return Finding(LABELLED, {"author": named[0]}, named[1]) if named else None


def named_in_lines(lines: Sequence[Line]) -> tuple[str, Line] | None:
    """Return the name in a line that says who wrote the text, and the line.

    Args:
        lines: the lines above the document.
    """
    for at, line in enumerate(lines):
        text = line.text
        role = _ROLE.match(text) if line.mark == BYLINE or len(text) <= _LONGEST else None
        if role and role.end() == len(text):  # 作者, the name below
            below = lines[at + 1].text if at + 1 < len(lines) else ""
            if (name := _names_first(below)) and (line.mark == BYLINE or FULL_NAME.match(below)):
                return name, line
        elif line.mark == BYLINE:
            if (name := _names_first(_without_role(text))) and (role or not _WORD.fullmatch(name)):
                return name, line
        elif role and (full := FULL_NAME.match(text, role.end())):
            return full[0], line
        elif role and role[0].rstrip()[-1] in _SLASHES and (name := _names_first(text[role.end() :])):
            return name, line  # a pen name
        elif len(text) <= _LONGEST and (by := _REPORTER.match(text)) and by[1][0] in SURNAMES:
            return by[1], line
        elif len(text) <= _LONGEST and (by := _DATED.fullmatch(text)) and (name := name_of(by[1])):
            return name, line
        elif len(lines) - at <= _BELOW and len(text) <= _LONGEST and (poet := POET.fullmatch(text)):
            return poet["then"] or poet["name"], line
    return None


def named_beside_facts(lines: Sequence[Line], around: Sequence[Finding], head: Head) -> tuple[str, Line] | None:
    """Return the name that stands below the title before a row of facts, in its line or in that above, and the line.

    Args:
        lines: the lines above the document.
        around: what they state.
        head: what the page's head states: a name in its title is the site's.
    """
    titles = [one.line.number for one in around if is_title(one.rule) and one.line.tag != "img"]
    for at, line in enumerate(lines):
        stated = {fact for one in around if one.line.number == line.number for fact in one.facts}
        if "published" not in stated or not any(0 < line.number - title <= _BELOW for title in titles):
            continue
        if (full := _held_name(line.text)) and full not in (head.title or ""):
            return full, line
        if len(stated & _IN_ROWS) < _SEVERAL:
            continue
        above = lines[at - 1].text if at and lines[at - 1].number not in titles else ""
        for text in (line.text.partition(" ")[0], above if above[:1] in SURNAMES and len(above) <= _SHORT else ""):
            name = name_of(text)
            if name and not name.isascii() and not any(map(str.isdigit, name)) and name not in (head.title or ""):
                return name, line
    return None


def _held_name(text: str) -> str:
    """Return the full name that is the first run of a line, in an element of its own; empty where none is."""
    first = text.partition(" ")[0]
    name = first.replace(HELD, " ")
    return name if HELD in first and FULL_NAME.fullmatch(name) and can_be_name(name.partition(" ")[0]) else ""


def called_author(lines: Sequence[Line], markup: bytes) -> tuple[str, Line] | None:
    """Return the name in an element that is called the author's, where a line above the text shows it, and the line.

    Args:
        lines: the lines above the document.
        markup: that of the page, in UTF-8.
    """
    near = lines[-_NEAR:]
    for inside in _called(markup):
        name = _names_first(_without_role(inside))
        if not name or _WORD.fullmatch(name):
            continue
        if line := next((line for line in near if _without_role(line.text).startswith(name)), None):
            return name, line
        rows = ((line, line.text.split()) for line in near if len(line.text) <= _LONGEST)
        told = ((line, words) for line, words in rows if words[0] in _KINDS or _TYPE.fullmatch(words[0]))
        if found := next(((line, words) for line, words in told if name in words), None):
            return _writer_before(found[1], name) or name, found[0]
    return None


def _writer_before(words: Sequence[str], account: str) -> str | None:
    """Return the name that stands before that of an account, behind the day: ``原创 2018-04-07 林溪 溪边读书``."""
    at = words.index(account)
    behind_day = at > 1 and words[0] in _OWN_KINDS and read_date(words[at - 2]) is not None
    return words[at - 1] if behind_day and name_of(words[at - 1]) else None


def _called(markup: bytes) -> Iterator[str]:
    """Yield the text of elements that are called an author's."""
    lowered = markup.lower()
    for place in islice(merge(*(places_of(word, lowered) for word in _CALLED)), _HITS):
        start = markup.rfind(b"<", 0, place)
        end = markup.find(b">", start)
        if start < 0 or end < place or _NOT_CALLED.search(lowered, start, end):
            continue
        inside = markup[end + 1 : end + 1 + _INSIDE].decode("utf-8", "ignore")
        runs = [run for run in (part.strip() for part in _TAGS.split(inside)) if run]
        yield from runs[:2] if runs and _ROLE.fullmatch(runs[0]) else runs[:1]


def _without_role(text: str) -> str:
    role = _ROLE.match(text)
    return (text[role.end() :] if role else text).replace(HELD, " ")


def _names_first(text: str) -> str:
    """Return the names that a byline begins with: ``朱砂 曹一萍``, ``灶台边的猫 2019-12-22 创建``."""
    text = text.replace(HELD, " ")
    if full := FULL_NAME.match(text):
        first, second = full[0].split(" ")[:2]
        return full[0] if can_be_name(first) and not (_DAY.fullmatch(first) and not can_be_name(second)) else ""
    return " ".join(islice(takewhile(bool, map(name_of, text.split())), _MOST))


def name_of(text: str, *, linked: bool = False) -> str:
    """Return a word that can be a name; empty where it is none. One in small letters must lead to a member."""
    name = text.replace(HELD, " ")
    if linked and MASKED.fullmatch(name):
        return name
    if not _NAME.fullmatch(name) or not (linked or TELLING.search(name)) or not can_be_name(name):
        return ""
    if len(name) > _LONGEST_WORD and not name.isascii():
        return ""
    return name if site_share(name) < _OF_SITES and bare_label(name) is None else ""
