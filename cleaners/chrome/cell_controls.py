"""Controls that a site sets in each row of a table: ``额定功率\t48W 纠错``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from cleaners.document import Drop, Line
from cleaners.rules.vocabulary import site_share

RULE: Final = "cell-control"
_LEAST: Final = 5  # rows
_MOST: Final = 0.8  # of the rows have it
_LONGEST: Final = 4  # characters of a control


def strip_cell_controls(lines: Sequence[Line]) -> tuple[list[Line], list[Drop]]:
    """Take a word of a site off the rows of tables that nearly all end with it.

    Args:
        lines: the document's lines.
    """
    rows = [line for line in lines if line.tag == "tr" and "\t" in line.text]
    if len(rows) < _LEAST:
        return [*lines], []
    word = _common_end([line.text for line in rows])
    if not word or site_share(word) < 1:
        return [*lines], []
    ended = [line.tag == "tr" and "\t" in line.text and line.text.endswith(word) for line in lines]
    kept = [
        line._replace(text=line.text[: -len(word)].rstrip()) if has else line
        for line, has in zip(lines, ended, strict=True)
    ]
    return kept, [Drop(line.number, RULE, word) for line, has in zip(lines, ended, strict=True) if has]


def _common_end(texts: Sequence[str]) -> str:
    """Return the longest end of a few characters that nearly all texts have; nothing where they have none."""
    for size in range(_LONGEST, 1, -1):
        (end, count), *_ = Counter(text[-size:] for text in texts).most_common(1)
        if count >= max(_LEAST, _MOST * len(texts)) and end.isalpha():
            return end
    return ""
