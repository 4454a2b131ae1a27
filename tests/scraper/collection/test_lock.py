"""One run at a time, among real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scraper.collection.lock import LockedError, hold

HOLD = """
import sys
from pathlib import Path
from multiprocessing import get_context
from scraper.collection.lock import hold

def linger():
    import signal
    signal.pause()

with hold(Path(sys.argv[1]), "2026-03-01T02:00:00Z"):
    worker = get_context("fork").Process(target=linger) if len(sys.argv) > 2 else None
    if worker:
        worker.start()
    print(worker.pid if worker else 0, flush=True)
    sys.stdin.read()
"""


def start(path: Path, *more: str) -> tuple[subprocess.Popen[bytes], int]:
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path), *more], stdin=pipe, stdout=pipe)
    assert process.stdout is not None
    return process, int(process.stdout.readline())


def test_a_second_run_is_told_who_holds_the_lock_and_since_when(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    holder, _ = start(path)
    with pytest.raises(LockedError, match=f"process {holder.pid} is at it since 2026-03-01T02:00:00Z"):
        hold(path, "2026-03-01T03:00:00Z").__enter__()
    holder.communicate()
    with hold(path, "2026-03-01T04:00:00Z"):
        assert str(os.getpid()) in path.read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
def test_a_killed_holder_leaves_no_lock_even_where_its_workers_live_on(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    holder, worker = start(path, "with a worker")
    holder.kill()
    holder.wait()
    os.kill(worker, 0)  # it is there
    try:
        with hold(path, "2026-03-01T03:00:00Z"):
            pass
    finally:
        os.kill(worker, 9)
        holder.communicate()
