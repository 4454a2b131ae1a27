"""Page numbers that a viewer writes before the text of each page, where the page says that it is such a viewer's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaners.document import Drop, Line
from cleaners.facts.counted_pages import NUMBER
from cleaners.facts.finding import Finding
from cleaners.lazily import lazily

_NUMBER = lazily(r"(\d{1,4})\s+(?=\S)")
_END = lazily(r"\s+(\d{1,4})$")
_FEW = 2
_FAR = 30  # from the viewer's numbers; years are further
_SLIDE = lazily(r"(\d{1,4})\.\s+(?=\S)")
_NAMED = lazily(r"Page (\d{1,4}): (?=\S)")
_NAME = "Page 1: "
_HEADING = "site-head"  # over the text
_SHARE = 0.6  # of the lines that begin with a number, since a page is a paragraph or two
_PAGE = 150  # characters of a page that is one line
_STOPS = "。！？.!?；;：:”）)"
_SKIPPED = 2  # pages in a row without text


def strip_page_starts(lines: list[Line], found: Iterable[Finding]) -> tuple[list[Line], list[Drop]]:
    """Take the numbers off the lines that begin a page; those lines and the ones below learn their page.

    Args:
        lines: the document's lines.
        found: what the rules found on the page; one that is ``numbered`` says that pages are, a viewer's heading over
            the text that its first line's ``Page 1:`` is none of the document's own.
    """
    starts: dict[int, tuple[int, int]] = {}
    rules = [finding.rule for finding in found]
    slides = any(rule.transcript for rule in rules)
    if lines and lines[0].text.startswith(_NAME):
        starts = _starts(lines, _NAMED) if any(rule.name == _HEADING for rule in rules) else {}
    elif slides and (heads := _numbered_headings(lines)):
        starts = heads
    elif slides or any(rule.numbered for rule in rules):
        starts = _starts(lines, _SLIDE if slides else _NUMBER)
        one_page = starts.keys() == {0} and starts[0][0] == 1
        if not one_page and (len(starts) < 2 or len(starts) < _SHARE * len(lines)):
            return lines, []
    elif any(rule.name == _HEADING for rule in rules) and _is_page_a_line(lines):
        starts = _starts(lines, _NUMBER)
    if not starts:
        return lines, []
    kept, drops, page = [], [], 0
    for place, line in enumerate(lines):
        if place in starts:
            page, end = starts[place]
            drops.append(Drop(line.number, NUMBER, line.text[:end].strip(" :")))
            line = line._replace(text=line.text[end:], broken=line.broken and not slides)
        kept.append(line._replace(page=page))
    return _without_ends(kept, [place for place in starts if len(lines[place].text) >= _PAGE], drops)


def _without_ends(lines: list[Line], pages: Sequence[int], drops: list[Drop]) -> tuple[list[Line], list[Drop]]:
    """Take off the page's own number at the end of each line that is a page, where all count up with the viewer's."""
    ends = {at: found for at in pages if (found := _END.search(lines[at].text))}
    steps = {int(found[1]) - lines[at].page for at, found in ends.items()}
    if not _FEW <= len(ends) >= len(pages) - 1 or len(steps) > 1 or abs(min(steps)) > _FAR:
        return lines, drops
    drops += [Drop(lines[at].number, NUMBER, found[1]) for at, found in ends.items()]
    return [
        line._replace(text=line.text[: ends[at].start()]) if at in ends else line for at, line in enumerate(lines)
    ], drops


def _numbered_headings(lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """Return the headings, where all begin with their number from 1 on, as those of slides do; none elsewhere."""
    headings = [place for place, line in enumerate(lines) if line.level and line.tag[:1] == "h"]
    starts = _starts(lines, _NUMBER)
    counted = [starts[place][0] if place in starts else 0 for place in headings]
    rests = {lines[place].text[starts[place][1] :] for place in headings if place in starts}
    numbered = len(headings) >= _FEW and counted == [*range(1, len(headings) + 1)] and len(rests) > 1
    return {place: starts[place] for place in headings} if numbered else {}


def _is_page_a_line(lines: Sequence[Line]) -> bool:
    """Tell whether each line is a page: long, numbered from 1 on, and one of them breaks off."""
    numbers = [_NUMBER.match(line.text) for line in lines]
    counted = [int(number[1]) if number else 0 for number in numbers] == [*range(1, len(lines) + 1)]
    long = sum(len(line.text) for line in lines) >= _PAGE * len(lines)
    return len(lines) > 1 and counted and long and any(line.text[-1] not in _STOPS for line in lines[:-1])


def _starts(lines: Sequence[Line], pattern: re.Pattern[str]) -> dict[int, tuple[int, int]]:
    """Return the lines that begin with a number which counts up: the number and where the text begins."""
    starts: dict[int, tuple[int, int]] = {}
    last = 0
    for place, line in enumerate(lines):
        number = pattern.match(line.text)
        if number and last < int(number[1]) <= last + 1 + _SKIPPED:
            last = int(number[1])
            starts[place] = last, number.end()
    return starts
