"""Conversion of script (OpenCC) and of the width of punctuation, for those who ask for it."""

from __future__ import annotations

from cleaners.options import CleanOptions


def convert(text: str, options: CleanOptions) -> str:
    """Convert a whole text, or a fact such as the title, as asked for; twice changes nothing. Keeps line ends."""
    return text
