"""``qingwen fetch`` as a child process against a real server."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.server import Answer, Request, Server
from tests.unmeasured import unmeasured

QINGWEN = [sys.executable, "-c", "import sys; from scraper.cli import main; sys.exit(main())"]


def html(number: int) -> Answer:
    text = f"第{number}号渡口的船工每天天不亮就起来,先把缆绳看一遍,再把船舱里的积水舀干,然后才生火做饭。" * 3
    return Answer(f"<html><title>渡口{number}</title><body><h1>渡口{number}</h1><p>{text}</p></body></html>".encode())


def qingwen(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*QINGWEN, *arguments], input=given, capture_output=True, text=True, timeout=60, check=False)


def test_pages_are_fetched_and_cleaned_in_one_go(tmp_path: Path) -> None:
    with Server({"/1": html(1), "/2": html(2)}) as server:
        urls = [server.url("/1"), server.url("/2")]
        done = qingwen("fetch", *urls, "--delay", "0", "-f", "jsonl", "--archive", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    records = [json.loads(row) for row in done.stdout.splitlines()]
    assert [record["title"] for record in records] == ["渡口1", "渡口2"]
    assert [record["url"] for record in records] == urls
    assert all(record["fetched_at"].endswith("Z") for record in records)
    again = qingwen("clean", str(tmp_path), "-f", "jsonl")
    cleaned = [json.loads(row) | {"source": None} for row in again.stdout.splitlines()]
    assert cleaned == [record | {"source": None} for record in records]


def test_failures_are_a_line_each_and_an_exit_code() -> None:
    with Server({"/1": html(1)}) as server:
        some = qingwen("fetch", server.url("/1"), server.url("/none"), "--delay", "0")
        every = qingwen("fetch", server.url("/none"), "--delay", "0", "--log-format", "json")
    assert some.returncode == 1
    assert "http-404" in some.stderr
    assert len(some.stderr.splitlines()) == 1
    assert every.returncode == 3
    assert json.loads(every.stderr)["error"]


def test_addresses_come_from_a_list(tmp_path: Path) -> None:
    with Server({"/1": html(1), "/2": html(2)}) as server:
        rows = f"# two\n\n{server.url('/1')}\n{server.url('/1')}\n{server.url('/2')}\n"
        done = qingwen("fetch", "-i", "-", "--delay", "0", "-f", "jsonl", given=rows)
        assert len(done.stdout.splitlines()) == 2
        assert server.paths() == ["/1", "/2"]
        listed = tmp_path / "urls.txt"
        listed.write_text(f"{server.url('/1')}\nftp://example.org/\n", encoding="utf-8")
        wrong = qingwen("fetch", "-i", str(listed), "--delay", "0")
        assert wrong.returncode == 2
        assert f"{listed}:2:" in wrong.stderr
        assert server.paths() == ["/1", "/2"], "nothing is done where the command line is wrong"


def test_a_list_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "gbk.txt").write_bytes("http://例子.example/".encode("gbk"))
    for given in ("-i gbk.txt", "-i - < gbk.txt", "-i - <&-", "-i missing.txt", "-i ."):
        command = f"{shlex.join(QINGWEN)} fetch {given}"
        done = subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
        )
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1


def test_an_interrupt_before_anything_is_fetched_is_one_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "urls")
    command = [*QINGWEN, "fetch", "-i", "urls", "-o", "out.jsonl"]
    with (
        subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, env=unmeasured()) as process,
        (tmp_path / "urls").open("wb"),
    ):
        while process.returncode is None:  # it has opened the list; one between Python's look and its read is lost
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
        assert process.returncode == 130
        assert process.stderr is not None
        assert process.stderr.read().strip() == b""


def test_a_proxy_that_is_none_is_said(tmp_path: Path) -> None:
    wrong = qingwen("fetch", "http://example.org/", "--proxy", "nonsense://proxy")
    assert (wrong.returncode, len(wrong.stderr.splitlines())) == (2, 1)
    for proxy in ("nonsense://proxy", "socks5://127.0.0.1:1", "127.0.0.1:1"):
        environment = {**os.environ, "ALL_PROXY": proxy, "NO_PROXY": "", "http_proxy": "", "HTTP_PROXY": ""}
        command = [*QINGWEN, "fetch", "http://example.org/", "--delay", "0", "--retries", "0"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)
        assert (done.returncode, len(done.stderr.splitlines())) == (3, 1), done.stderr


@pytest.mark.parametrize(
    "options",
    [
        ["--proxy", "bogus"],
        ["--proxy", "http://"],
        ["--proxy", "http://[::1"],
        ["--proxy", "http://a b:1"],
        ["--proxy", ""],
        ["--header", "X-Test: a\r\nEvil: 1"],
        ["--header", "X Test: a"],
        ["--header", "X-Test"],
        ["--header", "X-Test: 渡"],
        ["--user-agent", "a\nEvil: 1"],
        ["--user-agent", "渡口"],
        ["--delay", "nan"],
        ["--delay", "inf"],
        ["--delay", "-1"],
        ["--timeout", "nan"],
        ["--cookies", "page.html"],
        ["--no-clean"],
        ["--no-clean", "-o", "new.html"],
        ["--no-clean", "-o", "new.jsonl"],
        ["--no-clean", "-o", "page.html"],
        ["--no-clean", "-o", "page.html/"],
        ["--no-clean", "-o", "-"],
        ["--no-clean", "-o", "raw", "-f", "json"],
        ["--no-clean", "-o", "raw", "--name", "{title}"],
        ["--no-clean", "-o", "raw", "--drops", "drops.jsonl"],
        ["--no-clean", "-o", "raw", "--script", "simplified"],
    ],
    ids=" ".join,
)
def test_a_wrong_option_is_one_line_and_nothing_is_done(tmp_path: Path, options: list[str]) -> None:
    page = tmp_path / "page.html"
    page.write_bytes("渡口".encode("gbk"))
    with Server({"/1": html(1)}) as server:
        command = [*QINGWEN, "fetch", server.url("/1"), *options]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
        assert server.paths() == []
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1), done.stderr
    assert list(tmp_path.iterdir()) == [page]


def test_raw_pages_alone(tmp_path: Path) -> None:
    with Server({"/1": html(1)}) as server:
        done = qingwen("fetch", server.url("/1"), "--delay", "0", "--no-clean", "-o", str(tmp_path / "raw"))
    assert (done.returncode, done.stdout) == (0, "")
    assert [path.read_bytes() for path in (tmp_path / "raw").iterdir()] == [html(1).body]


def with_etag(number: int) -> Callable[[Request], Answer]:
    """Return a route that says 304 to whom knows the page."""
    page = html(number)

    def route(request: Request) -> Answer:
        known = request.headers.get("if-none-match") == f'"{number}"'
        return Answer(b"", 304) if known else Answer(page.body, headers={**page.headers, "ETag": f'"{number}"'})

    return route


def test_an_output_holds_all_that_was_asked_for_though_nothing_changed(tmp_path: Path) -> None:
    with Server({f"/{number}": with_etag(number) for number in (1, 2, 3)}) as server:
        urls = [server.url(f"/{number}") for number in (1, 2, 3)]

        def fetch(urls: list[str], *output: str) -> str:
            done = qingwen("fetch", *urls, "--delay", "0", "--archive", str(tmp_path / "warc"), *output)
            assert (done.returncode, done.stderr) == (0, "")
            return done.stdout

        one, folder, raw = tmp_path / "all.jsonl", tmp_path / "out", tmp_path / "raw"
        fetch(urls[:2], "-o", str(one))
        first = one.read_text("utf-8")
        assert fetch(urls[:2], "-f", "jsonl") == first
        fetch(urls, "-o", str(one))
        assert one.read_text("utf-8").startswith(first) and len(one.read_text("utf-8").splitlines()) == 3
        fetch(urls, "-o", str(folder))
        assert len(list(folder.iterdir())) == 3
        fetch(urls, "--no-clean", "-o", str(raw))
        assert {path.read_bytes() for path in raw.iterdir()} == {html(number).body for number in (1, 2, 3)}
        assert len(server.paths()) == 2 + 2 + 3 + 3 + 3


def test_an_unchanged_page_that_the_archive_does_not_give_back_is_fetched_again(tmp_path: Path) -> None:
    def feed(request: Request) -> Answer:  # of a type that fetch takes, and that is no page in an archive
        answer = with_etag(1)(request)
        return Answer(answer.body, answer.status, {**answer.headers, "Content-Type": "application/rss+xml"})

    with Server({"/1": feed}) as server:
        command = ["fetch", server.url("/1"), "--delay", "0", "--archive", str(tmp_path), "-f", "jsonl"]
        first, second = qingwen(*command), qingwen(*command)
        assert server.paths() == ["/1"] * 3
    assert (second.returncode, second.stderr) == (0, "")
    assert json.loads(second.stdout)["text"] == json.loads(first.stdout)["text"]


def test_an_interrupt_keeps_what_was_finished(tmp_path: Path) -> None:
    asked = threading.Event()

    def slow(request: object) -> Answer:
        asked.set()
        return html(2)

    with Server({"/1": html(1), "/2": slow}) as server:
        urls = [server.url("/1"), server.url("/2"), *(server.url(f"/later{number}") for number in range(50))]
        child = subprocess.Popen(
            [*QINGWEN, "fetch", *urls, "--delay", "0.3", "-o", str(tmp_path / "out"), "-f", "text"],
            stderr=subprocess.PIPE,
            start_new_session=True,
            env=unmeasured(),
        )
        assert asked.wait(30)
        os.kill(child.pid, signal.SIGINT)
        child.communicate(timeout=30)
    assert child.returncode == 130
    written = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()]
    assert any("渡口1" in text for text in written)


def test_a_terminal_shows_how_far_the_run_is() -> None:
    leader, follower = os.openpty()
    with Server({f"/{number}": html(number) for number in range(12)}, ports=3) as server:
        urls = [server.url(f"/{number}", number % 3) for number in range(12)]
        command = [*QINGWEN, "fetch", *urls, "--delay", "2.5", "-f", "jsonl"]
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=follower)
        os.close(follower)
        shown = b""
        try:
            while chunk := os.read(leader, 4096):
                shown += chunk
        except OSError:  # the other end is closed
            pass
        assert child.wait(30) == 0
    os.close(leader)
    assert re.search(rb"\d+ done, 0 failed, \d+ waiting on 3 hosts, \d+\.\d/s", shown)
