"""Sizes of type that a reader may choose, of which a copy made lines: ``字号：`` / ``大`` / ``中`` / ``小``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.lazily import lazily

_LABEL: Final = lazily(r"[【\[]?\s?字[号號体體][大小]?\s?[:：]?(?:\s?[大中小])*\s?[】\]]?")
_SIZES: Final = frozenset(("大", "中", "小", "特大", "超大", "默认", "默認", "标准", "標準", "|", "]", "】"))
_READ: Final = 120  # lines at the top of a dump
_MOST: Final = 7  # lines below the label


def font_sizes(texts: Sequence[str]) -> Iterator[int]:
    """Yield the places of such lines and of the label right above them."""
    for place, text in enumerate(texts[:_READ]):
        if "字" not in text[:3] or not _LABEL.fullmatch(text):
            continue
        stop = place + 1
        while stop < len(texts) and stop - place <= _MOST and texts[stop] in _SIZES:
            stop += 1
        if stop > place + 1:
            yield from range(place, stop)
