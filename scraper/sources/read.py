"""Sources as named on the command line -> pages, one at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BufferedReader
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from cleaners.document import Page, Rejection
from scraper.sources.compressed import CorruptError, TooLargeError, peek, read_bounded
from scraper.sources.content import HEAD, binary_kind, companion_kind
from scraper.sources.days import latest_day
from scraper.sources.folders import walk
from scraper.sources.warc import is_warc, warc_pages

SKIPPED = "skipped"
"""Reason of a ``Rejection`` that is no failure: a file met in a folder that is plainly no page."""

STDIN = "-"


def read_sources(sources: Iterable[str], leave_out: Iterable[Path] = ()) -> Iterator[Page | Rejection]:
    """Yield the pages of files, folders and standard input (``-``), in a stable order.

    What each file is, is told by its content. A file that cannot be read is a ``Rejection``; one that is no page is a
    ``Rejection`` where it was named, and one with the reason ``SKIPPED`` where it was met in a folder. A file that is
    named twice, in whatever way, is read once, as it was named first; one that is named is not met in a folder, too.

    Args:
        sources: paths as given, which the pages' ``source`` keeps.
        leave_out: files and folders inside the sources that are not to be read: what this run writes.
    """
    outputs = frozenset(map(os.path.realpath, leave_out))
    named: dict[str, str] = {}
    for source in sources:
        named.setdefault(source if source == STDIN else os.path.realpath(source), source)
    for place, source in named.items():
        if source == STDIN:
            yield from _standard_input()
        elif os.path.isdir(source):  # noqa: PTH112 - Path's raises where it cannot tell
            yield from _folder(source, outputs, frozenset(named) - {place})
        else:
            yield from _file(source, met=False)


def holds_one_page(source: str) -> bool:
    """Tell whether a source can give one page at most: a file or a stream, not a container of pages."""
    if source == STDIN:
        return sys.stdin is None or not is_warc(peek(_ahead(sys.stdin.buffer), HEAD))
    if not os.path.isfile(source):  # noqa: PTH113 - Path's raises where it cannot tell
        return not os.path.isdir(source)  # noqa: PTH112
    try:
        with Path(source).open("rb") as file:
            return not is_warc(peek(file.read(HEAD), HEAD))
    except OSError:  # said when it is read
        return True


def _ahead(stream: BinaryIO) -> bytes:
    """Return the first bytes of a stream, which stay in it."""
    return stream.peek(HEAD) if isinstance(stream, BufferedReader) else b""


def _standard_input() -> Iterator[Page | Rejection]:
    if sys.stdin is None:
        yield Rejection(STDIN, "read", "unreadable", "standard input is closed")
    elif is_warc(peek(_ahead(sys.stdin.buffer), HEAD)):
        yield from warc_pages(sys.stdin.buffer, STDIN)
    else:
        yield from _read(sys.stdin.buffer, STDIN, None)


def _folder(folder: str, outputs: frozenset[str], named: frozenset[str]) -> Iterator[Page | Rejection]:
    """Read what is in a folder but the run's outputs and the sources that are ``named`` beside it."""
    found = skipped = 0
    for path in walk(folder, outputs | named):
        if isinstance(path, OSError):
            found += 1
            yield _unreadable(path.filename or folder, path)
            continue
        for page in _file(path, met=True):
            passed_over = isinstance(page, Rejection) and page.reason == SKIPPED
            skipped += passed_over
            found += not passed_over
            yield page
    if not found and not _holds(folder, named):
        detail = f"no pages in this folder ({skipped} other files)" if skipped else "no pages in this folder"
        yield Rejection(shown(folder), "read", "no-pages", detail)


def _holds(folder: str, places: Iterable[str]) -> bool:
    """Tell whether one of some real paths lies in a folder."""
    inside = os.path.join(os.path.realpath(folder), "")  # noqa: PTH118 - Path's has no separator at its end
    return any(place.startswith(inside) for place in places)


def _file(path: str, *, met: bool) -> Iterator[Page | Rejection]:
    """Read a file, which was named or ``met`` in a folder. What it is, and so how it is read, is told here."""
    try:
        with Path(path).open("rb") as file:
            head = peek(file.peek(HEAD), HEAD)
            if is_warc(head):
                yield from warc_pages(file, shown(path))
            elif met and (kind := companion_kind(Path(path).name, head)):
                yield Rejection(shown(path), "read", SKIPPED, f"{kind}, no page")
            else:
                yield from _read(file, shown(path), _last_day(os.fstat(file.fileno())))
    except OSError as error:
        yield _unreadable(path, error)


def _last_day(info: os.stat_result) -> str | None:
    """Return the last day, anywhere on earth, on which a file can have been written; a pipe does not tell."""
    if not S_ISREG(info.st_mode):
        return None
    return latest_day(datetime.fromtimestamp(info.st_mtime, UTC))


def _read(stream: BinaryIO, source: str, day: str | None) -> Iterator[Page | Rejection]:
    try:
        body = read_bounded(stream)
    except TooLargeError:
        yield Rejection(source, "read", "too-large", "more than 64 MiB, uncompressed")
    except CorruptError as error:
        yield Rejection(source, "read", "corrupt", f"damaged gzip: {error}")
    else:
        if kind := binary_kind(body[:HEAD]):
            yield Rejection(source, "read", "binary", f"{kind}, no page")
        else:
            yield Page(body, source, not_after=day)


def _unreadable(path: str, error: OSError) -> Rejection:
    reason = {FileNotFoundError: "missing", PermissionError: "forbidden"}.get(type(error), "unreadable")
    return Rejection(shown(path), "read", reason, error.strerror or str(error))


def shown(path: str) -> str:
    """Return a path as text; bytes of a name that are no UTF-8 become replacement characters."""
    return os.fsencode(path).decode("utf-8", "replace")
