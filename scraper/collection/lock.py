"""One run at a time: a lock that the system takes back when its process ends, however it ends."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 1 << 20  # where the locked byte is on Windows, which would keep others from reading it


class LockedError(Exception):
    """Another run holds the lock; the message names its process and says since when."""


@contextmanager
def hold(path: Path, now: str) -> Iterator[None]:
    """Hold the lock of a collection while the block runs.

    The file stays; what counts is the lock on it. A POSIX record lock and not ``flock``: forked workers do not
    inherit it, so that it ends with this process even where one of them lives a moment longer.

    Args:
        path: the lock file.
        now: ISO 8601 time, for those who find it held.

    Raises:
        LockedError: another process holds it.
        OSError: the file cannot be written.
    """
    with path.open("a+b") as file:
        if not _take(file):
            raise LockedError(_holder(file))
        file.truncate(0)
        file.write(json.dumps({"pid": os.getpid(), "since": now}).encode())
        file.flush()
        yield


def _take(file: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _holder(file: BinaryIO) -> str:
    file.seek(0)
    try:
        holder = json.loads(file.read())
        return f"process {holder['pid']} is at it since {holder['since']}"
    except (ValueError, KeyError, TypeError):  # it has the lock, but has not written yet
        return "another process has just begun"
