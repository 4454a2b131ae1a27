"""Chapters ``1 范围`` within a document on one line, told by the sections ``1.1`` below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cleaners.lazily import lazily
from cleaners.reflow.phrases import common_pairs

_UNIT: Final = lazily("[万萬亿億个個年月岁歲米吨噸倍克]|小[时時]|平方|立方|公[里斤顷頃]|[毫厘千][米克升]|分[钟鐘]")
_COUNTED: Final = frozenset(  # what figures count, ``3 名``, unless a word begins so: ``3 名称``
    "元日号號时時点點分秒周天层層楼樓名人位台套只隻张張户戶次种種项項届屆页頁节節章斤两兩折成份辆輛座栋棟间間枚块塊株根轮輪"
)
_NUMBER: Final = lazily(
    r"(?<![\d.])(\d{1,2}(?:\.\d{1,2}){0,3})(?![\d.%\uff05])(?:\s?(?=[\u4e00-\u9fff])|\s(?=[A-Z“《]))"
)
_ENDED: Final = frozenset("\n。！？!?")
_MARK: Final = lazily(r"[，。；：！？,;!?\n]")
_HEADING: Final = 24  # characters, at most
_CHAPTERS: Final = 3
_SECTIONED: Final = 2  # chapters
_SECTIONS: Final = 3


class Entry(NamedTuple):
    """A heading of an outline: where its number begins and ends, and the parts of that."""

    start: int
    end: int
    parts: tuple[int, ...]


def outlines(text: str) -> list[Entry]:
    """Return the headings of chapters that count from 1, several of which have sections, and these sections.

    ``1 绪论1.1 背景…。1.2 …。2 方案2.1 …``: each stands behind a sentence, or right before or below another one.

    Args:
        text: a document, its lines joined.
    """
    numbers = [
        Entry(found.start(), found.end(), tuple(map(int, found[1].split(".")))) for found in _NUMBER.finditer(text)
    ]
    runs: list[list[Entry]] = []
    for place, entry in enumerate(numbers):
        leads = place + 1 < len(numbers) and _is_below(text, entry, numbers[place + 1])
        run = runs[-1] if runs else []
        if entry.parts == (1,) and (leads or (not run and _stands(text, entry))):
            runs.append([entry])
        elif run:
            _go_on(text, run, entry, leads=leads)
    return [entry for run in runs if _is_outline(run) for entry in run]


def _go_on(text: str, run: list[Entry], entry: Entry, *, leads: bool) -> None:
    """Add a number to an outline that it counts on from; a figure taken for a chapter before is none if that tells."""
    last = run[-1]
    if len(run) > 1 and len(last.parts) == 1 and _tells_of_accident(text, run, entry, leads=leads):
        run[-1] = entry
    elif _follows(last, entry) and (leads or _stands(text, entry) or _is_below(text, last, entry)):
        run.append(entry)


def _tells_of_accident(text: str, run: Sequence[Entry], entry: Entry, *, leads: bool) -> bool:
    """Tell whether a number shows that the last chapter is none: it is that one, or goes on below the one before."""
    if len(entry.parts) == 1:
        return leads and entry.parts == run[-1].parts
    return _follows(run[-2], entry) and _stands(text, entry)


def _follows(before: Entry, entry: Entry) -> bool:
    """Tell whether a number is the next one of an outline: the first one below, or the next of any level above."""
    *above, value = entry.parts
    depth = len(above)
    return entry.parts == (*before.parts, 1) or (
        depth < len(before.parts) and before.parts[:depth] == tuple(above) and value == before.parts[depth] + 1
    )


def _is_below(text: str, heading: Entry, entry: Entry) -> bool:
    """Tell whether a number is the first one below a heading, with nothing but that heading's words between."""
    near = 0 < entry.start - heading.end <= _HEADING and entry.parts == (*heading.parts, 1)
    if not near or _MARK.search(text, heading.end, entry.start) is not None:
        return False
    return not (_counts(text, heading.end) or _counts(text, entry.end))


def _stands(text: str, entry: Entry) -> bool:
    """Tell whether a number stands behind a sentence and counts nothing; that of a chapter has a blank behind it."""
    before = text[max(0, entry.start - 3) : entry.start].rstrip()
    if (before and before[-1] not in _ENDED) or not (len(entry.parts) > 1 or text[entry.end - 1].isspace()):
        return False
    return not _counts(text, entry.end)


def _counts(text: str, end: int) -> bool:
    """Tell whether a number that ends here counts or measures something: ``3 名``, but not ``3 名称``."""
    word = text[end : end + 2]
    return _UNIT.match(word) is not None or (word[:1] in _COUNTED and word not in common_pairs())


def _is_outline(run: Sequence[Entry]) -> bool:
    sections = [entry.parts[0] for entry in run if len(entry.parts) > 1]
    chapters = len(run) - len(sections)
    return chapters >= _CHAPTERS and len(set(sections)) >= _SECTIONED and len(sections) >= _SECTIONS
