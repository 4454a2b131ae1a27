"""Page numbers, running heads and feet of the document's own pages: known by sequence, repetition and position."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from cleaners.document import Drop, Line
from cleaners.furniture.folios import counted_lines, number_of
from cleaners.lazily import lazily
from cleaners.rules.phrases import key_of

_HAN_DIGITS = "一二三四五六七八九零〇"
_DASHES = r"-\uff0d\u2212—–―─"
_TOTALLED = (
    rf"第 ?(?P<a>\d{{1,4}}|[{_HAN_DIGITS}十百]{{1,5}}) ?[页頁]"
    r"(?: ?[,\uff0c/(\uff08]? ?[共总總] ?\d{1,4} ?[页頁][)\uff09]?)?"
    r"|[共总總] ?\d{1,4} ?[页頁] ?[,\uff0c/]? ?第 ?(?P<b>\d{1,4}) ?[页頁]"
    r"|[Pp](?:age|AGE|\.) ?(?P<c>\d{1,4})(?: ?(?:of|/) ?\d{1,4})?"
)
_DECORATED = (
    rf"[{_DASHES}~\uff5e·•|*\[(\uff08<【〔] ?(?P<d>\d{{1,4}}|[ivxlIVXL]{{1,6}}) ?[{_DASHES}~\uff5e·•|*\])\uff09>】〕]"
    rf"|[{_DASHES}]{{2}} ?(?P<e>\d{{1,4}}) ?[{_DASHES}]{{2}}"
    rf"|[{_DASHES}]{{1,2}} ?(?P<j>[{_HAN_DIGITS}十百]{{1,5}}) ?[{_DASHES}]{{1,2}}"
)
_SHARED = r"(?P<f>\d{1,4}) ?[/\uff0f] ?\d{1,4}|[Pp]\.? ?(?P<h>\d{1,4})|(?P<i>\d{1,4}) ?[页頁]"
_BARE = r"(?P<g>\d{1,4}|[ivxl]{1,6}|[IVXL]{1,6})"
_NUMBER_LINE = lazily(
    rf"^[^\S\n]*(?:(?P<totalled>{_TOTALLED})|(?P<decorated>{_DECORATED})|(?P<shared>{_SHARED})|(?P<bare>{_BARE}))[^\S\n]*$"
)
_FAST = re.compile(
    rf"^[^\S\n]*(?:[{_DASHES}~\uff5e·•|*\[(\uff08<【〔]{{0,2}} ?(?:\d|[ivxlIVXL]{{1,6}}\b)"
    rf"|[{_DASHES}]{{1,2}} ?[{_HAN_DIGITS}十]"
    rf"|第 ?[\d{_HAN_DIGITS}十]|[共总總] ?\d|[Pp](?:age|\.| ?\d))",
    re.M,
)
_DIGITS = lazily(r"\d+|\b[ivxlIVXL]{1,6}\b")
_WORD = lazily(r"[^\W\d_]{2}")
_ENDS = "。!?….:;”’」』\uff01\uff1f\uff1a\uff1b"

_MIN_PAGE = 8  # lines between two bare numbers, in the middle; less is a table or a list
_PROSE = 20  # characters of a paragraph that a page's end may cut
_MARK = lazily(r"[\uff0c、。\uff1b,;.](?=\D)")
_LEAST_PAGE = 12  # lines of a first page, of two
_CELL = 12  # characters; longer lines are no cells of a table
_EDGE = 3  # lines from a page's edge that may hold heads and feet
_MAX_HEAD = 120  # characters
_LEAST_STAMP = 6  # characters: of a line without words that may be a head, such as 2023/5/6


class _Mark(NamedTuple):
    """A line that may be a page number: its place, form and value."""

    at: int
    form: str
    value: int


def strip_furniture(lines: list[Line], title: str | None = None) -> tuple[list[Line], list[Drop]]:
    """Take page numbers and running heads and feet out; the other lines keep their order and learn their page.

    A number is a page number where it counts up over the document at a page's distance, is set off by dashes or
    says so; a line is a running head where it repeats at the edges of pages, or is the title there. Rules:
    ``page-number``, ``running-head``.
    """
    full = _full_line(lines)
    marks = _page_numbers(lines, _candidates(lines), full)
    runs = counted_lines(lines, uncounted=not marks)
    folios = {index for run in runs if _cut_lines(lines, run, full) for index in run} - marks
    edges = _page_edges(lines, marks | folios)
    if not edges:
        return lines, []
    heads = _running_heads(lines, marks | folios, edges) | folios | _titles(lines, marks, title)
    if not marks and not heads:
        return lines, []
    kept: list[Line] = []
    drops: list[Drop] = []
    page = 1
    turned = False
    for index, line in enumerate(lines):
        if index in marks or index in heads:
            rule = "page-number" if index in marks else "running-head"
            drops.append(Drop(line.number, rule, line.text))
            turned = True
            continue
        page += turned
        turned = False
        kept.append(line if line.page else line._replace(page=page))
    return kept, drops


def _candidates(lines: Sequence[Line]) -> list[_Mark]:
    short = [(index, line.text) for index, line in enumerate(lines) if len(line.text) <= 24 and line.tag != "tr"]
    whole = "\n".join(text for _, text in short)
    if not _FAST.search(whole):
        return []
    marks = []
    for index, text in short:
        found = _NUMBER_LINE.match(text)
        if found and found.lastgroup:
            label = next(found[name] for name in "abcdefghij" if found[name])
            marks.append(_Mark(index, found.lastgroup, number_of(label)))
    return marks


def _page_numbers(lines: Sequence[Line], marks: Sequence[_Mark], full: float) -> set[int]:
    forms: dict[str, list[_Mark]] = defaultdict(list)
    for mark in marks:
        forms[mark.form].append(mark)
    found = {mark.at for mark in forms["totalled"]}
    found.update(mark.at for mark in forms["decorated"] if mark.value)
    shared = _longest_count(forms["shared"])
    if len(shared) >= 2 or _cut_lines(lines, [mark.at for mark in shared], full):
        found.update(mark.at for mark in shared)
    bare = _longest_count(forms["bare"])
    if len(forms["bare"]) == 2 and _numbers_two_pages(lines, *forms["bare"]):
        found.update(mark.at for mark in bare)
    while _counts_pages(lines, bare) or _cut_lines(lines, [mark.at for mark in bare], full):
        found.update(mark.at for mark in bare)
        bare = _longest_count([mark for mark in forms["bare"] if mark.at not in found])
    return found


def _longest_count(marks: Sequence[_Mark]) -> list[_Mark]:
    """Return the longest run of marks that counts up by 1 (a page without number may be skipped) in reading order."""
    best: list[list[_Mark]] = []
    by_value: dict[int, list[_Mark]] = {}
    for mark in marks:
        before = max((by_value.get(mark.value - step, []) for step in (1, 2, 3)), key=len)
        run = [*before, mark]
        if len(run) >= len(by_value.get(mark.value, [])):
            by_value[mark.value] = run
            best.append(run)
    return max(best, key=len, default=[])


def _counts_pages(lines: Sequence[Line], run: Sequence[_Mark]) -> bool:
    """Tell page numbers from the numbers of a list or table: pages are long, uneven and cut sentences in two."""
    if len(run) >= 2 and all(_at_edge(lines, mark.at) for mark in run):
        return True
    if len(run) < 3:
        return False
    if sum(_cuts_prose(lines, mark.at) for mark in run) * 2 >= len(run) and _apart(run):
        return True
    gaps = sorted(after.at - mark.at for mark, after in pairwise(run))
    middle = gaps[len(gaps) // 2]
    if middle < _MIN_PAGE or gaps[0] == gaps[-1] < 2 * _MIN_PAGE:
        return False
    cuts = sum(_cuts_sentence(lines, mark.at) for mark in run)
    return cuts * 4 >= len(run)


def _numbers_two_pages(lines: Sequence[Line], first: _Mark, last: _Mark) -> bool:
    """Tell whether text is two pages: a 1 after a page of lines, no cells, and a 2 as the very end, however short."""
    if (first.value, last.value, last.at) != (1, 2, len(lines) - 1) or first.at < _LEAST_PAGE:
        return False
    return 2 * sum(len(line.text) > _CELL for line in lines[: first.at]) > first.at


def _cuts_sentence(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the line before ends without the end of a sentence."""
    return index > 0 and len(lines[index - 1].text) > 8 and lines[index - 1].text[-1] not in _ENDS


def _cuts_prose(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line stands between two of prose, the first of which breaks off."""
    around = [line.text for line in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])]
    return (
        len(around) > 1
        and min(map(len, around)) >= _PROSE
        and _cuts_sentence(lines, index)
        and _MARK.search(around[0]) is not None
    )


def _apart(run: Sequence[_Mark]) -> bool:
    """Tell whether most numbers stand further apart than those of a list whose items are a line or two."""
    return sum(after.at - mark.at > _EDGE for mark, after in pairwise(run)) * 3 >= 2 * (len(run) - 1)


def _at_edge(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the first or last of its page, of pages that the lines themselves know."""
    page = lines[index].page
    near = (lines[place].page if 0 <= place < len(lines) else 0 for place in (index - 1, index + 1))
    return page > 0 and any(other != page for other in near)


def _full_line(lines: Sequence[Line]) -> float:
    """Return the characters that a full line of wrapped text has at least; infinite where lines are of no width."""
    lengths = sorted(len(line.text) for line in lines if line.broken and len(line.text) > 8)
    if len(lengths) < _MIN_PAGE:
        return inf
    least = 0.85 * lengths[-len(lengths) // 5]
    return least if sum(length >= least for length in lengths) * 2 >= len(lengths) else inf


def _cut_lines(lines: Sequence[Line], run: Sequence[int], full: float) -> bool:
    """Tell whether numbers stand between a full line that breaks off and its continuation: no text is wrapped so."""
    cuts = sum(
        _cuts_sentence(lines, at)
        and len(lines[at - 1].text) >= full
        and any(len(line.text) > 8 for line in lines[at + 1 : at + 3])
        for at in run
    )
    return bool(run) and cuts * 2 >= len(run)


def _page_edges(lines: Sequence[Line], marks: Iterable[int]) -> list[int]:
    """Return the indices at which a page begins, as page numbers and the lines' own pages tell."""
    edges = set(marks)
    edges.update(index + 1 for index, (line, after) in enumerate(pairwise(lines)) if 0 < line.page < after.page)
    return sorted(edges)


def _running_heads(lines: Sequence[Line], marks: set[int], edges: Sequence[int]) -> set[int]:
    """Find the lines that repeat at the edges of pages, with or without the page's number in them."""
    places: dict[str, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for turn, edge in enumerate(edges):
        for index in _neighbours(lines, marks, edge):
            places[_DIGITS.sub("#", lines[index].text)][index - edge][index] = turn
    heads: set[int] = set()
    for text, offsets in places.items():
        known = _WORD.search(text) or _same(lines, offsets)
        if known and any(
            _runs([lines[index].text for index in turns], list(turns.values()), len(edges))
            for turns in offsets.values()
        ):
            heads.update(index for turns in offsets.values() for index in turns)
    return heads


def _same(lines: Sequence[Line], offsets: Mapping[int, Mapping[int, int]]) -> bool:
    """Tell whether lines without words, such as the day of a print, are all the same, numbers included."""
    texts = {lines[index].text for turns in offsets.values() for index in turns}
    return len(texts) == 1 and len(texts.pop()) >= _LEAST_STAMP


def _titles(lines: Sequence[Line], marks: Iterable[int], title: str | None) -> set[int]:
    """Find the lines beside page numbers that are the document's title: one page that turns shows a running head."""
    key = key_of(title) if title else ""
    beside = {index + step for index in marks for step in (-1, 1) if 0 <= index + step < len(lines)} if key else set()
    return {index for index in beside if key_of(lines[index].text) == key}


def _runs(texts: Sequence[str], turns: Sequence[int], pages: int) -> bool:
    """Tell whether lines that are alike but for digits, seen at these turns of the page, are one running head.

    The same words stand on neighbouring pages (or on every second one: left and right differ); a head with the page's
    number in it counts up as the pages do.
    """
    if len(turns) < (2 if pages <= 4 else 3):
        return False
    steps = [after - turn for turn, after in pairwise(turns)]
    if sum(step <= 2 for step in steps) * 5 < 3 * len(steps):
        return False
    if len(set(texts)) * 2 <= len(texts) + 1:
        return True
    values = [int(numbers[-1]) if (numbers := re.findall(r"\d{1,6}", text)) else 0 for text in texts]
    counted = sum(after - value == step for value, after, step in zip(values, values[1:], steps, strict=False))
    return counted * 5 >= 3 * len(steps)


def _neighbours(lines: Sequence[Line], marks: set[int], edge: int) -> list[int]:
    """Return the indices of lines near a page's edge, the marks left out."""
    around = range(max(0, edge - _EDGE), min(len(lines), edge + _EDGE + 1))
    return [index for index in around if index not in marks and 1 < len(lines[index].text) <= _MAX_HEAD]
