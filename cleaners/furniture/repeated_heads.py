"""Running heads and feet known by repetition at the edges of pages, and their copies elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.furniture.chapter_heads import OPENS
from cleaners.furniture.head_forms import EDGE, LEAST_STAMP, MAX_HEAD, MAX_TITLE, form_of
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of

_WORD: Final = lazily(r"[^\W\d_]{2}")
STANDARD: Final = lazily(r"[A-Z]{1,4}\d{0,4}(?:/[A-Z]{1,8})? ?\d+(?:\.\d+)?\s?[—–-]\s?(?:19|20)\d\d")
"""The number of a standard: GB/T 429—2023."""
_COVER: Final = 16  # lines of a cover, at most
_APART: Final = lazily(r"\S {3,}\S")  # parts of a head
_NUMBER: Final = lazily(r"\d{1,6}")
_OVER_BLANK: Final = 3  # pages from one left page to the next, a blank one at a chapter's end left out
_PART: Final = lazily(  # of a document: each begins a page, and they count up as pages do
    r"(?:附[件表录錄]|[图圖表例]|案例|[实實][验驗]|任[务務]|[项項]目|模[块塊]|[专專][题題]|[单單]元|[试試]卷|第|(?i:annex|appendix|exhibit|schedule"
    r"|chapter|unit|lesson|part|section|module|table|figure|exercise|task)\b)\s?\d{1,3}(?!\s?[页頁])"
)


def running_heads(lines: Sequence[Line], marks: Set[int], edges: Sequence[int], start: int) -> set[int]:
    """Find the lines that repeat at the edges of pages, with or without the page's number in them.

    The text's beginning, as seen from ``start``, counts as an edge for short lines; their copies there stay, as they
    may be the title.
    """
    places: dict[str, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for index in _neighbours(lines, marks, start):
        if len(lines[index].text) <= MAX_TITLE:
            places[form_of(lines[index].text)][index - start][index] = 0
    near: set[int] = set()
    for turn, (above, edge, below) in enumerate(zip([0, *edges], edges, [*edges[1:], len(lines)], strict=False), 1):
        near.update(around := [index for index in _neighbours(lines, marks, edge) if above <= index < below])
        for index in around:
            places[form_of(lines[index].text)][index - edge][index] = turn
    heads: set[int] = set()
    for text, offsets in places.items():
        known = _WORD.search(text) or _are_same(lines, offsets)
        if known and any(
            _runs([lines[index].text for index in turns], list(turns.values()), len(edges))
            for turns in offsets.values()
        ):
            heads.update(index for turns in offsets.values() for index in turns)
    return {at for at in heads & near if lines[at].tag != "tr" or _goes_on_as_table(lines, at, marks)}


def first_copies(lines: Sequence[Line], heads: Set[int], title: str | None) -> set[int]:
    """Find lines above the text that are running heads further down, no words of the title; and it below them.

    A chapter's heading is its own, where it stands there once; parts set apart are those of a head also below a cover,
    and where the chapter's number in them is another one.
    """
    key = key_of(title) if title else ""
    texts = {lines[index].text for index in heads}
    parts = {form_of(text) for text in texts if _APART.search(text)}
    top = [at for at in range(min(_COVER, len(lines)) if key else 0) if at < EDGE or _APART.search(lines[at].text)]
    above = [lines[index].text for index in top]
    once = {text for text in above if OPENS.match(text) and above.count(text) == 1}
    again = [
        at
        for at, text in zip(top, above, strict=True)
        if text in texts - once or (_APART.search(text) and form_of(text) in parts)
    ]
    first = {at for at in again if key_of(lines[at].text) not in key or STANDARD.fullmatch(lines[at].text)}
    return first | {index + 1 for index in first if index + 1 in top and key_of(lines[index + 1].text) == key}


def last_foot(lines: Sequence[Line], heads: Set[int]) -> set[int]:
    """Find the foot of the last page, which ends the text and cuts nothing, by those before: ``用户手册 3``."""
    last = len(lines) - 1
    form = form_of(lines[last].text)
    alike = [lines[at].text for at in heads if form_of(lines[at].text) == form]
    numbers = [number for text in (*alike, lines[last].text) if (number := _last_number(text)) is not None]
    return {last} if len(numbers) > 1 and numbers[-1] == max(numbers[:-1]) + 1 else set()


def _goes_on_as_table(lines: Sequence[Line], at: int, marks: Set[int]) -> bool:
    """Tell whether a row stands below another one, a page's number between: the next table has the same head."""
    return next((lines[above].tag == "tr" for above in range(at - 1, -1, -1) if above not in marks), False)


def _are_same(lines: Sequence[Line], offsets: Mapping[int, Mapping[int, int]]) -> bool:
    """Tell whether lines without words, such as the day of a print, are all the same, numbers included."""
    texts = {lines[index].text for turns in offsets.values() for index in turns}
    return len(texts) == 1 and len(texts.pop()) >= LEAST_STAMP


def _runs(texts: Sequence[str], turns: Sequence[int], pages: int) -> bool:
    """Tell whether lines that are alike but for digits, seen at these turns of the page, are one running head.

    The same words stand on neighbouring pages (or on every second one: left and right differ, and a blank page may
    stand between); a head with the page's number in it counts up as the pages do.
    """
    if len(turns) < (2 if pages <= 4 else 3):
        return False
    steps = [after - turn for turn, after in pairwise(turns)]
    near = sum(step <= 2 for step in steps)
    over_blank = near and 2 * near >= len(steps) and max(steps) <= _OVER_BLANK and len(set(texts)) == 1
    if not over_blank and near * 5 < 3 * len(steps):
        return False
    if len(set(texts)) * 2 <= len(texts) + 1:
        return True
    if all(_PART.match(text) for text in texts):
        return False
    values = [_last_number(text) or 0 for text in texts]
    counted = sum(after - value == step for value, after, step in zip(values, values[1:], steps, strict=False))
    return counted * 5 >= 3 * len(steps)


def _last_number(text: str) -> int | None:
    """Return the last number in a line, if any."""
    numbers = _NUMBER.findall(text)
    return int(numbers[-1]) if numbers else None


def _neighbours(lines: Sequence[Line], marks: Set[int], edge: int) -> list[int]:
    """Return the indices of lines near a page's edge, the marks left out."""
    around = range(max(0, edge - EDGE), min(len(lines), edge + EDGE + 1))
    return [index for index in around if index not in marks and 1 < len(lines[index].text) <= MAX_HEAD]
