"""How wide the letters of a document are, as its full lines tell."""

from __future__ import annotations

import pytest

from cleaners.reflow.faces import counted, full_lines, learned_face

COLUMNS = 80.0
SMALL, CAPITAL = 0.15, -0.1  # what letters take more than was guessed, here


def lines(number: int) -> tuple[list[str], list[float]]:
    """Full lines of Han characters and letters, guessed at one column a letter, with a word of 2 columns to follow."""
    texts = ["水" * (10 + n % 20) + "a" * (n * 7 % 30) + "B" * (n * 11 % 13) for n in range(number)]
    widths = []
    for text in texts:
        small, capital, *_ = counted(text)
        widths.append(COLUMNS - 1.0 - SMALL * small - CAPITAL * capital)
    return texts, widths


def test_letters_by_kind() -> None:
    assert counted("水 Ab1 c-") == (2, 1, 1, 2, 1)


def test_full_lines_tell_how_wide_letters_are() -> None:
    texts, widths = lines(200)
    rows = full_lines(texts, widths, [2.0] * 200, range(199))
    small, capital, *others = learned_face(rows, COLUMNS, free=True) or []
    assert small == pytest.approx(SMALL, abs=0.03)
    assert capital == pytest.approx(CAPITAL, abs=0.05)
    assert others == [0.0, 0.0, 0.0]


def test_few_lines_tell_nothing() -> None:
    texts, widths = lines(40)
    assert learned_face(full_lines(texts, widths, [2.0] * 40, range(39)), COLUMNS, free=True) is None
