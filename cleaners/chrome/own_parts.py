"""Headings of a collection that read like the title again: ``篇一：T``, ``【篇一】T``, ``T【第一篇】``, ``T(1)``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings, is_title
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.strangers import is_prose

_LONGEST: Final = 60  # characters of a heading
_FIRST: Final = lazily(
    r"(?:第[一1]篇|篇[一1])\s?[:：、\s]?\s?(?=\S)|[【\[](?:第[一1]篇|篇[一1])[】\]]\s?(?=\S)|.{4,}[(（][一1][)）]$"
    r"|.{4,}(?:第[一1]篇|篇[一1])[】\])）]?$"
)
_NEXT: Final = {"一": "二", "1": "2"}
_NUMERALS: Final = "一二三四五六七八九十"
_NUMBER: Final = lazily(r"(?<=第)[一1](?=篇)|(?<=篇)[一1]|(?<=[(（])[一1](?=[)）]$)")
_TOP: Final = 40  # lines in which the first part begins
_BELOW: Final = 4  # lines in which the second part begins to speak; links to more parts do not
_IN_BRACKETS: Final = "(（"
_AT_END: Final = lazily(r"(?:第篇|篇)[】\])）]?")  # around a number
_OPENS: Final = ("【", "[")
_CLOSES: Final = ("】", "]")


def keep_parts(lines: Sequence[Line], found: Findings, title: str | None) -> set[int]:
    """Take the heading of a collection's first part out of the findings (in place); return its place, if there is one.

    Those of the other parts go with it where they have their numbers in brackets, ``【篇二】T``, or at the end.

    The heading of the second part stands below text and above more of it, above any heading of the site; where a
    number in brackets ends the title again below itself, it may be cut. A page that is one part of a work has the
    facts of the work below its heading, and links to the next parts below its text.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
        title: the document's title.
    """
    for place, line in enumerate(lines[:_TOP]):
        text = line.text
        if len(text) > _LONGEST or not _FIRST.match(text) or place + 1 in found or place + 1 >= len(lines):
            continue
        if _goes_on(lines, found, place) or _numbers_title(lines, found, place, title):
            own = {place, *_further(lines, place)}
            for at in own:
                found.pop(at, None)
            return own
    return set()


def _goes_on(lines: Sequence[Line], found: Findings, place: int) -> bool:
    """Tell whether the heading with the next number stands between text, below another title if the first is one."""
    text = lines[place].text
    titles = [at for at in found if at != place and is_title(found[at].rule)]
    if place in found and is_title(found[place].rule) and not titles:
        return False
    number = _NUMBER.search(text)
    if number is None:
        return False
    behind = "" if text[number.start() - 1] in _IN_BRACKETS else text[number.end() : number.end() + 1]
    start = text[: number.start()] + _NEXT[number[0]] + behind
    told = False
    for at in range(place + 1, len(lines)):
        if at in found and (found[at].rule.to or found[at].rule.strength == "section"):
            return False
        if at in found and found[at].facts and not told:
            return False  # of the one part that the page shows
        if lines[at].text.startswith(start):
            return told and any(is_prose(line) for line in lines[at + 1 : at + 1 + _BELOW])
        told = told or is_prose(lines[at])
    return False


def _further(lines: Sequence[Line], place: int) -> list[int]:
    """Return the places of the headings with the first one's words and the next numbers, in brackets or at the end."""
    text = lines[place].text
    number = _NUMBER.search(text)
    if number is None:
        return []
    before, behind = text[: number.start()], text[number.end() :]
    in_brackets = number[0] == "一" and before[:1] in _OPENS and behind[:1] in _CLOSES
    if not in_brackets and not _AT_END.fullmatch(before[-1:] + behind):
        return []
    further: list[int] = []
    for value in range(2, len(_NUMERALS) + 1):
        head = before + (str(value) if number[0] == "1" else _NUMERALS[value - 1]) + behind
        at = next((at for at in range((further or [place])[-1] + 1, len(lines)) if lines[at].text == head), None)
        if at is None:
            break
        further.append(at)
    return further


def _numbers_title(lines: Sequence[Line], found: Findings, place: int, title: str | None) -> bool:
    """Tell whether a line is the title with ``(1)`` behind it, below the title itself."""
    text = lines[place].text
    if not title or text[-1] not in ")）" or key_of(text[:-3]) != key_of(title):
        return False
    return any(at in found and is_title(found[at].rule) for at in range(place))
