"""Characters as the author would have typed them: Unicode, width, spaces."""

from __future__ import annotations


def normalize(text: str) -> str:
    """Normalize the characters of one line; applying it twice changes nothing."""
    return " ".join(text.split())
