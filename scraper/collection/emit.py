"""Documents into a collection's files: a new version beside the old one, which stays reachable."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cleaners.document import Document
from output.atomic import atomic_file, sync_folder
from output.folder import FolderSink, identity
from output.formats import FORMATS
from output.naming import NameTemplate, collision_tag
from output.read_back import whole_lines
from output.records import render_jsonl
from scraper.collection.configuration import Output
from scraper.collection.places import Places
from scraper.collection.rows import Version


class Emitter:
    """Writes documents in every format that a collection asks for. Every method may raise ``OSError``.

    Of ``documents.jsonl`` a later line of an address is its newer version. In ``documents/`` a file is the current
    version; earlier ones are kept in ``documents/earlier/``. Writing the same version twice, as after a run that was
    killed, leaves the same files.
    """

    def __init__(self, places: Places, output: Output) -> None:
        self._places = places
        self._writes_records = "jsonl" in output.formats
        self._pending: list[str] = []
        template = NameTemplate.parse(output.name)
        self._sinks = {
            form: FolderSink(places.documents, FORMATS[form], template) for form in output.formats if form != "jsonl"
        }

    def write(self, document: Document, url: str, previous: Version | None) -> tuple[str, ...]:
        """Write a document, whose ``previous`` version is kept; return its paths in the collection.

        The line for ``documents.jsonl`` is held until ``flush``.
        """
        document = replace(document, source=url)
        old = self._keep(previous) if previous else []
        written = [Path(sink.write(document)) for sink in self._sinks.values()]
        for path in old:  # under another name, as where the title has changed
            if path not in written:
                path.unlink(missing_ok=True)
        places = [path.relative_to(self._places.folder).as_posix() for path in written]
        if self._writes_records:
            self._pending.append(render_jsonl(document))
            places.append(self.records)
        return tuple(places)

    def restore(self, document: Document, version: Version) -> tuple[str, ...]:
        """Write a version, as it is, wherever a format that is asked for lacks it; return its paths in the collection.

        The line for ``documents.jsonl`` is held until ``flush``.
        """
        files = {place: path for place in version.places if (path := self._file(place, version))}
        there = {path.suffix for path in files.values()}
        lacking = [sink for form, sink in self._sinks.items() if FORMATS[form].suffix not in there]
        written = [Path(sink.write(document)).relative_to(self._places.folder).as_posix() for sink in lacking]
        if self._writes_records and self.records not in version.places:
            self._pending.append(render_jsonl(document))
            written.append(self.records)
        if not written:
            return version.places
        return *(place for place in version.places if place in files or place == self.records), *written

    @property
    def records(self) -> str:
        """Path of ``documents.jsonl`` in the collection."""
        return self._places.records.name

    def standing(self) -> Iterator[str]:
        """Yield the digests of the records that are in ``documents.jsonl``."""
        for line in whole_lines(self._places.records):
            yield hashlib.sha256(line).hexdigest()

    def retire(self, previous: Version) -> None:
        """Keep the previous version among the earlier ones alone, as where its page repeats another document now."""
        for path in self._keep(previous):
            path.unlink(missing_ok=True)

    def flush(self) -> dict[str, int]:
        """Make everything written last on the disk; return how long the files that grow are now, by path."""
        for sink in self._sinks.values():
            sink.close()
        if not self._writes_records:
            return {}
        with self._places.records.open("ab") as file:
            file.write("".join(self._pending).encode())
            file.flush()
            os.fsync(file.fileno())
            size = file.tell()
        self._pending.clear()
        return {self.records: size}

    def _keep(self, previous: Version) -> list[Path]:
        """Copy the files of the previous version to ``earlier/``; return them as they stand now."""
        standing = []
        for place in previous.places:
            path = self._file(place, previous)
            if path is None:
                continue
            standing.append(path)
            key = hashlib.sha256(previous.url.encode()).hexdigest()[:16]
            kept = self._places.documents / "earlier" / f"{key}-{previous.version}-{previous.sha256[:8]}{path.suffix}"
            if not kept.exists():  # else a run that was killed has got so far, and the file may be the new one
                kept.parent.mkdir(exist_ok=True)
                with atomic_file(kept) as file:
                    file.stream.write(path.read_bytes())
        if standing:
            sync_folder(self._places.documents)
        return standing

    def _file(self, place: str, version: Version) -> Path | None:
        """Return where a version's own file is; of ``documents.jsonl`` its record is one line."""
        named = self._places.folder / place
        return _standing(named, version) if named.parent == self._places.documents else None


def _standing(path: Path, version: Version) -> Path | None:
    """Return where the file of a version is: its name gets a tag where another document came to have the same."""
    tag = collision_tag({"source": version.url, "id": version.id})
    for candidate in (path, path.with_name(f"{path.stem}{tag}{path.suffix}")):
        holder = identity(candidate)
        if holder and holder["source"] == version.url:
            return candidate
    return None
