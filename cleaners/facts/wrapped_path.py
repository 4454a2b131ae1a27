"""A path that a text browser wrapped within its last step, the title: ``Home > Notes > The Lamp`` / ``and I``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.breadcrumb import STEP, STEPS

_TOP: Final = 40  # lines
_LEAST: Final = 3  # steps
_WIDE: Final = "\u2e80"  # the first character of scripts without spaces


def with_path_joined(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of a dump, such a path and its rest as one line, where the title stands again near below it."""
    for at, line in enumerate(lines[:_TOP]):
        if not STEPS.search(line.text) or at + 1 == len(lines) or lines[at + 1].number != line.number + 1:
            continue
        rest = lines[at + 1].text
        begun = STEP.split(line.text)
        gap = "" if line.text[-1] >= _WIDE and rest[0] >= _WIDE else " "
        title = begun[-1] + gap + rest
        if len(begun) >= _LEAST and begun[-1] and any(one.text == title for one in lines[at + 2 : _TOP]):
            return [*lines[:at], line._replace(text=line.text + gap + rest), *lines[at + 2 :]]
    return lines
