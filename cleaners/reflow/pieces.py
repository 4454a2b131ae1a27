"""Sentences that a site cut at their commas, one piece a line: joined again up to the sentence's end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.joining import joined
from cleaners.reflow.numbering import NUMBERED

_FIXED = frozenset(("pre", "tr", "img", "li", "h1", "h2", "h3", "h4", "h5", "h6"))
_LEAST = 12  # lines
_PUNCTUATED = 0.9
_CUT = 0.4
_UNEVEN = 0.3  # standard deviation of the lengths, as a share of their mean; lines of verse are of a length
_LONGEST = 14  # characters; verse has no longer line
_COMMAS = ",\uff0c、”"
_COMMA_END = lazily(r"[,\uff0c、][”’」』]?$|[”’」』][,\uff0c]$")
_MARK_END = lazily(r"[,\uff0c、。;\uff1b:\uff1a?\uff1f!\uff01…][”’」』)\uff09]*$")
_INNER = lazily(r"[,\uff0c。;\uff1b?\uff1f!\uff01](?=[^\d\W])")


def join_pieces(lines: list[Line]) -> list[Line]:
    """Join lines that end with a comma to the next, where nearly all lines of a document end at a mark and hold none.

    What such a site made of paragraphs nobody can tell: every sentence stays a line of its own.
    """
    pieces = [line.text for line in lines if line.tag not in _FIXED and not _is_heading(line.text)]
    if not _cut_at_marks(pieces):
        return lines
    goes_on = [
        line.tag not in _FIXED and line.tag == after.tag and bool(_COMMA_END.search(line.text))
        for line, after in pairwise(lines)
    ]
    return joined(lines, [*goes_on, False])


def _is_heading(text: str) -> bool:
    """Tell whether a line begins with a number and ends without a mark: no piece of a sentence."""
    return NUMBERED.match(text) is not None and _MARK_END.search(text) is None


def _cut_at_marks(pieces: Sequence[str]) -> bool:
    if len(pieces) < _LEAST or sum(piece[-1] in _COMMAS for piece in pieces) < _CUT * len(pieces):
        return False
    from statistics import fmean, pstdev  # noqa: PLC0415 - 3 ms that most pages do not need

    lengths = [len(piece) for piece in pieces]
    if max(lengths) < _LONGEST or pstdev(lengths) < _UNEVEN * fmean(lengths):
        return False
    ended = sum(bool(_MARK_END.search(piece)) for piece in pieces)
    whole = sum(bool(_INNER.search(piece)) for piece in pieces)
    return ended >= _PUNCTUATED * len(pieces) and whole * 10 <= len(pieces)
