"""A table over a document whose rows are labels and values, some of them a site's: ``体积 3.75M``, ``张数 4``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.facts.labels import bare_label, fits
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import rulebook

_TOP: Final = 6  # lines above it
_ROWS: Final = 3
_LABEL: Final = 8  # characters of a label that no rule knows
_COLONS: Final = lazily(r"[:：]\t")
_OF_SITES: Final = frozenset(("views", "downloads", "file_size", "page_count", "doc_type", "access_text"))
_SEVERAL: Final = 2


def fact_table(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of the rows of such a table, and what they state; labels that no rule knows among them.

    Args:
        texts: lines, the cells of a row parted by tabs.
    """
    start = next((place for place, text in enumerate(texts[:_TOP]) if "\t" in text), len(texts))
    stop = start
    while stop < len(texts) and "\t" in texts[stop] and (stop == start or _is_like(texts[start], texts[stop])):
        stop += 1
    rows = [_pairs(text) for text in texts[start:stop]]
    if sum(map(len, rows)) < _ROWS or not all(rows):
        return
    stated = [{fact: value for pair in row for fact, value in _stated(*pair).items()} for row in rows]
    if len(_OF_SITES.intersection(fact for facts in stated for fact in facts)) >= _SEVERAL:
        yield from enumerate(stated, start)


def _is_like(first: str, text: str) -> bool:
    return first.count("\t") == text.count("\t") and (_COLONS.search(first) is None) == (_COLONS.search(text) is None)


def _pairs(text: str) -> list[tuple[str, str]]:
    """Return the labels and values of a row; nothing where a label is too long. Several in a row end in colons."""
    cells = [cell.strip() for cell in text.split("\t")]
    labels, values = cells[::2], [*cells[1::2], ""]
    several = len(labels) > 1 and not all(label[-1:] in (":", "\uff1a") for label in labels)
    if several or not all(0 < len(label) <= _LABEL for label in labels):
        return []
    return list(zip(labels, values, strict=False))


def _stated(word: str, value: str) -> dict[str, str]:
    """Return what a row states by its label, or by a value that is a badge: 已有 6,512 人翻阅."""
    label = bare_label(word)
    if label is not None:
        return {label.fact: value} if label.fact != "none" and value and fits(label, value) else {}
    found = rulebook().matcher.find(key_of(value))
    if not found or found[0].strength != "badge" or found[0].ambiguous:
        return {}
    return found[1] | ({"views_text": value} if "views" in found[1] else {})
