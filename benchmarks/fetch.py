"""What fetching costs: against scrapy and aiohttp on one server without delay, and together with cleaning.

python -m benchmarks.fetch [--pages N] (peers: the dependency group ``bench``)
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed import pages

HOSTS = 10
LIMIT = 100_000  # bytes: larger pages measure the loopback
SERVER = "import asyncio; from benchmarks.fetch import serve; asyncio.run(serve())"
QINGWEN = "import sys; from scraper.cli import main; sys.exit(main())"
AIOHTTP = """
import asyncio, sys, aiohttp
urls = open(sys.argv[1]).read().split()
async def get(session, url):
    async with session.get(url) as answer:
        await answer.read()
async def main():
    gate = asyncio.Semaphore(64)
    async with aiohttp.ClientSession() as session:
        async def one(url):
            async with gate:
                await get(session, url)
        await asyncio.gather(*map(one, urls))
asyncio.run(main())
"""
SCRAPY = """
import sys, scrapy
from scrapy.crawler import CrawlerProcess
class Pages(scrapy.Spider):
    name = "pages"
    custom_settings = {"LOG_ENABLED": False, "CONCURRENT_REQUESTS": 64, "CONCURRENT_REQUESTS_PER_DOMAIN": 64,
                       "ROBOTSTXT_OBEY": True, "DOWNLOAD_DELAY": 0, "TELNETCONSOLE_ENABLED": False}
    async def start(self):
        for url in open(sys.argv[1]).read().split():
            yield scrapy.Request(url, dont_filter=True)
    def parse(self, response):
        response.body
process = CrawlerProcess()
process.crawl(Pages)
process.start()
"""


class Cost(NamedTuple):
    """Seconds on the clock and of the processor, and the largest resident size in MB."""

    seconds: float
    cpu: float
    memory: float


async def serve() -> None:
    """Serve pages by their number on several ports; print the ports."""
    bodies = [body for body in pages() if len(body) < LIMIT]

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                path = (await reader.readuntil(b"\r\n\r\n")).split(b" ", 2)[1]
                known = path != b"/robots.txt"
                body = bodies[int(path[1:]) % len(bodies)] if known else b""
                status = b"200 OK" if known else b"404 Not Found"
                writer.write(
                    b"HTTP/1.1 %b\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % (status, len(body))
                )
                writer.write(body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    servers = [await asyncio.start_server(answer, "127.0.0.1", 0) for _ in range(HOSTS)]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await asyncio.gather(*(server.serve_forever() for server in servers))


@contextmanager
def server() -> Iterator[list[str]]:
    """Run the server in a process of its own; yield the addresses of its hosts."""
    process = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield [f"http://127.0.0.1:{port}" for port in process.stdout.readline().split()]
    finally:
        process.kill()
        process.wait()


def cost(script: str, *arguments: str) -> Cost:
    """Run a script in a process of its own and return what it and its workers cost."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", script, *arguments])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{arguments[:1]} ended with {process.returncode}")
    return Cost(time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def listed(folder: Path, hosts: list[str], count: int) -> str:
    """Write addresses to a file, the hosts in turn, and return its name."""
    path = folder / f"{count}.txt"
    path.write_text("".join(f"{hosts[number % len(hosts)]}/{number}\n" for number in range(count)), encoding="utf-8")
    return str(path)


def shown(name: str, count: int, took: Cost) -> None:
    """Print a row of the table."""
    per_page = took.cpu / count * 1e3
    print(f"{name:<34}{count / took.seconds:8.0f} {per_page:10.2f} {took.cpu / took.seconds:8.2f} {took.memory:8.0f}")


def main() -> None:
    """Run every measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=10_000)
    count = parser.parse_args().pages
    with server() as hosts, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few, many = listed(folder, hosts, count // 10), listed(folder, hosts, count)
        print(f"{'':<34}{'pages/s':>8} {'ms CPU/page':>10} {'cores':>8} {'peak MB':>8}")
        fetch = ("fetch", "--delay", "0", "-q")
        for peer, script in {"aiohttp": AIOHTTP, "scrapy": SCRAPY}.items():
            if importlib.util.find_spec(peer):
                shown(f"{peer}, fetch", count // 10, cost(script, few))
            else:
                print(f"{peer}: not installed")
        raw = str(folder / "raw")
        shown("qingwen, fetch (--no-clean)", count // 10, cost(QINGWEN, *fetch, "-i", few, "--no-clean", "-o", raw))
        out = str(folder / "out.jsonl")
        both = cost(QINGWEN, *fetch, "-i", few, "-o", out, "-j", "1")
        shown("qingwen, fetch and clean, -j 1", count // 10, both)
        shown(f"the same, {count} pages", count, cost(QINGWEN, *fetch, "-i", many, "-o", out, "-j", "1"))
        saved = cost(QINGWEN, "clean", raw, "-q", "-o", out, "-j", "1")
        shown("qingwen, clean the same pages", count // 10, saved)
        print(f"fetching and cleaning take {both.seconds / saved.seconds:.2f} times as long as cleaning alone")


if __name__ == "__main__":
    main()
