"""The run over a network: addresses in, documents out; pages are cleaned while others are on their way."""

from __future__ import annotations

import asyncio
import os
import queue
import sys
import threading
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from cleaners.document import Page, Rejection
from scraper.exit_codes import ALL_FAILED, INTERRUPTED, OK, SOME_FAILED, WRONG_USAGE
from scraper.fetch import Archive, Fetched, Fetcher, FetchOptions, FetchRequest
from scraper.fetch.kept import Kept
from scraper.report import Reporter
from scraper.run import Settings, run
from scraper.target import STDOUT, Place

_WAITING = 32
_PATIENCE = 0.05


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be fetched, and where what came over the wire goes."""

    addresses: Sequence[str]
    options: FetchOptions
    archive: Path | None = None
    raw: Path | None = None


def fetch_addresses(job: Job, settings: Settings) -> int:
    """Fetch and clean; return the exit code of the contract."""
    to_terminal = settings.target.place is Place.STDOUT and os.isatty(STDOUT)
    with closing(Reporter(settings.verbosity, bar=not to_terminal)) as reporter:
        try:
            archive = Archive(job.archive) if job.archive else None
        except OSError as error:
            reporter.error(f"cannot write {job.archive}: {error.strerror or error}")
            return WRONG_USAGE
        if archive and archive.mended:
            reporter.note(f"{job.archive}: cut off {archive.mended} bytes that an interrupted run left")
        download = Download(job, archive)
        reporter.tell_ahead(download.ahead)
        if job.raw:
            return _keep_raw(download, job.raw, reporter)
        with closing(download.pages()) as pages:
            return run(pages, settings, reporter, alone=len(job.addresses) == 1, ask_to_end=download.end)


def _keep_raw(download: Download, folder: Path, reporter: Reporter) -> int:
    """Write the pages as they came, without cleaning."""
    from output.atomic import atomic_file, check_writable

    try:
        folder.mkdir(parents=True, exist_ok=True)
        check_writable(folder)
    except OSError as error:
        reporter.error(f"cannot write {folder}: {error.strerror or error}")
        return WRONG_USAGE
    done = failed = 0
    try:
        with closing(download.pages()) as pages:
            for page in pages:
                if isinstance(page, Page):
                    for number, body in enumerate((page.body, *page.further.bodies), start=1):
                        further = f"-{number}" if number > 1 else ""
                        with atomic_file(folder / f"{_name(page)}{further}.html") as file:
                            file.stream.write(body)
                    done += 1
                elif page:
                    failed += 1
                    reporter.failed(page)
    except KeyboardInterrupt:
        return INTERRUPTED
    if not failed:
        return OK
    return SOME_FAILED if done else ALL_FAILED


def _name(page: Page) -> str:
    from hashlib import sha256

    return sha256((page.url or page.source).encode()).hexdigest()[:16]


class Download:
    """An event loop in a thread of its own, fetching; pages come out where they are asked for."""

    def __init__(self, job: Job, archive: Archive | None) -> None:
        self._job = job
        self._archive = archive
        self._out: queue.Queue[Page | Rejection | BaseException | None] = queue.Queue(_WAITING)
        self._stopped = threading.Event()
        self._ending = threading.Event()
        self._fetcher: Fetcher | None = None

    def pages(self) -> Generator[Page | Rejection | None, None, None]:
        """Yield pages as they come, ``None`` where there is none at the moment; closing it ends the download."""
        thread = threading.Thread(target=self._run, name="download", daemon=True)
        thread.start()
        try:
            while True:
                try:
                    item = self._out.get(timeout=_PATIENCE)
                except queue.Empty:
                    yield None
                    continue
                if item is None:
                    return
                if isinstance(item, BaseException):
                    raise item
                yield item
        finally:
            self._stopped.set()
            thread.join(timeout=5)

    def ahead(self) -> str:
        """Say what is still to come."""
        fetcher = self._fetcher
        return f"{fetcher.waiting} waiting on {fetcher.hosts} hosts" if fetcher and fetcher.waiting else ""

    def end(self) -> None:
        """Begin no further page; those in flight still come."""
        self._ending.set()

    def _run(self) -> None:
        try:
            asyncio.run(self._fetch())
        except BaseException as error:  # handed to the thread that asks
            self._put(error)
        self._put(None)

    async def _fetch(self) -> None:
        known = self._archive.answers() if self._archive else {}
        requests = [_request(address, known) for address in self._job.addresses]
        async with Fetcher(self._job.options, self._archive) as fetcher:
            self._fetcher = fetcher
            async for answer in fetcher.fetch_all(requests):
                if self._stopped.is_set():
                    return
                if self._ending.is_set():
                    fetcher.end()
                page = answer if isinstance(answer, Rejection) else await self._page(fetcher, answer)
                await asyncio.to_thread(self._put, page)

    async def _page(self, fetcher: Fetcher, answer: Fetched) -> Page | Rejection:
        """Return the page of an answer; that of an unchanged one as the archive has it."""
        if answer.page:
            return answer.page
        place = answer.request.earlier
        page = await asyncio.to_thread(self._archive.page, place) if self._archive and place else None
        if page:
            return replace(page, source=page.url or page.source)
        again = await fetcher.fetch(FetchRequest(url=answer.request.url))  # the copy is spoilt
        return again if isinstance(again, Rejection) else await self._page(fetcher, again)

    def _put(self, item: Page | Rejection | BaseException | None) -> None:
        while not self._stopped.is_set():
            with suppress(queue.Full):
                self._out.put(item, timeout=_PATIENCE)
                return


def _request(address: str, known: Mapping[str, Kept]) -> FetchRequest:
    if not (last := known.get(address)):
        return FetchRequest(url=address)
    return FetchRequest(url=address, etag=last.etag, last_modified=last.last_modified, earlier=last.place)


def read_list(name: str, check: Callable[[str], None]) -> list[str]:
    """Read an address list, ``-`` for standard input; each bad line is said by ``check``.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError: it is no UTF-8.
    """
    from scraper.fetch.addresses import AddressError, read_addresses

    if name == "-" and sys.stdin is None:
        raise OSError("standard input is closed")
    rows = (sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()).decode("utf-8").splitlines()
    found = []
    for address in read_addresses(rows, name):
        if isinstance(address, AddressError):
            check(str(address))
        else:
            found.append(address)
    return found
