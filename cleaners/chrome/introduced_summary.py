"""The abstract of a patent behind the sentence by which a site says who made it and when.

``阅读说明：本技术 T (English) 是由 N 于 2021-06-22 设计创作，主要内容包括：…``; the description follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.folded_summary import SUMMARY
from cleaners.document import Line
from cleaners.facts.finding import Rules
from cleaners.lazily import lazily

_SENTENCE: Final = lazily(
    r"(?:[阅閱][读讀][说說]明[:：]\s?)?本(?:技[术術]|[发發]明|[实實]用新型|[专專]利)\s?\S.{1,400}?是由\s?\S.{0,120}?\s?[于於]\s?"
    r"(?:19|20)\d\d-\d{1,2}-\d{1,2}\s?[设設][计計][创創]作[,，]\s?主要[内內]容包括[:：]\s?(?=\S)"
)
_TOP: Final = 40  # lines
_MORE: Final = 2  # times as much follows


def mark_introduced_summary(lines: Sequence[Line], rules: Rules) -> None:
    """Mark such a line in ``rules`` (in place) where the text is below it."""
    for place, line in enumerate(lines[:_TOP]):
        if "是由" in line.text and _SENTENCE.match(line.text) and "笔者" not in line.text:
            if sum([len(below.text) for below in lines[place + 1 :]]) >= _MORE * len(line.text):
                rules.setdefault(place, SUMMARY)
            return


def without_introduction(text: str) -> str:
    """Return a summary without such a sentence before it."""
    return _SENTENCE.sub("", text, count=1) if _SENTENCE.match(text) else text
