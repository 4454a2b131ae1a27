"""What the outcome of a visit does to documents and state, in batches that last as a whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from cleaners.document import Document, Rejection
from scraper.collection.duplicates import duplicate_of, text_digest
from scraper.collection.emit import Emitter
from scraper.collection.revisit import after_failure, after_success, iso
from scraper.collection.rows import Address, Version
from scraper.collection.state import State

_BATCH = 64
_GONE = frozenset(("http-404", "http-410"))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came over the wire, besides the page: validators, digest of the bytes, place in the archive."""

    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    archived: str | None = None


class Visits:
    """Takes outcomes one by one; what they change is on the disk after ``commit``, documents before state."""

    def __init__(
        self, state: State, emitter: Emitter, *, run: int, software: str, clock: Callable[[], datetime]
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._state = state
        self._emitter = emitter
        self._run = run
        self._software = software
        self._clock = clock
        self._taken = 0
        self._open = False

    def unchanged(self, address: Address, receipt: Receipt) -> None:
        """Take a page whose bytes are those of the last visit: 304, which repeats no digest, or the same digest."""
        known = Receipt(
            receipt.etag or address.etag,
            receipt.last_modified or address.last_modified,
            receipt.digest or address.digest,
        )
        with self._taking("unchanged"):
            self._save(address, known, changed=False)

    def cleaned(self, address: Address, receipt: Receipt, document: Document) -> str:
        """Take a page that gave a document; return ``new``, ``changed``, ``unchanged`` or ``duplicate``."""
        previous = self._state.current(address.url)
        digest = text_digest(document)
        if previous and previous.sha256 == digest:
            with self._taking("unchanged"):
                self._save(address, receipt, changed=False)
            return "unchanged"
        original = duplicate_of(document, address.url, self._state)
        what = "duplicate" if original else "changed" if previous else "new"
        with self._taking(what):
            places = () if original else self._emitter.write(document, address.url, previous)
            self._state.record(
                Version(
                    url=address.url,
                    version=previous.version + 1 if previous else 1,
                    id=document.id,
                    sha256=digest,
                    title=document.title,
                    duplicate_of=original,
                    places=places,
                    archived=receipt.archived,
                    software=self._software,
                    run=self._run,
                    written_at=iso(self._clock()),
                )
            )
            self._save(address, receipt, changed=previous is not None)
        return what

    def failed(self, address: Address, rejection: Rejection) -> bool:
        """Take a page that gave no document; return whether it vanished, which is no failure."""
        gone = rejection.reason in _GONE and self._state.current(address.url) is not None
        with self._taking("vanished" if gone else "failed"):
            error = f"{rejection.detail or rejection.reason} [{rejection.stage}: {rejection.reason}]"
            self._state.save(after_failure(address, self._clock(), error, vanished=gone))
        return gone

    def commit(self) -> None:
        """Make what was taken last: first the documents, then the state that knows of them."""
        if self._open:
            for path, size in self._emitter.flush().items():
                self._state.set_length(path, size)
            self._state.commit()
            self._open = False
            self._taken = 0

    def abandon(self) -> None:
        """Forget what was taken since the last ``commit``, as where a disk is full: the next run finds it due."""
        self._state.rollback()
        self._open = False

    @contextmanager
    def _taking(self, what: str) -> Iterator[None]:
        if not self._open:
            self._state.begin()
            self._open = True
        yield
        self.counts[what] += 1
        self._taken += 1
        if self._taken >= _BATCH:
            self.commit()

    def _save(self, address: Address, receipt: Receipt, *, changed: bool) -> None:
        seen = after_success(address, self._clock(), changed=changed)
        self._state.save(replace(seen, etag=receipt.etag, last_modified=receipt.last_modified, digest=receipt.digest))
