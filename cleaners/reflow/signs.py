"""Signs that a dump may have kept of its paragraphs: blank lines and indents. What they mean, the document tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.numbering import NUMBERED
from cleaners.rules.strangers import width

_ITEM = lazily(r"(?:[-*+•●○■□◆◇▪▫▲△★☆※◦‣►▶➢➤✓✔√]|\d{1,2}[.)]|\[\d{1,3}\])\s+(?=\S)")
_BRACKETED = lazily(r"[(（\[][\w.]{1,4}[)）\]]")  # of one more item: (ii)
_SENTENCE_END = lazily(r"[。！？；：.!?;:][”’」』\"')）]?$")
_NARROWEST = 50  # columns of a wrap
_WIDE = 0.8  # of the width that a quarter of the lines surpass
_LEAST_SHIFT = 2  # columns
_MOST_INSET = 10  # columns; a line set in further is centred or a column of its own
_DOUBLE_SPACED = 0.7
_LEAST_WRAPS, _FULL = 4, 0.85
_LEAST_BACK, _BACK_TO_LEVEL = 5, 3


class Shift(IntEnum):
    """Where a line begins, as against the line before it."""

    LEVEL = 0  # both at the margin
    LEVEL_IN = 1  # both set in alike
    DEEPER = 2
    BACK = 3


def insets(lines: Sequence[Line]) -> list[int]:
    """Return the columns by which each line is set in from the margin of its page."""
    if not any(line.indent for line in lines):
        return [0] * len(lines)
    margins: dict[int, int] = {}
    for line in lines:
        margins[line.page] = min(line.indent, margins.get(line.page, line.indent))
    return [line.indent - margins[line.page] for line in lines]


def shifts(set_in: Sequence[int], hanging: Sequence[bool]) -> list[Shift | None]:
    """Tell for each line how the next one is indented against it; ``None`` in a document that kept no indents.

    An item that hangs from its bullet or number goes on below its first word: that is its level.
    """
    if not any(set_in):
        return [None] * (len(set_in) - 1)
    return [
        Shift.LEVEL if hangs else _shift(left, right)
        for (left, right), hangs in zip(pairwise(set_in), hanging[1:], strict=True)
    ]


def hanging_lines(set_in: Sequence[int], texts: Sequence[str], goes_on: Sequence[bool]) -> list[bool]:
    """Tell which lines go on below the first word of an item, which hangs from its bullet or number.

    Args:
        set_in: columns by which each line is set in.
        texts: the lines.
        goes_on: whether each line is full and ends in mid-sentence: below a heading, a paragraph is set in.
    """
    found = [False] * len(texts)
    hangs = -1  # columns by which the item's lines are set in
    for place, (left, right) in enumerate(pairwise(set_in), 1):
        if item := _ITEM.match(texts[place - 1]):
            hangs = left + item.end()
        elif goes_on[place - 1] and (number := NUMBERED.match(texts[place - 1])):
            hangs = right if _LEAST_SHIFT <= right - left <= width(number[0]) + 1 else -1
        elif left != hangs:
            hangs = -1
        is_item = _ITEM.match(texts[place]) or NUMBERED.match(texts[place]) or _BRACKETED.match(texts[place])
        if hangs >= 0 and abs(right - hangs) <= 1 and not is_item:
            found[place], hangs = True, right
    return found


def wide_lines(texts: Sequence[str]) -> list[bool]:
    """Tell which lines are about as wide as running text, as headings and last lines of paragraphs are not."""
    widths = [width(text) for text in texts]
    least = _WIDE * sorted(widths)[len(widths) * 3 // 4] if widths else 0.0
    return [columns >= least for columns in widths]


def running_at_margin(
    found: Sequence[Shift | None], running: Sequence[bool], plain: Sequence[bool], first: int | None
) -> list[bool | None]:
    """Tell for each line whether the next one, at the margin as well, is running text; ``None`` if it is set in.

    Where paragraphs begin with an inset, running text at the margin begins none, be the line before the first of one
    or not; a heading is short and ends as none.

    Args:
        found: how each next line is indented.
        running: which lines are about as wide as running text, or end a sentence.
        plain: which lines do not begin as paragraphs do: with a label, a number.
        first: the inset at which paragraphs begin; without one, nothing is known.
    """
    if first is None:
        return [None] * len(found)
    return [
        below if shift is Shift.LEVEL or (shift is Shift.BACK and is_plain) else None
        for shift, below, is_plain in zip(found, running[1:], plain[1:], strict=True)
    ]


def first_inset(set_in: Sequence[int], goes_on: Sequence[bool]) -> int | None:
    """Return the inset at which paragraphs begin, and no later line of one: lines there go on at the margin.

    Args:
        set_in: columns by which each line is set in.
        goes_on: whether each line ends in mid-sentence; those of a quotation go on at its inset.
    """
    turns = [(left, right) for (left, right), on in zip(pairwise(set_in), goes_on, strict=False) if on]
    back = Counter(left for left, right in turns if left >= _LEAST_SHIFT > right)
    for inset, count in back.most_common(1):
        level = sum(left == right == inset for left, right in turns)
        return inset if count >= _LEAST_BACK and count >= _BACK_TO_LEVEL * level else None
    return None


def begin_at(set_in: Sequence[int], goes_on: Sequence[bool], first: int | None) -> set[int]:
    """Return the places of lines that begin a paragraph by their inset; a quotation goes on at the same one.

    Args:
        set_in: columns by which each line is set in.
        goes_on: whether each line is full and ends in mid-sentence.
        first: the inset at which paragraphs begin, if it is known.
    """
    begun: set[int] = set()
    behind = [*set_in[1:], first]
    for place, inset in enumerate(set_in if first is not None else ()):
        from_margin = goes_on[place] and behind[place] != first  # what follows goes on at the margin
        quoted = place > 0 and set_in[place - 1] == first and goes_on[place - 1] and not from_margin
        if inset == first and not quoted:
            begun.add(place)
    return begun


def _shift(left: int, right: int) -> Shift:
    if right >= left + _LEAST_SHIFT:
        return Shift.DEEPER
    if right <= left - _LEAST_SHIFT:
        return Shift.BACK
    return Shift.LEVEL_IN if right >= _LEAST_SHIFT else Shift.LEVEL


def widening(set_in: Sequence[int]) -> list[float]:
    """Return what insets add to the widths of lines."""
    return [float(inset) if inset <= _MOST_INSET else 0.0 for inset in set_in]


def gaps(lines: Sequence[Line]) -> list[bool | None]:
    """Tell for each line whether blank lines follow it; ``None`` where a page ends or the document has no such sign."""
    found = _gaps(lines)
    known = [gap for gap in found if gap is not None]
    return found if any(known) and not _are_most(known) else [None] * len(found)


def wraps_between_gaps(lines: Sequence[Line]) -> list[int]:
    """Return the places of lines that go on in the next, where blank lines part all paragraphs as text browsers do.

    So it is where blank lines follow most lines, and all others are about as wide as the widest; else none.
    """
    within = _within_gaps(lines)
    if not within:
        return []
    widths = [width(line.text) for line in lines]
    full = min([widths[place] for place in within]) >= _FULL * max(widths)
    return within if full else []


def wraps_among_whole_lines(lines: Sequence[Line]) -> list[int]:
    """Return the places of lines that go on in the next, where blank lines part all paragraphs, some of them wrapped.

    So it is where all lines with no blank line below are about as wide as each other and end within sentences.
    Couplets, and titles of talks above their speakers, begin each line with a capital.
    """
    within = _within_gaps(lines)
    if not within:
        return []
    widths = [width(lines[place].text) for place in within]
    whole = min(widths) < max(_NARROWEST, _FULL * max(widths))
    verses = all(lines[place + 1].text[:1].isupper() for place in within)
    return [] if whole or verses or any(_SENTENCE_END.search(lines[place].text) for place in within) else within


def _within_gaps(lines: Sequence[Line]) -> list[int]:
    """Return the places of lines without a blank line below, where most have one; none where they are few."""
    found = _gaps(lines)
    within = [place for place, gap in enumerate(found) if gap is False]
    return within if len(within) >= _LEAST_WRAPS and _are_most([gap for gap in found if gap is not None]) else []


def is_double_spaced(lines: Sequence[Line]) -> bool:
    """Tell whether blank lines follow most lines: each is an element of a page then, as copies of pages have them."""
    return _are_most([gap for gap in _gaps(lines) if gap is not None])


def _gaps(lines: Sequence[Line]) -> list[bool | None]:
    return [after.number > line.number + 1 if line.page == after.page else None for line, after in pairwise(lines)]


def _are_most(gaps: Sequence[bool]) -> bool:
    return sum(gaps) > _DOUBLE_SPACED * len(gaps)
