"""Notes at the foot of a page that cut a paragraph: no part of it, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.evidence import End, line_end
from cleaners.reflow.starts import MARKS, start_weights

_SIGNS: Final = frozenset((*map(chr, range(0x2460, 0x2474)), *"¹²³⁴⁵⁶⁷⁸⁹†‡"))  # ① to ⑳, and others that head no item
_NUMBERED: Final = lazily(r"(\d{1,2})\s+(?=[A-Z“‘\"(])")
_BRACKETED: Final = lazily(r"\[\d{1,2}\]\s?(?=\S)")
_OF_NOTES, _OF_PAGE = 12, 60  # lines of the notes at a page's foot, and of a page
_LEAST: Final = 8  # characters of a line that tells whether it breaks off
_OWN: Final = 1  # boxes of notes count down from it
_OPEN: Final = (End.PHRASE, End.COMMA)


def first_note(lines: Sequence[Line], end: int) -> int | None:
    """Return the place of the first line of the notes at a page's foot, if there are any.

    The sign of a note stands in the text above as well. A number is one where it is set behind a word there
    (``small specimens,1 but``) and an empty line stands above the note, or a line that breaks off; so is one in
    brackets below no other of a list, and below an empty line.

    Args:
        lines: the lines of a document.
        end: the place behind the page's last line.
    """
    near = range(max(1, end - _OF_NOTES), end)
    page = lines[end - 1].page
    turned = max((at for at in near if lines[at].text.isdecimal() or lines[at].page != page), default=0)
    first = max(near.start, turned + 1)
    for at in range(first, end):
        begins = _note_sign(lines, at)
        if begins and any(begins(line.text) for line in lines[max(0, at - _OF_PAGE) : at]):
            return at
    return None


def _note_sign(lines: Sequence[Line], at: int) -> Callable[[str], object] | None:
    """Return what finds in the text above the sign that a line begins with, if it may be a note's."""
    text = lines[at].text
    if text[0] in _SIGNS:
        return lambda above: text[0] in (above if above[1:2] in MARKS else above[1:])
    if text[0] not in "[0123456789":
        return None
    apart = lines[at].number > lines[at - 1].number + 1
    if (apart or line_end(lines[at - 1].text) in _OPEN) and (found := _NUMBERED.match(text)):
        return re.compile(rf"[a-z]{{2}}[,.;:)”’]{{0,2}}{found[1]}(?=\s|$)").search
    if apart and (found := _BRACKETED.match(text)) and not _is_listed(lines, at):
        sign = found[0].rstrip()
        return lambda above: sign in above[1:]
    return None


def _is_listed(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is of a list of works: its heading stands above, or another entry on the same page."""
    page = [line.text for line in lines[max(0, at - _OF_PAGE) : at] if line.page == lines[at].page]
    return not page or len(page[-1]) <= _LEAST or any(map(_BRACKETED.match, page))


def in_boxes(lines: list[Line]) -> list[Line]:
    """Return lines with the notes of each page that cut a paragraph in a box of their own: nothing is joined over it.

    The paragraph stays in two parts, since a note before its second half stands there on the page as well.

    Args:
        lines: the document's visual lines in order, which know their pages.
    """
    turns = [at for at, (line, after) in enumerate(pairwise(lines)) if 0 < line.page < after.page]
    if not turns:
        return lines
    spans = [range(first, turn + 1) for turn in turns if (first := first_note(lines, turn + 1)) is not None]
    boxes = {at: -lines[at].box - _OWN for span in spans if _cut_a_paragraph(lines, span) for at in span}
    return [line._replace(box=boxes[at]) if at in boxes else line for at, line in enumerate(lines)] if boxes else lines


def parts_note(line: Line, after: Line) -> bool:
    """Tell whether a note in a box of its own begins or ends between two lines (``in_boxes``)."""
    return line.box != after.box and min(line.box, after.box) < 0


def out_of_boxes(lines: list[Line]) -> list[Line]:
    """Return lines with the notes in the box that they stand in on the page."""
    return [line._replace(box=-line.box - _OWN) if line.box < 0 else line for line in lines]


def _cut_a_paragraph(lines: Sequence[Line], span: range) -> bool:
    """Tell whether notes stand below a line of their page that breaks off and above one that can go on from it."""
    above, after = lines[span[0] - 1], lines[span[-1] + 1]
    same = lines[span[0]].page == lines[span[-1]].page == above.page and above.tag == after.tag
    breaks_off = len(above.text) > _LEAST and line_end(above.text) in _OPEN
    ended = line_end(lines[span[-1]].text) not in _OPEN
    return same and breaks_off and ended and start_weights([after.text])[0] <= 0
