"""What a collection knows, in one SQLite file: addresses and their visits, documents, lists, runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from scraper.collection.columns import (
    ADD,
    ADDRESS,
    KEEP_PLACE,
    TALLY,
    VERSION,
    address_values,
    as_address,
    as_version,
    version_values,
)
from scraper.collection.database import connect, copy, explained
from scraper.collection.rows import Address, Found, Run, Seen, Version

_PAGE = 500  # rows read at a time, so that memory stays flat


class State:
    """The database of a collection. Every method may raise ``StateError``."""

    def __init__(self, path: Path, *, scratch: bool = False) -> None:
        """Open it, or a ``scratch`` copy in memory, to try something on; bring an older one up to date."""
        self._path = path
        self._database = copy(path) if scratch else connect(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make what the block writes last as a whole, or not at all where it raises."""
        self.begin()
        try:
            yield
            self.commit()
        except BaseException:
            self.rollback()
            raise

    def begin(self) -> None:
        """Begin a transaction: until ``commit`` nothing that is written lasts."""
        with explained(self._path):
            self._database.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Make everything since ``begin`` last."""
        with explained(self._path):
            self._database.execute("COMMIT")

    def rollback(self) -> None:
        """Forget everything since ``begin``, where anything is left: a full disk has done so already."""
        with explained(self._path):
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")

    # Addresses

    def add(self, found: Iterable[Found], tags: Iterable[str], now: str) -> int:
        """Add addresses to the frontier, unless known; return how many were new. Made for use in a ``transaction``."""
        before = self.count_addresses()
        marks = json.dumps(sorted(set(tags)), ensure_ascii=False)
        with explained(self._path):
            self._database.executemany(
                ADD, ({"url": one.url, "stated": one.stated, "tags": marks, "now": now} for one in found)
            )
        return self.count_addresses() - before

    def knows(self, url: str) -> bool:
        """Tell whether an address was found before."""
        return self._one("SELECT 1 FROM address WHERE url = ?", (url,)) is not None

    def due(self, now: str) -> Iterator[Address]:
        """Yield what is to be visited: new ones in the order of finding, then those that are due the longest.

        Rows may be saved while they are yielded.
        """
        last: tuple[int, str, int] = (-1, "", 0)
        while True:
            rows = self._all(
                f"SELECT visits > 0, {ADDRESS} FROM address WHERE next_visit IS NOT NULL"
                " AND (visits > 0, next_visit, number) > (?, ?, ?) AND next_visit <= ?"
                " ORDER BY visits > 0, next_visit, number LIMIT ?",
                (*last, now, _PAGE),
            )
            for visited, *row in rows:
                address = as_address(row)
                last = (visited, address.next_visit or "", address.number)
                yield address
            if len(rows) < _PAGE:
                return

    def address(self, url: str) -> Address | None:
        """Return what is known of an address."""
        row = self._one(f"SELECT {ADDRESS} FROM address WHERE url = ?", (url,))
        return as_address(row) if row else None

    def save(self, address: Address) -> None:
        """Write what became of an address."""
        values = address_values(address)
        columns = ", ".join(f"{name} = :{name}" for name in values if name not in ("number", "url"))
        with explained(self._path):
            self._database.execute(f"UPDATE address SET {columns} WHERE number = :number", values)

    def forget_the_future(self, now: str) -> int:
        """Make due what was visited later than now: the clock was wrong then, or has been put back."""
        with explained(self._path):
            statement = "UPDATE address SET next_visit = ?1, last_visit = ?1 WHERE last_visit > ?1"
            return self._database.execute(statement, (now,)).rowcount

    def count_addresses(self) -> int:
        """Return how many addresses are known."""
        return int(self._all("SELECT count(*) FROM address")[0][0])

    def statuses(self) -> dict[str, int]:
        """Return how many addresses have each status."""
        return dict(self._all("SELECT status, count(*) FROM address GROUP BY status ORDER BY status"))

    def next_visit(self) -> str | None:
        """Return when the first address is due."""
        value = self._all("SELECT min(next_visit) FROM address")[0][0]
        return None if value is None else str(value)

    def troubled(self, since: str = "") -> Iterator[Address]:
        """Yield the addresses whose last visit failed or found nothing, at a time or later, in the order of finding."""
        last = 0
        while rows := self._all(
            f"SELECT {ADDRESS} FROM address WHERE error IS NOT NULL AND last_visit >= ? AND number > ?"
            " ORDER BY number LIMIT ?",
            (since, last, _PAGE),
        ):
            yield from map(as_address, rows)
            last = rows[-1][0]

    # Documents

    def current(self, url: str) -> Version | None:
        """Return the document that an address gave last."""
        row = self._one(f"SELECT {VERSION} FROM document WHERE url = ? ORDER BY version DESC LIMIT 1", (url,))
        return as_version(row) if row else None

    def same_text(self, sha256: str, url: str) -> Version | None:
        """Return the document with this text that was written under another address and is current there."""
        row = self._one(
            f"SELECT {VERSION} FROM document AS d WHERE sha256 = ? AND url <> ? AND duplicate_of IS NULL"
            " AND version = (SELECT max(version) FROM document WHERE url = d.url) ORDER BY run, url LIMIT 1",
            (sha256, url),
        )
        return as_version(row) if row else None

    def record(self, version: Version) -> None:
        """Write that a document was written."""
        values = version_values(version)
        marks = ", ".join(f":{name}" for name in VERSION.split(", "))
        with explained(self._path):
            self._database.execute(f"INSERT INTO document ({VERSION}) VALUES ({marks})", values)

    def correct(self, version: Version) -> None:
        """Write where a document is now, and what its record is."""
        statement = "UPDATE document SET places = :places, record = :record WHERE (url, version) = (:url, :version)"
        with explained(self._path):
            self._database.execute(statement, version_values(version))

    def keep_place(self, place: str, records: Iterable[str]) -> None:
        """Take a place from all documents but those with one of these records. Made for use in a ``transaction``."""
        with explained(self._path):
            self._database.execute("CREATE TEMP TABLE standing (record TEXT PRIMARY KEY) WITHOUT ROWID")
            self._database.executemany("INSERT OR IGNORE INTO standing VALUES (?)", ((record,) for record in records))
            self._database.execute(KEEP_PLACE, {"place": place})
            self._database.execute("DROP TABLE standing")

    def last_written(self) -> Version | None:
        """Return a document that the latest run to write any has written."""
        row = self._one(f"SELECT {VERSION} FROM document WHERE places <> '[]' ORDER BY run DESC LIMIT 1")
        return as_version(row) if row else None

    def versions_of_run(self, run: int) -> Iterator[Version]:
        """Yield what a run wrote, by address."""
        last = ""
        while rows := self._all(
            f"SELECT {VERSION} FROM document WHERE run = ? AND url > ? ORDER BY url LIMIT ?", (run, last, _PAGE)
        ):
            yield from map(as_version, rows)
            last = rows[-1][0]

    def versions(self) -> Iterator[Version]:
        """Yield every version of every document, by address and version."""
        last: tuple[str, int] = ("", 0)
        while rows := self._all(
            f"SELECT {VERSION} FROM document WHERE (url, version) > (?, ?) ORDER BY url, version LIMIT ?",
            (*last, _PAGE),
        ):
            yield from map(as_version, rows)
            last = rows[-1][0], rows[-1][1]

    def count_documents(self) -> dict[str, int]:
        """Return how many documents, earlier versions and duplicates there are."""
        row = self._all(
            "SELECT count(DISTINCT url) FILTER (WHERE duplicate_of IS NULL),"
            " count(*) FILTER (WHERE version < (SELECT max(version) FROM document WHERE url = d.url)),"
            " count(*) FILTER (WHERE duplicate_of IS NOT NULL"
            " AND version = (SELECT max(version) FROM document WHERE url = d.url)) FROM document AS d"
        )[0]
        return dict(zip(("documents", "earlier_versions", "duplicates"), row, strict=True))

    # Lists

    def seen(self, url: str, reading: str) -> Seen:
        """Return how a list was last read in this way."""
        row = self._one(
            "SELECT etag, last_modified, digest, complete FROM list WHERE (url, reading) = (?, ?)", (url, reading)
        )
        return Seen(row[0], row[1], row[2], bool(row[3])) if row else Seen()

    def see(self, url: str, reading: str, seen: Seen) -> None:
        """Write how a list was read."""
        with explained(self._path):
            self._database.execute(
                "INSERT OR REPLACE INTO list VALUES (?, ?, ?, ?, ?, ?)",
                (url, reading, seen.etag, seen.last_modified, seen.digest, seen.complete),
            )

    # Runs, and the files that grow

    def begin_run(self, now: str) -> int:
        """Write that a run has begun; return its number."""
        with explained(self._path):
            number = self._database.execute("INSERT INTO run (started_at) VALUES (?)", (now,)).lastrowid
        assert number is not None
        return number

    def end_run(
        self, number: int, now: str, outcome: str, counts: Mapping[str, int], failures: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Write how a run has ended."""
        with explained(self._path):
            self._database.execute(
                "UPDATE run SET finished_at = ?, outcome = ?, counts = ?, failures = ? WHERE number = ?",
                (now, outcome, json.dumps(counts), json.dumps(list(failures), ensure_ascii=False), number),
            )

    def last_run(self) -> Run | None:
        """Return the latest run."""
        columns = "number, started_at, finished_at, outcome, counts, failures"
        row = self._one(f"SELECT {columns} FROM run ORDER BY number DESC LIMIT 1")
        if row is None:
            return None
        failures = tuple((source, error) for source, error in json.loads(row[5] or "[]"))
        return Run(row[0], row[1], row[2], row[3], json.loads(row[4] or "{}"), failures)

    def tally(self, run: Run) -> dict[str, int]:
        """Return what the latest run did, as far as its pages show it: its counts, where it could not note them."""
        with explained(self._path):
            values = {"number": run.number, "started_at": run.started_at}
            cursor = self._database.execute(TALLY, values)
            names = [column[0] for column in cursor.description]
            return dict(zip(names, cursor.fetchone(), strict=True))

    def lengths(self) -> dict[str, int]:
        """Return how far each file that grows is accounted for, in bytes, by its path in the collection."""
        return dict(self._all("SELECT path, bytes FROM length"))

    def set_length(self, path: str, size: int) -> None:
        """Write how far a file is accounted for."""
        with explained(self._path):
            self._database.execute("INSERT OR REPLACE INTO length VALUES (?, ?)", (path, size))

    def _one(self, statement: str, values: tuple[object, ...] = ()) -> tuple[Any, ...] | None:
        rows = self._all(statement, values)
        return rows[0] if rows else None

    def _all(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with explained(self._path):
            return self._database.execute(statement, values).fetchall()
