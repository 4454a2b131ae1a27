"""What the outcome of a visit does to documents and state, in batches that last as a whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from cleaners.document import Document, Page, Rejection
from scraper.collection.duplicates import duplicate_of, record_digest, text_digest
from scraper.collection.emit import Emitter
from scraper.collection.revisit import after_failure, after_success, iso
from scraper.collection.rows import Address, Version
from scraper.collection.state import State
from scraper.digest import page_digest

_BATCH = 64
_GONE = frozenset(("http-404", "http-410"))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came over the wire, besides the page: validators, digest of the bytes, place in the archive."""

    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    archived: str | None = None


def receipt_of(page: Page, etag: str | None, last_modified: str | None, archived: str | None) -> Receipt:
    """Return the receipt of a page that came over the wire.

    Of a document of several pages it has no validators: those speak of the first page alone.
    """
    if page.further.bodies:
        etag = last_modified = None
    return Receipt(etag, last_modified, page_digest(page), archived)


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
            receipt.archived or address.archived,
        )
        with self._taking() as taken:
            self._save(address, known, changed=False)
            taken.append("unchanged")

    def cleaned(self, address: Address, receipt: Receipt, document: Document) -> str:
        """Take a page that gave a document; return what ``recleaned`` returns.

        Only another text makes another version: how often a page was read, say, changes every day.
        """
        with self._taking() as taken:
            previous = self._state.current(address.url)
            same = previous is not None and previous.sha256 == text_digest(document)
            if previous and same:
                what = self._keep(previous, document) if _is_record_of(previous, document) else "unchanged"
            else:
                what = self._write(address.url, previous, receipt.archived, document)
            self._save(address, receipt, changed=previous is not None and not same)
            taken.append(what)
        return what

    def take_stock(self) -> None:
        """Note which records are in ``documents.jsonl`` no more, so that ``recleaned`` writes them again."""
        with self._state.transaction():
            self._state.keep_place(self._emitter.records, self._emitter.standing())

    def recleaned(self, version: Version, document: Document) -> str:
        """Take a page of the archive that was cleaned again: no visit, but another version where any fact is new.

        Where none is, the version is written again wherever it is missing. Return ``new``, ``changed``, ``duplicate``,
        ``restored`` or ``unchanged``.
        """
        with self._taking() as taken:
            if _is_record_of(version, document):
                what = self._keep(version, document)
            else:
                what = self._write(version.url, version, version.archived, document)
            taken.append(what)
        return what

    def _keep(self, version: Version, document: Document) -> str:
        """Leave a version as it is, but write it again where it is missing; return ``restored`` where it was."""
        places = version.places if version.duplicate_of else self._emitter.restore(document, version)
        if places == version.places:
            return "unchanged"
        self._state.correct(replace(version, places=places, record=record_digest(document)))
        return "restored"

    def _write(self, url: str, previous: Version | None, archived: str | None, document: Document) -> str:
        """Write a version of a document; return what it is."""
        original = duplicate_of(document, url, self._state)
        if original and previous:
            self._emitter.retire(previous)
        version = Version(
            url=url,
            version=previous.version + 1 if previous else 1,
            id=document.id,
            sha256=text_digest(document),
            record=record_digest(document),
            title=document.title,
            duplicate_of=original,
            places=() if original else self._emitter.write(document, url, previous),
            archived=archived,
            software=self._software,
            run=self._run,
            written_at=iso(self._clock()),
        )
        self._state.record(version)
        return "duplicate" if original else "changed" if previous else "new"

    def failed(self, address: Address, rejection: Rejection) -> bool:
        """Take a page that gave no document; return whether it vanished, which is no failure."""
        gone = rejection.reason in _GONE and self._state.current(address.url) is not None
        with self._taking() as taken:
            known = gone and address.status == "vanished"
            taken.append("unchanged" if known else "vanished" if gone else "failed")
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
    def _taking(self) -> Iterator[list[str]]:
        """Give a list for what was taken, within a batch."""
        if not self._open:
            self._state.begin()
            self._open = True
        taken: list[str] = []
        yield taken
        self.counts.update(taken)
        self._taken += 1
        if self._taken >= _BATCH:
            self.commit()

    def _save(self, address: Address, receipt: Receipt, *, changed: bool) -> None:
        seen = after_success(address, self._clock(), changed=changed)
        self._state.save(replace(seen, **asdict(receipt)))


def _is_record_of(version: Version, document: Document) -> bool:
    """Tell whether a document has the record of a version, or its text where no record of it is known."""
    if version.duplicate_of or not version.record:
        return version.sha256 == text_digest(document)
    return version.record == record_digest(document)
