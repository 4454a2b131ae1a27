"""A night with nothing new among many known addresses: seconds and memory, in a process of its own.

``python -m benchmarks.collection [ADDRESSES]`` (100,000) makes a collection whose state knows them all, none due,
whose archive holds an answer for each, and whose sitemaps list them; the sitemaps are served from 127.0.0.1.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from scraper.collection.revisit import iso
from scraper.collection.rows import Found
from scraper.collection.state import State
from scraper.fetch import Archive, FetchRequest
from scraper.fetch.client import Exchange

_A_SITEMAP = 50_000  # addresses, the most that sitemaps.org allows


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def publish(folder: Path, root: str, count: int) -> list[str]:
    """Write sitemaps and their index; return the addresses."""
    urls = [f"{root}/doc/{number}.html" for number in range(count)]
    names = []
    for start in range(0, count, _A_SITEMAP):
        rows = "".join(f"<url><loc>{url}</loc></url>\n" for url in urls[start : start + _A_SITEMAP])
        names.append(f"sitemap-{start}.xml")
        (folder / names[-1]).write_text(f"<urlset>{rows}</urlset>", "utf-8")
    children = "".join(f"<sitemap><loc>{root}/{name}</loc></sitemap>" for name in names)
    (folder / "sitemap.xml").write_text(f"<sitemapindex>{children}</sitemapindex>", "utf-8")
    return urls


def know(path: Path, urls: list[str]) -> None:
    """Let a state know the addresses, each visited and due in a week."""
    now = datetime.now(UTC)
    with State(path) as state, state.transaction():
        state.add(map(Found, urls), (), iso(now))
        for address in list(state.due(iso(now))):
            state.save(
                replace(
                    address,
                    status="kept",
                    visits=1,
                    first_visit=iso(now),
                    last_visit=iso(now),
                    next_visit=iso(now + timedelta(days=7)),
                )
            )


def keep(folder: Path, state: Path, count: int) -> None:
    """Let the archive hold so many answers, all accounted for: one of 3 kB, compressed, again and again."""
    raw = random.Random(1).randbytes(3000)
    url = "http://127.0.0.1/doc.html"
    exchange = Exchange(url, (), 200, "OK", (("Content-Type", "text/html"),), raw, raw)
    name, offset = Archive(folder).write(FetchRequest(url=url), exchange, iso(datetime.now(UTC)), (), left=False)
    record = (folder / name).read_bytes()[offset:]
    with (folder / name).open("ab") as file:
        for _ in range(count - 1):
            file.write(record)
    with State(state) as known:
        known.set_length(f"{folder.name}/{name}", (folder / name).stat().st_size)


def collect(folder: Path) -> tuple[float, float, int, str]:
    """Return seconds, seconds of CPU, peak of memory in MiB and closing line of a run in a process of its own."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", "from scraper.cli import main; main()", "collect", str(folder)],
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, cpu, after.ru_maxrss // 1024, done.stderr.strip().splitlines()[-1]


def main() -> None:
    """Measure a run that reads the sitemaps anew, and one that finds them unchanged."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with TemporaryDirectory() as name:
        site, folder = Path(name, "site"), Path(name, "collection")
        site.mkdir()
        folder.mkdir()
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}"
        know(folder / "state.db", publish(site, root, count))
        keep(folder / "archive", folder / "state.db", count)
        source = f'[[source]]\nsitemap = "{root}/sitemap.xml"\n[fetch]\ndelay = 0\n'
        (folder / "collection.toml").write_text(source, "utf-8")
        for what in ("sitemaps read", "sitemaps unchanged"):
            seconds, cpu, peak, line = collect(folder)
            print(f"{count} known addresses, {what}: {seconds:.1f} s ({cpu:.1f} s CPU), {peak} MiB at most\n  {line}")
        server.shutdown()


if __name__ == "__main__":
    main()
