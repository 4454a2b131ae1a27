"""Documents for the tests of the writers."""

from __future__ import annotations

from typing import Any

from cleaners.document import Document, Drop, Line, Metadata


def document(*lines: Line | str, source: str = "pages/one.html", **facts: Any) -> Document:
    """Build a document from lines; ``facts`` go into its metadata."""
    built = tuple(Line(line) if isinstance(line, str) else line for line in lines)
    return Document(lines=built, metadata=Metadata(**facts), source=source, drops=(Drop(0, "toolbar", "收藏"),))
