"""Marks that a viewer sets on each page, ``Page 2: …``, with words that are not the title but the same on each page.

The words are how the file begins, as the viewer read it; cut off, they head the page, and say whose transcript it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.chrome.page_marks import PAGE_MARK
from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings
from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule

NAMED: Final = Rule("document-named", "certain")
_MARK: Final = "Page "
_FIRST: Final = "Page 1: "
_NUMBER: Final = lazily(r"(\d{1,4})")
_OF: Final = "Transcript of "
_CUT: Final = ".… "
_LEAST: Final = 12  # characters that the marks share
_SEVERAL: Final = 2  # pages
_HEAD: Final = 40  # lines


def find_same_marks(lines: Sequence[Line], found: Findings) -> None:
    """Find such marks from page 1 on, two or more, and the lines above them with their words, in ``found`` (in place).

    A line above them must begin as their words do: nothing else tells a viewer's marks from a list of the author's.
    """
    first = next((at for at, line in enumerate(lines) if line.text.startswith(_FIRST)), None)
    if first is None or first in found:
        return
    words = lines[first].text.removeprefix(_FIRST)
    named = [at for at in range(max(0, first - _HEAD), first) if _is_beginning(lines[at].text, words)]
    ending = f": {words}"
    marks = {
        at: line.text[len(_MARK) : -len(ending)]
        for at, line in enumerate(lines[first:], first)
        if line.text.endswith(ending) and line.text.startswith(_MARK)
    }
    if not named or len(marks) < _SEVERAL or not _count_up([*marks.values()]):
        return
    found.update({at: Finding(NAMED, {}, lines[at]) for at in named if at not in found})
    found.update({at: Finding(PAGE_MARK, {"page": number}, lines[at]) for at, number in marks.items()})


def _is_beginning(text: str, words: str) -> bool:
    """Tell whether a line is the beginning of the words, cut off or not, also behind ``Transcript of``."""
    bare = text.removeprefix(_OF).rstrip(_CUT)
    return len(bare) >= _LEAST and words.startswith(bare)


def _count_up(numbers: Sequence[str]) -> bool:
    told = all(_NUMBER.fullmatch(number) for number in numbers)
    return told and all(int(after) == int(before) + 1 for before, after in pairwise(numbers))
