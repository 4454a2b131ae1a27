"""The foot of slides within lines that run on over it: day, number, a site's words, ``2023/3/161ppt课件``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from re import Match
from typing import Final

from cleaners.document import Drop, Line
from cleaners.facts.counted_pages import NUMBER
from cleaners.lazily import lazily

_FOOT: Final = lazily(
    r"((?:19|20)\d\d([/-])\d{1,2}\2)(\d{1,2}?)\s?(\d{1,3})\s?"
    r"((?i:(?:ppt|[课課]件|[学學][习習]|交流|精[品选選]|整理|[编編][辑輯]|可|[教][学學]|[医醫][学學]|最新|[资資]料|文[档檔]|完整|演示|模板|版)+))"
)
_SLIDES: Final = lazily("(?i)ppt|[课課]件")
_SITES: Final = lazily(
    r"(?i)^(.*(?:ppt|[课課]件|[学學][习習]交流|[编編][辑輯]|[资資]料|模板|文[档檔]))[教学學医醫]*$"
)  # up to its last word
_RUNS_ON: Final = 40  # characters of a line
_LEAST: Final = 3  # slides
_WORDS: Final = 3  # characters of what a site writes below each
_DAYS: Final = (1, 2)  # digits of a day


def strip_dated_slides(lines: Sequence[Line]) -> tuple[list[Line], list[Drop]]:
    """Part lines at such feet and take these out, where day and words are the same in all and the numbers count up.

    Args:
        lines: the document's lines.
    """
    long = [place for place, line in enumerate(lines) if len(line.text) > _RUNS_ON and "20" in line.text]
    feet = {place: found for place in long if (found := [*_FOOT.finditer(lines[place].text)])}
    every = [foot for place in long for foot in feet.get(place, ())]
    words = _common([foot[5] for foot in every])
    if not _SLIDES.search(words) or any(foot.start() == 0 for foot in every):
        return [*lines], []
    words = _SITES.sub(r"\1", words)
    if len(every) < _LEAST or len(words) < _WORDS or not any(_count_up(every, digits) for digits in _DAYS):
        return [*lines], []
    kept: list[Line] = []
    drops: list[Drop] = []
    for place, line in enumerate(lines):
        start = 0
        for foot in feet.get(place, ()):
            stop = foot.start(5) + len(words)
            drops.append(Drop(line.number, NUMBER, line.text[foot.start() : stop]))
            kept.append(line._replace(text=line.text[start : foot.start()].strip()))
            start = stop
        kept.append(line._replace(text=line.text[start:].strip()) if start else line)
    return [line for line in kept if line.text], drops


def _common(words: Sequence[str]) -> str:
    """Return what all of some words begin with: behind those of the site may stand some of a slide."""
    alike = takewhile(lambda signs: len({*signs}) == 1, zip(*words, strict=False))
    return "".join([signs[0] for signs in alike])


def _count_up(feet: Sequence[Match[str]], digits: int) -> bool:
    """Tell whether numbers count up behind one day of so many digits."""
    behind = [foot[3] + foot[4] for foot in feet]
    days = {foot[1] + said[:digits] for foot, said in zip(feet, behind, strict=True)}
    numbers = [said[digits:] for said in behind]
    if len(days) > 1 or any(not number or number[0] == "0" for number in numbers):
        return False
    return all(int(after) == int(one) + 1 for one, after in pairwise(numbers))
