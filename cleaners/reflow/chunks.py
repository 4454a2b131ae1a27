"""Chunks that a site cut the text into and numbered."""

from __future__ import annotations

from cleaners.document import Drop, Line


def join_chunks(lines: list[Line]) -> tuple[list[Line], list[Drop]]:
    """Join chunks again."""
    return lines, []
