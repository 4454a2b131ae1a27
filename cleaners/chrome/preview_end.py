"""Where a site says that it shows no more of the document: what stands below is its own, whatever it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.line_weights import PROSE, Weight
from cleaners.rules.others import OTHERS
from cleaners.rules.preview_words import says_part

_LONGEST: Final = 40  # characters of such a line
_LEFT: Final = 0.2  # how much prose may stand below it, for what stands above


def end_of_preview(texts: Sequence[str], start: int, bottom: Sequence[Weight]) -> int | None:
    """Return the place of the line that says that no more is shown, with hardly any prose below it but the site's.

    Args:
        texts: all lines of a dump.
        start: the place of the first one that is surely the document's.
        bottom: how the last lines weigh.
    """
    last = len(texts) - len(bottom)
    for place in range(max(start, last), len(texts)):
        if not _ends_text(texts[place], bottom[place - last]):
            continue
        below = zip(texts[place:], bottom[place - last :], strict=True)
        prose = sum([len(other) for other, weight in below if weight.value <= PROSE])
        if prose <= _LEFT * sum(map(len, texts[start:place])):
            return place
    return None


def _ends_text(text: str, weight: Weight) -> bool:
    return weight.rule == OTHERS or (weight.sure and len(text) <= _LONGEST and says_part(text))
