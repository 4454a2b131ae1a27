"""How far two copies in one text go on alike, also where one lacks what stands in the other."""

from __future__ import annotations

from typing import Final

from cleaners.lazily import lazily

_WORDS: Final = lazily(r"[^\W_]+")
ANCHOR: Final = 16
"""Characters that are the same where copies go on alike."""
SLACK: Final = 2
"""Characters by which the ends of copies may differ."""
_GAP: Final = 12
_INSERTED: Final = 60  # characters of what a site puts into the document and not into its summary


def letters_of(text: str) -> str:
    """Return the letters and digits of a text in lower case, by which copies are compared."""
    return "".join(_WORDS.findall(text)).lower()


def common_run(stream: str, left: int, right: int) -> int:
    """Return the length of the common run of a text from two places on."""
    limit = len(stream) - right
    low, step = 0, 64
    while low < limit and stream[left + low : left + low + step] == stream[right + low : right + low + step]:
        low += step
        step *= 2
    while step:
        if low + step <= limit and stream.startswith(stream[right + low : right + low + step], left + low):
            low += step
        step //= 2
    return min(low, limit)


def run_with_gaps(stream: str, starts: tuple[int, int], common: int, end: int) -> tuple[int, int]:
    """Return the lengths of both copies where one is a summary in one line: lines that a rule knows are missing in one.

    Args:
        stream: the keys of all lines.
        starts: where the copies start, that of the summary last.
        common: how far they are the same.
        end: of the summary.
    """
    left, right = starts[0] + common, starts[1] + common
    while right < end and (skip := _gap(stream, left, right, end)):
        run = common_run(stream, left + skip[0], right + skip[1])
        left, right = left + skip[0] + run, right + skip[1] + run
    return left - starts[0], right - starts[1]


def _gap(stream: str, left: int, right: int, end: int) -> tuple[int, int] | None:
    """Return how much must be skipped in each copy so that they go on alike, the least that does."""
    for skip in range(1, _GAP + _INSERTED):
        for other in range(max(0, skip - _GAP), min(skip, _INSERTED) + 1):
            start = right + skip - other
            anchor = stream[start : min(start + ANCHOR, end)]
            if len(anchor) >= SLACK and stream.startswith(anchor, left + other):
                return other, skip - other
    return None
