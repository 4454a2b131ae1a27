"""A line put together from the inline pieces of its element: with spaces between them where they are facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.facts.badge_signs import may_have_badges
from cleaners.facts.badges import all_badges
from cleaners.facts.labels import TYPED, bare_label, fits
from cleaners.facts.names import FULL_NAME, HELD
from cleaners.lazily import lazily

_LISTED: Final = lazily("[,，;；、|]")
_IN_BRACKETS: Final = lazily(r"(?<=[(\uff08]) | (?=[)\uff09])")
_COUNT_FIRST: Final = lazily(r"(\d[\d,.]*\s?[wWkK万萬千]?\+?)\s+([^\W\d_]{2,4})")
_STOPS: Final = frozenset("。.！!？?；;…，,、")  # a line of text, as most are that have a link in them or a reference
_PAIR: Final = 2


def spaced(pieces: Sequence[str]) -> str:
    """Return a line with its inline pieces parted by spaces; a name of several words stays one word."""
    parts: list[str] = []
    for part in filter(None, map(str.strip, pieces)):
        parts.append(_labelled_first(part) if parts and parts[-1][-1].isdecimal() else part)
    text = _IN_BRACKETS.sub("", " ".join(parts))
    if text.count(" ") < len(parts):
        return text
    if (label := bare_label(parts[0])) and label.kind == "list" and not any(map(_LISTED.search, parts)):
        return f"{parts[0]} {'、'.join(parts[1:])}"  # tags of several words
    held = [part.replace(" ", HELD) if " " in part and FULL_NAME.fullmatch(part) else part for part in parts]
    return _IN_BRACKETS.sub("", " ".join(held))


def _labelled_first(piece: str) -> str:
    """Return a run that is a count and its label with the label first: ``86 下载量``, which a number stands before."""
    counted = _COUNT_FIRST.fullmatch(piece)
    label = bare_label(counted[2]) if counted else None
    return f"{counted[2]}:{counted[1]}" if counted and label and label.kind == "count" else piece


def parted(text: str, pieces: Sequence[str]) -> str:
    """Return a line with its inline pieces parted by spaces where they are badges and nothing else."""
    if text[-1:] in _STOPS or "。" in text:
        return text
    parts = list(filter(None, map(str.strip, pieces)))
    wider = " ".join(parts)
    if len(parts) == _PAIR and (label := bare_label(parts[0])) and label.kind in TYPED and fits(label, parts[1]):
        return wider
    if wider == text or not may_have_badges(text):
        return text
    return wider if all_badges(wider) else text
