"""What a viewer shows under a page, ``3/14``, told by how many pages the site says that there are: one is enough."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cleaners.document import Drop, Line
from cleaners.facts.counted_pages import NUMBER
from cleaners.facts.finding import Finding
from cleaners.lazily import lazily

_SHOWN: Final = lazily(r"(\d{1,4})\s?[/／]\s?(\d{1,4})")
_LONGEST: Final = 11  # characters
_LEAST: Final = 3  # pages: 1/2 is a half


def strip_shown_pages(lines: Sequence[Line], found: Iterable[Finding]) -> tuple[list[Line], list[Drop]]:
    """Take such lines out.

    Args:
        lines: the document's lines.
        found: what the rules found on the page.
    """
    short = (at for at, line in enumerate(lines) if len(line.text) <= _LONGEST)
    shown = {at: pages for at in short if (pages := _SHOWN.fullmatch(lines[at].text))}
    if not shown:
        return [*lines], []
    counts = {count for one in found if (count := one.facts.get("page_count", "").strip(" 页頁")).isdecimal()}
    gone = {at for at, pages in shown.items() if pages[2] in counts and 0 < int(pages[1]) <= int(pages[2]) >= _LEAST}
    kept = [line for at, line in enumerate(lines) if at not in gone]
    return kept, [Drop(lines[at].number, NUMBER, lines[at].text) for at in sorted(gone)]
