"""Pipes and devices, which take what is written at once and are never replaced by a file."""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path


def is_stream(path: Path) -> bool:
    """Tell whether a path names something there that is neither file nor folder."""
    # Path's raise where they cannot tell.
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)  # noqa: PTH110, PTH112, PTH113


class Stream:
    """An open pipe or device, with the methods of ``AtomicFile``.

    Unbuffered, so that a failed write does not fail once more when the interpreter ends.
    """

    def __init__(self, raw: FileIO) -> None:
        self._raw = raw

    def write(self, text: str) -> None:
        """Write text in UTF-8, all of it."""
        rest = memoryview(text.encode())
        while rest:
            rest = rest[self._raw.write(rest) or 0 :]

    def commit(self) -> None:
        """Finish: what was written is gone already."""
        self._raw.close()

    def abort(self) -> None:
        """Give up; what was written stays written."""
        self._raw.close()
