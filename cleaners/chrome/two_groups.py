"""Where a set of numbers parts in two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def parting(values: Sequence[float]) -> tuple[float, float]:
    """Return the middle between the two groups into which numbers part best, and how far their means are apart.

    Otsu's threshold ("A threshold selection method from gray-level histograms", IEEE Trans. SMC 9, 1979): of all cuts
    of the sorted numbers, that of the greatest variance between both sides. Fewer than two numbers do not part.
    """
    ordered = sorted(values)
    size = len(ordered)
    best, middle, apart = 0.0, 0.0, 0.0
    sums = [*accumulate(ordered)]
    for count in range(1, size):
        low = sums[count - 1] / count
        high = (sums[-1] - sums[count - 1]) / (size - count)
        between = count * (size - count) * (high - low) ** 2
        if between > best:
            best, middle, apart = between, (low + high) / 2, high - low
    return middle, apart
