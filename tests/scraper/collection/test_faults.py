"""Two runs at once, a disk that is full, a folder that cannot be written: one line each, and nothing is lost."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scraper.collection.rows import Address
from scraper.collection.wire import Wire, close, event_loop
from scraper.fetch import Fetcher, FetchOptions
from tests.scraper.collection.site import Site, configure, serve
from tests.scraper.collection.test_killed import COMMAND, fresh, holdings, publish
from tests.scraper.collection.test_nights import BODY, qingwen, records
from tests.unmeasured import unmeasured

posix = pytest.mark.skipif(sys.platform == "win32", reason="no resource limits")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serve() as site:
        publish(site)
        yield site


@posix
@pytest.mark.parametrize("kilobytes", [20, 60, 100])
def test_a_full_disk_ends_the_run_and_the_next_one_makes_it_whole(site: Site, tmp_path: Path, kilobytes: int) -> None:
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    assert qingwen("collect", fresh(tmp_path / "undisturbed", site)).returncode == 0
    folder = fresh(tmp_path / "full", site)
    full = subprocess.run(
        [*COMMAND, str(folder)], capture_output=True, text=True, preexec_fn=limit, timeout=60, env=unmeasured()
    )
    assert full.returncode in (1, 2, 3), full.stderr
    assert "Traceback" not in full.stderr and full.stderr.startswith("qingwen: ")
    last = qingwen("collect", folder)
    assert last.returncode == 0, last.stderr
    assert holdings(folder) == holdings(tmp_path / "undisturbed")


@posix
def test_a_second_run_is_refused_and_a_killed_one_is_taken_over(site: Site, tmp_path: Path) -> None:
    folder = fresh(tmp_path / "archive", site)
    site.hold.clear()
    site.arrived.clear()
    first = subprocess.Popen([*COMMAND, str(folder)], stderr=subprocess.DEVNULL, start_new_session=True)
    assert site.arrived.wait(30)
    second = qingwen("collect", folder)
    assert second.returncode == 75
    assert second.stderr.count("\n") == 1 and f"process {first.pid} is at it since" in second.stderr
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    site.hold.set()
    third = qingwen("collect", folder)
    assert third.returncode == 0 and "was interrupted; going on" in third.stderr


@posix
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_run_that_was_killed_gets_its_manifest_from_the_next_one(
    site: Site, tmp_path: Path, number: signal.Signals
) -> None:
    folder = tmp_path / "archive"
    for page in range(64):  # a batch, which lasts
        site.write(f"/batch/{page}.html", f"第{page}号", f"第{page}号文件。{BODY}")
    paths = [*(f"/batch/{page}.html" for page in range(64)), "/doc/1003.html", "/doc/1004.html"]
    configure(folder, f"[[source]]\nurls = {[site.root + path for path in paths]}")
    site.hold.clear()
    with subprocess.Popen([*COMMAND, str(folder)], stderr=subprocess.DEVNULL, start_new_session=True) as run:
        while len(documents(folder)) < 64:
            assert run.poll() is None
        os.killpg(run.pid, number)
    site.hold.set()
    assert not list((folder / "runs").glob("*"))
    assert "2 new" in qingwen("collect", folder).stderr
    first, second = (json.loads(path.read_text("utf-8")) for path in sorted((folder / "runs").iterdir(), key=by_run))
    assert (first["run"], first["outcome"], first["finished_at"], first["seconds"]) == (1, "interrupted", None, None)
    assert first["counts"]["found"] == 66 and first["counts"]["new"] == 64
    assert [one["url"] for one in first["documents"]] == sorted(site.root + path for path in paths[:64])
    assert (second["run"], second["outcome"]) == (2, "done")


def by_run(manifest: Path) -> int:
    return int(manifest.stem.rpartition("-")[2])


def documents(folder: Path) -> list[str]:
    """Return the addresses of the documents that the state knows."""
    if not (folder / "state.db").exists():
        return []
    with closing(sqlite3.connect(f"file:{folder / 'state.db'}?mode=ro", uri=True, timeout=30)) as database:
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'document'").fetchone():
            return []
        return [url for (url,) in database.execute("SELECT url FROM document")]


def test_nothing_is_begun_after_the_time(site: Site) -> None:
    addresses = [Address(number=number, url=f"{site.root}/doc/{number}.html") for number in (1003, 1004, 1005, 1009)]
    site.hold.clear()
    site.arrived.clear()
    before = site.asked.copy()
    in_time = True
    with event_loop() as loop:
        fetcher = Fetcher(FetchOptions(delay=0, retries=0))
        visits = Wire(fetcher, loop, frozenset(["127.0.0.1"]), None).visit(addresses, lambda: in_time)
        while not site.arrived.is_set():  # one page is under way, another one waits for its turn
            assert next(visits) is None
        in_time = False
        assert next(visits) is None
        site.hold.set()
        visited = [visit[0] for visit in visits if visit]
        asyncio.run_coroutine_threadsafe(close(fetcher), loop).result(30)
    assert visited == addresses[:1]
    asked = site.asked - before
    assert [path for path in asked if path.startswith("/doc/")] == ["/doc/1003.html"]


@posix
def test_an_interrupt_ends_the_run_in_good_order(site: Site, tmp_path: Path) -> None:
    folder = fresh(tmp_path / "archive", site)
    site.hold.clear()
    site.arrived.clear()
    with subprocess.Popen([*COMMAND, str(folder)], stderr=subprocess.PIPE, text=True, env=unmeasured()) as run:
        assert site.arrived.wait(30)
        run.send_signal(signal.SIGINT)
        site.hold.set()
        _, messages = run.communicate(timeout=30)
    assert run.returncode == 130 and "(interrupted)" in messages and "Traceback" not in messages
    assert qingwen("collect", folder).returncode == 0
    assert len(records(folder)) == 15


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_folder_that_cannot_be_written_is_named_and_can_be_read(site: Site, tmp_path: Path) -> None:
    folder = fresh(tmp_path / "archive", site)
    assert qingwen("collect", folder).returncode == 0
    folder.chmod(0o555)
    (folder / ".lock").chmod(0o444)
    refused = qingwen("collect", folder)
    assert refused.returncode == 2 and refused.stderr.count("\n") == 1 and "Permission denied" in refused.stderr
    assert "documents         15" in qingwen("status", folder).stdout
    folder.chmod(0o755)
