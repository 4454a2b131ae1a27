"""Whether two lines read on: the pair of characters or words at a seam, looked up in language and document."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import pairwise

from cleaners.lazily import lazily
from cleaners.package_data import read_text
from cleaners.reflow.measure import HAN

_WORD = lazily(f"[{HAN}]|[^\\W_{HAN}]+")
_LAST = lazily(f"(?:[{HAN}]|[^\\W_{HAN}]+)$")


_READ = 10_000  # lines that suffice to know an author's words


class Pair(IntEnum):
    """What is known of the last word of a line and the first one of the next."""

    NEW = 0
    SEEN = 1  # the document holds them side by side elsewhere
    WORD = 2  # two characters of one common word


def pairs_at_seams(texts: Sequence[str]) -> list[Pair | None]:
    """Tell for each line how its last word and the next line's first one go together.

    ``None`` where the line ends with punctuation. A word is a Han character or a run of other letters and digits.
    """
    seen: set[tuple[str, str]] = set()
    for text in texts[:_READ]:
        seen.update(pairwise(_WORD.findall(text)))
    common = common_pairs()
    pairs: list[Pair | None] = []
    for text, after in pairwise(texts):
        last, first = _LAST.search(text), _WORD.match(after)
        if not last or not first:
            pairs.append(None)
        elif last.group() + first.group() in common:
            pairs.append(Pair.WORD)
        else:
            pairs.append(Pair.SEEN if (last.group(), first.group()) in seen else Pair.NEW)
    return pairs


@cache
def common_pairs() -> frozenset[str]:
    """Return the 6,000 commonest pairs of characters that stand side by side more often than chance has it.

    Counted in frequencies of dictionary words, laws and manuals. A row of the file is a character and its followers.
    """
    rows = read_text("reflow", "pairs.txt").split()
    return frozenset(row[0] + follower for row in rows for follower in row[1:])
