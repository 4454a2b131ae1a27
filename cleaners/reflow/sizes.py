"""What lines are wide, whatever the size of the Latin letters in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from cleaners.lazily import lazily

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN_RUN = lazily(f"[{HAN}]+")
FULL_STOPS = "。、\uff0c\uff1a\uff1b\uff01\uff1f\uff09\uff0e"  # full-width marks that never begin a line
_MARK = lazily(r"[,:;!?()]")
_BESIDE_HAN = lazily(rf"(?<=[{HAN}])[,:;!?()]|[,:;!?()](?=[{HAN}])")
_FULL_WIDTH = str.maketrans(",:;!?()", "\uff0c\uff1a\uff1b\uff01\uff1f\uff08\uff09")
_UNIT = lazily(rf"(?:[^\s{HAN}{FULL_STOPS}]+|.(?:[\"“][^\s{HAN}{FULL_STOPS}]+)?)[{FULL_STOPS}】》」』”’…,.:;!?)\]]*")
# Advance widths of printable ASCII, mean of the Adobe metrics of Times and Helvetica, in thousandths of an em.
_ASCII = (
    "264 306 382 528 528 861 722 186 333 333 444 574 264 333 264 278 528 528 528 528 528 528 528 528 528 528 278 278"
    " 574 574 574 500 968 694 667 694 722 639 584 750 722 306 444 694 584 861 722 750 612 750 694 612 611 722 694 944"
    " 694 694 611 306 278 306 469 528 333 500 528 472 528 500 306 528 528 250 250 500 250 806 528 528 528 528 333 444"
    " 278 528 500 722 500 500 472 407 230 407 562"
)
_OTHER = 1.04  # columns of a character that the metrics do not know
_FACE = [_OTHER] * 32 + [int(width) / 500 for width in _ASCII.split()] + [_OTHER]
SURE = 0.5
"""Columns by which each width may be wrong, however sure its letters are."""
_BLANKS = bytes(range(33)) + b"\x7f"


class Size(NamedTuple):
    """What a text is wide, in columns.

    Attributes:
        wide: what Han characters and their marks take, 2 each.
        face: what all others take in a printed face of the size of Han.
        cells: what they take in even cells, 1 each.
        signs: how many of them are ASCII and no blanks.
    """

    wide: float
    face: float
    cells: float
    signs: int


class Sized(NamedTuple):
    """Lines, sized but not yet measured: that takes the size of Latin letters relative to Han, 0 for even cells.

    Attributes:
        lines: of each line.
        firsts: of the first character or word of each line, with the space before it.
        loose: whether the first word of each line holds characters of unsure width.
        lengths: characters of each line.
        insets: columns by which each line is set in.
        han: the lines are Han, for the most part.
    """

    lines: list[Size]
    firsts: list[Size]
    loose: list[bool]
    lengths: list[int]
    insets: Sequence[float]
    han: bool

    def some(self, places: Sequence[int]) -> Sized:
        """Return the lines at some places."""
        return Sized(
            [self.lines[i] for i in places],
            [self.firsts[i] for i in places],
            [self.loose[i] for i in places],
            [self.lengths[i] for i in places],
            [self.insets[i] for i in places],
            self.han,
        )

    def widths(self, scale: float) -> list[float]:
        """Return the columns of each line."""
        if not scale:
            return [size.wide + size.cells + inset for size, inset in zip(self.lines, self.insets, strict=True)]
        return [size.wide + scale * size.face + inset for size, inset in zip(self.lines, self.insets, strict=True)]

    def needs(self, scale: float) -> list[float]:
        """Return the room that the first character or word of each line takes behind another line."""
        if not scale:
            return [size.wide + size.cells for size in self.firsts]
        return [size.wide + scale * size.face for size in self.firsts]

    def slacks(self, *, printed: bool) -> list[float]:
        """Return the error of each width: faces are known by their mean only, and Latin words beside Han are often
        set in another.
        """
        if not self.han:
            return [SURE + 0.02 * length * printed for length in self.lengths]
        unsure = [0.1 * size.signs * loose for size, loose in zip(self.firsts, self.loose, strict=True)]
        return [
            SURE + min(4.0, 0.05 * size.signs + first)
            for size, first in zip(self.lines, [*unsure[1:], 0.0], strict=True)
        ]


def first_words(texts: Sequence[str]) -> list[str]:
    """Return the first character or word of each line, with the marks that stay with it."""
    return [found.group() if (found := _UNIT.match(text)) else text for text in texts]


def has_restorable(text: str) -> bool:
    """Tell whether half-width marks stand beside Han characters."""
    return _BESIDE_HAN.search(text) is not None


def sized(texts: Sequence[str], insets: Sequence[float], *, restored: bool, wide: bool) -> Sized:
    """Size lines.

    Args:
        texts: the lines.
        insets: columns by which each line is set in.
        restored: half-width punctuation beside Han was full-width on the page.
        wide: the lines are Han, for the most part: signs that are wide there are wide.
    """
    firsts = first_words(texts)
    loose = [first.isascii() or len(first) > 1 for first in firsts]
    if restored:
        texts = [_restored(text) if _MARK.search(text) else text for text in texts]
    others = {char for char in set("".join(texts)).union(*firsts) if not char.isascii()}
    narrow = {char: cells for char in others if (cells := _cells(char, wide)) != 2}
    sizes = {first: _size(first, narrow, spaced=first[:1].isascii() and first[:1].isalnum()) for first in set(firsts)}
    lines = [_size(text, narrow) for text in texts]
    return Sized(lines, [sizes[first] for first in firsts], loose, list(map(len, texts)), insets, wide)


def _restored(text: str) -> str:
    """Return a line with the full-width marks that an archive made half-width."""
    return _BESIDE_HAN.sub(lambda found: found.group().translate(_FULL_WIDTH), text)


def _size(text: str, narrow: dict[str, int], *, spaced: bool = False) -> Size:
    """Size a text, ``narrow`` being the cells of the characters that are no ASCII and not wide."""
    ascii_ = text.encode("ascii", "ignore")
    face = sum(map(_FACE.__getitem__, ascii_))
    cells, wide = len(ascii_), len(text) - len(ascii_)
    if wide and not narrow.keys().isdisjoint(text):
        found = [narrow[char] for char in text if char in narrow]
        wide -= len(found)
        cells += sum(found)
        face += _OTHER * sum(found)
    if spaced:
        face, cells = face + _FACE[32], cells + 1
    return Size(2.0 * wide, face, cells, len(ascii_.translate(None, _BLANKS)))


def _cells(char: str, wide: bool) -> int:
    """Return the cells of a character that is no ASCII: 2, 1, or 0 for one that stands on another or is not seen."""
    kind = unicodedata.east_asian_width(char)
    if kind in "WF" or (kind == "A" and wide):
        return 2
    return 0 if unicodedata.combining(char) or unicodedata.category(char) == "Cf" else 1
