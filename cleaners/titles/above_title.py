"""Lines at the top of a text dump that say nothing of its title: planted words, an empty search, a menu over a path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.line_weights import is_menu
from cleaners.chrome.telling import is_way
from cleaners.document import Line
from cleaners.facts.finding import OF_FILES, PLANTED, Findings
from cleaners.facts.findings import find_in_lines
from cleaners.lazily import lazily
from cleaners.rules.matcher import Matcher
from cleaners.rules.rulebook import Rule
from cleaners.values import FILE_NAME

HEAD_LINES: Final = 40
"""Lines among which a title is looked for."""
TITLE_LINES: Final = 6
"""The first of those that may be one, of which nearly every title is."""
LONGEST: Final = 200
"""Characters of a title."""
_NEVER_SAID: Final = frozenset((PLANTED.name, "search-empty"))  # they say nothing of those below, prose or not
_UNDER_PATH: Final = 20  # lines among which a path stands, whatever a site says above it
_ENDING: Final = 16  # characters in which a file's ending stands
_MENU_ABOVE: Final = 4  # lines above a path: more than a title
_PROSE: Final = lazily(  # names in Latin letters have commas, too
    r"[。；].|.{16}[。，](?!\d)|.{15}[\u2e80-\uffff],(?!\d)|(?:\S+ ){8,}\S*,(?!\d)|.{40}[?!？！]\s.{8}"
)


def without_lines_above(lines: Sequence[Line], own: Matcher[Rule] | None) -> tuple[Sequence[Line], Findings]:
    """Return the lines below those, and what the rules find in the first of them.

    So many lines are passed over at most as a title is looked for in.
    """
    known: Findings = {}
    for _ in range(HEAD_LINES):
        known = find_in_lines(lines[:HEAD_LINES], None, own)
        way = next((place for place in range(_UNDER_PATH) if is_way(known.get(place))), 0)
        if 0 in known and known[0].rule.name in _NEVER_SAID:
            lines = lines[1:]
        elif way and _names_file(lines, known):
            return lines, known  # the path stands below the text
        elif way >= _MENU_ABOVE or any(is_menu(line.text) or is_running_text(line.text) for line in lines[:way]):
            lines = lines[way:]
        else:
            return lines, known
    return lines, find_in_lines(lines[:HEAD_LINES], None, own)


def _names_file(lines: Sequence[Line], known: Findings) -> bool:
    """Tell whether the first line is the name of a file whose facts, pages or size, stand right below."""
    if 0 in known or 1 not in known or OF_FILES.isdisjoint(known[1].facts):
        return False
    return FILE_NAME.search(lines[0].text[-_ENDING:]) is not None


def is_running_text(text: str) -> bool:
    """Tell whether a line is text, too long for a title or with more behind a mark."""
    return len(text) > LONGEST or _PROSE.search(text) is not None
