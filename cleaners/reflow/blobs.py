"""Whole documents on one line: split where headings and numbering make it certain, left alone where not."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, pairwise

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.blob_headings import headings_told, sections_in
from cleaners.reflow.blob_outline import outlines
from cleaners.reflow.blob_parts import front_matter, parts_told, works_listed

_MIN_BLOB = 400  # characters; a paragraph of an author is seldom longer
_MIN_WHOLE = 120  # characters; of a document that is one line
_FEW = 2  # lines
_MIN_PARTS = 3
_MIN_CHAPTERS = 2
_NUMERALS = "一二三四五六七八九十"
# A mark counts behind the end of a sentence or a chapter's heading only: within one it may be a reference. What is
# before is looked at where a mark was found: patterns that begin with a mark's own characters are the quick ones.
_BEHIND = frozenset("\n。！？!?;；:：")
_OPTIONS = lazily(
    r"(?<=[)\uff09。\uff1a:?\uff1f_的是 ])A([.\uff0e、])[^\n]{2,80}?(?<![A-Za-z])B\1[^\n]{2,80}?(?<![A-Za-z])C\1"
)
_QUESTIONS = 2  # with options; the text is an exam then
_QUESTION = 10  # characters of one on average: answers are shorter and stand in rows
_BEFORE_FIRST = lazily(r"[)\uff09。:：题]$")
_BEFORE_NEXT = lazily(r"[^A-Za-z\d]$")
_PARTS = lazily(r"分[为為成]|共.{1,3}[章节節编編篇]")
_SENTENCE = 20  # characters
_REFERRING = "见見按照由第和与及的在"
_HEADS = lazily(rf"[\u4e00-\u9fff]{{2}}(?<![{_REFERRING}])$|[)\uff09]$")  # the first one stands behind these too
_GAP = 4  # characters before a mark that are looked at
_LATIN_END = lazily(r"([A-Za-z]{3,})[.)]$")
_SHORTENED = frozenset(("fig", "figs", "eqs", "tab", "tabs", "vol", "vols", "chap", "sec", "secs", "ref", "refs"))
_HEADED = lazily(rf"第(?:[{_NUMERALS}]+|\d{{1,2}})[章节節编編篇]\s?[^\s第。\uff0c]{{2,14}}\s?$")
_CHAPTER = lazily(rf"第([{_NUMERALS}]+|\d{{1,2}})[章节節编編篇](?=\s?[^,\uff0c、的和及至])")
_ARTICLE = lazily(rf"第([{_NUMERALS}百]+)[条條](?=\s?[^,\uff0c、的和及至])")
# Each mark, and what a text must hold for the least count of it: most texts hold none.
_MARKS = (
    (_CHAPTER, ("第二章", "第二节", "第二節", "第二编", "第二編", "第二篇", "第2章", "第2节", "第2節")),
    (lazily(rf"([{_NUMERALS}]+)、"), ("三、",)),
    (lazily(rf"[(\uff08]([{_NUMERALS}]+)[)\uff09]"), ("三)", "三\uff09")),
    (lazily(r"(\d{1,2})[.\uff0e、](?=\s?(?:[^\W\d]|[“《(\uff08_]))"), ("3.", "3\uff0e", "3、")),
    (_ARTICLE, ("第三条", "第三條")),
)
_SECTIONED = ".1", ".2"  # what a text holds whose sections are numbered
_LONGEST = 500_000  # characters; no document of one line is longer


def split_blobs(lines: list[Line]) -> list[Line]:
    """Split long lines before headings that count up from the first; white space alone changes.

    The count goes over the lines: some of its numbers may stand at the beginnings of lines already.
    """
    least = _MIN_WHOLE if len(lines) <= _FEW else _MIN_BLOB
    blobs = [line.text for line in lines if len(line.text) >= least and line.tag != "pre"]
    if sum(map(len, blobs)) > _LONGEST:
        return lines
    exam = any(_is_exam(text) for text in blobs)
    marks = [held for held in _MARKS if exam or any(_may_part(text, held[0]) for text in blobs)] if blobs else []
    if not marks and not any(all(sign in text for sign in _SECTIONED) for text in blobs):
        return lines
    whole = "\n".join(line.text for line in lines)
    if len(whole) > _LONGEST:
        return lines
    places = {
        place
        for mark, signs in marks
        if any(sign in whole for sign in signs)
        for place in _counted(whole, mark, anywhere=exam)
    }
    places.update(sections_in(whole), headings_told(whole), works_listed(whole), front_matter(whole))
    if outline := outlines(whole):
        places.update((entry.start for entry in outline), parts_told(whole, outline))
    places.update(found.start() for found in _OPTIONS.finditer(whole) if exam)
    starts = [0, *accumulate(len(line.text) + 1 for line in lines)]
    cuts: dict[int, list[int]] = {}
    for place in sorted(places):
        number = bisect_right(starts, place) - 1
        line = lines[number]
        if len(line.text) >= least and line.tag != "pre":
            cuts.setdefault(number, []).append(place - starts[number])
    return [part for number, line in enumerate(lines) for part in _parts(line, cuts.get(number, []))] if cuts else lines


def _is_exam(text: str) -> bool:
    """Tell whether several questions with options stand in one line."""
    return "C" in text and len(_OPTIONS.findall(text)) >= _QUESTIONS


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


def _counted(text: str, mark: re.Pattern[str], *, anywhere: bool) -> list[int]:
    """Places of a mark where it counts 1, 2, 3; a count that begins anew after three or more is another list.

    Questions of an exam stand ``anywhere``: behind blanks, brackets and options.
    """
    runs: list[list[int]] = []
    doubted: list[bool] = []  # of each, whether the first chapter stands behind no sentence
    for found in mark.finditer(text):
        value = _value(found.group(1))
        if value != 1 and not (runs and value == len(runs[-1]) + 1):
            continue
        stands = _may_stand(text, found.start(), headed=mark is _ARTICLE)
        if not stands:
            before = text[max(0, found.start() - _GAP) : found.start()].rstrip()
            stands = (anywhere and (_BEFORE_NEXT if value > 1 else _BEFORE_FIRST).search(before) is not None) or (
                value == 1 and mark is not _ARTICLE and mark is not _CHAPTER and _HEADS.search(before) is not None
            )
        doubtful = not stands and value == 1 and mark is _CHAPTER and not _lists_parts(text, found.start())
        if not stands and not doubtful:
            continue
        if value == 1:
            runs.append([])
            doubted.append(doubtful)
        runs[-1].append(found.start())
    least = _MIN_CHAPTERS if mark is _CHAPTER else _MIN_PARTS
    first = [run for run, doubtful in zip(runs, doubted, strict=True) if len(run) >= least + doubtful]
    if anywhere:
        first = [run for run in first if run[-1] - run[0] >= _QUESTION * (len(run) - 1)]
    return [place for run in first for place in run]


def _lists_parts(text: str, place: int) -> bool:
    """Tell whether a chapter is one that a sentence speaks of: ``全文分为四章，第一章…``."""
    in_sentence = text[place - 1] in _REFERRING + "，,:：、；;"
    return in_sentence or _PARTS.search(text, max(0, place - _SENTENCE), place) is not None


def _may_stand(text: str, place: int, *, headed: bool) -> bool:
    """Tell whether a mark may begin here: behind a sentence or, an article, behind the heading of its chapter."""
    before = text[max(0, place - 24) : place].rstrip(" \t\u3000")
    if not before or before[-1] in _BEHIND or (headed and _HEADED.search(before) is not None):
        return True
    word = _LATIN_END.search(before) if text[place - 1].isspace() else None
    return word is not None and word[1].lower() not in _SHORTENED


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    tens, mark, ones = numeral.rpartition("十")
    if not mark:
        return _NUMERALS.find(numeral) + 1 if len(numeral) == 1 else 0
    return (_NUMERALS.find(tens) + 1 if tens else 1) * 10 + (_NUMERALS.find(ones) + 1 if ones else 0)
