"""The list of removed lines (JSON Lines): what went, from where, by which rule."""

from __future__ import annotations

from pathlib import Path

from cleaners.document import Document
from output.atomic import AtomicFile
from output.records import quote
from output.streams import Stream, is_stream


class DropsFile:
    """Removed lines of all documents in one file, which appears as a whole when closed, or into a pipe or device."""

    def __init__(self, path: Path) -> None:
        """Begin the file; raises ``OSError`` where it cannot be written."""
        self._file = Stream.open(path) if is_stream(path) else AtomicFile(path)

    def write(self, document: Document) -> None:
        """Add a document's removed lines: ``source``, ``number``, ``rule``, ``text``."""
        for drop in document.drops:
            row = {"source": document.source, "number": drop.number, "rule": drop.rule, "text": drop.text}
            self._file.write(quote(row) + "\n")

    def close(self) -> None:
        """Let the file appear."""
        self._file.commit()

    def abort(self) -> None:
        """Leave no trace."""
        self._file.abort()
