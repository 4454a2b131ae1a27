"""A path that a text browser wrapped within its last step, the title: ``Home > Notes > The Lamp`` / ``and I``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.breadcrumb import STEP, STEPS
from cleaners.rules.strangers import width

_TOP: Final = 40  # lines
_LEAST: Final = 3  # steps
_HOME: Final = ("首页", "首頁", "主页", "主頁", "home")  # a site's path begins there, and no manual's
_FULL: Final = 50  # columns of a line that a text browser wrapped
_WIDE: Final = "\u2e80"  # the first character of scripts without spaces


def with_path_joined(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of a dump, such a path and its rest as one line, where the title stands again near below it."""
    for at, line in enumerate(lines[:_TOP]):
        if at + 1 == len(lines) or lines[at + 1].number != line.number + 1 or not STEPS.search(line.text):
            continue
        begun = STEP.split(line.text)
        if not begun[0].strip().lower().endswith(_HOME) or width(line.text) < _FULL:
            continue
        rest = lines[at + 1].text
        gap = "" if line.text[-1] >= _WIDE and rest[0] >= _WIDE else " "
        title = begun[-1] + gap + rest
        if len(begun) >= _LEAST and begun[-1] and any(one.text == title for one in lines[at + 2 : _TOP]):
            return [*lines[:at], line._replace(text=line.text + gap + rest), *lines[at + 2 :]]
    return lines
