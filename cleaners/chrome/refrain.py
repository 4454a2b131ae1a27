"""Text that is one line over and over, or begins so: no site repeats a title or a control like that."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from cleaners.document import Line
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import Findings

_MOST: Final = 4  # copies of a title below each other: of the tab, the way, the page and its frame


def is_refrain(lines: Sequence[Line]) -> bool:
    """Tell whether a text is nothing but one line, said again."""
    return len(lines) > 1 and lines[0].text == lines[-1].text and all(line.text == lines[0].text for line in lines)


def forget_refrain(lines: Sequence[Line], found: Findings) -> None:
    """Take lines that say the title too often out of the findings (in place), but for the first one."""
    first = next((place for place, finding in found.items() if finding.rule is TITLE), None)
    if first is None or [line.text for line in lines[first : first + _MOST + 1]] != [lines[first].text] * (_MOST + 1):
        return
    for place in takewhile(lambda at: lines[at].text == lines[first].text, range(first + 1, len(lines))):
        found.pop(place, None)
