"""How wide lines are and where the page wrapped them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
FULL_STOPS = "。、\uff0c\uff1a\uff1b\uff01\uff1f\uff09\uff0e"  # full-width marks that never begin a line
MIN_WRAP = 18.0  # columns; verse and tables are narrower, no page wraps prose so tightly
MAX_WRAPS = 8

_BESIDE_HAN = re.compile(rf"(?<=[{HAN}])[,:;!?()]|[,:;!?()](?=[{HAN}])")
_FULL_WIDTH = str.maketrans(",:;!?()", "\uff0c\uff1a\uff1b\uff01\uff1f\uff08\uff09")
_UNIT = re.compile(rf"(?:[^\s{HAN}{FULL_STOPS}]+|.)[{FULL_STOPS}】》」』”’…,.:;!?)\]]*")
# Widths of Latin letters relative to half an em, the mean of common text faces (Times, Helvetica, DejaVu).
_NARROW = dict.fromkeys("ijl.,;:'|!`", 0.56) | dict.fromkeys('ftrI()[]{}- /\\"', 0.68)
_BROAD = dict.fromkeys("mwMW@%", 1.65) | dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 1.36)


class Metric(NamedTuple):
    """A way to measure: even cells or a printed face, and whether half-width punctuation beside Han was full-width."""

    printed: bool
    restored: bool


class Measure(NamedTuple):
    """Lines measured by one metric, in columns (a Han character is 2).

    Attributes:
        widths: of each line.
        needs: room that the first character or word of each line takes behind another line.
        wraps: the widths at which the page wrapped, the commonest first; empty where nothing is wrapped.
        votes: lines that the wraps explain.
        slack: tolerated error of a width, in columns.
    """

    widths: list[float]
    needs: list[float]
    wraps: list[float]
    votes: int
    slack: float


def measure(texts: Sequence[str], voters: Sequence[int]) -> Measure:
    """Measure lines by the metric under which the wrap shows most clearly.

    Args:
        texts: the lines.
        voters: indices of the lines that end in mid-phrase and could go on in the next line.
    """
    han = sum(map(len, re.findall(f"[{HAN}]+", "".join(texts))))
    wide = han * 3 > sum(map(len, texts))
    metrics = [Metric(False, False), Metric(True, False)]
    if wide:
        metrics += [Metric(False, True), Metric(True, True)]
    measures = [_measure_by(metric, texts, voters, wide) for metric in metrics]
    return max(measures, key=lambda found: found.votes)


def _measure_by(metric: Metric, texts: Sequence[str], voters: Sequence[int], wide: bool) -> Measure:
    firsts = [found.group() if (found := _UNIT.match(text)) else text for text in texts]
    if metric.restored:
        texts = [_BESIDE_HAN.sub(lambda found: found.group().translate(_FULL_WIDTH), text) for text in texts]
    columns = {char: _columns(char, metric.printed, wide) for char in set("".join(texts)).union(*firsts)}
    widths = [sum(map(columns.__getitem__, text)) for text in texts]
    needs = [sum(map(columns.__getitem__, text)) for text in firsts]
    space = _columns(" ", metric.printed, wide)
    needs = [
        need + (space if text[:1].isascii() and text[:1].isalnum() else 0)
        for need, text in zip(needs, texts, strict=True)
    ]
    typical = sorted(widths[i] for i in voters)[len(voters) // 2] if voters else 0.0
    slack = 0.6 + 0.008 * typical * metric.printed
    wraps, votes = _learn_wraps([(widths[i], needs[i + 1]) for i in voters], slack)
    return Measure(widths, needs, wraps, votes, slack)


def _columns(char: str, printed: bool, wide: bool) -> float:
    kind = unicodedata.east_asian_width(char)
    if kind in "WF" or (kind == "A" and wide):
        return 2.0
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0.0
    if not printed:
        return 1.0
    return _NARROW.get(char) or _BROAD.get(char) or 1.04


def _learn_wraps(lines: list[tuple[float, float]], slack: float) -> tuple[list[float], int]:
    """Find the widths that explain why lines ended where they did.

    A line of width w before a word that needs n was wrapped at any width from w to w + n: it votes for all of these,
    and the wrap is where most votes meet. The lines that it explains are taken out, and the next wrap is sought.
    """
    pool = [(width - slack, width + max(1.0, min(need, 24.0)) + slack) for width, need in lines if width >= MIN_WRAP]
    wraps: list[float] = []
    explained = 0
    least = max(3, len(pool) // 40)
    while pool and len(wraps) < MAX_WRAPS:
        wrap, votes = _deepest(pool)
        if votes < least or (not wraps and not _is_wrap(wrap, votes, pool)):
            break
        wraps.append(wrap)
        explained += votes
        pool = [span for span in pool if not span[0] <= wrap <= span[1]]
    return wraps, explained


def _is_wrap(wrap: float, votes: int, pool: list[tuple[float, float]]) -> bool:
    """Tell a wrap from a width that lines share by chance: most long lines end there, and few are longer."""
    rivals = sum(low >= wrap * 0.6 for low, _ in pool)
    longer = sum(low > wrap for low, _ in pool)
    return votes >= 0.4 * rivals and longer <= votes


def _deepest(pool: list[tuple[float, float]]) -> tuple[float, int]:
    """Return the point that most of the intervals hold, and how many."""
    lows = sorted(low for low, _ in pool)
    highs = sorted(high for _, high in pool)
    best, start = 0, 0.0
    for low in lows:
        votes = bisect_right(lows, low) - bisect_left(highs, low)
        if votes >= best:
            best, start = votes, low
    after = bisect_right(lows, start)
    end = min(highs[bisect_left(highs, start)], lows[after] if after < len(lows) else highs[-1])
    return (start + end) / 2, best
