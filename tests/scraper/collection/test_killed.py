"""Runs that are killed at random moments and begun again end with the documents of an undisturbed one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.scraper.collection.site import Site, configure, serve
from tests.scraper.collection.test_nights import BODY, a_day_later, qingwen, records

SEEDS = range(20260301, 20260306)  # ten moments each: the parts can run side by side
PAGES = 30
COMMAND = [sys.executable, "-c", "from scraper.cli import main; main()", "collect"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")


def publish(site: Site) -> None:
    """Put documents and listings on a site; each text stands under two addresses, some on two pages, some elsewhere."""
    for number in range(PAGES):
        first, second = f"/doc/{1000 + number}.html", f"/doc/{1000 + number}_2.html"
        title, text = f"第{number}号", f"这是第{number // 2 * 2}号文件。{BODY}"
        if number % 6 < 2:
            site.write(first, title, text, following=second)
            site.write(second, title, BODY[::-1])
        elif number % 6 == 2:
            site.statuses[first] = 301, {"Location": f"/moved/{number}.html"}
            site.write(f"/moved/{number}.html", title, text, BODY[::-1])
        else:
            site.write(first, title, text, BODY[::-1])
    links = [f"/doc/{1000 + number}.html" for number in range(PAGES)]
    site.link("/list_1.html", links[: PAGES // 2], "/list_2.html")
    site.link("/list_2.html", links[PAGES // 2 :])


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        publish(site)
        yield site


def fresh(folder: Path, site: Site) -> Path:
    listing = f'[[source]]\nlisting = "{site.root}/list_1.html"\nnext = "a.next"'
    configure(folder, f'{listing}\n[output]\nformats = ["jsonl", "text"]')
    return folder


def timeless(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != "fetched_at"}


def holdings(folder: Path) -> dict[str, Any]:
    """Return all that a collection holds, times and places in the archive aside."""
    texts = {
        path.relative_to(folder).as_posix(): [
            row for row in path.read_text("utf-8").splitlines() if not row.startswith("fetched_at")
        ]
        for path in (folder / "documents").rglob("*")
        if path.is_file()
    }
    with sqlite3.connect(folder / "state.db") as database:
        addresses = database.execute(
            "SELECT url, status, etag, digest, visits, changes, attempts, error FROM address ORDER BY url"
        ).fetchall()
        documents = database.execute(
            "SELECT url, version, id, sha256, duplicate_of, places FROM document ORDER BY url, version"
        ).fetchall()
    database.close()
    return {
        "records": [timeless(record) for record in records(folder)],
        "texts": texts,
        "addresses": addresses,
        "documents": documents,
    }


def archived(folder: Path) -> list[tuple[str, str]]:
    """Return kind and address of the records in the archive."""
    found = []
    for path in sorted((folder / "archive").iterdir()):
        with path.open("rb") as file:
            found += [(one.rec_type, one.rec_headers.get_header("WARC-Target-URI")) for one in ArchiveIterator(file)]
    return sorted(found[1:])


def kill_after(folder: Path, site: Site, requests: int, pause: float) -> bool:
    """Start a run and kill it, with its workers, a moment after so many requests; return whether it was at work.

    The site counts, not the clock: a machine that is slow at one time and fast at another kills as often.
    """
    before = site.asked.total()
    with subprocess.Popen([*COMMAND, str(folder)], stderr=subprocess.DEVNULL, start_new_session=True) as run:
        while run.poll() is None and site.asked.total() - before < requests:
            time.sleep(0.001)
        try:
            run.wait(pause)
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            return True
    return False


def change(site: Site) -> None:
    """Publish the next night: some texts are other ones, one page is gone, some pages have no validators any more."""
    for number in range(0, PAGES, 5):
        site.write(f"/doc/{1000 + number}.html", f"第{number}号新版", f"这是第{number}号文件的修订本。{BODY}")
    del site.pages["/doc/1003.html"]
    for number in (7, 9, 11):
        site.statuses[f"/doc/{1000 + number}.html"] = 200, {"ETag": ""}


def begun_again_and_again(folder: Path, site: Site, moments: random.Random, requests: int) -> tuple[int, str]:
    """Kill five runs, let the sixth end; return how many of the five were at work, and what the last one said."""
    at_work = sum(
        kill_after(folder, site, moments.randrange(requests), moments.choice((0.001, 0.02, 0.2)) * moments.random())
        for _ in range(5)
    )
    last = qingwen("collect", folder)
    return at_work, last.stderr


@posix
@pytest.mark.parametrize("seed", SEEDS)
def test_killed_at_ten_random_moments(site: Site, tmp_path: Path, seed: int) -> None:
    moments = random.Random(seed)
    empty, first, second, killed = (tmp_path / name for name in ("empty", "first", "second", "killed"))
    fresh(empty, site)
    at_work = 0
    for before, undisturbed in ((empty, first), (first, second)):
        shutil.copytree(before, undisturbed)
        if before is first:
            change(site)
            a_day_later(before)
            a_day_later(undisturbed)
        asked = site.asked.total()
        qingwen("collect", undisturbed)
        requests = site.asked.total() - asked
        shutil.copytree(before, killed)
        kills, said = begun_again_and_again(killed, site, moments, requests)
        at_work += kills
        assert holdings(killed) == holdings(undisturbed), said
        assert archived(killed) == archived(undisturbed), said
        shutil.rmtree(killed)
    kinds = {kind for kind, _ in archived(second)}
    assert len(holdings(first)["records"]) == PAGES // 2 and kinds == {"response", "request", "revisit"}
    assert at_work > 2


@posix
def test_a_lost_state_is_made_anew_though_runs_are_killed(site: Site, tmp_path: Path) -> None:
    moments = random.Random(20260401)
    folder = fresh(tmp_path / "archive", site)
    qingwen("collect", folder)
    for number in (0, 1, 5):
        site.write(f"/doc/{1000 + number}.html", f"第{number}号新版", f"这是第{number // 2}号文件的修订本。{BODY}")
    a_day_later(folder)
    assert "2 changed" in qingwen("collect", folder).stderr
    before = (folder / "documents.jsonl").read_bytes(), holdings(folder)["texts"]
    at_work = 0
    for number in range(8):
        if number % 3 == 0:
            for path in folder.glob("state.db*"):
                path.unlink()
        at_work += kill_after(folder, site, moments.randrange(3), moments.choice((0.02, 0.2, 0.5)) * moments.random())
    last = qingwen("collect", folder)
    assert last.returncode == 0 and at_work > 2
    assert ((folder / "documents.jsonl").read_bytes(), holdings(folder)["texts"]) == before, last.stderr
