"""What a forum's software puts between lines against copying, where a text copy has it: ``% g& h _: g) w y``."""

from __future__ import annotations

from typing import Final

from cleaners.document import Drop, Line
from cleaners.lazily import lazily

JAMMER: Final = "jammer"
_RUN: Final = r"(?:[!-;]{0,2} {1,2}[?-~]){4,16}"  # pairs: a mark or a digit, a space, a letter or a mark
_END: Final = lazily(rf"(?:(?<=[^\x00-\x7f])|^)[!-;]?{_RUN}$")
_START: Final = lazily(rf"^(?:[!-;] ?)?[?-~]?{_RUN}(?= ?(?:[^\x00-\x7f]|\d{{1,2}}[.、．]))")
_LOOSE: Final = lazily(r"(?:(?<=[^\x00-\x7f：])|^)(?:[!-~]{1,4} +){4,20}[!-~]{1,4}$")  # 3) Y5  s[ c 2| H7 ]@  m^
_MIXED: Final = lazily(
    r"(?:(?<=[A-Za-z0-9])(?![A-Za-z0-9 ])|(?<=[^A-Za-z0-9 ])(?=[A-Za-z0-9]))[!-~]"
)  # a mark beside a letter
_BRACKETS: Final = ("()", "[]", "{}")
_WORD: Final = lazily(r"[A-Za-z]{2}|\d{3}|=")  # of a text, of a formula
_STAMP: Final = lazily(  # 46Please respect copyright.SITENAMEk3Jd90sKqp
    r"(?:^|(?<=[^\x00-\x7f]))\d{0,6}[A-Za-z ]{0,20}(?i:copyright)[A-Za-z ]{0,15}[.\d]{1,5}"
    r"([A-Z]{4,12})[A-Za-z0-9]{8,14}$"
)
_MARKS: Final = 3  # different ones in a run: a list has one
_ODD: Final = frozenset("~^[]{}|#?!@$_&`;")  # marks of a loose run: a formula has fewer
_NAME: Final = 4  # characters of a site's name; the letters behind it may be capitals, too
_LEAST: Final = 2  # runs at ends of lines
_LAST, _GAPS = 12, 2  # characters at the end of a line, and spaces in them


def without_jammers(lines: list[Line]) -> tuple[list[Line], list[Drop]]:
    """Take such runs off the ends and the beginnings of a dump's lines; lines that are nothing else go whole.

    A run stands beside Han characters and has several marks, and several lines end in one: no text looks so. A site
    may set a notice there instead, behind which its name runs into letters that are others each time.
    """
    ends = {place: run for place, line in enumerate(lines) if (run := _at_end(line.text))} or _stamps(lines)
    if len(ends) < _LEAST or all(len(run) == len(lines[place].text) for place, run in ends.items()):
        return lines, []  # nearly all dumps; lines of marks alone are drawn
    kept: list[Line] = []
    drops: list[Drop] = []
    for place, line in enumerate(lines):
        text = line.text[: len(line.text) - len(ends.get(place, ""))]
        start = found[0] if text and (found := _START.match(text)) and _is_run(found[0]) else ""
        drops += [Drop(line.number, JAMMER, run.strip()) for run in (start, ends.get(place, "")) if run]
        text = text[len(start) :].strip()
        if text:
            kept.append(line if text == line.text else line._replace(text=text))
    return kept, drops


def _at_end(text: str) -> str:
    """Return the run that a line ends in; empty where it ends in none."""
    if text.count(" ", -_LAST) < _GAPS:
        return ""  # most lines
    found = _END.search(text) if text[-2] == " " else None
    if found and _is_run(found[0]):
        return found[0]
    loose = _LOOSE.search(text)
    return loose[0] if loose and _is_loose(loose[0]) else ""


def _stamps(lines: list[Line]) -> dict[int, str]:
    """Return the notices that lines end in, by place: all with one name, no two alike."""
    found = {
        place: stamp
        for place, line in enumerate(lines)
        if line.text[-1].isalnum() and "opyright" in line.text and (stamp := _STAMP.search(line.text))
    }
    names = {stamp[1][:_NAME] for stamp in found.values()}
    stamps = {place: stamp[0] for place, stamp in found.items()}
    return stamps if len(names) == 1 and len({*stamps.values()}) == len(stamps) else {}


def _is_run(text: str) -> bool:
    return len({char for char in text if not char.isalnum()} - {" "}) >= _MARKS


def _is_loose(text: str) -> bool:
    """Tell whether a run of any few characters has neither words nor what a formula has, but odd marks and letters.

    Formulas and lists of characters have each bracket closed, or no numbers, and spaces between all.
    """
    if len(_ODD.intersection(text)) < _MARKS or _WORD.search(text) or not any(map(str.isalpha, text)):
        return False
    closed = all(text.count(opening) == text.count(closing) for opening, closing in _BRACKETS)
    return not closed and any(map(str.isdigit, text)) and len(_MIXED.findall(text)) >= _LEAST
