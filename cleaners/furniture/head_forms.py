"""What a running head looks like: how long it is, alike but for numbers, without a mark, with words beside a title."""

from __future__ import annotations

from typing import Final

from cleaners.lazily import lazily

EDGE: Final = 3
"""Lines from a page's edge that may hold heads and feet."""
MAX_HEAD: Final = 120
"""Characters of a head."""
MAX_TITLE: Final = 60
"""Characters of a head that says no more than a title does."""
LEAST_STAMP: Final = 6
"""Characters of a line without words that may be a head, such as 2023/5/6."""
_DIGITS: Final = lazily(r"\d+|\b[ivxlIVXL]{1,6}\b")
_ANNEX: Final = lazily("附[件表录錄图圖]|[图圖表]")
_BEYOND: Final = 24  # characters beside a title in a head
_MARK: Final = lazily("[，。；：,;:]|[.!?！？]$")


def form_of(text: str) -> str:
    """Return a line with a sign for each of its numbers: the head of one page is that of another but for these."""
    return _DIGITS.sub("#", text)


def has_mark(text: str) -> bool:
    """Tell whether a line has the mark of a clause, or ends as a sentence does: text does, heads do not."""
    return _MARK.search(text) is not None


def is_head(text: str, title: str) -> bool:
    """Tell whether a line is the title, or the title with whose it is and when it came out: ``2019年3月 N等:T``."""
    if text == title:
        return True
    beyond = len(text) - len(title)
    if title not in text or len(title) < LEAST_STAMP or beyond > _BEYOND:
        return False
    by = text.endswith(title) and text[beyond - 1] == ":" and not _ANNEX.match(text)
    return by or _DIGITS.search(text) is not None
