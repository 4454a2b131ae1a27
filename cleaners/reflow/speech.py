"""Whether a line ends within quotation marks, and whether the next one opens some: speech tells paragraphs apart."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

from cleaners.reflow.evidence import End

_OPENING, _CLOSING = "“「『", "”」』"
_LONGEST = 6  # lines of one quotation
_FORGOTTEN = 12  # lines; a mark that no other one closes within these was no quotation


class Speech(IntEnum):
    """What quotation marks say of a seam."""

    NONE = 0
    OPEN = 1  # the line ends within a quotation
    AGAIN = 2  # likewise, and the next line opens it again, as the paragraphs of a long one do
    NEXT = 3  # the next line opens one
    REPLY = 4  # one ends with the line, and the next line opens another


def speech(texts: Sequence[str]) -> list[Speech | None]:
    """Tell of each seam what quotation marks say; ``None`` in a document without such marks."""
    opened = [_last(text, _OPENING) for text in texts]
    if max(opened) < 0:
        return [None] * (len(texts) - 1)
    found: list[Speech | None] = []
    left = 0  # lines for which an open quotation is still believed
    for (text, after), start in zip(pairwise(texts), opened, strict=False):
        end = _last(text, _CLOSING)
        left = _FORGOTTEN if start > end else 0 if end > start else left - 1
        if after[0] in _OPENING:
            found.append(Speech.AGAIN if left > 0 else Speech.REPLY if text[-1] in _CLOSING else Speech.NEXT)
        else:
            found.append(Speech.OPEN if left > 0 else Speech.NONE)
    return found


def closed_speech(texts: Sequence[str], ends: Sequence[End]) -> list[End]:
    """Return how lines end, where one that closes a quotation which began a line is the end of a sentence.

    Japanese puts no mark before it, and OCR loses what is there; a word in quotation marks stands within lines.
    """
    found = list(ends)
    for i, text in enumerate(texts):
        if text[-1] in _CLOSING and ends[i] == End.PHRASE and _begins(texts, i):
            found[i] = End.SENTENCE
    return found


def _begins(texts: Sequence[str], i: int) -> bool:
    """Tell whether the quotation that ends with a line began a line, this one or one of the few before."""
    depth = 0
    for back in range(i, max(-1, i - _LONGEST), -1):
        for place in range(len(texts[back]) - 1, -1, -1):
            char = texts[back][place]
            depth += (char in _CLOSING) - (char in _OPENING)
            if not depth:
                return place == 0
    return False


def _last(text: str, marks: str) -> int:
    return max([text.rfind(mark) for mark in marks])
