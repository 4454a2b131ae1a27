"""Boosted trees as a table of the package has them: a tree a line, each asked number before what its bound parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

Tree = float | tuple[int, float, "Tree", "Tree"]
"""Log odds, or the place of a number, a bound, and what to ask up to it and above it."""


class Trees(NamedTuple):
    """Boosted trees and the log odds that they begin with."""

    grown: tuple[Tree, ...]
    start: float

    def ask(self, numbers: Sequence[float]) -> float:
        """Return the log odds for what the trees ask of."""
        total = self.start
        for tree in self.grown:
            while isinstance(tree, tuple):
                number, bound, up_to, above = tree
                tree = up_to if numbers[number] <= bound else above
            total += tree
        return total


def read_trees(text: str) -> Trees:
    """Read what the trees begin with, and the trees."""
    start, *lines = text.splitlines()
    return Trees(tuple(_grow(iter(line.split())) for line in lines), float(start))


def _grow(parts: Iterator[str]) -> Tree:
    sign, _, value = next(parts).partition(":")
    return (int(sign), float(value), _grow(parts), _grow(parts)) if sign else float(value)
