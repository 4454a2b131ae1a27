"""What a forum says of a member between the controls of one post and the time of the next, a line each.

``12``, ``主题``, ``积分``, ``631``, ``毕业学校``, ``某大学`` above ``发表于 2013-4-16 21:05:13``: each forum
decides which fields there are; the counts that all of them have tell the card.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cleaners.chrome.post_blocks import CONTROL, POSTER, has_day_of_post
from cleaners.document import Line
from cleaners.facts.finding import STAMP, Finding, Findings, is_title
from cleaners.lazily import lazily
from cleaners.rules.cards import is_card_word
from cleaners.rules.strangers import is_stranger
from cleaners.rules.vocabulary import site_share

_SOME: Final = 3  # counts of a card
_PAIR: Final = 2  # posts of a thread
_LONGEST: Final = 60  # lines of a card
_OF_SITES: Final = 0.5  # share of a site's words in a line between posts that is none of theirs
_FLOORS: Final = frozenset(("楼主", "沙发", "板凳", "地板"))
_POINTS: Final = lazily(r"\+ \d{1,4}")  # that somebody gave for a post


class _Card(NamedTuple):
    """Where a card begins, with a name perhaps, and where its counts do."""

    start: int
    fields: int


def find_member_cards(lines: Sequence[Line], found: Findings) -> set[int]:
    """Find such cards above two posts or more, in ``found`` (in place); return the places of the posts' own lines.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
    """
    stamps = [at for at in sorted(found) if found[at].rule.name == STAMP and has_day_of_post(lines[at].text)]
    if len(stamps) < _PAIR:
        return set()
    cards = {at: card for at in stamps if (card := _card_above(lines, found, at))}
    if len(cards) < _PAIR:
        return set()
    opening, *others = cards
    names = min(cards[at].fields - cards[at].start for at in others)
    cards[opening] = cards[opening]._replace(start=max(cards[opening].start, cards[opening].fields - names))
    for stamp, card in cards.items():
        for at in range(card.start, stamp):
            facts = found[at].facts if at in found and at < card.fields else {}
            found[at] = Finding(POSTER, facts, lines[at])
    ends = [*(card.start for card in cards.values()), len(lines)]
    posts = [range(at + 1, _end_of_post(found, at, min(end for end in ends if end > at))) for at in cards]
    unknown = {at for post in posts for at in post if at not in found}
    below = [at for at in range(next(iter(cards)) + 1, len(lines)) if at not in found and lines[at].text[0] == "+"]
    given = [at for at in below if at - 1 in found and _POINTS.fullmatch(lines[at].text)]
    found.update({at: Finding(POSTER, {}, lines[at]) for at in given})
    return {at for at in unknown - found.keys() if _is_text(lines[at].text)}


def _is_text(text: str) -> bool:
    return text not in _FLOORS and site_share(text) < _OF_SITES


def _card_above(lines: Sequence[Line], found: Findings, stamp: int) -> _Card | None:
    """Return the card above the time of a post; it begins with the first of its counts where a text is above."""
    at = stamp
    fields: list[int] = []
    while at > max(0, stamp - _LONGEST) and not _ends_card(lines, found, at - 1, fields):
        at -= 1
        if is_card_word(lines[at].text) and _beside_count(lines, at):
            fields.append(at)
    if len(fields) < _SOME:
        return None
    first = fields[-1] - lines[fields[-1] - 1].text.isdecimal()
    return _Card(at if at - 1 in found and found[at - 1].rule.name != STAMP else first, first)


def _ends_card(lines: Sequence[Line], found: Findings, at: int, fields: Sequence[int]) -> bool:
    """Tell whether a line is above a card: the title, a rule's sure line, text; a post's control above its counts."""
    one = found.get(at)
    if one is None:
        return not is_stranger(lines[at])
    is_control = one.rule.name == CONTROL and bool(fields)
    return is_title(one.rule) or one.rule.name == STAMP or one.rule.strength == "certain" or is_control


def _beside_count(lines: Sequence[Line], at: int) -> bool:
    return any(line.text.isdecimal() for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))


def _end_of_post(found: Findings, stamp: int, end: int) -> int:
    """Return where a post ends: at the first of the controls below it; nowhere below its time where it has none."""
    controls = (at for at in range(stamp + 1, end) if at in found and found[at].rule.name == CONTROL)
    return next(controls, stamp)
