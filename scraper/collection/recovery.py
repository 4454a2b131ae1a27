"""What a run that was killed left behind, and what was lost since: found at the next start, mended, and said.

A run writes raw page, document, state, in this order. So the state is never ahead; what the files have beyond the
lengths that it knows was written in vain and is taken away, to be written again.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from output.atomic import sweep
from output.read_back import whole_lines
from scraper.collection.learn import learn
from scraper.collection.places import Places
from scraper.collection.report import write_interrupted
from scraper.collection.state import State


def mend(places: Places, state: State, tags: Collection[str] = ()) -> Iterator[str]:
    """Bring the files back to what the state knows; yield a line for each thing that was mended.

    Args:
        places: of the collection.
        state: of the collection; a new one learns from the files.
        tags: that the sources give.

    Raises:
        OSError: a file cannot be mended.
        StateError: the database cannot be used.
    """
    last = state.last_run()
    if last and last.finished_at is None:
        write_interrupted(places, state, last)
        yield f"run {last.number} of {last.started_at} was interrupted; going on from where it was"
    if not last and not state.count_addresses() and (learned := learn(places, state, tags)):
        yield f"{places.state.name}: a new one; {learned} documents learned from what is there and from the archive"
    yield from _mend_records(places, state)
    written = state.last_written()
    if written and any("/" in place for place in written.places) and not _holds_files(places.documents):
        yield f"{places.documents.name}: the files that were written are gone; {_remedy(places)}"
    for folder in (places.folder, places.documents, places.documents / "earlier", places.runs):
        if folder.is_dir() and (swept := sweep(folder)):
            yield f"{folder.name}: {swept} unfinished files of an interrupted run removed"


def _mend_records(places: Places, state: State) -> Iterator[str]:
    known = state.lengths().get(places.records.name, 0)
    size = places.records.stat().st_size if places.records.exists() else 0
    if size > known:
        _cut(places.records, known)
        yield f"{places.records.name}: {size - known} bytes of an interrupted run taken away, to be written again"
    elif size < known:
        yield f"{places.records.name}: {known - size} bytes that were written are gone; {_remedy(places)}"
        with state.transaction():
            state.set_length(places.records.name, _whole_lines(places.records))


def _holds_files(folder: Path) -> bool:
    return folder.is_dir() and any(path.is_file() for path in folder.iterdir())


def _remedy(places: Places) -> str:
    return f"`qingwen collect {places.folder} --reclean` writes them again from the archive"


def _whole_lines(path: Path) -> int:
    """Cut a file behind its last whole line; return how long it is then."""
    size = sum(map(len, whole_lines(path)))
    if path.exists():
        _cut(path, size)
    return size


def _cut(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        file.truncate(size)
        os.fsync(file.fileno())
