"""What the state knows, as values: nothing here touches the database."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """An address that a source gave; ``stated`` is its day or time of change, ISO 8601, where the source says it."""

    url: str
    stated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A page that the collection knows. Times are ISO 8601 in UTC.

    Attributes:
        number: its place in the order of finding.
        status: ``new``, ``kept``, ``failed``, ``vanished`` or ``given-up``.
        tags: of the sources that gave it.
        digest: of the bytes at the last visit that gave some.
        archived: where these stand in the archive.
        next_visit: ``None`` for never.
        changes: visits that found another text.
        attempts: failures in a row.
        error: why the last visit failed.
    """

    number: int
    url: str
    status: str = "new"
    tags: tuple[str, ...] = ()
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    archived: str | None = None
    first_visit: str | None = None
    last_visit: str | None = None
    next_visit: str | None = None
    visits: int = 0
    changes: int = 0
    attempts: int = 0
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A document as it was written once.

    Attributes:
        url: the address it was found under.
        version: from 1.
        id: of the record.
        sha256: of the text.
        record: digest of the whole record; empty where that is not known, as of one that was learned from its file.
        duplicate_of: address of the document with the same text; then nothing was written.
        places: paths in the collection's folder.
        archived: where the raw page stands.
        software: version of qingwen that cleaned it; empty where that is not known.
    """

    url: str
    version: int
    id: str
    sha256: str
    record: str
    title: str | None
    duplicate_of: str | None
    places: tuple[str, ...]
    archived: str | None
    software: str
    run: int
    written_at: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A list of addresses as it was last read; ``complete`` is false where its end was not reached."""

    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """One run; ``finished_at`` is ``None`` while it goes on, and where it was killed. ``failures`` are of lists."""

    number: int
    started_at: str
    finished_at: str | None
    outcome: str | None
    counts: dict[str, int]
    failures: tuple[tuple[str, str], ...] = ()
