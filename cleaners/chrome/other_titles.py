"""The heading over other documents below a text, told by what stands under it: titles like this one's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.lazily import lazily
from cleaners.rules.phrases import key_of
from cleaners.rules.site_words import names_work
from cleaners.rules.strangers import width

_HEADING: Final = lazily(
    r"(?=.*(?:[同似还也都更荐热新猜]|相关|往期|精彩|精选|近期|其[他它]|关联|关連|延伸|similar|related|more|also)).{2,16}?[:>]*",
)
_LONGEST: Final = 34  # characters of a heading
_TITLE: Final = 80  # columns of a title in a list
_MARKS: Final = lazily(r"[。；;！!]|[，,].{12}|[:：]$|^[(（]?[\d一二三四五六七八九十]+[、.．)）]")
_LEAST: Final = 2
_HAN: Final = lazily(r"[\u4e00-\u9fff]+|[a-z]{4,}")


def list_heading(texts: Sequence[str], sure: Sequence[bool], title: str | None) -> int | None:
    """Return the place of the heading over other documents with which the last lines of a dump begin, if any.

    Args:
        texts: the last lines of a dump.
        sure: whether each is surely the site's.
        title: the document's title: those of others have words with it in common, or are named as works are.
    """
    start = len(texts)
    while start and _may_be_listed(texts[start - 1]):
        start -= 1
    words = _pairs(title or "")
    for place in range(start, len(texts) - _LEAST):
        key = key_of(texts[place])
        if len(texts[place]) > _LONGEST or not _HEADING.fullmatch(key) or key[-1].isdigit():
            continue
        below = [texts[at] for at in range(place + 1, len(texts)) if not sure[at]]
        alike = sum(bool(words & _pairs(text)) or names_work(key_of(text)) for text in below)
        if len(below) >= _LEAST and (2 * alike >= len(below) or (place > start and sure[place - 1])):
            return place
    return None


def _may_be_listed(text: str) -> bool:
    return width(text) <= _TITLE and not _MARKS.search(text)


def _pairs(text: str) -> set[str]:
    """Return the pairs of characters, or the words, of a title."""
    parts = _HAN.findall(text.lower())
    return {pair for part in parts for pair in ([part] if part.isascii() else map("".join, pairwise(part)))}
