"""Members of a forum above their posts, told by the words in the place of a picture: ``N's avatar`` above ``N``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cleaners.chrome.post_blocks import FLOOR, POSTER
from cleaners.content.post_words import is_post_word
from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.strangers import is_prose

_PICTURE: Final = lazily(r"(\S.{0,38}?)(?:['’]s|s['’]|的) ?(?i:avatar|(?:profile )?(?:picture|photo)|头像|頭像)")
_ENDS: Final = ("vatar", "VATAR", "icture", "hoto", "头像", "頭像")
_STATE: Final = lazily(r" (?i:(?:is |当前)?(?:currently )?(?:offline|online)|[离離][线線]|在[线線])")
_LEAST: Final = 2  # members
_MOST: Final = 10  # lines of a card
_LONGEST: Final = 60  # characters of a stamp, of a subject
_STAMP: Final = lazily(
    r".{0,12}?(?:(\d\d)-(\d\d)-((?:19|20)\d\d)|(?:19|20)\d\d-\d\d?-\d\d?|\d\d?[-/.]\d\d?[-/.](?:19|20)\d\d).*"
)
_MONTHS: Final = 12
_RE: Final = lazily(r"(?:default)?(?:re:)*")  # the words for a picture of the post, and for an answer
_RULED: Final = lazily(r"_{10,}")  # lines of hyphens part a text
_STOPS: Final = ".:。：…"  # a subject may ask
_SIGNED: Final = 6  # lines of a signature


class _Card(NamedTuple):
    """Where a post's card stands, from the time above the picture to the line above its text."""

    name: str
    start: int
    stop: int


def pictured(lines: Sequence[Line]) -> list[int]:
    """Return the places of such pictures whose member stands in the next line, of two posts or more."""
    places = [
        at for at, (line, below) in enumerate(pairwise(lines)) if line.text.endswith(_ENDS) and _name(line, below)
    ]
    return places if len(places) >= _LEAST else []


def topic_around(lines: Sequence[Line]) -> str | None:
    """Return the title that stands above the first member and again between him and his post."""
    places = pictured(lines)
    first = places[0] if places else 0
    above = {line.text for line in lines[max(0, first - 2) : first]}
    return next((line.text for line in lines[first + 2 : first + 3] if line.text in above), None) if first else None


def find_pictured(lines: Sequence[Line], found: Findings, title: str | None) -> set[int]:
    """Find the cards of members beside such pictures, with the time, ranks and subjects of posts, and signatures.

    Returns the places of the lines with which posts begin, which are the document's however they read.

    Args:
        lines: lines in page order.
        found: what the rules found in them (in place).
        title: the title of the thread, which is the subject of its first post.
    """
    places = pictured(lines)
    if not places:
        return set()  # nearly all dumps
    topic = key_of(title or "")
    cards = [_card(lines, found, at) for at in places]
    if not _are_posts(lines, found, cards, places, topic):
        return set()
    begins: set[int] = set()
    stops = [*(card.start for card in cards[1:]), len(lines)]
    has_subjects = _is_topic(lines, cards[0].stop, topic)
    short = [_is_subject(lines, card.stop, below, topic) for card, below in zip(cards, stops, strict=True)]
    most = 2 * sum(short) > len(short) + 1  # more than the first post
    is_told = _is_told(found) or _is_below_text(lines, found, cards[0].start, topic)
    for card, below, is_short in zip(cards, stops, short, strict=True):
        is_subject = is_short and (most or _is_topic(lines, card.stop, topic))
        stop = card.stop + (has_subjects and is_subject)
        facts = _facts(lines, card) if card is cards[0] and not is_told else {}
        for at in range(card.start, stop):
            rule = FLOOR if at == card.start else POSTER
            found[at] = Finding(rule, facts if at == card.start else {}, lines[at])
        _find_signature(lines, found, range(stop, below))
        begins.update(range(stop, min(stop + 1, below)))
    return begins - found.keys()


def _are_posts(
    lines: Sequence[Line], found: Findings, cards: Sequence[_Card], places: Sequence[int], topic: str
) -> bool:
    """Tell whether most members have the time or a word of a post beside them, or the first the title below, too.

    Lists of a staff and of authors have pictures of people as well.
    """
    told = [card.start < at or card.stop > at + 2 for card, at in zip(cards, places, strict=True)]
    answered = any(at in found and found[at].rule.between for at in range(cards[0].stop, len(lines)))
    return 2 * sum(told) > len(told) or answered or _is_topic(lines, cards[0].stop, topic)


def _name(picture: Line, below: Line) -> str:
    """Return the member whom a picture shows and the next line names, his state behind him: ``N Offline``."""
    shown = _PICTURE.fullmatch(picture.text) if len(picture.text) <= _LONGEST else None
    state = below.text.removeprefix(shown[1]) if shown and below.text.startswith(shown[1]) else "-"
    return shown[1] if shown and (not state or _STATE.fullmatch(state)) else ""


def _card(lines: Sequence[Line], found: Findings, at: int) -> _Card:
    name = _name(lines[at], lines[at + 1])
    dated = at > 0 and len(lines[at - 1].text) <= _LONGEST and _STAMP.fullmatch(lines[at - 1].text) is not None
    stop = at + 2
    while stop < min(len(lines), at + _MOST) and _is_of_card(lines[stop], found.get(stop), name):
        stop += 1
    return _Card(name, at - dated, stop)


def _is_of_card(line: Line, known: Finding | None, name: str) -> bool:
    if known and known.rule.between:
        return True
    return len(line.text) <= 2 * _LONGEST and (is_post_word(line.text) or f"to {name}" in line.text)


def _is_topic(lines: Sequence[Line], at: int, topic: str) -> bool:
    """Tell whether a line is the title, with what a forum puts before it: ``Default Re: T``."""
    key = key_of(lines[at].text) if at < len(lines) and len(lines[at].text) <= 4 * _LONGEST else ""
    return bool(topic) and key.endswith(topic) and _RE.fullmatch(key, 0, len(key) - len(topic)) is not None


def _is_subject(lines: Sequence[Line], at: int, below: int, topic: str) -> bool:
    """Tell whether a line is the subject of a post: short, no sentence, with the text below it."""
    is_short = at + 1 < below and len(lines[at].text) <= _LONGEST and lines[at].text[-1] not in _STOPS
    return _is_topic(lines, at, topic) or is_short


def _is_below_text(lines: Sequence[Line], found: Findings, start: int, topic: str) -> bool:
    """Tell whether text stands between the title and the first member, who comments on it."""
    title = next((at for at in range(start - 1, -1, -1) if topic and key_of(lines[at].text).endswith(topic)), 0)
    between = range(title + 1, start)
    return any(at not in found and len(lines[at].text) > _LONGEST and is_prose(lines[at]) for at in between)


def _is_told(found: Findings) -> bool:
    return any("author" in one.facts for one in found.values())


def _facts(lines: Sequence[Line], card: _Card) -> dict[str, str]:
    """Return who wrote the first post and when; the second of two numbers before the year is a day if it must be."""
    stamp = _STAMP.fullmatch(lines[card.start].text)
    day = {}
    if stamp and stamp[3] and int(stamp[1]) <= _MONTHS < int(stamp[2]):
        day = {"published": f"{stamp[3]}-{stamp[1]}-{stamp[2]}"}
    return {"author": card.name, **day}


def _find_signature(lines: Sequence[Line], found: Findings, post: range) -> None:
    """Find what a member ends his posts with: a few lines between a rule and what the forum has below the post."""
    ruled = next((at for at in post if _RULED.fullmatch(lines[at].text)), None)
    if ruled is None:
        return
    stop = next((at for at in range(ruled, post.stop) if at in found), post.stop)
    if stop - ruled <= _SIGNED:
        found.update({at: Finding(POSTER, {}, lines[at]) for at in range(ruled, stop)})
