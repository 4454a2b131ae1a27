"""Whether two lines read on: the pair of words at a seam, looked up among the pairs within the document's lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cleaners.reflow.measure import HAN

_WORD = re.compile(f"[{HAN}]|[^\\W_{HAN}]+")
_LAST = re.compile(f"(?:[{HAN}]|[^\\W_{HAN}]+)$")


def familiar_seams(texts: Sequence[str]) -> list[bool | None]:
    """Tell for each line whether the document holds its last word and the next line's first one side by side elsewhere.

    ``None`` where the line ends with punctuation. A word is a Han character or a run of other letters and digits.
    """
    pairs: set[tuple[str, str]] = set()
    for text in texts:
        pairs.update(pairwise(_WORD.findall(text)))
    seams: list[bool | None] = []
    for text, after in pairwise(texts):
        last, first = _LAST.search(text), _WORD.match(after)
        seams.append((last.group(), first.group()) in pairs if last and first else None)
    return seams
