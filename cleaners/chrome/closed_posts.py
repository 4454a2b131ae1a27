"""Posts of a copied thread that end with their time: who wrote each stands above it, with his level."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.post_blocks import DAY, POSTER
from cleaners.document import Line
from cleaners.facts.finding import STAMP, Finding, Findings, is_title
from cleaners.lazily import lazily
from cleaners.rules.strangers import is_stranger

_LEAST: Final = 2  # posts
_HEAD: Final = 3  # lines over a post: name, title of a member, level
_TOP: Final = 40  # lines in which a thread begins
_LEVEL: Final = lazily(r"(?i:lv\.?\s?)?\d{1,3}")
_VOTES: Final = lazily(r"-?\d{1,5}")
_ANSWERS: Final = "answers-head"
_OPENS: Final = ("发表于", "發表於", "发布于", "發佈於")  # a stamp over a post


def find_closed_posts(lines: Sequence[Line], found: Findings) -> None:
    """Find who wrote posts that end with their time, in ``found`` (in place); who began the thread is its author.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
    """
    stamps = [at for at in sorted(found) if found[at].rule.name == STAMP and DAY.search(lines[at].text)]
    _find_votes(lines, found, stamps)
    heads = [_head(lines, found, at + 1) for at in stamps[:-1]]
    if len(heads) + 1 < _LEAST or not all(heads):
        return
    title = min((at for at in found if is_title(found[at].rule) and at < _TOP), default=-1)
    first = next(filter(None, (_head(lines, found, at) for at in range(title + 1, stamps[0]))), [])
    for head in (first, *heads):
        found.update({at: Finding(POSTER, {}, lines[at]) for at in head})
    if first and not any("author" in one.facts for one in found.values()):
        day = DAY.search(lines[stamps[0]].text)
        found[first[0]] = Finding(POSTER, {"author": lines[first[0]].text}, lines[first[0]])
        if day and not found[stamps[0]].facts:
            found[stamps[0]] = found[stamps[0]]._replace(facts={"published": day[0]})


def _find_votes(lines: Sequence[Line], found: Findings, stamps: Sequence[int]) -> None:
    """Find the votes over each post, in ``found`` (in place): below the title, the count of answers, and times."""
    votes = [at + 1 for at in stamps[:-1]]
    if not votes or not all(at + 1 not in found and _VOTES.fullmatch(lines[at].text) for at in votes):
        return  # 666 right above a time is a post
    over = [at for at, one in found.items() if at < stamps[0] and (one.rule.name == _ANSWERS or is_title(one.rule))]
    told = len(votes) > 1 or any(found[at].rule.name == _ANSWERS for at in over)
    if not told or any(word in lines[at].text for at in stamps for word in _OPENS) or _number_sections(lines, votes):
        return
    for at in (*votes, *(at + 1 for at in over)):
        if at not in found and _VOTES.fullmatch(lines[at].text):
            found[at] = Finding(POSTER, {}, lines[at])


def _number_sections(lines: Sequence[Line], votes: Sequence[int]) -> bool:
    """Tell whether a number goes on in the next one alone in a line: 1 over 2, of sections of a post."""
    for at in votes:
        after = next((line.text for line in lines[at + 1 :] if _VOTES.fullmatch(line.text)), "")
        if after == str(int(lines[at].text) + 1):
            return True
    return False


def _head(lines: Sequence[Line], found: Findings, start: int) -> list[int]:
    """Return the places of a name and of what stands below it down to the level; empty where there is no such head."""
    if start >= len(lines) or start in found or not is_stranger(lines[start]) or _LEVEL.fullmatch(lines[start].text):
        return []
    for place in range(start + 1, min(start + _HEAD, len(lines))):
        if _LEVEL.fullmatch(lines[place].text):
            return list(range(start, place + 1))
        if place in found or not is_stranger(lines[place]):
            break
    return []
