"""What a forum's software puts between lines against copying, where a text copy has it: ``% g& h _: g) w y``."""

from __future__ import annotations

from typing import Final

from cleaners.document import Drop, Line
from cleaners.lazily import lazily

JAMMER: Final = "jammer"
_RUN: Final = r"(?:[!-;]{0,2} {1,2}[?-~]){4,16}"  # pairs: a mark or a digit, a space, a letter or a mark
_END: Final = lazily(rf"(?:(?<=[^\x00-\x7f])|^)[!-;]?{_RUN}$")
_START: Final = lazily(rf"^(?:[!-;] ?)?[?-~]?{_RUN}(?=[^\x00-\x7f]|\d{{1,2}}[.、．])")
_MARKS: Final = 3  # different ones in a run: a list has one
_LEAST: Final = 2  # runs at ends of lines


def without_jammers(lines: list[Line]) -> tuple[list[Line], list[Drop]]:
    """Take such runs off the ends and the beginnings of a dump's lines; lines that are nothing else go whole.

    A run stands beside Han characters and has several marks, and several lines end in one: no text looks so.
    """
    ends = {place: run for place, line in enumerate(lines) if (run := _at_end(line.text))}
    if len(ends) < _LEAST:
        return lines, []  # nearly all dumps
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
    if text[-2:-1] != " ":
        return ""  # most lines
    found = _END.search(text)
    return found[0] if found and _is_run(found[0]) else ""


def _is_run(text: str) -> bool:
    return len({char for char in text if not char.isalnum()} - {" "}) >= _MARKS
