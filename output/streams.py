"""Pipes and devices, which take what is written at once and are never replaced by a file."""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path
from typing import Final

_OPEN: Final = {"/dev/stdout": 1, "/dev/stderr": 2, **{f"/dev/fd/{number}": number for number in range(1, 256)}}
"""Names of what the process has open already, a redirected file, too."""


def is_stream(path: Path) -> bool:
    """Tell whether a path names something there that is neither file nor folder, or what the process has open."""
    # Path's raise where they cannot tell.
    is_there = os.path.exists(path)  # noqa: PTH110
    return is_there and (str(path) in _OPEN or not (os.path.isfile(path) or os.path.isdir(path)))  # noqa: PTH112, PTH113


class Stream:
    """An open pipe or device, with the methods of ``AtomicFile``.

    Unbuffered, so that a failed write does not fail once more when the interpreter ends.
    """

    def __init__(self, raw: FileIO) -> None:
        self._raw = raw

    @classmethod
    def open(cls, path: Path) -> Stream:
        """Open one by its name; what the process has open it shares, place and all."""
        number = _OPEN.get(str(path))
        return cls(FileIO(path if number is None else os.dup(number), "wb"))

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
