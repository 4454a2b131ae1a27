"""Whether the elements of a page (``p``, ``div``) are its visual lines: paragraphs of their own break off seldom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.measure import COLUMN_WRAP, MIN_WRAP
from cleaners.reflow.phrases import tears_word

_ELEMENTS = frozenset(("p", "div", "span", "section"))
TERMINAL = "。!?….:;”’」』)》】、,>\uff01\uff1f\uff1a\uff1b\uff09\uff0c"
_COMMAS = "、,\uff0c"
_LEAST_PIECE = 15  # characters
_LEAST_CUT = 4
_LEAST_LINE = 8  # characters
_FULL = 0.8  # of the widest element; letters are narrower than half a Han character
_LONG = 0.5
_WIDEST = 5.0  # times as many characters as the longest one that breaks off has, of four bytes at most: none is full
_MANY_TORN, _OFTEN_TORN = 3, 4
_SENTENCE_WITHIN = lazily(r"[。\uff01\uff1f!?\uff1b;](?=\w)")
_MARKED = 0.5  # share of full lines that break off behind the end of a sentence within: no paragraph does
_LEAST_TORN, _OF_COLUMN = 4, 6  # lines of a column that tear a word; the others to one of them, at most
_TORN = 6  # full lines to one that tears a common word, at most; wraps tear two in five


def element_seams(lines: Sequence[Line]) -> list[int]:
    """Return the indices of elements that another one of their kind follows."""
    return [
        i
        for i, (line, after) in enumerate(pairwise(lines))
        if line.tag in _ELEMENTS and not line.broken and line.tag == after.tag and len(line.text) > _LEAST_LINE
    ]


def breaks_off(text: str) -> bool:
    """Tell whether a line ends in mid-sentence, as far as its last character tells."""
    return text[-1] not in TERMINAL or text[-1] in _COMMAS


def break_off_often(lines: Sequence[Line], elements: Sequence[int]) -> bool:
    """Tell whether elements break off too often for paragraphs, which end sentences or are short."""
    long = [lines[i].text for i in elements if len(lines[i].text) > _LEAST_PIECE]
    cut = sum(map(breaks_off, long))
    return cut >= _LEAST_CUT and cut * 4 > len(long)


def tear_words(lines: Sequence[Line], elements: Sequence[int], least: int = _LEAST_CUT) -> bool:
    """Tell whether the elements that break off are the widest ones, and words go on from one to the next.

    Args:
        lines: the document's lines.
        elements: indices of elements that another one follows.
        least: widest elements that must break off.
    """
    broken = [i for i in elements if breaks_off(lines[i].text)]
    if len(broken) < least:
        return False
    longest = max([len(lines[i].text) for i in elements])
    if longest > _WIDEST * max([len(lines[i].text) for i in broken]):
        return False
    sizes = {i: len(lines[i].text.encode("gb18030", "replace")) for i in elements}
    widest = max(sizes.values(), default=0)
    cut = [i for i in broken if sizes[i] >= _LONG * widest]
    full = [i for i in cut if sizes[i] >= _FULL * widest]
    if len(full) < least:
        return False
    if sum(_SENTENCE_WITHIN.search(lines[i].text) is not None for i in full) >= max(least, _MARKED * len(full)):
        return True
    torn = sum(tears_word(lines[i].text, lines[i + 1].text) for i in full)
    if len(full) * 3 < len(cut) * 2:  # labels and items as well
        return torn >= _MANY_TORN and torn * _OFTEN_TORN >= len(full)
    return torn * _TORN >= len(full)


def narrowest_wrap(texts: Sequence[str], voters: Sequence[int]) -> float:
    """Return the columns that a wrap can have at the least: lines too narrow for a page are a column's if words tear.

    Args:
        texts: the lines.
        voters: indices of those that end in mid-phrase.
    """
    narrow = [i for i in voters if COLUMN_WRAP <= len(texts[i].encode("gb18030", "replace")) < MIN_WRAP]
    torn = sum(tears_word(texts[i], texts[i + 1]) for i in narrow)
    return COLUMN_WRAP if torn >= _LEAST_TORN and torn * _OF_COLUMN >= len(narrow) else MIN_WRAP
