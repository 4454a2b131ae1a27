"""Definition lists that say in a word or two what a thing is: each term and what it is one row, as in a table."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby, pairwise
from typing import Final

from cleaners.document import Line

_TAGS: Final = frozenset(("dt", "dd"))
_LEAST: Final = 3  # terms
_TERM, _VALUE = 12, 60  # characters, at the most
_STOPS: Final = "。；！？"


def with_rows_of_terms(lines: list[Line], is_label: Callable[[str], bool]) -> list[Line]:
    """Return lines, those of definition lists with short terms and values as rows of a table.

    Args:
        lines: the document's lines, with their tags.
        is_label: tells whether a term is the label of a fact: such lists are read line by line.
    """
    if sum([line.tag == "dt" for line in lines]) < _LEAST:
        return lines  # most pages
    shown: list[Line] = []
    for listed, group in groupby(lines, lambda line: line.tag in _TAGS):
        some = list(group)
        if listed and _is_short(some) and not any(is_label(line.text) for line in some[::2]):
            pairs = zip(some[::2], some[1::2], strict=True)
            some = [term._replace(text=f"{term.text}\t{value.text}", tag="tr") for term, value in pairs]
        shown += some
    return shown


def _is_short(lines: list[Line]) -> bool:
    """Tell whether terms and values take turns, each of them short and no sentence."""
    turns = lines[0].tag == "dt" and all(line.tag != below.tag for line, below in pairwise(lines))
    if not turns or len(lines) % 2 or len(lines) < 2 * _LEAST:
        return False
    terms = all(len(line.text) <= _TERM for line in lines[::2])
    return terms and all(len(line.text) <= _VALUE and line.text[-1] not in _STOPS for line in lines[1::2])
