"""Marks that a viewer sets above each page of a text dump and numbers: ``第3张``, ``Slide 3``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.facts.findings import Finding, Findings
from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule

PAGE_MARK: Final = Rule("page-marker", "certain", marker=True, position=True)
_MARK: Final = lazily(r"(?i)(第|slide|page|幻灯片|p\.?)\s?(\d{1,3})\s?(张|張|页|頁|屏|幅|P|)")
_LEAST: Final = 3  # pages
_STATED: Final = 2  # facts of a site above the first one
_CUT: Final = 6  # characters of a mark that is cut off
_LONGEST: Final = 12  # characters


def find_page_marks(lines: Sequence[Line], found: Findings) -> None:
    """Find marks numbered 1, 2, 3 with text between them below facts of a site, in ``found`` (in place)."""
    _find_cut_mark(lines, found)
    marks: list[tuple[int, str, int]] = []
    for place, line in enumerate(lines):
        if len(line.text) <= _LONGEST and (mark := _MARK.fullmatch(line.text)):
            marks.append((place, mark[1].lower() + mark[3], int(mark[2])))
    marks = [mark for mark in marks if mark[1] == marks[0][1]]
    if len(marks) < _LEAST or [number for *_, number in marks] != list(range(1, len(marks) + 1)):
        return
    stated = sum(bool(one.facts) for at, one in found.items() if at < marks[0][0])
    apart = all(after[0] > before[0] + 1 for before, after in pairwise(marks))
    if apart and stated >= _STATED:
        found.update({at: Finding(PAGE_MARK, {"page": str(number)}, lines[at]) for at, _, number in marks})


def _find_cut_mark(lines: Sequence[Line], found: Findings) -> None:
    """Find the last line where it is the beginning of one more of the marks above: ``Page 5: V``."""
    last = len(lines) - 1
    marks = [at for at, one in found.items() if one.rule.marker and "page" in one.facts]
    text = lines[last].text if lines else ""
    if len(marks) < _LEAST - 1 or last in found or len(text) < _CUT:
        return
    above, number = lines[marks[-1]].text, found[marks[-1]].facts["page"]
    if number.isdecimal() and above.replace(number, str(int(number) + 1), 1).startswith(text):
        found[last] = Finding(PAGE_MARK, {}, lines[last])
