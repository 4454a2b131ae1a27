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
# A mark counts behind the end of a sentence or a chapter's heading only: within one it may be a reference. What is
# before is looked at where a mark was found: patterns that begin with a mark's own characters are the quick ones.
_BEHIND = frozenset("\n。！？!?;；:：")
_HEADED = lazily(rf"第[{_NUMERALS}]+[章节節编編篇]\s?[^\s第。\uff0c]{{2,14}}\s?$")
_CHAPTER = lazily(rf"第([{_NUMERALS}]+)[章节節编編篇](?=\s?[^,\uff0c、的和及至])")
_ARTICLE = lazily(rf"第([{_NUMERALS}百]+)[条條](?=\s?[^,\uff0c、的和及至])")
# Each mark, and what a text must hold for the least count of it: most texts hold none.
_MARKS = (
    (_CHAPTER, ("第二章", "第二节", "第二節", "第二编", "第二編", "第二篇")),
    (lazily(rf"([{_NUMERALS}]+)、"), ("三、",)),
    (lazily(rf"[(\uff08]([{_NUMERALS}]+)[)\uff09]"), ("三)", "三\uff09")),
    (lazily(r"(\d{1,2})[.\uff0e、](?=\s?[^\W\d])"), ("3.", "3\uff0e", "3、")),
    (_ARTICLE, ("第三条", "第三條")),
)
_LONGEST = 500_000  # characters; no document of one line is longer


def split_blobs(lines: list[Line]) -> list[Line]:
    """Split long lines before headings that count up from the first; white space alone changes.

    The count goes over the lines: some of its numbers may stand at the beginnings of lines already.
    """
    least = _MIN_WHOLE if len(lines) <= _FEW else _MIN_BLOB
    blobs = [line.text for line in lines if len(line.text) >= least and line.tag != "pre"]
    if sum(map(len, blobs)) > _LONGEST:
        return lines
    marks = [held for held in _MARKS if any(_may_part(text, held[0]) for text in blobs)] if blobs else []
    if not marks:
        return lines
    whole = "\n".join(line.text for line in lines)
    if len(whole) > _LONGEST:
        return lines
    places = {place for mark, signs in marks if any(sign in whole for sign in signs) for place in _counted(whole, mark)}
    starts = [0, *accumulate(len(line.text) + 1 for line in lines)]
    cuts: dict[int, list[int]] = {}
    for place in sorted(places):
        number = bisect_right(starts, place) - 1
        line = lines[number]
        if len(line.text) >= least and line.tag != "pre":
            cuts.setdefault(number, []).append(place - starts[number])
    return [part for number, line in enumerate(lines) for part in _parts(line, cuts.get(number, []))] if cuts else lines


def _may_part(text: str, mark: re.Pattern[str]) -> bool:
    """Tell whether a line holds a mark where it may count, but at its beginning: nothing is split there."""
    return any(
        found.start() and _may_stand(text, found.start(), headed=mark is _ARTICLE) for found in mark.finditer(text)
    )


def _parts(line: Line, cuts: list[int]) -> list[Line]:
    if not cuts:
        return [line]
    texts = (line.text[start:end].strip() for start, end in pairwise([0, *cuts, len(line.text)]))
    return [line._replace(text=text) for text in texts if text]


def _counted(text: str, mark: re.Pattern[str]) -> list[int]:
    """Places of a mark where it counts 1, 2, 3; a count that begins anew after three or more is another list."""
    runs: list[list[int]] = []
    for found in mark.finditer(text):
        value = _value(found.group(1))
        if value != 1 and not (runs and value == len(runs[-1]) + 1):
            continue
        if not _may_stand(text, found.start(), headed=mark is _ARTICLE):
            continue
        if value == 1:
            runs.append([])
        runs[-1].append(found.start())
    least = _MIN_CHAPTERS if mark is _CHAPTER else _MIN_PARTS
    first = [run for run in runs if len(run) >= least]
    return [place for run in first for place in run]


def _may_stand(text: str, place: int, *, headed: bool) -> bool:
    """Tell whether a mark may begin here: behind a sentence or, an article, behind the heading of its chapter."""
    before = text[max(0, place - 24) : place].rstrip(" \t\u3000")
    return not before or before[-1] in _BEHIND or (headed and _HEADED.search(before) is not None)


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    tens, mark, ones = numeral.rpartition("十")
    if not mark:
        return _NUMERALS.find(numeral) + 1 if len(numeral) == 1 else 0
    return (_NUMERALS.find(tens) + 1 if tens else 1) * 10 + (_NUMERALS.find(ones) + 1 if ones else 0)
