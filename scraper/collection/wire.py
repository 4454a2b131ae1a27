"""The fetcher as a run uses it: from a thread that waits for cleaning, a few pages of each host at a time."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial

from cleaners.document import Rejection
from cleaners.site import host_of
from scraper.collection.discover import Download
from scraper.collection.replay import Replay, as_place, as_text
from scraper.collection.revisit import iso
from scraper.collection.rows import Address, Seen
from scraper.collection.visits import Receipt, receipt_of
from scraper.fetch import Fetched, Fetcher, FetchRequest
from scraper.fetch.options import Kind

Visit = tuple[Address, Download | Rejection]

_IN_FLIGHT = 64  # hosts
_OF_A_HOST = 2  # one under way, one that waits for its turn
_AHEAD = 2000  # addresses looked at for another host
_PATIENCE = 0.05  # seconds


class Wire:
    """Fetches lists and pages; every page is archived before it is handed over."""

    def __init__(
        self, fetcher: Fetcher, loop: asyncio.AbstractEventLoop, named: frozenset[str], replay: Replay | None
    ) -> None:
        """Begin.

        Args:
            fetcher: what goes out.
            loop: where it runs.
            named: hosts that the user names, which may be private ones.
            replay: of the archive, if there is one.
        """
        self._fetcher = fetcher
        self._loop = loop
        self._named = named
        self._replay = replay

    def get(self, url: str, seen: Seen, kind: Kind) -> Download | Rejection:
        """Fetch a list, if it is not what was seen."""
        request = FetchRequest(
            url=url, etag=seen.etag, last_modified=seen.last_modified, trusted=self._trusts(url), kind=kind
        )
        return _download(self._begin(request).result())

    def visit(self, addresses: Iterable[Address], in_time: Callable[[], bool]) -> Iterator[Visit | None]:
        """Fetch pages, each if it is not what is known; ``None`` where there is nothing at the moment.

        The pages of a host come in the order of their addresses. Addresses are read as they are needed, in the thread
        that iterates. None is begun after the time; those under way are waited for.
        """
        rounds = _Rounds(iter(addresses))
        answers: queue.SimpleQueue[tuple[Address, Future[Fetched | Rejection]]] = queue.SimpleQueue()
        under_way: dict[Future[Fetched | Rejection], int] = {}
        try:
            while True:
                if not in_time():
                    waiting = rounds.give_up()
                    for future in [future for future, number in under_way.items() if number in waiting]:
                        future.cancel()
                for address in rounds.next() if in_time() else ():
                    if left := self._replay and self._replay.left_over(address, iso(datetime.now(UTC))):
                        yield from rounds.arrived(address, left)
                        continue
                    future = self._begin(self._request(address))
                    under_way[future] = address.number
                    future.add_done_callback(partial(_put, answers, address))
                if not under_way:
                    return
                try:
                    visited, answer = answers.get(timeout=_PATIENCE)
                except queue.Empty:
                    yield None
                    continue
                del under_way[answer]
                if answer.cancelled():
                    continue
                yield from rounds.arrived(visited, _download(answer.result()))
        finally:
            for future in under_way:
                future.cancel()

    def _request(self, address: Address) -> FetchRequest:
        return FetchRequest(
            url=address.url,
            etag=address.etag,
            last_modified=address.last_modified,
            trusted=self._trusts(address.url),
            earlier=as_place(address.archived) if address.archived else None,
        )

    def _begin(self, request: FetchRequest) -> Future[Fetched | Rejection]:
        return asyncio.run_coroutine_threadsafe(self._fetcher.fetch(request), self._loop)

    def _trusts(self, url: str) -> bool:
        return host_of(url) in self._named


class _Rounds:
    """Which addresses are fetched next: in their order, but no more than a few of one host at a time.

    Answers are held until those to earlier addresses of the same host are there, so that it depends on no accident
    which of two equal texts is the first.
    """

    def __init__(self, addresses: Iterator[Address]) -> None:
        self._addresses = addresses
        self._waiting: deque[Address] = deque()
        self._begun: dict[str | None, deque[Address]] = {}
        self._answers: dict[int, Download | Rejection] = {}

    def next(self) -> Iterator[Address]:
        """Yield what may be begun now."""
        while len(self._begun) < _IN_FLIGHT and (address := self._pick()):
            self._begun.setdefault(host_of(address.url), deque()).append(address)
            yield address

    def give_up(self) -> set[int]:
        """Forget what waits for its turn at a host; return the numbers of these addresses."""
        waiting = set()
        for line in self._begun.values():
            while len(line) > 1 and line[-1].number not in self._answers:
                waiting.add(line.pop().number)
        return waiting

    def arrived(self, address: Address, answer: Download | Rejection) -> Iterator[Visit]:
        """Take an answer; yield what is no longer to be held."""
        self._answers[address.number] = answer
        host = host_of(address.url)
        line = self._begun[host]
        while line and line[0].number in self._answers:
            first = line.popleft()
            yield first, self._answers.pop(first.number)
        if not line:
            del self._begun[host]

    def _pick(self) -> Address | None:
        for place, address in enumerate(self._waiting):
            if self._has_room(address):
                del self._waiting[place]
                return address
        while len(self._waiting) < _AHEAD and (further := next(self._addresses, None)):
            if self._has_room(further):
                return further
            self._waiting.append(further)
        return None

    def _has_room(self, address: Address) -> bool:
        return len(self._begun.get(host_of(address.url), ())) < _OF_A_HOST


def _put(
    answers: queue.SimpleQueue[tuple[Address, Future[Fetched | Rejection]]],
    address: Address,
    future: Future[Fetched | Rejection],
) -> None:
    answers.put((address, future))


def _download(outcome: Fetched | Rejection) -> Download | Rejection:
    if isinstance(outcome, Rejection):
        return outcome
    if outcome.page is None:
        return Download(None, Receipt(outcome.etag, outcome.last_modified))
    archived = as_text(outcome.archived) if outcome.archived else None
    return Download(outcome.page, receipt_of(outcome.page, outcome.etag, outcome.last_modified, archived))


async def close(fetcher: Fetcher) -> None:
    """Close a fetcher; what is still under way, as after an interrupt, is given up first."""
    under_way = asyncio.all_tasks() - {asyncio.current_task()}
    for task in under_way:
        task.cancel()
    await asyncio.gather(*under_way, return_exceptions=True)
    await fetcher.__aexit__(None, None, None)


@contextmanager
def event_loop() -> Iterator[asyncio.AbstractEventLoop]:
    """Run an event loop in a thread of its own while the block runs."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="fetch", daemon=True)
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
