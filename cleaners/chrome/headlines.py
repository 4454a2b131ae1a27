"""Headlines among the lines of a dump with a paragraph a line: they end in no mark, whatever marks they have within."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.line_weights import PROSE, STRANGER, Weight
from cleaners.lazily import lazily
from cleaners.reflow.starts import LEANING
from cleaners.rules.strangers import BLANK, NUMBERED, width

_PARAGRAPH: Final = 80  # columns of a line that is one
_LONGEST: Final = 80  # columns of a headline
_LEAST: Final = 2  # paragraphs
_MOSTLY: Final = 0.9  # of them end in a mark, where none goes on in the next line
_COMMA: Final = lazily(r".{8}[\uff0c,].{4}")
_ENDED: Final = lazily(r"[。！？；：，、…!?;:,”’」』）)》】〕\]]\s*$|\.$|\.[”\")]$")


def open_headlines(texts: Sequence[str], weights: list[Weight], *, wrapped: bool) -> None:
    """Let lines that seem prose for the marks within speak for it no more than titles do (in place).

    Args:
        texts: lines of a dump.
        weights: how far each speaks for the site.
        wrapped: paragraphs go on from line to line, so that what ends in no mark is as often text.
    """
    for place, text in enumerate(texts) if not wrapped else ():
        if weights[place].value != PROSE or _ENDED.search(text) or BLANK in text or NUMBERED.match(text):
            continue
        if width(text) <= _LONGEST and not (place and _is_cut(text, weights[place - 1])):
            weights[place] = Weight(2 * STRANGER)


def _is_cut(text: str, above: Weight) -> bool:
    """Tell whether a line below a paragraph is one that a preview cut: clauses, the last of which lacks its end."""
    return above.value <= PROSE and text.endswith(LEANING) and _COMMA.search(text) is not None


def is_wrapped(texts: Sequence[str]) -> bool:
    """Tell whether the paragraphs of a dump may go on from line to line: hardly all long lines end in a mark."""
    long = [text for text in texts if width(text) >= _PARAGRAPH]
    return len(long) < _LEAST or sum(_ENDED.search(text) is not None for text in long) < _MOSTLY * len(long)
