"""Running heads that stand within a sentence, which no heading does, and those opposite or in the middle of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from math import inf
from typing import Final

from cleaners.document import Line
from cleaners.furniture.breaks import breaks_off_above, text_above
from cleaners.furniture.head_forms import has_mark
from cleaners.lazily import lazily
from cleaners.reflow.numbering import NUMBERED
from cleaners.reflow.phrases import reads_on

_CLAUSES: Final = lazily("[，。；：](?=.)")
_CAPTION: Final = lazily(r"[图圖表]\s?\d|(?i:fig|tab)")
_LONG_HEAD: Final = 8  # characters; shorter ones are headings: 致谢
_SET_IN: Final = 2  # columns
_CENTRED: Final = 12  # columns by which a line is set in that stands in the middle
_SHORT: Final = 0.7  # of the line above
_GOES_ON: Final = lazily(r"(?:a|[a-z]{2,}['’]?) \S")
_LONG_WORD: Final = lazily(r"[^\W\d_]{4,}")
_TITLED: Final = 2  # long words of a head that has commas, each with a capital
_WORDS: Final = 6  # spaces in a line of a sentence
_PROSE: Final = 24  # characters of a line that is no heading, if it is not a full one of wrapped text


def heads_in_mid_sentence(lines: Sequence[Line], marks: Set[int], full: float) -> set[int]:
    """Find the heads beside page numbers that cut a sentence of full lines: no heading stands within one.

    Above the number the end of a paragraph can stand as well, and what looks like a heading can be one where the lines
    above are a list: these must stand twice. Below a line that stands twice nothing else need tell that prose goes on.
    """
    if not marks or full == inf:
        return set()
    counts = Counter(_letters(line.text) for line in lines)
    places = [(mark + 1, mark - 1, mark + 2) for mark in marks] + [(mark - 1, mark - 2, mark + 1) for mark in marks]
    return {
        at
        for at, above, below in places
        if above >= 0
        and below < len(lines)
        and _stands_within(lines, at, above, below, full, again=(again := counts[_letters(lines[at].text)] > 1))
        and (again or not _is_doubtful(lines, at, above, below))
    }


def heads_between_halves(lines: Sequence[Line], edges: Iterable[int], numbered: Set[int], full: float) -> set[int]:
    """Find heads of pages that stand between the halves of a sentence, which goes on in a small letter."""
    places = {(edge + 1, edge - 1) if edge in numbered else (edge, edge - 1) for edge in edges}
    return {
        at
        for at, above in places
        if above >= 0
        and at + 1 < len(lines)
        and lines[at].text[0].isupper()
        and _GOES_ON.match(lines[at + 1].text)
        and lines[text_above(lines, above + 1)].text.count(" ") >= _WORDS
        and _cuts_as_head(lines, at, above, full)
    }


def opposite_heads(lines: Sequence[Line], edges: Iterable[int], heads: Set[int], full: float) -> set[int]:
    """Find the heads of pages opposite to known ones, as far below a number that cuts a line, and later copies."""
    steps = {index - edge for edge in edges for index in heads if 0 < index - edge <= 1}
    places = {edge + step for edge in edges for step in steps if 1 < edge + step < len(lines)} - heads
    set_in = {lines[at].indent for at in heads if at - 1 in edges and lines[at].indent >= _CENTRED}
    first: dict[str, int] = {}
    for at in sorted(heads):
        first.setdefault(lines[at].text, at)
    return {
        at
        for at in places
        if first.get(lines[at].text, at) < at
        or _cuts_as_head(lines, at, at - 2, full)
        or (set_in and _is_centred(lines, at))
    }


def _stands_within(lines: Sequence[Line], at: int, above: int, below: int, full: float, *, again: bool) -> bool:
    """Tell whether a line that is no caption stands between two of a sentence with clauses, the first a full one."""
    if len(lines[above].text) < full or _CAPTION.match(lines[at].text):
        return False
    ends = again and has_mark(lines[below].text[-1:])  # the rest of a paragraph
    goes_on = ends or len(lines[below].text) >= full or _reads_on(lines, above, below)
    return goes_on and _CLAUSES.search(lines[above].text) is not None and _cuts_as_head(lines, at, above, full)


def _is_doubtful(lines: Sequence[Line], at: int, above: int, below: int) -> bool:
    """Tell whether a line within a sentence can be a heading, or a paragraph's end, and is not set in the middle."""
    text, before = lines[at].text, lines[above].text
    above_number = below - at > 1
    behind_source_or_item = not before[-1].isalpha()
    if not (above_number or behind_source_or_item or NUMBERED.match(text) or len(text) < _LONG_HEAD):
        return False
    return lines[at].indent < _CENTRED or not (_reads_on(lines, above, below) or _is_at_margin(lines, below))


def _reads_on(lines: Sequence[Line], above: int, below: int) -> bool:
    """Tell whether a line goes on in another one."""
    return reads_on(lines[above].text, lines[below].text) or lines[below].text[0] == "的"


def _letters(text: str) -> str:
    """Return a line without its spaces, which part the words of a head."""
    return "".join(text.split())


def _is_at_margin(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line begins at the margin of a document whose paragraphs are set in: it begins none."""
    least = lines[at].indent + _SET_IN
    return any(least <= line.indent < _CENTRED for line in lines)


def _is_centred(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line stands in the middle below a page's number, with an empty line below, and ends in no mark."""
    apart = at + 1 < len(lines) and lines[at + 1].number > lines[at].number + 1
    own = NUMBERED.match(lines[at].text) is not None or has_mark(lines[at].text[-1:])
    return apart and lines[at].indent >= _CENTRED and not own


def _cuts_as_head(lines: Sequence[Line], at: int, above: int, full: float) -> bool:
    """Tell whether a line that begins a page is far shorter than what breaks off above, and ends in no mark."""
    above = text_above(lines, above + 1)
    text, before = lines[at].text, lines[above].text
    short = len(text) <= _SHORT * len(before) and (not has_mark(text) or _is_in_capitals(text))
    return short and len(before) >= min(_PROSE, full) and breaks_off_above(lines, above + 1)


def _is_in_capitals(text: str) -> bool:
    """Tell whether a line that ends in a letter has a capital in each longer word, as titles in English do."""
    words = _LONG_WORD.findall(text) if text.isascii() and text[-1].isalpha() else ()
    return len(words) >= _TITLED and all(word[0].isupper() for word in words)
