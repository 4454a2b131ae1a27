"""Rows of facts of which a copy made lines, the bars between them too: ``2021-05-14`` / ``|`` / ``6页`` / ``|`` / …"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.facts.mixed_rows import facts_among_words

_BARS: Final = ("|", "｜")
_READ: Final = 120  # lines at the top of a dump
_PIECE: Final = 24  # characters
_SENTENCE: Final = 30  # characters of a line of the text
_LEAST: Final = 2  # bars, and facts


def barred_rows(texts: Sequence[str]) -> Iterator[tuple[range, dict[str, str]]]:
    """Yield the place of the one such row above the text of a dump, with what it states; several are a table.

    Rows of a menu state nothing.
    """
    if not any(bar in texts[:_READ] for bar in _BARS):
        return  # most dumps
    rows = [*_rows(texts)]
    above = not any(len(text) >= _SENTENCE and "。" in text for text in texts[: rows[0][0].start]) if rows else False
    if len(rows) == 1 and above:
        yield rows[0]


def _rows(texts: Sequence[str]) -> Iterator[tuple[range, dict[str, str]]]:
    place = 1
    while place < min(len(texts), _READ):
        if texts[place] not in _BARS:
            place += 1
            continue
        start = place - 1
        while place + 1 < len(texts) and texts[place] in _BARS and len(texts[place + 1]) <= _PIECE:
            place += 2
        row = range(start, place)
        pieces = [text.strip() for text in texts[start:place] if text not in _BARS]
        facts = facts_among_words(" | ".join(pieces)) if len(pieces) > _LEAST and len(texts[start]) <= _PIECE else None
        if facts and len(facts) >= _LEAST:
            said = [at for at in row[::2] if any(map(str.isdecimal, texts[at])) or facts_among_words(texts[at].strip())]
            yield (range(said[0], said[-1] + 1) if len(said) >= _LEAST else row), facts
        place += 1
