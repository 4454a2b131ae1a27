"""Heads and feet known by their count or by their words alone, where nothing else tells the pages.

``内部资料 3``, ``4  Annals of the town``, ``http://… 2/7``: lines that are alike but for a number which counts up as
pages do, or alike altogether. Left and right pages count in turn. Whether they cut sentences in two is for the caller
to see.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cleaners.document import Line
from cleaners.furniture.breaks import breaks_off_above
from cleaners.furniture.number_forms import number_of
from cleaners.lazily import lazily
from cleaners.reflow.phrases import reads_on
from cleaners.rules.keys import key_of

_NUMERALS: Final = "零〇一二三四五六七八九"
_NUMBER: Final = lazily(rf"\d{{1,6}}|(?<=第)[{_NUMERALS}十百]{{1,5}}(?=[页頁])|\b[ivxl]{{1,6}}\b|\b[IVXL]{{1,6}}\b")
_LONGEST: Final = 120  # characters
_LEAST: Final = 3
_LEAST_LINES: Final = 20
_PAGE: Final = 8  # lines
_SHORT_PAGE: Final = 3  # ... where the last one ends
_WORDS: Final = 4  # characters of a head; fewer, or a sentence's end, are what the wrap put below a full line
_ENDS: Final = frozenset("。，、；：！？.,;:!?")
_FOLIO: Final = lazily(  # words that have a digit stand far from the number
    r"\s*(?:(\d{1,4})(?:\s+(?=\D*$)|\s{3,}(?=\S))(.*[^\W\d_].*)"
    r"|(\D*[^\W\d_]\D*?(?=\s+\d{1,4}\s*$)|.*[^\W\d_].*?(?=\s{3,}\d{1,4}\s*$))\s+(\d{1,4}))\s*"
)
_BOXED: Final = lazily(r"(\d{1,4})\s[-–—|]\s(.*[^\W\d_].*)|(.*[^\W\d_].*?)\s[-–—|]\s(\d{1,4})")
_FOOT: Final = lazily(r"([\u3400-\u9fff][^\d\n]{4,}?[\u3400-\u9fff])\s+(\d{1,4})")
_FOOT_IN_LETTERS: Final = lazily(r"([A-Z][A-Za-z.,' &-]{2,40}[A-Za-z.])\s+(\d{1,4})")
_FOOT_NAMED: Final = lazily(r"([^\W\d_].{2,}?)\s+Page\s?[-\u2010–—]?\s?(\d{1,4})\s?[-\u2010–—]?")
BARRED: Final = lazily(r"([^\W\d_].{6,}?\S)\s[|｜]\s(\d{1,4})|(\d{1,4})\s[|｜]\s(\S.{6,}[^\W\d_])")
"""Words and a page's number with a bar between: ``Harrow Garden | Handbook | 3``."""
_FAR_FOOT: Final = lazily(r"\s*(\S.*[^\W\d_].*?\S)\s{4,}(\d{1,4})\s*")
_DOTS: Final = frozenset("·•‧")
_SET_OFF: Final = lazily(r"\s*(?:[·•‧] ?(\d{1,4}) ?[·•‧]\s*\S.{3,}|.{3,}\S\s*[·•‧] ?(\d{1,4}) ?[·•‧])\s*")
_SECTIONED: Final = lazily(r"\s*(\d{1,2})\s?[-–—]\s?(\d{1,3})\s*")
_LONGEST_SECTIONED: Final = 12  # characters
_LONGEST_FOLIO: Final = 60  # characters ...
_WIDEST_FOLIO: Final = 120  # ... spread over the width of a page
_MOST_FOLIOS: Final = 1000  # a list, no pages
_WIDE_GAP: Final = lazily(r"\s*(?:\d+\s{3,}\S+(?: \S+)*|\S+(?: \S+)*\s{3,}\d+)\s*")  # and no other one, as rows have
_TOP: Final = 6  # lines
_PROSE: Final = 20  # characters of a line of text that a page cuts
_YEARS: Final = 1000  # numbers from here on are years
_CENTURIES: Final = range(1800, 2100)
_HEAD: Final = 8  # characters of a head that stands once
_BARS: Final = "|/-.:"  # between words and number
_STEPS: Final = (1, 2)  # every page, or every second one


class _Folio(NamedTuple):
    """A head that has a page's number: its place, the number, its words; whether the number stands before these.

    ``apart`` tells whether it is set apart from them, as at the other side of a page.
    """

    at: int
    value: int
    words: str
    left: bool = False
    apart: bool = False


def counted_lines(lines: Sequence[Line], *, uncounted: bool) -> list[list[int]]:
    """Return runs of lines that are alike but for a number counting up by one or two, at a page's distance each.

    Args:
        lines: the lines of a document.
        uncounted: lines without a number count too: nothing else tells the pages.
    """
    if len(lines) < _LEAST_LINES:
        return []
    alike: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) <= _LONGEST and line.broken:
            form = _NUMBER.sub("#", line.text)
            if form != line.text or (uncounted and len(form) >= _WORDS and form[-1] not in _ENDS):
                alike[form].append(index)
    return [run for form, found in alike.items() if len(found) >= _LEAST and (run := _run(lines, form, found))]


def named_feet(lines: Sequence[Line]) -> list[list[int]]:
    """Return runs of lines of the same words that end in Page 1, Page 2, Page 3 and so on: ``Draft   Page - 2 -``."""
    return _counted_from_one(lines, _FOOT_NAMED, _WIDEST_FOLIO)


def numbered_feet(lines: Sequence[Line], *, in_letters: bool = False) -> list[list[int]]:
    """Return runs of lines of the same words that end in 1, 2, 3 and so on: ``请务必阅读正文之后的免责条款 2``.

    Args:
        lines: the lines of a document.
        in_letters: their words are Latin ones: ``Ashdown 2``.
    """
    return _counted_from_one(lines, _FOOT_IN_LETTERS if in_letters else _FOOT, _LONGEST_FOLIO)


def _counted_from_one(lines: Sequence[Line], foot: re.Pattern[str], longest: int) -> list[list[int]]:
    alike: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines if len(lines) >= _LEAST_LINES else ()):
        if len(line.text) <= longest and line.broken and (found := foot.fullmatch(line.text.strip())):
            run = alike[found[1]]
            if int(found[2]) == len(run) + 1 and (not run or index - run[-1] >= _PAGE // 2):
                run.append(index)
    return [run for run in alike.values() if len(run) > 1]


def barred_folios(lines: Sequence[Line]) -> list[list[int]]:
    """Return runs of lines of the same words, a bar and a number that counts up from page to page: ``Handbook | 3``.

    Args:
        lines: the lines of a document.
    """
    alike: dict[str, list[_Folio]] = defaultdict(list)
    for index, line in enumerate(lines if len(lines) >= _LEAST_LINES else ()):
        if not line.broken or len(line.text) > _LONGEST or not (found := BARRED.fullmatch(line.text.strip())):
            continue
        words, value = found[1] or found[4], int(found[2] or found[3])
        run = alike[words]
        if not run or (value - run[-1].value in _STEPS and index - run[-1].at >= _PAGE):
            run.append(_Folio(index, value, words))
    return [[folio.at for folio in run] for run in alike.values() if len(run) > 1]


def boxed_folios(lines: Sequence[Line]) -> list[list[int]]:
    """Return runs of lines that count up with the same words, the first ones of their boxes each or the last.

    Args:
        lines: the lines of a document.
    """
    alike: dict[tuple[str, bool], list[_Folio]] = defaultdict(list)
    for index, line in enumerate(lines if len(lines) >= _LEAST_LINES else ()):
        text = line.text
        numbered = len(text) <= _LONGEST_FOLIO and (text[0].isdecimal() or text[-1].isdecimal())
        if numbered and (found := folio_in(text) or _BOXED.fullmatch(text)):
            is_first = index == 0 or lines[index - 1].box != line.box
            is_last = index + 1 == len(lines) or lines[index + 1].box != line.box
            words = found[2] or found[3]
            value = int(found[1] or found[4])
            if is_first == is_last or len(words) < _WORDS or line.level or value >= _YEARS:
                continue
            run = alike[words, is_first]
            if not run or value == run[-1].value + 1:
                run.append(_Folio(index, value, words))
    runs = [[folio.at for folio in run] for run in alike.values() if len(run) > 1]
    return [
        run
        for run in runs
        if all(after - at >= _PAGE for at, after in pairwise(run[:-1] if len(run) >= _LEAST else run))
    ]


def facing_folios(lines: Sequence[Line]) -> list[int]:
    """Return a page's number at its foot and the next page's head with the next number, empty lines around either.

    Args:
        lines: the lines of a document.
    """
    found: list[int] = []
    for at, (foot, head) in enumerate(pairwise(lines)):
        number = foot.text.strip() if foot.broken and len(foot.text) <= _LONGEST_SECTIONED else ""
        if not (number.isdecimal() and 0 < at < len(lines) - 2):
            continue
        folio, below = folio_in(head.text), lines[at + 2]
        if not folio or not _WIDE_GAP.match(head.text) or len(folio[2] or folio[3]) < _HEAD:
            continue
        value = int(folio[1] or folio[4])
        if value != int(number) + 1 or value in _CENTURIES or below.text.split()[0] == str(value + 1):
            continue  # years, and rows of a table that count on
        if all(after.number - line.number > 1 for line, after in pairwise((lines[at - 1], foot, head, below))):
            found += (at, at + 1)
    return found


def far_feet(lines: Sequence[Line]) -> list[int]:
    """Return feet of the same words far before a number that counts up, a page apart: ``support@example.org      9``.

    Args:
        lines: the lines of a document.
    """
    alike: dict[str, list[_Folio]] = defaultdict(list)
    for index, line in enumerate(lines):
        foot = line.broken and len(line.text) <= _WIDEST_FOLIO and line.text[-1].isdecimal()
        if foot and (found := _FAR_FOOT.fullmatch(line.text)):
            run = alike[found[1]]
            if not run or (int(found[2]) == run[-1].value + 1 and index - run[-1].at >= _PAGE):
                run.append(_Folio(index, int(found[2]), found[1]))
    return [folio.at for run in alike.values() if len(run) > 1 for folio in run]


def set_off_folios(lines: Sequence[Line]) -> list[int]:
    """Return lines with a number between dots at either end that count up a page apart: ``·46·Annals of the town``.

    Args:
        lines: the lines of a document.
    """
    run: list[_Folio] = []
    for index, line in enumerate(lines):
        dotted = len(line.text) <= _LONGEST_FOLIO and not _DOTS.isdisjoint((line.text[0], line.text[-1]))
        if dotted and (found := _SET_OFF.fullmatch(line.text)):
            value = int(found[1] or found[2])
            if not run or (value - run[-1].value in _STEPS and index - run[-1].at >= _PAGE // 2):
                run.append(_Folio(index, value, ""))
    return [folio.at for folio in run] if len(run) > 1 else []


def sectioned_folios(lines: Sequence[Line]) -> list[int]:
    """Return lines that number the pages of each chapter: ``3-1``, ``3-2``, where the pages end that lines know.

    Args:
        lines: the lines of a document.
    """
    run: list[tuple[int, int, int]] = []  # place, chapter, page
    for index, line in enumerate(lines):
        found = _SECTIONED.fullmatch(line.text) if len(line.text) <= _LONGEST_SECTIONED else None
        ends = index + 1 == len(lines) or 0 < line.page < lines[index + 1].page
        if found and ends:
            chapter, number = int(found[1]), int(found[2])
            if not run or (chapter, number) in ((run[-1][1], run[-1][2] + 1), (run[-1][1] + 1, 1)):
                run.append((index, chapter, number))
    return [index for index, _, _ in run] if len(run) > 1 else []


def turned_heads(lines: Sequence[Line], title: str = "") -> list[list[int]]:
    """Return runs of heads of left and right pages, which stand in turn and count together: a number and a few words.

    One side has the words that the text begins with, those of its title; or one has the same words twice; or both have
    words of the title, or the same ones and the number at the other end of the line, or the number set apart at the
    outer side, before the words on the left pages, whose numbers are even, and behind them on the right ones.

    Args:
        lines: the lines of a document.
        title: the key of its title.
    """
    folios = [
        _Folio(
            index,
            int(found[1] or found[4]),
            key_of(found[2] or found[3]).strip(_BARS),
            bool(found[1]),
            _WIDE_GAP.fullmatch(line.text) is not None,
        )
        for index, line in enumerate(lines)
        if line.broken and (found := folio_in(line.text)) and len(" ".join(line.text.split())) <= _LONGEST_FOLIO
    ]
    if not 1 < len(folios) <= _MOST_FOLIOS:
        return []
    top = {key_of(line.text) for line in lines[:_TOP] if len(line.text) <= _WIDEST_FOLIO}
    by_value: dict[int, list[_Folio]] = defaultdict(list)
    for folio in folios:
        by_value[folio.value].append(folio)
    runs = []
    for folio in folios:
        run = [folio]
        while after := [
            other
            for other in by_value.get(run[-1].value + 1, ())
            if other.at - run[-1].at >= (_PAGE if len(run) < 2 else _SHORT_PAGE)
            and (len(run) < 2 or other.words == run[-2].words)
        ]:
            run.append(after[0])
        if len(run) > 1 and (_are_turned(lines, run, title) or top.intersection(other.words for other in run[:2])):
            runs.append([other.at for other in run])
    return runs


def lone_folios(lines: Sequence[Line]) -> list[int]:
    """Return heads that stand within a phrase, be it one: the number set apart at the outer side of the page.

    So do those whose words are a heading further up, however long the lines around them are and whatever they say.

    Args:
        lines: the lines of a document.
    """
    found: list[int] = []
    every: list[int] = []
    headings: set[str] = set()
    for at, line in enumerate(lines):
        folio = folio_in(line.text) if line.broken and 0 < at < len(lines) - 1 else None
        if folio is None:
            if len(line.text) <= _LONGEST_FOLIO:
                headings.add("".join(line.text.split()))
            continue
        every.append(at)
        above, below = lines[at - 1].text, lines[at + 1].text
        outer = bool(folio[1]) == (int(folio[1] or folio[4]) % 2 == 0) and _WIDE_GAP.fullmatch(line.text) is not None
        within = min(len(above), len(below)) >= _PROSE and reads_on(above, below)
        words = "".join((folio[2] or folio[3]).split())
        if (outer and within) or (len(words) >= _WORDS and words in headings):
            found.append(at)
    return [at for at in found if not any(0 < abs(at - other) < _PAGE for other in every)]  # entries of a list


def _are_turned(lines: Sequence[Line], run: Sequence[_Folio], title: str) -> bool:
    """Tell whether heads that count up are of left and right pages by their words, or by where the number stands."""
    cuts = [breaks_off_above(lines, folio.at) for folio in run]
    again = len(run) >= _LEAST and run[0].words != run[1].words
    if again and _LEAST * sum(cuts) >= len(run):
        return True
    named = all(len(folio.words) >= _WORDS and folio.words in title for folio in run)
    turned = len({folio.words for folio in run}) == 1 and all(a.left != b.left for a, b in pairwise(run))
    if (named or turned) and any(cuts):
        return True
    outer = all(folio.apart and folio.left == (folio.value % 2 == 0) for folio in run)
    return outer and any(cut and len(lines[folio.at - 1].text) >= _PROSE for cut, folio in zip(cuts, run, strict=True))


def folio_in(text: str) -> re.Match[str] | None:
    """Match a head: a number and words, or words and a number; a look at its ends spares most lines the search."""
    text = text.strip()
    short = len(text) <= _WIDEST_FOLIO and (text[:1].isdecimal() or text[-1:].isdecimal())
    return _FOLIO.fullmatch(text) if short else None


def _run(lines: Sequence[Line], form: str, found: Sequence[int]) -> list[int]:
    """Return the lines of one form where one of its numbers counts pages; none of them may break the count."""
    gaps = [after - index for index, after in pairwise(found)]
    gaps = sorted(gaps[:-1] if len(gaps) > _LEAST else gaps)  # the last page can be short
    if form == "#" or gaps[len(gaps) // 2] < _PAGE or gaps[0] < _PAGE // 2:
        return []
    if "#" not in form:
        return list(found)
    for values in zip(*[map(number_of, _NUMBER.findall(lines[index].text)) for index in found], strict=True):
        steps = [after - value for value, after in pairwise(values)]
        if min(steps) > 0 and sum(step in _STEPS for step in steps) * 5 >= 4 * len(steps):
            return list(found)
    return []
