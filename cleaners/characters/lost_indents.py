"""Question marks that a copy has for the two wide spaces with which its paragraphs begin: ``??一、总则``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily

_MARKS: Final = "??"
_INDENT: Final = lazily(r"(?:^|(?<=[。！？”）!?)|>]) ?)(?:\?\?){1,2}(?=[\u4e00-\u9fff（(《“〔0-9])")
_LEAST: Final = 3
_WIDTH: Final = 4  # columns


def without_lost_indents(lines: Sequence[Line]) -> Sequence[Line]:
    """Make indents of such marks, where paragraphs with half of the words begin so: a sentence ends in them.

    A paragraph that stands behind another one in its line gets a line of its own.
    """
    marked = [line for line in lines if line.text[:2] == _MARKS]
    if not marked or 2 * sum([len(line.text) for line in marked]) < sum([len(line.text) for line in lines]):
        return lines  # nearly all texts
    if sum([len(_INDENT.findall(line.text)) for line in marked]) < _LEAST:
        return lines
    return [part for line in lines for part in _parts(line)]


def _parts(line: Line) -> list[Line]:
    if not _INDENT.search(line.text):
        return [line]
    first, *others = _INDENT.split(line.text)
    above = [line._replace(text=first.strip())] if first.strip() else []
    return above + [line._replace(text=text.strip(), indent=_WIDTH) for text in others]
