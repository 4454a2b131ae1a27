"""Walking a folder: sorted by name at each level, nothing hidden, no loops."""

from __future__ import annotations

import os
from collections.abc import Iterator


def walk(folder: str, leave_out: frozenset[str]) -> Iterator[str | OSError]:
    """Yield the regular files under a folder, always in the same order, and an error for a folder not to be listed.

    Names that begin with a dot are left out, as are links to folders (they could lead in circles), pipes and devices,
    and what is written in this very run or named as a source of its own.

    Args:
        folder: where to begin, as the user named it; paths are yielded as they follow from it.
        leave_out: real paths of files and folders that are not to be read here.
    """
    pending: list[str | os.DirEntry[str]] = [folder]  # the next one is last
    while pending:
        place = pending.pop()
        if isinstance(place, os.DirEntry) and not place.is_dir(follow_symlinks=False):
            if os.path.isfile(place.path) or _dangling(place):  # noqa: PTH113 - the entry's raises for a link in a circle
                yield place.path
            continue
        try:
            with os.scandir(place) as entries:
                kept = [e for e in entries if not e.name.startswith(".") and not _among(e, leave_out)]
        except OSError as error:
            yield error
        else:
            kept.sort(key=lambda entry: entry.name, reverse=True)
            pending += kept


def _among(entry: os.DirEntry[str], leave_out: frozenset[str]) -> bool:
    return bool(leave_out) and os.path.realpath(entry.path) in leave_out


def _dangling(entry: os.DirEntry[str]) -> bool:
    """Tell a link that leads nowhere: it is yielded, so that opening it reports it."""
    return entry.is_symlink() and not os.path.exists(entry.path)  # noqa: PTH110
