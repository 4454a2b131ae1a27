"""Whether two lines read on: the pair of characters or words at a seam, looked up in language and document."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import pairwise

from cleaners.lazily import lazily
from cleaners.package_data import read_text
from cleaners.reflow.sizes import HAN

_WORD = lazily(f"[{HAN}]|[^\\W_{HAN}]+")
_RANGES = tuple(zip(HAN[::3], HAN[2::3], strict=True))  # a look takes less time than compiling a set of them
_LAST = lazily(f"[^\\W_{HAN}]+$")

_NEAR = 24  # characters that hold two words
_READ = 4000  # lines that suffice to know an author's words


_Words = tuple[str, str]


class Pair(IntEnum):
    """What is known of the last word of a line and the first one of the next."""

    NEW = 0
    SEEN = 1  # the document holds them side by side elsewhere
    WORD = 2  # two characters of one common word
    PHRASE = 3  # it holds them between the same words elsewhere


def pairs_at_seams(texts: Sequence[str]) -> list[Pair | None]:
    """Tell for each line how its last word and the next line's first one go together.

    ``None`` where the line ends with punctuation. A word is a Han character or a run of other letters and digits.
    """
    seams = [_seam(text, after) for text, after in pairwise(texts)]
    common = common_pairs()
    rare = {seam for seam in seams if seam and seam[0] + seam[1] not in common}
    seen = _standing_together(texts[:_READ], rare) if rare else {}
    found: list[Pair | None] = []
    for (text, after), seam in zip(pairwise(texts), seams, strict=True):
        if seam is None:
            found.append(None)
        elif seam in seen:
            found.append(Pair.PHRASE if _around(text, after) in seen[seam] else Pair.SEEN)
        else:
            found.append(Pair.NEW if seam in rare else Pair.WORD)
    return found


def tears_word(text: str, after: str) -> bool:
    """Tell whether a line ends within a common word that the next one ends."""
    seam = _seam(text, after)
    return seam is not None and seam[0] + seam[1] in common_pairs()


def reads_on(text: str, after: str) -> bool:
    """Tell whether a line goes on in the next one by the words where they meet: a small letter, or a word in two."""
    return after[0].islower() or tears_word(text, after)


def _seam(text: str, after: str) -> tuple[str, str] | None:
    """Return the words on both sides of a seam, where no punctuation stands there."""
    if not (last := _last_word(text)):
        return None
    if _is_common_han(after[:1]):
        return last, after[0]
    return (last, first.group()) if (first := _WORD.match(after)) else None


def _last_word(text: str) -> str | None:
    """Return the word that a line ends with: one Han character, or letters and digits, which take a search."""
    end = text[-1:]
    if _is_common_han(end) or (end > "\u2e7f" and any(low <= end <= high for low, high in _RANGES)):
        return end
    last = _LAST.search(text) if end.isalnum() else None
    return last.group() if last else None


def _is_common_han(char: str) -> bool:
    """Tell it of nearly all Han characters without a pattern, which takes long to compile."""
    return "\u4e00" <= char <= "\u9fff"


def _around(text: str, after: str) -> tuple[str, ...]:
    """Return the last two words of a line and the first two of the next."""
    return (*_WORD.findall(text[-_NEAR:])[-2:], *_WORD.findall(after[:_NEAR])[:2])


def _standing_together(texts: Sequence[str], rare: set[_Words]) -> dict[_Words, set[tuple[str, ...]]]:
    """Return those pairs of words that stand together within lines, with one word more before and behind."""
    firsts, seconds = {first for first, _ in rare}, {second for _, second in rare}
    found: dict[_Words, set[tuple[str, ...]]] = {}
    for text in texts:
        words = _WORD.findall(text)
        if firsts.isdisjoint(words) or seconds.isdisjoint(words):
            continue
        for place, pair in enumerate(pairwise(words)):
            if pair in rare:
                found.setdefault(pair, set()).add(tuple(words[max(0, place - 1) : place + 3]))
    return found


@cache
def common_pairs() -> frozenset[str]:
    """Return the 6,000 commonest pairs of characters that stand side by side more often than chance has it.

    Counted in frequencies of dictionary words, laws and manuals. A row of the file is a character and its followers.
    """
    rows = read_text("reflow", "pairs.txt").split()
    return frozenset(row[0] + follower for row in rows for follower in row[1:])
