"""What runs in a worker process: items in by the batch, one outcome out for each."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import Any, NamedTuple


class Fault(NamedTuple):
    """What went wrong in a worker with one item: ``memory`` or ``error``, and a line for people."""

    reason: str
    detail: str


def serve(
    connection: Connection, work: Callable[[Any], Any], memory: int, inherited: Sequence[Connection] = ()
) -> None:
    """Answer batches until the parent closes the pipe.

    Args:
        connection: receives lists of items, sends one pickled outcome or ``Fault`` an item, in order.
        work: what to do with an item.
        memory: bytes that the process may take beyond what it has at the start; 0 sets no limit.
        inherited: the parent's ends of other workers' pipes that came along by fork. They are closed, or
            a worker would never see that the parent is gone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:
        other.close()
    gc.freeze()  # what is loaded by now is no garbage: one look at all of it takes 9 ms, a third of a page's time
    if memory:
        _limit_memory(memory)
    while True:
        try:
            batch = connection.recv()
        except (EOFError, OSError):
            return
        for item in batch:
            try:
                connection.send_bytes(_answer(work, item))
            except OSError:
                return


def _answer(work: Callable[[Any], Any], item: Any) -> bytes | memoryview:
    try:
        outcome = work(item)
        return ForkingPickler.dumps(outcome)
    except MemoryError:
        return ForkingPickler.dumps(Fault("memory", "took more memory than one document may"))
    except Exception as error:
        return ForkingPickler.dumps(Fault("error", f"{type(error).__name__}: {error}"))


def _limit_memory(extra: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:  # no procfs: macOS ignores RLIMIT_AS as well
        return
    limit = pages * resource.getpagesize() + extra
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
