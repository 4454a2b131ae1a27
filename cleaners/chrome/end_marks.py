"""Where a dump's text ends for sure: where the staff of a site say so, and where a list of other texts has its days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.rules.others import heads_others

_MARK: Final = lazily(r"(?i)\W*(?:the end|全文完|正文完|本文完|全文終|完)\W*")
_LONGEST: Final = 16  # characters of such a line
_EDITED: Final = frozenset(("editor", "source-and-editor"))
_PROSE: Final = 30  # characters of a line that says something
_NEAR: Final = 8  # lines below in which the site's begin
_KNOWN: Final = 2  # of them are known
_LESS: Final = 0.5  # of what the text says, at the most, is said below
_LISTED: Final = 4  # lines of a list for each of its days


def find_end(lines: Sequence[Line], found: Findings, body: range) -> int:
    """Return the place of the line that ends a dump's text; ``body.stop`` where none does for sure.

    Such are ``- THE END -`` and ``责任编辑：N`` where little is said below and lines of the site begin there (a volume
    of several texts has such lines as well), and a heading of other documents over a list with a day in each entry.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        body: the places of the document's own lines as far as they are known.
    """
    said = [len(line.text) if len(line.text) >= _PROSE else 0 for line in lines[: body.stop]]
    above = 0
    for place in body:
        above += said[place]
        if above and _is_mark(lines, found, place) and sum(said[place + 1 :]) <= _LESS * above:
            return place
        if above and heads_others(lines[place].text) and _has_days(lines, found, place):
            return place
    return body.stop


def _is_mark(lines: Sequence[Line], found: Findings, place: int) -> bool:
    """Tell whether a line says that a text ends, or who edited it, with lines of the site near below."""
    text = lines[place].text
    if not (place in found and found[place].rule.name in _EDITED) and (
        len(text) > _LONGEST or text[0].isalnum() or not _MARK.fullmatch(text)
    ):
        return False
    near = range(place + 1, min(place + 1 + _NEAR, len(lines)))
    return sum(at in found and not found[at].rule.ambiguous for at in near) >= _KNOWN


def _has_days(lines: Sequence[Line], found: Findings, place: int) -> bool:
    """Tell whether the list below a heading has a day in each of its first entries, in a line of its own."""
    near = range(place + 1, min(place + 1 + 3 * _LISTED, len(lines)))
    days = [at for at in near if at in found and found[at].facts.keys() == {"published"}]
    return len(days) > 1 and all(after - day <= _LISTED for day, after in zip([place, *days], days, strict=False))
