"""The engine with work that really crashes, hangs and eats memory."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scraper.engines import Engine, Failure


def double(number: int) -> int:
    return 2 * number


def misbehave(number: int) -> int:
    match number:
        case 5:
            time.sleep(60)
        case 6:
            faulthandler.disable()  # pytest's; it would print the crash
            os.kill(os.getpid(), signal.SIGSEGV)
        case 7:
            return len(bytearray(4 << 30))
        case 8:
            raise ValueError("eight")
    return number


def worker_id(_: int) -> int:
    return os.getpid()


def weigh(_: int) -> int:
    return 1


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_outcomes_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(Engine(jobs).map(double, range(1000), weigh)) == [2 * number for number in range(1000)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_bad_item_fails_alone(jobs: int) -> None:
    outcomes = list(Engine(jobs, timeout=1).map(misbehave, range(40), weigh))
    failures = {outcome.item: outcome.reason for outcome in outcomes if isinstance(outcome, Failure)}
    assert failures == {5: "timeout", 6: "crashed", 7: "memory", 8: "error"}
    assert [o.item if isinstance(o, Failure) else o for o in outcomes] == list(range(40))


def test_workers_are_recycled() -> None:
    processes = set(Engine(1, recycle=50).map(worker_id, range(500), weigh))
    assert 5 <= len(processes) <= 10
    assert os.getpid() not in processes


def test_items_are_read_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    outcomes = Engine(2).map(double, endless(), weigh)
    assert [next(outcomes) for _ in range(10)] == [2 * n for n in range(1, 11)]
    outcomes.close()
    assert taken < 200


def test_large_items_are_not_piled_up() -> None:
    taken = 0

    def large() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(50):
            taken += 1
            yield bytes(10_000_000)

    outcomes = Engine(2).map(len, large(), len)
    assert next(outcomes) == 10_000_000
    assert taken <= 5
    outcomes.close()


def test_a_pause_lets_finished_outcomes_through() -> None:
    seen: list[int] = []

    def slow() -> Iterator[int | None]:
        yield 1
        while not seen:  # nothing more until the first outcome is out
            yield None
        yield 2

    for outcome in Engine(1).map(double, slow(), weigh):
        assert isinstance(outcome, int)
        seen.append(outcome)
    assert seen == [2, 4]


def test_workers_end_with_the_iterator() -> None:
    outcomes = Engine(2).map(worker_id, range(1000), weigh)
    process = next(outcomes)
    outcomes.close()
    assert isinstance(process, int)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_workers_start_beside_other_threads() -> None:
    """Where a fork would copy locks that another thread holds, workers come from a server of forks."""
    with ThreadPoolExecutor(2) as threads:
        runs = [threads.submit(lambda: list(Engine(1, timeout=5).map(double, range(5), weigh))) for _ in range(2)]
        assert [run.result(60) for run in runs] == [[0, 2, 4, 6, 8]] * 2


def interruptible(_: int) -> bool:
    return signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


@pytest.mark.skipif(sys.platform == "win32", reason="no signal masks")
def test_workers_are_deaf_to_ctrl_c_from_their_first_moment() -> None:
    engine = Engine(1)
    forked = list(engine.map(interruptible, [1], lambda _: 1))
    with ThreadPoolExecutor(1) as threads:
        threads.submit(int).result()
        served = list(engine.map(interruptible, [1], lambda _: 1))
    assert [*forked, *served] == [False, False]
    assert interruptible(0), "the parent is not"


def test_workers_end_with_a_killed_parent() -> None:
    script = "from scraper.engines import Engine\nfrom tests.scraper.test_engine import *\nhand_over()"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
    deadline = time.monotonic() + 20
    while any(map(alive, workers)):
        assert time.monotonic() < deadline, "workers outlive their parent"


def alive(process: int) -> bool:
    """Tell whether a process runs; one that is dead but not waited for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").split()[2] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def hand_over() -> None:
    """Print the ids of two workers and keep them waiting; runs in a child process."""

    def endless() -> Iterator[int | None]:
        yield from range(200)
        while True:
            yield None

    seen: set[int] = set()
    for outcome in Engine(2).map(worker_id, endless(), weigh):
        assert isinstance(outcome, int)
        if outcome not in seen:
            print(outcome, flush=True)
        seen.add(outcome)
