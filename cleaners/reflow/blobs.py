"""Whole documents on one line: split where headings and numbering make it certain, left alone where not."""

from __future__ import annotations

import re
from itertools import pairwise

from cleaners.document import Line

_MIN_BLOB = 400  # characters; a paragraph of an author is seldom longer
_MIN_PARTS = 3
_NUMERALS = "一二三四五六七八九十"
# A mark counts behind the end of a sentence only: within one it may be a reference.
_BEHIND = r"(?<=[。\uff01\uff1f!?;\uff1b:\uff1a])\s*"
_MARKS = (
    re.compile(rf"{_BEHIND}(?=第([{_NUMERALS}]+)[章编篇条]\s?[^,\uff0c、的和及至])"),
    re.compile(rf"{_BEHIND}(?=([{_NUMERALS}]+)、)"),
    re.compile(rf"{_BEHIND}(?=[(\uff08]([{_NUMERALS}]+)[)\uff09])"),
)


def split_blobs(lines: list[Line]) -> list[Line]:
    """Split long lines before headings that count up from the first; white space alone changes."""
    if not any(len(line.text) >= _MIN_BLOB for line in lines):
        return lines
    return [part for line in lines for part in (_parts(line) if len(line.text) >= _MIN_BLOB else (line,))]


def _parts(line: Line) -> list[Line]:
    if line.tag == "pre":
        return [line]
    cuts: set[int] = set()
    for mark in _MARKS:
        cuts.update(_counted(line.text, mark))
    if not cuts:
        return [line]
    borders = [0, *sorted(cuts), len(line.text)]
    texts = (line.text[start:end].strip() for start, end in pairwise(borders))
    return [line._replace(text=text) for text in texts if text]


def _counted(text: str, mark: re.Pattern[str]) -> list[int]:
    """Places of a mark where it counts 1, 2, 3; a count that begins anew after three or more is another list."""
    runs: list[list[int]] = []
    for found in mark.finditer(text):
        value = _value(found.group(1))
        if value == 1:
            runs.append([])
        if runs and value == len(runs[-1]) + 1:
            runs[-1].append(found.end())
    first = [run for run in runs if len(run) >= _MIN_PARTS]
    return [place for run in first for place in run]


def _value(numeral: str) -> int:
    tens, mark, ones = numeral.rpartition("十")
    if not mark:
        return _NUMERALS.find(numeral) + 1 if len(numeral) == 1 else 0
    return (_NUMERALS.find(tens) + 1 if tens else 1) * 10 + (_NUMERALS.find(ones) + 1 if ones else 0)
