"""Files that appear whole or not at all: a temporary file in the same folder, fsync, rename, fsync of the folder."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_PREFIX = ".qingwen-"
_SUFFIX = ".tmp"


class AtomicFile:
    """A file under construction: ``write``, then ``commit`` or ``abort``.

    Until ``commit`` the target is untouched, and its mode stays. The temporary file is locked while its writer lives,
    so that what a killed run left behind can be told from what another run is writing; see ``sweep``.
    """

    def __init__(self, path: Path) -> None:
        """Begin the file.

        Raises:
            OSError: the folder does not exist or cannot be written to, or the path is a folder.
        """
        self._target = Path(os.path.realpath(path))  # through a symbolic link, which stays one
        try:
            if self._target.is_symlink():
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
            if self._target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            self._temporary, self._file = _create(self._target.parent)
        except OSError as error:
            error.filename = str(path)  # nobody knows the temporary one
            raise
        self._keep_mode()

    @property
    def stream(self) -> BinaryIO:
        """Where to write."""
        return self._file

    def write(self, text: str) -> None:
        """Write text in UTF-8."""
        self._file.write(text.encode())

    def commit(self, *, sync: bool = True) -> None:
        """Make the file appear under its name, with all that was written.

        Args:
            sync: make the name last at once; false where the caller does it for many files with ``sync_folder``.

        Raises:
            OSError: it could not be written; nothing of it is left.
        """
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            if sys.platform == "win32":
                self._file.close()  # an open file cannot be renamed there
            self._temporary.replace(self._target)
        except OSError:
            self.abort()
            raise
        self._file.close()
        if sync:
            sync_folder(self._target.parent)

    def abort(self) -> None:
        """Leave no trace."""
        with suppress(OSError):  # a full disk is reported by the flush of close as well
            self._file.close()
        self._temporary.unlink(missing_ok=True)

    def _keep_mode(self) -> None:
        """Let nobody read or write the file who may not read or write the one that it replaces, from now on."""
        if sys.platform == "win32":
            return  # there, files have the rights of their folder
        with suppress(OSError):  # there is none yet, or a file system without modes
            os.fchmod(self._file.fileno(), stat.S_IMODE(self._target.stat().st_mode))


@contextmanager
def atomic_file(path: Path, *, sync: bool = True) -> Iterator[AtomicFile]:
    """Write a file as a whole: it appears at the end of the block, or not at all where the block raises.

    ``sync`` as for ``AtomicFile.commit``.
    """
    file = AtomicFile(path)
    try:
        yield file
    except BaseException:
        file.abort()
        raise
    file.commit(sync=sync)


def check_writable(folder: Path) -> None:
    """Raise ``OSError`` where no file can be made in a folder; leave nothing there."""
    try:
        path, file = _create(folder)
    except OSError as error:
        error.filename = str(folder)  # nobody knows the temporary one
        raise
    file.close()
    path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make renames within a folder outlast a power failure, where the system can."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> int:
    """Remove temporary files that killed runs left in a folder; those of living runs stay. Returns how many went."""
    removed = 0
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        try:
            with path.open("rb") as file:
                if _lock(file):
                    path.unlink(missing_ok=True)
                    removed += 1
        except OSError:  # gone in between, or not ours to remove
            continue
    return removed


def _create(folder: Path) -> tuple[Path, BinaryIO]:
    while True:
        path = folder / f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}"
        file = path.open("xb")
        # A sweep may have come between creation and lock; then this name is gone, and another one is taken.
        if _lock(file) and path.exists():
            return path, file
        file.close()


def _lock(file: BinaryIO) -> bool:
    if sys.platform == "win32":
        return True  # an open file cannot be removed there
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
