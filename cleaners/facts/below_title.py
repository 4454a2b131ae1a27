"""What stands between the title and the text of a page with markup, read line by line as the head of a text copy is."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Finding, is_title
from cleaners.facts.findings import find_in_lines
from cleaners.lazily import lazily

_MOST: Final = 10  # lines
_NAME: Final = 16  # characters
_LONGEST: Final = 100  # characters of a line
_COUNTS: Final = lazily(
    r"(?:19|20)\d\d[-/.年]\s?\d|[A-Z][a-z]{2}\w*\.? \d{1,2},|\d[万千k+]|\d\s?[次人页頁]|\d (?:views|reads|pages)"
    r"|[看读讀阅閱览覽载載走气氣度P]\s?[:：(（]?\d"
)
_SAYS: Final = lazily("[把不的了这這那请請我你为為就都与與及]|收藏|下[载載]|免[费費]")  # what a button does, no name
_FACTS: Final = frozenset(("author", "published", "views", "downloads", "page_count"))


def below_title(
    lines: Sequence[Line], known: Sequence[Finding], start: int, title: str | None, raw_title: str | None
) -> list[Finding]:
    """Return what such lines state and nothing else does.

    Args:
        lines: the lines around the document.
        known: what they state, the title among it.
        start: number of the document's first line.
        title: the page's title.
        raw_title: the title with what the site put behind it: its name is nobody's.
    """
    titles = [one.line.number for one in known if is_title(one.rule) and one.line.number < start]
    if not titles or title is None:
        return []
    top = max(titles)
    between = [line for line in lines if top < line.number < start and len(line.text) <= _LONGEST][:_MOST]
    stated = {fact for one in known for fact in one.facts}
    read = {one.line.number for one in known if one.facts}
    unread = [line for line in between if line.number not in read]
    if not (_may_name(between, read, stated) or any(_COUNTS.search(line.text) for line in unread)):
        return []  # most pages end here
    plain = [Line(title, number=top), *(Line(line.text, number=line.number) for line in between)]
    found = []
    for _, one in sorted(find_in_lines(plain, title).items()):
        facts = {fact: value for fact, value in one.facts.items() if fact in _FACTS - stated}
        name = facts.get("author", "")
        if name and (_SAYS.search(name) or name in (raw_title or "")):
            del facts["author"]
        if facts:
            found.append(Finding(one.rule._replace(access=None), facts, one.line))
    return found


def _may_name(between: Sequence[Line], read: Set[int], stated: Set[str]) -> bool:
    """Tell whether a name may stand right above a line that states something or before it, and no author is stated."""
    if "author" in stated:
        return False
    told = [line.number in read or _COUNTS.search(line.text) is not None for line in between]
    before = any(tells and not line.text[0].isdigit() for tells, line in zip(told, between, strict=True))
    return before or any(len(line.text) <= _NAME and below for line, below in zip(between, told[1:], strict=False))
