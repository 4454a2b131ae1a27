"""Page numbers that run on from the last line of a page, ``说明理由。第3页``, or into both: ``不足第1页共14页三成``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Drop, Line
from cleaners.facts.counted_pages import NUMBER
from cleaners.lazily import lazily
from cleaners.places import are_apart

_GLUED: Final = lazily(r"(.*[。！？）)])\s?(第\s?(\d{1,3})\s?[页頁])")
_ALONE: Final = lazily(r"第\s?(\d{1,3})\s?[页頁]")
_ENDS: Final = ("页", "頁")
_WITHIN: Final = lazily(
    r"(?<=[^\s（(“「【《])第\s?(\d{1,3})\s?[页頁]\s?[,，]?\s?共\s?(\d{1,3})\s?[页頁](?=[^\s，,。；;、）)”」】》])"
)
_DASHED: Final = lazily(r"(?<=[\s。！？；：）”)])[-–—]\s?(\d{1,3})\s?[-–—]\s+(?=[\u3400-\u9fff（(\dA-Z])")
_DASHES: Final = ("-", "–", "—")
_APART: Final = 80  # characters between two of them
_PAGE: Final = 150  # characters above the first of them: that of a part stands near the beginning
_READ: Final = 400  # characters of a line: a longer one is no page's last
_LEAST: Final = 2  # numbers in all
_Within = Sequence[tuple[int, re.Match[str]]]  # places of lines, and numbers found in them


def strip_glued_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[Drop]]:
    """Take such numbers off their lines, where they and those in lines of their own count up from 1, pages apart.

    Args:
        lines: the document's lines.
    """
    ends = [place for place, line in enumerate(lines) if line.text.endswith(_ENDS) and len(line.text) <= _READ]
    glued = {place: found for place in ends if (found := _GLUED.fullmatch(lines[place].text))}
    if not glued:
        return [*lines], []
    alone = {place: found for place in ends if (found := _ALONE.fullmatch(lines[place].text))}
    places = sorted(glued.keys() | alone.keys())
    numbers = [int(glued[at][3] if at in glued else alone[at][1]) for at in places]
    if len(numbers) < _LEAST or numbers != [*range(1, len(numbers) + 1)] or not are_apart(places):
        return [*lines], []
    kept = [line._replace(text=glued[at][1]) if at in glued else line for at, line in enumerate(lines)]
    return kept, [Drop(lines[at].number, NUMBER, found[2]) for at, found in glued.items()]


def strip_numbers_within(lines: Sequence[Line]) -> tuple[list[Line], list[Drop]]:
    """Take numbers with the number of all pages out of lines that run on over them, where they count up from 1.

    Args:
        lines: the document's lines; a copy without line breaks has such numbers in the midst of its paragraphs.
    """
    found = [
        (at, one)
        for at, line in enumerate(lines)
        if "页" in line.text or "頁" in line.text
        for one in _WITHIN.finditer(line.text)
    ]
    if not _count_up(found) or len({one[2] for _, one in found}) > 1:
        return [*lines], []
    return _taken_out(lines, found)


def strip_dashed_within(lines: Sequence[Line]) -> tuple[list[Line], list[Drop]]:
    """Take numbers between dashes out of long lines that run on over them, where they count up: ``。 - 1 - 三、``.

    Args:
        lines: the document's lines; the spaces of a copy without line breaks tell more once these are gone.
    """
    found = [
        (at, one)
        for at, line in enumerate(lines)
        if len(line.text) > _READ and any(dash in line.text for dash in _DASHES)
        for one in _DASHED.finditer(line.text)
    ]
    if not _count_up(found) or found[0][1].start() < _PAGE:
        return [*lines], []
    return _taken_out(lines, found)


def _count_up(found: _Within) -> bool:
    """Tell whether numbers within lines count up from 1, a page apart: what a text says of its pages stands nearer."""
    numbers = [int(one[1]) for _, one in found]
    if len(found) < _LEAST or numbers != [*range(1, len(found) + 1)]:
        return False
    return all(at != below or after.start() - one.end() >= _APART for (at, one), (below, after) in pairwise(found))


def _taken_out(lines: Sequence[Line], found: _Within) -> tuple[list[Line], list[Drop]]:
    """Return the lines without the numbers within them, and these."""
    places = {at for at, _ in found}
    pattern = found[0][1].re
    kept = [line._replace(text=pattern.sub("", line.text)) if at in places else line for at, line in enumerate(lines)]
    return kept, [Drop(lines[at].number, NUMBER, one[0].strip()) for at, one in found]
