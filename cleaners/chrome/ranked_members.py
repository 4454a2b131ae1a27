"""Members of a forum beside their posts in a text dump, where no post has its time.

A name, a rank that all such forums have, the day on which the member joined, and numbers, a line each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from cleaners.chrome.post_blocks import POSTER
from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings, is_title
from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.rules.strangers import is_prose, is_stranger

_JOINED: Final = lazily(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}, (?:19|20)\d\d")
_COUNT: Final = lazily(r"\d{1,3}(?:,?\d{3})*")
_CLOSED: Final = "Not open for further replies."
_OF_FORUMS: Final = (
    _CLOSED,
    "Similar threads",
    "Similar Threads",
    "Related threads",
    "Share:",
    "You must log in or register to reply",
)
_COUNTS: Final = 4  # messages, reactions and points of a card
_STATUS: Final = "Status"
_TOP: Final = 40  # lines in which a thread begins


class _Member(NamedTuple):
    """Where the name stands, what it is, and the place behind the last number."""

    start: int
    name: str
    stop: int


def find_ranked_members(lines: Sequence[Line], found: Findings) -> None:
    """Find them in ``found`` (in place); the one above the first post began the thread, if no text stands above him."""
    members = [member for at in range(1, len(lines) - 2) if (member := _member(lines, found, at))]
    if not members or not any(line.text.startswith(_OF_FORUMS) for line in lines):
        return
    again = Counter((member.name, _text(lines, member.stop)) for member in members)
    posts = Counter(member.name for member in members)
    for member in members:
        place = _text(lines, member.stop)
        has_place = again[member.name, place] == posts[member.name] > 1
        stop = member.stop + (has_place and member.stop not in found)
        found.update({at: Finding(POSTER, {}, lines[at]) for at in range(member.start, stop)})
    first = members[0].start
    title = max((at for at in range(min(first, _TOP)) if at in found and is_title(found[at].rule)), default=first)
    for at, line in enumerate(lines):
        if line.text == _CLOSED and _text(lines, at - 1) == _STATUS:
            above = range(title + 1, at) if at == first - 1 else (at - 1,)  # what the site says of itself
            found.update({place: Finding(POSTER, {}, lines[place]) for place in (*above, at)})
    if first <= _TOP and not any("author" in one.facts for one in found.values()) and _opens(lines, found, first):
        found[first] = Finding(POSTER, {"author": members[0].name}, lines[first])


def _member(lines: Sequence[Line], found: Findings, at: int) -> _Member | None:
    """Return the member whose rank stands at a place, between his name and his day."""
    if lines[at].text not in _ranks() or not _JOINED.fullmatch(lines[at + 1].text):
        return None
    stop = at + 2
    while stop < min(len(lines), at + 2 + _COUNTS) and _COUNT.fullmatch(lines[stop].text):
        stop += 1
    named = at - 1 not in found and is_stranger(lines[at - 1])
    return _Member(at - 1, lines[at - 1].text, stop) if named and stop > at + 2 else None


def _opens(lines: Sequence[Line], found: Findings, first: int) -> bool:
    """Tell whether no text stands between the title, or the notice that a thread is closed, and a place."""
    heads = [at for at in range(first) if lines[at].text == _CLOSED or (at in found and is_title(found[at].rule))]
    return bool(heads) and not any(is_prose(line) for line in lines[heads[-1] + 1 : first])


def _text(lines: Sequence[Line], at: int) -> str:
    return lines[at].text if 0 <= at < len(lines) and is_stranger(lines[at]) else ""


@cache
def _ranks() -> frozenset[str]:
    return frozenset(read_table("rules", "things.toml")["ranks"])
