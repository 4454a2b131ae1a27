"""The title over the text, in a larger face: its lines are narrower than the text's, and go on where they cut words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from cleaners.lazily import lazily
from cleaners.reflow.evidence import End
from cleaners.reflow.measure import Measure
from cleaners.reflow.numbering import NUMBERED
from cleaners.reflow.phrases import tears_word
from cleaners.reflow.starts import LEANING_WORDS, WEAK
from cleaners.rules.phrases import key_of
from cleaners.rules.site_words import ends_with_work

_LINES: Final = 8  # at the beginning, in which a title stands
_MOST: Final = 4  # lines of it
_FACES: Final = (0.35, 0.95)  # of the text's own wrap, at least and at most
_SURE: Final = 8.0  # nats for a join
_TOPIC: Final = ("关于", "關於")  # a title that says what it is about ends with what it is: 关于…的通知
_LEANING_STARTS: Final = ("的", "上的", "中的", "和", "与", "及", "暨", "與")  # lean on the line above
_LABELLED: Final = lazily(r"[^\W\d_]{1,8}[:\uff1a]|[【\[]")


def wrapped_title(
    texts: Sequence[str], ends: Sequence[End], starts: Sequence[float], plain: Sequence[bool], measured: Measure
) -> dict[int, float]:
    """Return the lines of the title that go on in the next one, and how much speaks for it (nats).

    Args:
        texts: the lines.
        ends: how each line ends.
        starts: how much the beginning of each line speaks for a new paragraph.
        plain: whether each line is no row, leader or code, and may go on in the next.
        measured: what the lines are wide.
    """
    low, high = (share * max(measured.wraps) for share in _FACES)
    for first in range(min(_LINES, len(texts) - 1)):
        if not low <= measured.widths[first] <= high or NUMBERED.match(texts[first]) or _LABELLED.match(texts[first]):
            continue
        for count in range(_MOST, 1, -1):
            lines = range(first, min(first + count, len(texts) - 1))
            if len(lines) > 1 and _is_title(lines, texts, ends, starts, plain, measured):
                return dict.fromkeys(lines[:-1], _SURE)
    return {}


def _is_title(
    lines: range,
    texts: Sequence[str],
    ends: Sequence[End],
    starts: Sequence[float],
    plain: Sequence[bool],
    measured: Measure,
) -> bool:
    """Tell whether lines are one title: none has room for the next one's first word, and they read on."""
    if any(ends[place] != End.PHRASE or not plain[place] for place in lines[:-1]) or ends[lines[-1]] != End.PHRASE:
        return False
    if any(starts[place] >= WEAK for place in lines[1:]):
        return False
    widest = max(measured.widths[place] for place in lines[:-1])
    for place in lines[:-1]:
        if measured.widths[place] + measured.needs[place + 1] + measured.slacks[place] <= widest:
            return False
    if measured.widths[lines[-1]] > widest + measured.slacks[lines[-1]]:
        return False
    seams = [(texts[place], texts[after]) for place, after in pairwise(lines)]
    return all(_reads_on(*seam) for seam in seams) or _says_what(lines, texts)


def _reads_on(text: str, after: str) -> bool:
    last = text.rpartition(" ")[2].lower()
    leans = last in LEANING_WORDS or after.startswith(_LEANING_STARTS)
    return leans or after[0].islower() or tears_word(text, after)


def _says_what(lines: range, texts: Sequence[str]) -> bool:
    """Tell whether lines say what they are about and end with what documents are called, none but all of them so."""
    *parts, whole = accumulate(texts[place] for place in lines)
    named = ends_with_work(key_of(whole)) and not any(ends_with_work(key_of(part)) for part in parts)
    return named and any(word in whole for word in _TOPIC)
