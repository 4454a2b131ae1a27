"""What a viewer shows under a page, ``3/14``, told by how many pages the site says that there are: one is enough."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cleaners.document import Drop, Line
from cleaners.facts.finding import Finding
from cleaners.lazily import lazily

RULE: Final = "page-number"
_SHOWN: Final = lazily(r"(\d{1,4})\s?[/／]\s?(\d{1,4})")
_LONGEST: Final = 11  # characters
_LEAST: Final = 3  # pages: 1/2 is a half


def strip_shown_pages(lines: Sequence[Line], found: Iterable[Finding]) -> tuple[list[Line], list[Drop]]:
    """Take such lines out.

    Args:
        lines: the document's lines.
        found: what the rules found on the page.
    """
    short = {at: shown for at, line in enumerate(lines) if len(line.text) <= _LONGEST and (shown := _match(line.text))}
    if not short:
        return [*lines], []
    counts = {count for one in found if (count := one.facts.get("page_count", "").strip(" 页頁")).isdecimal()}
    gone = {at for at, (page, of) in short.items() if of in counts and 0 < int(page) <= int(of) >= _LEAST}
    kept = [line for at, line in enumerate(lines) if at not in gone]
    return kept, [Drop(lines[at].number, RULE, lines[at].text) for at in sorted(gone)]


def _match(text: str) -> tuple[str, str] | None:
    shown = _SHOWN.fullmatch(text)
    return (shown[1], shown[2]) if shown else None
