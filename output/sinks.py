"""Where documents go: a stream, one file, or a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from cleaners.document import Document
from output.atomic import AtomicFile, sweep
from output.formats import Format, Series
from output.streams import Stream


class Sink(Protocol):
    """Takes documents one by one. Every method may raise ``OSError``."""

    def write(self, document: Document) -> str:
        """Write a document; return where it went, for people."""

    def close(self) -> None:
        """Finish: what was written lasts from here on, if not before."""

    def abort(self) -> bool:
        """Give up; return whether the documents written so far are kept. An unfinished file leaves no trace."""


class StreamSink:
    """Documents one after the other into an open stream, each at once."""

    def __init__(self, stream: Stream, form: Format, *, alone: bool) -> None:
        self._stream = stream
        self._series = Series(form, alone=alone)

    def write(self, document: Document) -> str:
        """Write at once, so that a reader at the other end of a pipe has it now."""
        self._stream.write(self._series.add(document))
        return "the stream"

    def close(self) -> None:
        """Write what stands after the last document."""
        self._stream.write(self._series.end())

    def abort(self) -> bool:
        """Leave the stream as it is."""
        return True


class FileSink:
    """Documents into one file, which appears at the end or not at all."""

    def __init__(self, path: Path, form: Format, *, alone: bool) -> None:
        self._path = path
        self._series = Series(form, alone=alone)
        self._file = AtomicFile(path)
        sweep(path.parent)
        self._kept = False

    def write(self, document: Document) -> str:
        """Write to the temporary file."""
        self._file.write(self._series.add(document))
        return str(self._path)

    def close(self) -> None:
        """Let the file appear."""
        self._file.write(self._series.end())
        self._file.commit()
        self._kept = True

    def abort(self) -> bool:
        """Leave no trace, unless the file has appeared already."""
        self._file.abort()
        return self._kept
