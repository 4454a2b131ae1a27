"""Numbers part where both groups are the farthest from each other, and are many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.chrome.two_groups import parting


@pytest.mark.parametrize(
    ("values", "middle", "apart"),
    [
        ([4, 0, 4, 0], 2, 4),
        ([1, 1, 5], 3, 4),
        ([0, 0, 1, 9, 10, 10], 5, 28 / 3),
        ([2, 2], 0, 0),
        ([7], 0, 0),
        ([], 0, 0),
    ],
)
def test_the_middle_lies_between_both(values: list[float], middle: float, apart: float) -> None:
    assert parting(values) == (pytest.approx(middle), pytest.approx(apart))


@given(st.lists(st.floats(-10, 10), min_size=2))
def test_numbers_that_differ_stand_on_both_sides(values: list[float]) -> None:
    middle, apart = parting(values)
    if max(values) - min(values) > 1e-3:
        assert apart > 0
        assert min(values) <= middle <= max(values)
