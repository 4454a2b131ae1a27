"""How much of what a line says the text below says as well: a title names what a document is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cleaners.lazily import lazily
from cleaners.rules.keys import key_of

_READ: Final = 4000  # characters of the text
_WORD: Final = lazily(r"[^\W\d_]{4,}")
_HAN: Final = lazily(r"[\u3400-\u9fff]+")
_PAIRS: Final = 3  # that a line must share to be known by what the text says


def start_of(texts: Iterable[str]) -> str:
    """Return the beginning of a text, as lines are compared with it."""
    read: list[str] = []
    size = 0
    for text in texts:
        read.append(text[: 2 * _READ])
        size += len(text)
        if size > 2 * _READ:  # a key is no longer than its text, but for few signs
            break
    return key_of("\n".join(read))[:_READ]


def shared_words(text: str, below: str) -> float:
    """Return the share of a line's words, or pairs of Han characters, that the text has as well.

    Args:
        text: the line.
        below: the text, by ``start_of``.
    """
    if _HAN.search(text):
        pairs = [run[at : at + 2] for run in _HAN.findall(key_of(text)) for at in range(len(run) - 1)]
    else:
        pairs = [word.lower() for word in _WORD.findall(text)]
    return sum(pair in below for pair in pairs) / max(len(pairs), _PAIRS)
