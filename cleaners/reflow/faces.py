"""How wide the letters of a document are, fitted to its full lines: the means of common faces are a guess only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_KINDS = ("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", " ")
_OTHERS = tuple(bytes(code for code in range(128) if chr(code) not in kind) for kind in _KINDS)
_SIZE = len(_KINDS) + 1
_NEAR = 6.0  # columns from the wrap at which a full line ends, at most
_LONGEST_NEED = 14.0  # columns; where a longer word follows, a line's end is far from the wrap
_GUESS = 400.0  # letters of a kind that the guess is worth
_SET, _FREE = 1e9, 0.01  # the same of the wrap, as it is known or not
_ROUNDS = 3
_LEAST = 60  # full lines with letters
_SAMPLE = 1500  # lines that suffice


class FullLine(NamedTuple):
    """A line that goes on in the next one: its columns as guessed, with half the room of the next word; its letters."""

    reach: float
    letters: tuple[int, ...]


def full_lines(
    texts: Sequence[str], widths: Sequence[float], needs: Sequence[float], voters: Sequence[int]
) -> list[FullLine]:
    """Return the lines that tell how wide letters are: as many columns are left behind them as half a word takes."""
    sample = voters[:: len(voters) // _SAMPLE + 1]
    return [FullLine(widths[i] + needs[i + 1] / 2, counted(texts[i])) for i in sample if needs[i + 1] <= _LONGEST_NEED]


def counted(text: str) -> tuple[int, ...]:
    """Count small letters, capitals, digits, blanks and other signs of ASCII."""
    ascii_ = text.encode("ascii", "ignore")
    counts = [len(ascii_.translate(None, others)) for others in _OTHERS]
    return (*counts, len(ascii_) - sum(counts))


def corrected(widths: Sequence[float], texts: Sequence[str], extra: Sequence[float]) -> list[float]:
    """Return widths with what their letters take more than was guessed."""
    return [width + _more(counted(text), extra) for width, text in zip(widths, texts, strict=True)]


def learned_face(lines: Sequence[FullLine], wrap: float, *, free: bool) -> list[float] | None:
    """Return what a letter of each kind takes more than was guessed, in columns; ``None`` where too few lines tell.

    Args:
        lines: full lines.
        wrap: the columns that most of them fill.
        free: whether that is fitted, too, as lines of Han characters tell it; letters alone do not.
    """
    extra = [0.0] * _SIZE
    for _ in range(_ROUNDS):
        near = [line for line in lines if abs(line.reach + _more(line.letters, extra) - wrap) <= _NEAR]
        if sum([any(line.letters) for line in near]) < _LEAST:
            return None
        *extra, shift = _least_squares(near, wrap, _FREE if free else _SET)
        wrap += shift
    return extra


def _more(counts: Sequence[int], extra: Sequence[float]) -> float:
    return sum([count * more for count, more in zip(counts, extra, strict=True) if count])


def _least_squares(lines: Sequence[FullLine], wrap: float, trust: float) -> list[float]:
    """Fit the letters and the wrap to lines, both near what was guessed."""
    size = _SIZE + 1
    trusts = [_GUESS] * _SIZE + [trust]
    matrix = [[trusts[i] * (i == j) for j in range(size)] for i in range(size)]
    right = [0.0] * size
    for line in lines:
        values = [(i, float(count)) for i, count in enumerate((*line.letters, -1)) if count]
        off = line.reach - wrap
        for i, value in values:
            right[i] -= value * off
            row = matrix[i]
            for j, other in values:
                row[j] += value * other
    return _solved(matrix, right)


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a symmetric, positive system by elimination."""
    size = len(right)
    for i in range(size):
        for j in range(i + 1, size):
            factor = matrix[j][i] / matrix[i][i]
            matrix[j] = [below - factor * above for below, above in zip(matrix[j], matrix[i], strict=True)]
            right[j] -= factor * right[i]
    found = [0.0] * size
    for i in reversed(range(size)):
        rest = sum([matrix[i][j] * found[j] for j in range(i + 1, size)])
        found[i] = (right[i] - rest) / matrix[i][i]
    return found
