"""What the lengths of lines tell of a text: how long a full line of it is, and whether it is prose."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Final

from cleaners.document import Line

_LEAST: Final = 8  # characters; shorter ones tell no width
_WRAPPED: Final = 8  # lines of a wrapped text, at least
_FULL: Final = 0.85  # of the widest lines, but for a fifth of them
_PROSE: Final = 16  # characters of a line that is none of verse


def full_line(lines: Sequence[Line]) -> float:
    """Return the characters that a full line of wrapped text has at least; infinite where lines are of no width."""
    lengths = sorted(len(line.text) for line in lines if line.broken and len(line.text) > _LEAST)
    if len(lengths) < _WRAPPED:
        return inf
    least = _FULL * lengths[-len(lengths) // 5]
    return least if sum(length >= least for length in lengths) * 2 >= len(lengths) else inf


def is_prose_or_list(lines: Sequence[Line]) -> bool:
    """Tell whether half of the lines are as long as those of prose; those of verse and forms are not."""
    return 2 * sum(len(line.text) >= _PROSE for line in lines) >= len(lines)
