"""What the characters on both sides of a seam are: their case, script and face."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

from cleaners.lazily import lazily
from cleaners.reflow.evidence import End
from cleaners.reflow.sizes import HAN


class Case(IntEnum):
    """How a line of letters that have case begins."""

    LOWER = 0
    UPPER = 1


class Cut(IntEnum):
    """What stands on both sides of a seam: where readers of PDFs take a line apart."""

    HAN = 0  # Han characters and their marks
    LATIN = 1  # a letter, digit or sign of another face on one side at least
    BRACKET = 2  # a bracket or mark set tight
    MARKS = 3  # two full-width marks, which share their room, in a document that is taken apart wherever they meet
    HOLE = 4  # what the document has around words in another face, where the page shows one set apart
    MAY_LACK = 5  # anything else on such a page
    MOVED = 6  # a word in another face that the reader of a PDF moved to the end of its line, behind a gap


class Scripts(IntEnum):
    """Whether two lines are in the same script."""

    SAME = 0
    OTHER = 1  # only one of them holds Han characters


class Spread(IntEnum):
    """How the words of a line stand: justified lines are spread, all but the last of a paragraph."""

    TIGHT = 0  # letters without spaces, which readers of PDFs lose where they are narrow
    EVEN = 1
    LOOSE = 2  # spaces between Han characters, or several in a row


_HAN = lazily(f"[{HAN}]")
_LETTERS = lazily(r"[^\W\d_]")
_OPENING = "([\uff08【《「“"
_TIGHT = _OPENING + ")]\uff09】》」”。\uff0c、\uff1b\uff1a"
_CLOSING_MARKS = "。\uff0c、\uff09》」』”’】"
_WIDE_MARKS = _CLOSING_MARKS + "\uff08《「『“‘【"
_CLOSED = lazily(f"[{_WIDE_MARKS}][{_CLOSING_MARKS}]")
_CURLY = frozenset("“”‘’")  # narrow in a Latin face
_OFTEN_CLOSED, _RARELY_WITHIN = 8, 0.25  # seams; the same within lines, as a share of these
_RARE = 0.2  # share of lines with Han characters
_LEAST_SCRIPT = 8  # characters
_STRETCHED = lazily(r" (?: |(?<=[\u3000-\uffef] )(?=[\u3000-\uffef]))")
_LEAST_LETTERS = 20
_OFTEN_TIGHT = 0.2
_TOGETHER = lazily(rf"(?:[^\W\d_{HAN}]['’]?){{13}}")
_WORD = 12  # letters a word, in the mean


def cases(texts: Sequence[str], ends: Sequence[End]) -> list[Case | None]:
    """Tell for each line how the next one begins; ``None`` where a sentence ends or letters have no case."""
    return [
        None if end == End.SENTENCE else _case(text[-8:], after[0])
        for (text, after), end in zip(pairwise(texts), ends, strict=False)
    ]


def _case(end: str, first: str) -> Case | None:
    if first.lower() == first.upper():
        return None
    letters = _LETTERS.findall(end)
    if not letters or _HAN.match(letters[-1]):
        return None
    return Case.UPPER if first.isupper() else Case.LOWER


def cuts(texts: Sequence[str]) -> list[Cut]:
    """Tell for each line what stands on both sides of the seam behind it."""
    marks = _meeting(texts)
    return [
        Cut.MARKS if place in marks else _cut(text[-1], after[0]) for place, (text, after) in enumerate(pairwise(texts))
    ]


def _meeting(texts: Sequence[str]) -> set[int]:
    """Return the seams at which full-width marks meet, where lines begin with closing ones oftener than hold such."""
    seams = [(place, text[-1] + after[0]) for place, (text, after) in enumerate(pairwise(texts))]
    seams = [(place, pair) for place, pair in seams if pair[0] in _WIDE_MARKS and pair[1] in _WIDE_MARKS]
    if sum([pair[1] in _CLOSING_MARKS for _, pair in seams]) < _OFTEN_CLOSED:
        return set()
    within = [_CURLY.isdisjoint(pair) for pair in _CLOSED.findall("\n".join(texts))]
    cut: set[int] = set()
    for plain in (True, False):
        ours = [(place, pair[1]) for place, pair in seams if _CURLY.isdisjoint(pair) == plain]
        closed = sum([mark in _CLOSING_MARKS for _, mark in ours])
        if closed >= _OFTEN_CLOSED and within.count(plain) <= _RARELY_WITHIN * closed:
            cut.update([place for place, _ in ours])
    return cut


def _cut(last: str, first: str) -> Cut:
    if first in _TIGHT or last in _OPENING:
        return Cut.BRACKET
    return Cut.LATIN if last.isascii() or first.isascii() else Cut.HAN


def scripts(texts: Sequence[str]) -> list[Scripts | None]:
    """Tell for each line whether the next one is in the same script; ``None`` at short ones, or where Han is rare."""
    han = [_HAN.search(text) is not None for text in texts]
    if sum(han) < _RARE * len(han):
        return [None] * (len(han) - 1)
    short = [len(text) < _LEAST_SCRIPT for text in texts]
    return [
        None if short[i] or short[i + 1] else Scripts.SAME if left == right else Scripts.OTHER
        for i, (left, right) in enumerate(pairwise(han))
    ]


def spreads(texts: Sequence[str]) -> list[Spread | None]:
    """Tell how the words of each line stand; ``None`` of one that holds few letters, or where few are tight."""
    found = [_spread(text) for text in texts]
    known = sum([spread is not None for spread in found])
    if found.count(Spread.TIGHT) < _OFTEN_TIGHT * known:
        return [spread if spread is Spread.LOOSE else None for spread in found]
    return found


def run_together(texts: Sequence[str], spread: Sequence[Spread | None]) -> list[bool]:
    """Tell which tight lines begin with several words that lost the spaces between them: with more letters than one."""
    return [
        kind is Spread.TIGHT and _TOGETHER.match(text) is not None for text, kind in zip(texts, spread, strict=True)
    ]


def _spread(text: str) -> Spread | None:
    if " " in text and _STRETCHED.search(text):
        return Spread.LOOSE
    letters = len(text.encode("ascii", "ignore"))
    if letters < _LEAST_LETTERS:
        return None
    return Spread.EVEN if text.count(" ") * _WORD >= letters else Spread.TIGHT
