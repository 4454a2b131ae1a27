"""Where a site says that it shows no more of the document: what stands below is its own, whatever it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.line_weights import PROSE, Weight
from cleaners.rules.preview_words import says_part

_LONGEST: Final = 40  # characters of such a line
_LEFT: Final = 0.2  # how much prose may stand below it, for what stands above


def end_of_preview(texts: Sequence[str], last: int, bottom: Sequence[Weight]) -> int | None:
    """Return the place of the line that says that no more is shown, with hardly any prose below it but the site's.

    Args:
        texts: all lines of the dump.
        last: the place of the first one of the bottom.
        bottom: how the last lines weigh.
    """
    lines = list(zip(texts[last:], bottom, strict=True))
    marks = [at for at, (text, weight) in enumerate(lines) if weight.sure and len(text) <= _LONGEST and says_part(text)]
    prose = [len(text) if weight.value <= PROSE else 0 for text, weight in lines]
    for at in marks:
        if sum(prose[at:]) <= _LEFT * sum(map(len, texts[: last + at])):
            return last + at
    return None
