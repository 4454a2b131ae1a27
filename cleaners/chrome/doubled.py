"""Text that a site shows twice line by line, or page by page with other spaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from typing import Final

from cleaners.chrome.alignment import letters_of
from cleaners.lazily import lazily

DOUBLED: Final = "doubled-line"
_SHARE: Final = 0.8
_LEAST: Final = 6  # lines
_CHUNKS: Final = 2
_ENDS: Final = "。！？；：!?;:”’）)"
_PAGES: Final = 600  # characters of pages in one line
_STRETCH: Final = 10  # characters that one error leaves whole as often as not
_AGAIN: Final = 0.6
_MISREAD: Final = 0.97  # what an author says again has no errors
_BLANK: Final = lazily(r"__|[(（]\s+[)）]")  # to fill in: a task, not a second reading
_LONG: Final = 100  # characters of a page in one line


def doubled(texts: Sequence[str]) -> list[int]:
    """Return the second of each pair where nearly every line of the page stands twice in succession.

    What stands more often in succession the text says over and over by itself.
    """
    if len(texts) < _LEAST or 2 * len(set(texts)) > (2 - _SHARE / 2) * len(texts):
        return []
    seconds, at = [], 0
    for count in [len(list(alike)) for _, alike in groupby(texts)]:
        if count == 2:
            seconds.append(at + 1)
        at += count
    return seconds if 2 * len(seconds) >= _SHARE * len(texts) else []


def chunks_again(texts: Sequence[str]) -> list[int]:
    """Return the places of chunks that a site numbered, ``1、``, ``2、``, below the text that they cut up once more."""
    first = next((at for at in range(len(texts) - 1, 0, -1) if texts[at].startswith("1、")), 0)
    run = [*takewhile(lambda at: texts[at].startswith(f"{at - first + 1}、"), range(first, len(texts)))]
    parts = [letters_of(texts[at].partition("、")[2]) for at in run]
    if not first or len(run) < _CHUNKS or sum(map(len, parts)) < _LONG or texts[first][-1] in _ENDS:
        return []  # or items of the document, which it repeats
    above = letters_of(" ".join(texts[:first]))
    stretches = [stretch for part in parts for stretch in _stretches(part)]
    return run if sum(stretch in above for stretch in stretches) >= _SHARE * len(stretches) else []


def read_twice(texts: Sequence[str]) -> Iterator[int]:
    """Yield the place of a long line that a machine read from the same pages as the others: with other errors.

    Most of its stretches stand in the others, and it is about as long as they are together.
    """
    sizes = [len(text) for text in texts]
    longest = max(range(len(texts)), key=sizes.__getitem__, default=0)
    if len(texts) < _LEAST or sizes[longest] < _PAGES or 3 * sizes[longest] < sum(sizes):
        return
    if _BLANK.search(texts[longest]):
        return
    line = letters_of(texts[longest])
    others = letters_of(" ".join([text for at, text in enumerate(texts) if at != longest]))
    stretches = _stretches(line)
    again = sum(stretch in others for stretch in stretches)
    misread = _AGAIN * len(stretches) <= again <= _MISREAD * len(stretches)
    if misread and len(line) >= _AGAIN * len(others):
        yield longest


def _stretches(letters: str) -> list[str]:
    return [letters[at : at + _STRETCH] for at in range(0, len(letters) - _STRETCH, _STRETCH)]


def spaced_otherwise(texts: Sequence[str]) -> Iterator[int]:
    """Yield the places of long lines that are the one before with other spaces: no author writes a page so twice."""
    for place, (above, text) in enumerate(pairwise(texts), 1):
        if len(text) < _LONG or above[:1] != text[:1]:
            continue
        words, again = above.split(), text.split()
        if words != again and "".join(words) == "".join(again):
            yield place
