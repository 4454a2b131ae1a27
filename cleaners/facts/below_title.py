"""What stands between the title and the text of a page with markup, read line by line as the head of a text copy is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.findings import Finding, find_in_lines, is_title
from cleaners.lazily import lazily

_MOST: Final = 14  # lines
_LONGEST: Final = 100  # characters of a line
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
    between = [line for line in lines if max(titles) < line.number < start and len(line.text) <= _LONGEST][:_MOST]
    if not between:
        return []
    plain = [Line(title, number=max(titles)), *(Line(line.text, number=line.number) for line in between)]
    stated = {fact for one in known for fact in one.facts}
    found = []
    for _, one in sorted(find_in_lines(plain, title).items()):
        facts = {fact: value for fact, value in one.facts.items() if fact in _FACTS - stated}
        name = facts.get("author", "")
        if name and (_SAYS.search(name) or name in (raw_title or "")):
            del facts["author"]
        if facts:
            found.append(Finding(one.rule._replace(access=None), facts, one.line))
    return found
