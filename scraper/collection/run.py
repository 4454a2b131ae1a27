"""One run of a collection: find, fetch, clean, emit, report."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime

from cleaners.document import Document, Page, Rejection
from cleaners.options import CleanOptions
from scraper.cleaning import clean_pages
from scraper.collection.configuration import Configuration
from scraper.collection.database import StateError
from scraper.collection.discover import Discovery
from scraper.collection.emit import Emitter
from scraper.collection.places import Places
from scraper.collection.replay import Replay
from scraper.collection.report import COUNTS, Summary, write_manifest
from scraper.collection.revisit import iso
from scraper.collection.rows import Address, Version
from scraper.collection.state import State
from scraper.collection.visits import Receipt, Visits
from scraper.collection.wire import Wire
from scraper.engines import Engine
from scraper.exit_codes import ALL_FAILED, INTERRUPTED, OK, SOME_FAILED
from scraper.interrupt import Interrupts
from scraper.report import Reporter

_NOT_ASKED = "host-set-aside"  # for other pages' failures; it stays due, and no attempt is counted


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run is made with.

    Attributes:
        places: where the collection is.
        configuration: what it asks for.
        options: how pages are cleaned.
        engine: where they are cleaned.
        software: version of qingwen.
        clock: tells the time.
        max_time: seconds after which nothing more is begun; ``None`` for no limit.
    """

    places: Places
    configuration: Configuration
    options: CleanOptions
    engine: Engine
    software: str
    clock: Callable[[], datetime]
    max_time: float | None = None


class Run:
    """A run that is going on; ``state`` is open, and what an earlier run left is mended."""

    def __init__(self, setting: Setting, state: State, reporter: Reporter) -> None:
        """Begin; raises ``OSError`` where documents cannot be written, ``StateError`` where the state cannot be."""
        self._setting = setting
        self._state = state
        self._reporter = reporter
        self._begun = time.monotonic()
        self._started = setting.clock()
        self._in_flight: dict[str, tuple[Address, Receipt]] = {}
        self._again: dict[str, Version] = {}
        self._counts: Counter[str] = Counter()
        self._lists_read = 0
        self._failures: list[tuple[str, str]] = []
        emitter = Emitter(setting.places, setting.configuration.output)
        state.forget_the_future(iso(self._started))
        self._number = state.begin_run(iso(self._started))
        self._visits = Visits(state, emitter, run=self._number, software=setting.software, clock=setting.clock)

    def go(self, wire: Wire) -> int:
        """Fetch and clean what is new or changed; report; return the exit code of the contract."""

        def work(interrupts: Interrupts) -> None:
            self._discover(wire)
            self._clean(self._fetched(wire), self._take, interrupts)

        return self._through(work, accounting=True)

    def reclean(self, replay: Replay) -> int:
        """Clean every archived page again; report as ``go``.

        A text that comes out otherwise is a new version; one that is missing from an output is written there again.
        """

        def work(interrupts: Interrupts) -> None:
            self._visits.take_stock()
            self._clean(self._archived(replay), self._take_again, interrupts)

        return self._through(work)

    def _through(self, work: Callable[[Interrupts], None], *, accounting: bool = False) -> int:
        """Do the work to its end, which may be an early one; ``accounting``: no archived page is left over then."""
        outcome = "done"
        interrupts = Interrupts()
        try:
            with interrupts.watch():
                try:
                    work(interrupts)
                except KeyboardInterrupt:
                    outcome = "interrupted"
                self._visits.commit()
            if outcome == "done" and not self._in_time():
                outcome = "out-of-time"
            if accounting and outcome == "done":
                self._account()
            return self._end(outcome)
        except (OSError, StateError) as error:
            self._reporter.error(f"the run ends here: {_reason(error)}; what was finished is kept")
            self._visits.abandon()
            return SOME_FAILED if self._done else ALL_FAILED

    @property
    def _done(self) -> int:
        """What came out well."""
        counts = self._visits.counts
        return self._lists_read + counts.total() - counts["failed"]

    def _in_time(self) -> bool:
        limit = self._setting.max_time
        return limit is None or time.monotonic() - self._begun < limit

    def _discover(self, wire: Wire) -> None:
        discovery = Discovery(self._setting.places.folder, self._state, wire.get, iso(self._started), self._in_time)
        for source in self._setting.configuration.sources:
            for outcome in discovery.read(source):
                if not isinstance(outcome, Rejection):
                    self._counts["found"] += outcome
                    self._lists_read += source.kind not in ("urls", "file")
                elif outcome.reason != "out-of-time":
                    self._counts["failed"] += 1
                    self._failures.append((outcome.source, outcome.detail or outcome.reason))
                    self._reporter.failed(outcome)

    def _clean(
        self, pages: Iterable[Page | None], take: Callable[[Document | Rejection], None], interrupts: Interrupts
    ) -> None:
        outcomes = clean_pages(pages, self._setting.engine, self._setting.options)
        with closing(outcomes):
            for outcome in outcomes:
                with interrupts.shield():
                    take(outcome)
                    self._advance()

    def _fetched(self, wire: Wire) -> Iterator[Page | None]:
        """Yield the pages that are to be cleaned; deal with the others on the way."""
        for visit in wire.visit(self._state.due(iso(self._started)), self._in_time):
            if visit is None:
                yield None
                continue
            address, answer = visit
            if isinstance(answer, Rejection) and answer.reason == _NOT_ASKED:
                self._fail_only(answer)
            elif isinstance(answer, Rejection):
                self._failed(address, answer)
            elif answer.page is None or (address.digest and address.digest == answer.receipt.digest):
                self._visits.unchanged(address, answer.receipt)
            else:
                self._in_flight[address.url] = address, answer.receipt
                yield replace(answer.page, source=address.url)
            self._advance()

    def _take(self, outcome: Document | Rejection) -> None:
        address, receipt = self._in_flight.pop(outcome.source or "")
        if isinstance(outcome, Rejection):
            self._failed(address, outcome)
        else:
            what = self._visits.cleaned(address, receipt, _tagged(outcome, address))
            self._reporter.written(outcome, what)

    def _archived(self, replay: Replay) -> Iterator[Page]:
        """Yield the pages of the current documents, and then those that repeat others."""
        for repeats in (False, True):
            for version in self._state.versions():
                # What this run has written comes along as well, and what it has replaced.
                if version.run == self._number or version != self._state.current(version.url):
                    continue
                if bool(version.duplicate_of) != repeats or not self._in_time():
                    continue
                page = replay.page(version.archived) if version.archived else None
                if page is None:
                    self._fail_only(Rejection(version.url, "read", "not-archived", "its page is not in the archive"))
                else:
                    self._again[version.url] = version
                    yield replace(page, source=version.url)

    def _take_again(self, outcome: Document | Rejection) -> None:
        version = self._again.pop(outcome.source or "")
        if isinstance(outcome, Rejection):
            self._fail_only(outcome)
        else:
            what = self._visits.recleaned(version, _tagged(outcome, self._state.address(version.url)))
            self._reporter.written(outcome, what)

    def _fail_only(self, rejection: Rejection) -> None:
        self._counts["failed"] += 1
        self._reporter.failed(rejection)

    def _failed(self, address: Address, rejection: Rejection) -> None:
        if not self._visits.failed(address, rejection):
            self._reporter.failed(rejection)

    def _advance(self) -> None:
        failed = self._visits.counts["failed"]
        self._reporter.advance(self._visits.counts.total() - failed, failed)

    def _account(self) -> None:
        """Note how long the archive is, all of which has found its way into documents and state."""
        with self._state.transaction():
            for name, size in Replay.lengths(self._setting.places.archive).items():
                self._state.set_length(f"archive/{name}", size)

    def _end(self, outcome: str) -> int:
        both = self._visits.counts + self._counts
        counts = {name: both[name] for name in COUNTS}
        finished = iso(self._setting.clock())
        seconds = time.monotonic() - self._begun
        summary = Summary(
            number=self._number,
            started_at=iso(self._started),
            finished_at=finished,
            seconds=seconds,
            outcome=outcome,
            software=self._setting.software,
            counts=counts,
            failures=tuple(self._failures),
        )
        write_manifest(self._setting.places, self._state, summary)
        self._state.end_run(self._number, finished, outcome, counts, self._failures)
        self._reporter.note(summary.line, run=self._number, outcome=outcome, **counts, seconds=round(seconds, 3))
        if outcome == "interrupted":
            return INTERRUPTED
        if not counts["failed"]:
            return OK
        return SOME_FAILED if self._done else ALL_FAILED


def _reason(error: OSError | StateError) -> str:
    if not isinstance(error, OSError):
        return str(error)
    return ": ".join(str(part) for part in (error.filename, error.strerror or error) if part)


def _tagged(document: Document, address: Address | None) -> Document:
    """Return a document with the tags of its sources after those that the page states."""
    if not address or not address.tags:
        return document
    merged = tuple(dict.fromkeys((*(document.metadata.tags or ()), *address.tags)))
    return replace(document, metadata=replace(document.metadata, tags=merged))
