"""The title over the text, in a larger face: its lines are narrower than the text's, and go on where they cut words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from cleaners.lazily import lazily
from cleaners.reflow.evidence import End
from cleaners.reflow.numbering import NUMBERED
from cleaners.reflow.phrases import reads_on
from cleaners.reflow.starts import LEANING_WORDS, WEAK
from cleaners.reflow.titles import VisualLines
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import ends_with_work

_LINES: Final = 8  # at the beginning, in which a title stands
_MOST: Final = 4  # lines of it
_FACES: Final = (0.35, 0.95)  # of the text's own wrap, at least and at most
SURE: Final = 8.0
"""Nats for a join within a heading."""
_TOPIC: Final = ("关于", "關於")  # a title that says what it is about ends with what it is: 关于…的通知
_LEANING_STARTS: Final = ("的", "上的", "中的", "和", "与", "及", "暨", "與")  # lean on the line above
_LABELLED: Final = lazily(r"[^\W\d_]{1,8}[:\uff1a]|[【\[]")


def wrapped_title(lines: VisualLines) -> dict[int, float]:
    """Return the lines of the title that go on in the next one, and how much speaks for it (nats)."""
    texts, measured = lines.texts, lines.measured
    low, high = (share * max(measured.wraps) for share in _FACES)
    for first in range(min(_LINES, len(texts) - 1)):
        if not low <= measured.widths[first] <= high or NUMBERED.match(texts[first]) or _LABELLED.match(texts[first]):
            continue
        for count in range(_MOST, 1, -1):
            places = range(first, min(first + count, len(texts) - 1))
            if len(places) > 1 and _is_title(places, lines):
                return dict.fromkeys(places[:-1], SURE)
    return {}


def _is_title(places: range, lines: VisualLines) -> bool:
    """Tell whether lines are one title: none has room for the next one's first word, and they read on."""
    texts, ends, starts, plain, (widths, needs, _, _, slacks) = lines
    *opened, last = places
    if any(ends[place] != End.PHRASE for place in places) or not all(plain[place] for place in opened):
        return False
    if any(starts[place] >= WEAK for place in places[1:]):
        return False
    widest = max(widths[place] for place in opened)
    if widths[last] > widest + slacks[last]:
        return False
    if any(widths[place] + needs[place + 1] + slacks[place] <= widest for place in opened):
        return False
    seams = [(texts[place], texts[after]) for place, after in pairwise(places)]
    return all(leads_on(*seam) for seam in seams) or _says_what([texts[place] for place in places])


def leads_on(text: str, after: str) -> bool:
    """Tell whether a line breaks off in a word or a phrase that the next one ends, or before a word that needs more."""
    last = text.rpartition(" ")[2].lower()
    return last in LEANING_WORDS or after.startswith(_LEANING_STARTS) or reads_on(text, after)


def _says_what(texts: Sequence[str]) -> bool:
    """Tell whether lines say what they are about and end with what documents are called, none but all of them so."""
    *parts, whole = accumulate(texts)
    named = ends_with_work(key_of(whole)) and not any(ends_with_work(key_of(part)) for part in parts)
    return named and any(word in whole for word in _TOPIC)
