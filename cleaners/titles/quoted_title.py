"""The line of a text dump that other lines of the site name: ``Report "T"``, ``Download T as PDF``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import ends_with_work
from cleaners.rules.vocabulary import site_share
from cleaners.values import TYPES

_HEAD: Final = 60  # lines at the top, and as many at the end, in which the site speaks of the document
_LONGEST: Final = 200  # characters
_LEAST: Final = 4
_NONE: Final = "."
_WIDE: Final = "\u2e80"  # the first character of scripts without spaces
_LEAST_UNQUOTED: Final = 8
_QUOTED: Final = lazily(r"[\"“《「『【](.{4,200})[\"”》」』】]")
_FILE: Final = lazily(rf"(?i)《(.{{4,200}})\.(?:{TYPES})》")  # that is offered for download
_FOOT: Final = lazily(
    r"(?i)copyright|©|all rights|\b(?:inc|llc|ltd|gmbh)\b|\bterms\b.*\bprivacy\b|\bprivacy\b.*\bterms\b"
)
_BY: Final = lazily(r"(?i)(?:\w+ )?by")  # who put it up: ``Uploaded by N``
_TELLING: Final = 0.3  # share of a site's words in what stands beside the quotation
_MOSTLY: Final = 0.6  # ... beside a name without quotation marks


def quoted_line(lines: Sequence[Line], places: Iterable[int]) -> int | None:
    """Return the place of the first of some lines that another line quotes, with words of a site beside it."""
    told: dict[str, str] = {}
    for text in _around(lines):
        if named := _FILE.fullmatch(text):
            told.setdefault(named[1], text)
            continue
        found = _QUOTED.search(text)
        if not found or (found.start() == 0 and ends_with_work(key_of(text[found.end() :]) or _NONE)):
            continue  # 《T》教学课件 is a title itself
        if site_share(text[: found.start()] + " " + text[found.end() :]) >= _TELLING:
            told.setdefault(found[1].rstrip("."), text)
    return next((at for at in places if told and _is_named(lines[at].text, told.get(lines[at].text.rstrip(".")))), None)


def _is_named(text: str, by: str | None) -> bool:
    return by is not None and by != text and len(text) >= _LEAST and site_share(text) < _MOSTLY


def named_line(lines: Sequence[Line], places: Iterable[int]) -> int | None:
    """Return the place of the first of some English lines that another has in it, with hardly more than site words."""
    around = _around(lines)
    for at in places:
        text = lines[at].text.rstrip(".… ")
        if not (_LEAST_UNQUOTED <= len(text) <= _LONGEST and max(text) < _WIDE) or site_share(text) >= _MOSTLY:
            continue
        if text.isalpha() and text.istitle():
            continue  # Studylists, an item of a menu
        if any(text in other and _FOOT.search(other) for other in around):
            continue  # the site's name
        rests = (_rest(other, text) for other in around if len(other) > len(text) and text in other)
        if any(rest and site_share(rest) >= _MOSTLY and not _BY.fullmatch(rest.strip()) for rest in rests):
            return at
    return None


def _rest(other: str, text: str) -> str:
    """Return a line without another in it; nothing where that is part of a word: ``standard``, ``standardizing``."""
    before, _, behind = other.partition(text)
    within = (behind[:1].islower() and text[-1].islower()) or (before[-1:].islower() and text[0].islower())
    return "" if within else f"{before} {behind}"


def _around(lines: Sequence[Line]) -> list[str]:
    some = [*lines[:_HEAD], *lines[max(_HEAD, len(lines) - _HEAD) :]]
    return [line.text for line in some if len(line.text) <= _LONGEST]
