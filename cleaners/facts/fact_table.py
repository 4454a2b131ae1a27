"""A table over a document whose rows are labels and values, some of them a site's: ``体积 3.75M``, ``张数 4``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.facts.labels import bare_label, fits
from cleaners.rules.phrases import key_of
from cleaners.rules.rulebook import rulebook

_TOP: Final = 6  # lines above it
_ROWS: Final = 3
_LABEL: Final = 8  # characters of a label that no rule knows
_OF_SITES: Final = frozenset(("views", "downloads", "file_size", "page_count", "doc_type", "access_text"))
_SEVERAL: Final = 2


def fact_table(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of the rows of such a table, and what they state; labels that no rule knows among them.

    Args:
        texts: lines, the cells of a row parted by tabs.
    """
    start = next((place for place, text in enumerate(texts[:_TOP]) if "\t" in text), len(texts))
    stop = start
    while stop < len(texts) and texts[stop].count("\t") == 1 and texts[stop].index("\t") <= _LABEL:
        stop += 1
    if stop - start < _ROWS:
        return
    stated = [_stated(*texts[place].split("\t")) for place in range(start, stop)]
    if len(_OF_SITES.intersection(fact for facts in stated for fact in facts)) >= _SEVERAL:
        yield from enumerate(stated, start)


def _stated(word: str, value: str) -> dict[str, str]:
    """Return what a row states by its label, or by a value that is a badge: 已有 6,512 人翻阅."""
    label = bare_label(word)
    if label is not None:
        return {label.fact: value} if label.fact != "none" and value and fits(label, value) else {}
    found = rulebook().matcher.find(key_of(value))
    if not found or found[0].strength != "badge" or found[0].ambiguous:
        return {}
    return found[1] | ({"views_text": value} if "views" in found[1] else {})
