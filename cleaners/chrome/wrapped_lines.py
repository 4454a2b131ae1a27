"""Visual lines of running text in a dump: as wide as many others, or behind such a one that breaks off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from typing import Final

from cleaners.chrome.page_marks import PAGE_NUMBER
from cleaners.lazily import lazily
from cleaners.rules.strangers import columns

_NARROWEST: Final = 28  # columns: no page wraps prose more tightly
_WIDEST: Final = 200  # columns of a visual line
_NEAR: Final = 3  # columns by which the lines of one wrap differ
_NEAR_MIXED: Final = 7  # ... where most have words in letters, which are not torn
_WORD: Final = lazily(r"[A-Za-z]{3}")
_INDENT: Final = 6  # columns by which a first line is shorter at the most, its indent lost
_LEAST: Final = 6  # lines of one wrap
_SHARE: Final = 0.3  # of the lines that are as long as prose
_MARK: Final = lazily(r"[，。；、：！？]|[,.;:] |[,;:](?=[^\x00-\x7f])")
_COMMAS: Final = "，、"
_WITHIN: Final = lazily(r"[。！？；](?=[^\s”’」』）)])")
_ENDED: Final = lazily(r"[。！？!?.：:…][”’」』)）】》\"']*$")


def running_lines(texts: Sequence[str]) -> Set[int]:
    """Return the places of the lines that stand in running text, of a dump whose lines are wrapped.

    A full line that breaks off goes on in the next one, full as well or the end of the sentence. Headlines may be of
    one length too, but hold no marks.
    """
    places = [place for place, text in enumerate(texts) if not PAGE_NUMBER.fullmatch(text)]
    if len(places) < len(texts):  # lines go on over them
        return {places[at] for at in running_lines([texts[place] for place in places])}
    widths = [min(columns(text[:_WIDEST]), _WIDEST) for text in texts]
    long = [size for size in widths if _NARROWEST <= size < _WIDEST]
    counts = Counter(long)
    mixed = 2 * sum(
        size >= _NARROWEST and _WORD.search(text) is not None for size, text in zip(widths, texts, strict=True)
    )
    near = _NEAR_MIXED if mixed >= len(long) else _NEAR
    wrap = max(counts, key=lambda size: (sum(counts[size + off] for off in range(near + 1)), size), default=0)
    full = [wrap <= size <= wrap + near for size in widths]
    marked = [is_full and _MARK.search(text) is not None for is_full, text in zip(full, texts, strict=True)]
    if sum(full) < max(_LEAST, _SHARE * len(long)) or 2 * sum(marked) < sum(full):
        return frozenset()
    ended = [_ENDED.search(text) is not None for text in texts]
    found: set[int] = set()
    for at in range(len(texts) - 1):
        if ended[at]:
            continue
        is_full = full[at] and (full[at + 1] or ended[at + 1]) and (marked[at] or marked[at + 1])
        is_first = wrap - _INDENT <= widths[at] < wrap and marked[at + 1]
        next_is_prose = _WITHIN.search(texts[at + 1]) or (texts[at][-1] in _COMMAS and _MARK.search(texts[at + 1]))
        is_cut = marked[at] and next_is_prose  # where a preview ends
        if is_full or is_first or is_cut:
            found |= {at, at + 1}
    return found
