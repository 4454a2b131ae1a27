"""Where a page breaks a sentence off: the sign that a line between two of text is a page's, and none of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.foot_notes import first_note

_ENDS = "。!?….:;”’」』\uff01\uff1f\uff1a\uff1b"
_CLAUSE = lazily(r"[\uff0c、。\uff1b,;.](?=\D)")
_SHORT = 8  # characters of a line that tells nothing


def breaks_off_above(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the text before a line ends without the end of a sentence; the notes at a page's foot are none."""
    above = text_above(lines, index)
    return above >= 0 and len(lines[above].text) > _SHORT and lines[above].text[-1] not in _ENDS


def text_above(lines: Sequence[Line], index: int) -> int:
    """Return the place of the last line of text above one, over notes, whose signs stand in the text as well."""
    note = first_note(lines, index)
    return index - 1 if note is None else note - 1


def cut_lines(lines: Sequence[Line], run: Collection[int], full: float) -> bool:
    """Tell whether numbers stand between a full line that breaks off and its continuation: no text is wrapped so."""
    return bool(run) and sum(cuts_line(lines, at, full) for at in run) * 2 >= len(run)


def cuts_line(lines: Sequence[Line], at: int, full: float) -> bool:
    """Tell whether a line stands between a full line that breaks off and its continuation."""
    return (
        breaks_off_above(lines, at)
        and len(lines[text_above(lines, at)].text) >= full
        and any(len(line.text) > _SHORT for line in lines[at + 1 : at + 3])
    )


def has_clauses(text: str) -> bool:
    """Tell whether a line has the mark of a clause or sentence within, as text does that breaks off."""
    return _CLAUSE.search(text) is not None
