"""``Engine.map``: one function over any number of items, in protected processes, answers in order.

Why not ``concurrent.futures`` or pebble: the first gives up the whole pool when one worker dies, the second counts its
time limit by task, so that ten thousand small documents need either a round trip each or a limit that is shared by a
batch. Here a batch travels at once, and each of its items has its own limit.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, NamedTuple, TypeVar

from scraper.engines.worker import Fault, serve

T = TypeVar("T")
R = TypeVar("R")

_BATCH_ITEMS = 16
_BATCH_WEIGHT = 256 * 1024
_WINDOW_ITEMS = 64  # for each worker: read, in work or waiting for its turn to be yielded
_WINDOW_WEIGHT = 32 * 1024 * 1024
_LOOK = 0.002  # seconds between two looks at the workers while items are read
_GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class Failure(Generic[T]):
    """An item that gave no outcome.

    Attributes:
        item: the item.
        reason: ``timeout``, ``crashed``, ``memory``, or ``error`` for an exception that the work raised.
        detail: one line for people.
    """

    item: T
    reason: str
    detail: str


@dataclass(slots=True, eq=False)
class _Worker(Generic[T]):
    process: BaseProcess
    connection: Connection
    batch: deque[tuple[int, T]]
    since: float = 0.0  # when the first item of the batch was begun
    done: int = 0


class Engine(NamedTuple):
    """How to run work in local processes.

    Attributes:
        jobs: worker processes.
        timeout: seconds that one item may take.
        memory: bytes that a worker may take beyond what it starts with, where the system can limit it; 0 for no limit.
        recycle: items after which a worker is replaced by a fresh one.
    """

    jobs: int
    timeout: float = 9.0  # so that with start and report a document is done with in 10
    memory: int = _GIB
    recycle: int = 1000

    def map(
        self,
        work: Callable[[T], R],
        items: Iterable[T | None],
        weigh: Callable[[T], int],
    ) -> Generator[R | Failure[T], None, None]:
        """Yield the outcome of each item, in the order of the items, whatever ``jobs`` is.

        Items are read as they are needed, in the thread that iterates, and at most a window of them is held. A caller
        whose items come from a network feeds them through a queue and yields ``None`` when that stays empty for a
        moment, so that finished outcomes are not held up. Closing the iterator ends the workers.

        Args:
            work: a function of a module's top level, with picklable arguments and results.
            items: what to work on, and ``None`` where there is nothing at the moment.
            weigh: size of an item in bytes, so that large ones are sent alone and few are held.
        """
        run = _Run(self, work, weigh)
        try:
            yield from run.outcomes(iter(items))
        finally:
            run.close()


class _Run(Generic[T, R]):
    """The state of one ``map``: the workers, what waits, what is done but not yet due."""

    def __init__(self, engine: Engine, work: Callable[[T], R], weigh: Callable[[T], int]) -> None:
        self._engine = engine
        self._work = work
        self._weigh = weigh
        self._workers: list[_Worker[T]] = []
        self._waiting: deque[tuple[int, T]] = deque()
        self._done: dict[int, R | Failure[T]] = {}
        self._weights: dict[int, int] = {}  # of the items in the window, by ticket
        self._held = 0  # sum of the above
        self._looked = 0.0  # when answers were last looked for

    def outcomes(self, items: Iterator[T | None]) -> Iterator[R | Failure[T]]:
        """Yield the outcomes in the order of the items."""
        due = ticket = 0
        more = True
        while more or due < ticket:
            while more and due not in self._done and self._has_room():
                try:
                    item = next(items)
                except StopIteration:
                    more = False
                    break
                if item is None:
                    break
                self._accept(ticket, item)
                ticket += 1
            self._feed()
            if due not in self._done and due < ticket:
                self._collect(block=not more or not self._has_room())
            while due in self._done:
                self._held -= self._weights.pop(due)
                yield self._done.pop(due)
                due += 1

    def _has_room(self) -> bool:
        return len(self._weights) < _WINDOW_ITEMS * self._engine.jobs and self._held < _WINDOW_WEIGHT

    def _accept(self, ticket: int, item: T) -> None:
        weight = self._weights[ticket] = self._weigh(item)
        self._held += weight
        self._waiting.append((ticket, item))
        if time.monotonic() - self._looked > _LOOK:
            self._collect(block=False)
            self._feed()

    def _feed(self) -> None:
        """Send a batch to each idle worker; only idle ones, since sending to a busy one could block."""
        while self._waiting and (worker := self._idle()):
            share = min(_BATCH_ITEMS, max(1, len(self._waiting) // (2 * self._engine.jobs)))
            weight = 0
            while self._waiting and len(worker.batch) < share and weight < _BATCH_WEIGHT:
                weight += self._weights[self._waiting[0][0]]
                worker.batch.append(self._waiting.popleft())
            worker.since = time.monotonic()
            try:
                worker.connection.send([item for _, item in worker.batch])
            except OSError:
                self._bury(worker)

    def _idle(self) -> _Worker[T] | None:
        """Return a worker that has nothing to do, a fresh one where there may be more, or none."""
        for worker in self._workers:
            if not worker.batch:
                if worker.done < self._engine.recycle:
                    return worker
                self._end(worker)
                break
        if len(self._workers) < self._engine.jobs:
            self._workers.append(self._start())
            return self._workers[-1]
        return None

    def _collect(self, *, block: bool) -> None:
        """Take what workers have answered, and stop those that are over time; ``block`` waits for either."""
        self._looked = time.monotonic()
        busy = {worker.connection: worker for worker in self._workers if worker.batch}
        if not busy:
            return
        patience = 0.0
        if block:
            first = min(worker.since for worker in busy.values())
            patience = max(0.0, first + self._engine.timeout - time.monotonic())
        ready = wait(list(busy), patience)
        for connection in ready:
            self._receive(busy[connection])  # type: ignore[index]
        now = time.monotonic()
        for connection, worker in busy.items():
            if connection not in ready and now - worker.since >= self._engine.timeout:
                self._kill(worker)

    def _receive(self, worker: _Worker[T]) -> None:
        """Take what a worker has answered so far."""
        try:
            while worker.batch and worker.connection.poll():
                outcome = worker.connection.recv()
                ticket, item = worker.batch.popleft()
                worker.done += 1
                worker.since = time.monotonic()
                if isinstance(outcome, Fault):
                    self._done[ticket] = Failure(item, outcome.reason, outcome.detail)
                    if outcome.reason == "memory":
                        worker.done = self._engine.recycle  # its heap is not to be trusted any more
                else:
                    self._done[ticket] = outcome
        except (EOFError, OSError):
            self._bury(worker)

    def _kill(self, worker: _Worker[T]) -> None:
        worker.process.kill()
        self._fail(worker, "timeout", f"took longer than {self._engine.timeout:g} s")

    def _bury(self, worker: _Worker[T]) -> None:
        worker.process.join(self._engine.timeout)
        code = worker.process.exitcode
        how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
        self._fail(worker, "crashed", f"its worker process died ({how})")

    def _fail(self, worker: _Worker[T], reason: str, detail: str) -> None:
        """Count the item that the worker was at as failed; the rest of its batch goes to another worker."""
        ticket, item = worker.batch.popleft()
        self._done[ticket] = Failure(item, reason, detail)
        self._waiting.extendleft(reversed(worker.batch))
        self._end(worker)

    def _start(self) -> _Worker[T]:
        # A fork costs 3 ms, but is safe only while there is one thread; a server of forks costs 100 ms, once.
        forked = sys.platform == "linux" and threading.active_count() == 1
        context = get_context("fork" if forked else "spawn" if sys.platform == "win32" else "forkserver")
        if context.get_start_method() == "forkserver":
            context.set_forkserver_preload(["cleaners"])
        ours, theirs = context.Pipe()
        inherited = [ours, *(worker.connection for worker in self._workers)] if forked else []
        process = context.Process(  # type: ignore[attr-defined]  # every concrete context has it
            target=serve, args=(theirs, self._work, self._engine.memory, inherited), daemon=True, name="qingwen-worker"
        )
        if context.get_start_method() == "forkserver":
            resource_tracker.ensure_running()  # which lets signals through again when it starts
        with _deaf():
            process.start()
        theirs.close()
        return _Worker(process, ours, deque())

    def _end(self, worker: _Worker[T]) -> None:
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.kill()
        worker.process.join()
        worker.process.close()

    def close(self) -> None:
        """End every worker, at work or not."""
        for worker in list(self._workers):
            self._end(worker)


@contextmanager
def _deaf() -> Iterator[None]:
    """Begin processes with Ctrl-C blocked from their first moment: the whole group hears it, and the parent decides.

    The parent hears it, in another thread or at the end of the block.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
