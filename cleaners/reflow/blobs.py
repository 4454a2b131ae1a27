"""Whole documents on one line: split where headings and numbering make it certain, left alone where not."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, pairwise

from cleaners.document import Line
from cleaners.lazily import lazily

_MIN_BLOB = 400  # characters; a paragraph of an author is seldom longer
_MIN_WHOLE = 120  # characters; of a document that is one line
_FEW = 2  # lines
_MIN_PARTS = 3
_MIN_CHAPTERS = 2
_NUMERALS = "一二三四五六七八九十"
# A mark counts behind the end of a sentence or a chapter's heading only: within one it may be a reference.
_BEHIND = r"(?:^|(?<=[。\uff01\uff1f!?;\uff1b:\uff1a]))[^\S\n]*"
_HEADED = re.compile(rf"第[{_NUMERALS}]+[章节節编編篇]\s?[^\s第。\uff0c]{{2,14}}\s?$")
_CHAPTER = lazily(rf"(?m){_BEHIND}(?=第([{_NUMERALS}]+)[章编編篇]\s?[^,\uff0c、的和及至])")
_ARTICLE = lazily(rf"(?=第([{_NUMERALS}百]+)[条條]\s?[^,\uff0c、的和及至])")
# Each mark, and what a text must hold for the least count of it: most texts hold none.
_MARKS = (
    (_CHAPTER, ("第二章", "第二编", "第二編", "第二篇")),
    (lazily(rf"(?m){_BEHIND}(?=([{_NUMERALS}]+)、)"), ("三、",)),
    (lazily(rf"(?m){_BEHIND}(?=[(\uff08]([{_NUMERALS}]+)[)\uff09])"), ("三)", "三\uff09")),
    (lazily(rf"(?m){_BEHIND}(?=(\d{{1,2}})[.\uff0e、]\s?[^\W\d])"), ("3.", "3\uff0e", "3、")),
    (_ARTICLE, ("第三条", "第三條")),
)
_LONGEST = 500_000  # characters; no document of one line is longer


def split_blobs(lines: list[Line]) -> list[Line]:
    """Split long lines before headings that count up from the first; white space alone changes.

    The count goes over the lines: some of its numbers may stand at the beginnings of lines already.
    """
    least = _MIN_WHOLE if len(lines) <= _FEW else _MIN_BLOB
    if not any(len(line.text) >= least for line in lines):
        return lines
    whole = "\n".join(line.text for line in lines)
    if len(whole) > _LONGEST:
        return lines
    starts = [0, *accumulate(len(line.text) + 1 for line in lines)]
    cuts: dict[int, list[int]] = {}
    for place in sorted({place for mark in _held(whole) for place in _counted(whole, mark)}):
        number = bisect_right(starts, place) - 1
        line = lines[number]
        if len(line.text) >= least and line.tag != "pre":
            cuts.setdefault(number, []).append(place - starts[number])
    return [part for number, line in enumerate(lines) for part in _parts(line, cuts.get(number, []))] if cuts else lines


def _held(text: str) -> list[re.Pattern[str]]:
    """Return the marks that could count in a text."""
    return [mark for mark, signs in _MARKS if any(sign in text for sign in signs)]


def _parts(line: Line, cuts: list[int]) -> list[Line]:
    if not cuts:
        return [line]
    texts = (line.text[start:end].strip() for start, end in pairwise([0, *cuts, len(line.text)]))
    return [line._replace(text=text) for text in texts if text]


def _counted(text: str, mark: re.Pattern[str]) -> list[int]:
    """Places of a mark where it counts 1, 2, 3; a count that begins anew after three or more is another list."""
    runs: list[list[int]] = []
    for found in mark.finditer(text):
        if mark is _ARTICLE and not _may_stand(text, found.end()):
            continue
        value = _value(found.group(1))
        if value == 1:
            runs.append([])
        if runs and value == len(runs[-1]) + 1:
            runs[-1].append(found.end())
    least = _MIN_CHAPTERS if mark is _CHAPTER else _MIN_PARTS
    first = [run for run in runs if len(run) >= least]
    return [place for run in first for place in run]


def _may_stand(text: str, place: int) -> bool:
    """Tell whether an article may begin here: behind a sentence, or behind the heading of its chapter."""
    before = text[max(0, place - 24) : place].rstrip(" \u3000")
    return not before or before[-1] in "\n。！？!?;；:：" or _HEADED.search(before) is not None


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    tens, mark, ones = numeral.rpartition("十")
    if not mark:
        return _NUMERALS.find(numeral) + 1 if len(numeral) == 1 else 0
    return (_NUMERALS.find(tens) + 1 if tens else 1) * 10 + (_NUMERALS.find(ones) + 1 if ones else 0)
