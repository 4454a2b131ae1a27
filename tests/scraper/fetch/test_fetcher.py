"""The fetcher against a real server that behaves badly."""

from __future__ import annotations

import asyncio
import gzip
import ssl
import time
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import brotli
import pytest
import trustme
import zstandard

from cleaners.document import Rejection
from scraper.fetch import Fetched, Fetcher, FetchOptions, FetchRequest
from scraper.fetch.exchanges import Exchanges
from scraper.fetch.guards import is_public
from tests.server import Answer, Server

PAGE = Answer("<html><body><p>河堤上的柳树今年发芽很早,风一吹满城都是绿的。</p></body></html>".encode())
QUICK = FetchOptions(delay=0.01, timeout=5, retries=2, max_bytes=100_000)


def fetch(url: str, options: FetchOptions = QUICK, **facts: str | bool | None) -> Fetched | Rejection:
    async def once() -> Fetched | Rejection:
        async with Fetcher(options) as fetcher:
            return await fetcher.fetch(FetchRequest(url=url, **facts))  # type: ignore[arg-type]

    return asyncio.run(once())


def fetch_all(urls: list[str], options: FetchOptions = QUICK) -> list[Fetched | Rejection]:
    async def every() -> list[Fetched | Rejection]:
        async with Fetcher(options) as fetcher:
            return [answer async for answer in fetcher.fetch_all([FetchRequest(url=url) for url in urls])]

    return asyncio.run(every())


def reason(outcome: Fetched | Rejection) -> str:
    assert isinstance(outcome, Rejection), outcome
    return outcome.reason


def page(outcome: Fetched | Rejection) -> Fetched:
    assert isinstance(outcome, Fetched), outcome
    return outcome


def test_a_page_comes_with_its_facts() -> None:
    answer = Answer(PAGE.body, headers={"Content-Type": "text/html; charset=gbk", "ETag": '"1"'})
    with Server({"/a": answer}) as server:
        got = page(fetch(server.url("/a")))
    assert got.page is not None
    assert got.page.body == PAGE.body
    assert got.page.content_type == "text/html; charset=gbk"
    assert (got.status, got.etag, got.final_url) == (200, '"1"', server.url("/a"))
    assert server.log[-1].headers["user-agent"].startswith("qingwen/")


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("gzip", gzip.compress(PAGE.body)),
        ("deflate", zlib.compress(PAGE.body)),
        ("br", brotli.compress(PAGE.body)),
        ("zstd", zstandard.compress(PAGE.body)),
    ],
)
def test_content_encodings_are_undone(name: str, packed: bytes) -> None:
    with Server({"/a": Answer(packed, headers={"Content-Type": "text/html", "Content-Encoding": name})}) as server:
        got = page(fetch(server.url("/a")))
    assert got.page is not None
    assert got.page.body == PAGE.body


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_stops_at_the_cap(name: str) -> None:
    zeros = bytes(50_000_000)
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstandard.compress}[name]
    with Server({"/a": Answer(pack(zeros), headers={"Content-Encoding": name})}) as server:
        assert reason(fetch(server.url("/a"), FetchOptions(delay=0.01, max_bytes=1_000_000))) == "too-large"


def test_a_body_over_the_cap_is_refused() -> None:
    with Server({"/a": Answer(b"x" * 200_000)}) as server:
        assert reason(fetch(server.url("/a"))) == "too-large"


def test_redirects_are_followed_to_the_final_address() -> None:
    routes = {"/a": Answer(status=302, headers={"Location": "/b"}), "/b": PAGE}
    with Server(routes) as server:
        assert page(fetch(server.url("/a"))).final_url == server.url("/b")


def test_a_redirect_loop_ends() -> None:
    with Server({"/a": Answer(status=301, headers={"Location": "/a"})}) as server:
        assert reason(fetch(server.url("/a"))) == "too-many-redirects"
        assert len(server.paths()) == 11


def test_a_redirect_never_leads_to_a_private_host() -> None:
    with Server({"/secret": PAGE}) as inner:
        target = inner.url("/secret")
        with Server({"/a": Answer(status=302, headers={"Location": target})}) as server:
            assert reason(fetch(server.url("/a"))) == "private-address"
            assert inner.log == []
            allowed = FetchOptions(delay=0.01, allow_private=True)
            assert page(fetch(server.url("/a"), allowed)).final_url == target


def test_an_address_that_nobody_named_is_checked_where_it_is_connected_to() -> None:
    with Server({"/a": PAGE}) as server:
        assert reason(fetch(server.url("/a").replace("127.0.0.1", "localhost"), trusted=False)) == "private-address"
        assert server.log == []


def test_a_redirect_to_another_scheme_is_refused() -> None:
    with Server({"/a": Answer(status=302, headers={"Location": "file:///etc/passwd"})}) as server:
        assert reason(fetch(server.url("/a"))) == "bad-redirect"


def test_credentials_and_headers_stay_with_the_host_that_they_are_for() -> None:
    with Server({"/b": PAGE}) as other:
        routes = {"/a": Answer(status=302, headers={"Location": other.url("/b")})}
        with Server(routes) as server:
            options = FetchOptions(delay=0.01, allow_private=True, headers=(("X-Token", "mine"),))
            url = server.url("/a").replace("http://", "http://ann:secret@")
            got = page(fetch(url, options))
    assert server.log[-1].headers["authorization"].startswith("Basic ")
    assert server.log[-1].headers["x-token"] == "mine"
    assert "authorization" not in other.log[-1].headers
    assert "x-token" not in other.log[-1].headers
    assert "secret" not in got.final_url


@pytest.mark.parametrize("status", [404, 410, 403, 401])
def test_what_cannot_pass_is_asked_once(status: int) -> None:
    with Server({"/a": Answer(status=status)}) as server:
        assert reason(fetch(server.url("/a"))) == f"http-{status}"
        assert server.paths() == ["/a"]


def test_what_can_pass_is_asked_again() -> None:
    answers = iter([Answer(status=503), Answer(status=500), PAGE])
    with Server({"/a": lambda request: next(answers)}) as server:
        page(fetch(server.url("/a")))
        assert len(server.paths()) == 3


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_kept(form: str) -> None:
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    answers = iter([Answer(status=429, headers={"Retry-After": "1" if form == "seconds" else until}), PAGE])
    with Server({"/a": lambda request: next(answers)}) as server:
        page(fetch(server.url("/a")))
        first, second = [request.time for request in server.log if request.path == "/a"]
    assert second - first >= (1.0 if form == "seconds" else 0.9)


@pytest.mark.parametrize("value", ["²", "-5", "soon", "Fri, 99 Foo 99999 99:99:99 GMT", "9" * 400])
def test_a_retry_after_that_means_nothing_does_no_harm(value: str) -> None:
    answers = iter([Answer(status=503, headers={"Retry-After": value}), PAGE])
    with Server({"/a": lambda request: next(answers), "/b": PAGE}) as server:
        outcome = fetch(server.url("/a"))
    assert isinstance(outcome, Fetched) or outcome.reason == "http-503"


def test_http_and_https_of_a_host_stand_in_one_line() -> None:
    exchanges = Exchanges(FetchOptions())
    lanes = [exchanges.lane(url) for url in ("http://a.example/1", "https://a.example/2", "https://a.example:8443/")]
    assert lanes[0] is lanes[1] is not lanes[2]
    assert exchanges.lane("http://b.example/") is not lanes[0]


@pytest.mark.parametrize("status", [300, 302, 304])
def test_an_answer_that_leads_nowhere_is_no_page(status: int) -> None:
    with Server({"/a": Answer(PAGE.body if status != 304 else b"", status=status)}) as server:
        assert reason(fetch(server.url("/a"))) == f"http-{status}"


def test_a_wait_beyond_the_deadline_is_not_waited_for() -> None:
    with Server({"/a": Answer(status=429, headers={"Retry-After": "3600"})}) as server:
        start = time.monotonic()
        assert reason(fetch(server.url("/a"))) == "http-429"
        assert time.monotonic() - start < 5


async def _slowly(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(1000):
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


async def _never(writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)


@pytest.mark.parametrize("script", [_slowly, _never])
def test_one_deadline_holds_for_everything(script: object) -> None:
    options = FetchOptions(delay=0.01, timeout=0.5, retries=0)
    with Server({"/a": Answer(script=script)}) as server:  # type: ignore[arg-type]
        start = time.monotonic()
        assert reason(fetch(server.url("/a"), options)) == "timeout"
        assert time.monotonic() - start < 5


def _short(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this")


def _cut(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


def _nonsense(writer: asyncio.StreamWriter) -> None:
    writer.write(b"\x00\x01\x02 nonsense\r\n\r\n")


@pytest.mark.parametrize("script", [_short, _cut, _nonsense])
def test_broken_answers_are_tried_again_and_then_said(script: object) -> None:
    with Server({"/a": Answer(script=script)}) as server:  # type: ignore[arg-type]
        assert reason(fetch(server.url("/a"))) == "broken-answer"
        assert len(server.paths()) == 3


def _old(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.body)


def test_http_1_0_without_a_length_is_read_to_its_end() -> None:
    with Server({"/a": Answer(script=_old)}) as server:
        got = page(fetch(server.url("/a")))
    assert got.page is not None
    assert got.page.body == PAGE.body


def test_nobody_listens() -> None:
    with Server() as server:
        url = server.url("/a")
    assert reason(fetch(url)) == "connect"


def test_a_bad_certificate_is_never_accepted() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with Server({"/a": PAGE}, tls=context) as server:
        assert reason(fetch(server.url("/a", scheme="https"))) == "tls"


def test_validators_are_sent_and_304_costs_nothing() -> None:
    with Server({"/a": Answer(status=304)}) as server:
        got = page(fetch(server.url("/a"), etag='"1"', last_modified="Mon, 01 Jan 2024 00:00:00 GMT"))
    assert got.page is None
    assert server.log[-1].headers["if-none-match"] == '"1"'
    assert server.log[-1].headers["if-modified-since"].startswith("Mon")


@pytest.mark.parametrize(
    ("robots", "outcome"),
    [
        (Answer(b"User-agent: *\nDisallow: /", headers={}), "robots"),
        (Answer(b"User-agent: qingwen\nDisallow: /a", headers={}), "robots"),
        (Answer(b"\xef\xbb\xbfUser-agent: *\nDisallow: /", headers={}), "robots"),
        (Answer(b"User-agent: other\nDisallow: /", headers={}), None),
        (Answer(b"\xff\xfe nonsense", headers={}), None),
        (Answer(b"User-agent: *\nAllow: /\n" + b"#" * 2_000_000, headers={}), None),
        (Answer(status=404), None),
        (Answer(status=403), None),
        (Answer(status=429), "robots-unreachable"),
        (Answer(status=500), "robots-unreachable"),
        (Answer(script=_cut), "robots-unreachable"),
    ],
)
def test_robots_in_every_state(robots: Answer, outcome: str | None) -> None:
    with Server({"/robots.txt": robots, "/a": PAGE}) as server:
        got = fetch(server.url("/a"))
        assert (got.reason if isinstance(got, Rejection) else None) == outcome
        assert server.paths() == ([] if outcome else ["/a"])


def test_a_host_that_is_busy_is_asked_for_its_robots_again_when_it_wants() -> None:
    answers = iter(
        [Answer(status=429, headers={"Retry-After": "1"}), Answer(b"User-agent: *\nDisallow: /b", headers={})]
    )
    with Server({"/robots.txt": lambda request: next(answers), "/a": PAGE, "/b": PAGE}) as server:
        first, second = fetch_all([server.url("/a"), server.url("/b")])
        times = [request.time for request in server.log]
    page(first)
    assert reason(second) == "robots"
    assert times[1] - times[0] >= 1.0


def test_robots_are_read_once_a_host_and_run() -> None:
    with Server({"/robots.txt": Answer(status=404), "/a": PAGE, "/b": PAGE}) as server:
        fetch_all([server.url("/a"), server.url("/b")])
        assert [request.path for request in server.log].count("/robots.txt") == 1


def test_no_two_requests_to_one_host_are_closer_than_the_delay() -> None:
    routes = {f"/{number}": PAGE for number in range(6)}
    with Server(routes, ports=3) as server:
        urls = [server.url(path, port) for path in routes for port in range(3)]
        start = time.monotonic()
        outcomes = fetch_all(urls, FetchOptions(delay=0.1))
        seconds = time.monotonic() - start
    assert all(isinstance(outcome, Fetched) for outcome in outcomes)
    for port in server.ports:
        times = [request.time for request in server.log if request.host.endswith(f":{port}")]
        assert len(times) == 7
        assert min(after - before for before, after in pairwise(times)) >= 0.1
    assert seconds < 3 * 7 * 0.1, "hosts must not wait for each other"


def test_crawl_delay_is_kept() -> None:
    robots = Answer(b"User-agent: *\nCrawl-delay: 0.3", headers={})
    with Server({"/robots.txt": robots, "/a": PAGE, "/b": PAGE}) as server:
        fetch_all([server.url("/a"), server.url("/b")])
        times = [request.time for request in server.log]
    assert len(times) == 3
    assert min(after - before for before, after in pairwise(times)) >= 0.3


def test_a_host_that_fails_again_and_again_is_set_aside() -> None:
    routes = {f"/{number}": Answer(script=_cut) for number in range(10)}
    with Server(routes) as server:
        outcomes = fetch_all([server.url(path) for path in routes], FetchOptions(delay=0.01, retries=0))
    reasons = [reason(outcome) for outcome in outcomes]
    assert reasons == ["broken-answer"] * 5 + ["host-set-aside"] * 5


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        ("<title>提示</title><body><p>请先登录后再查看本文档</p></body>", "login-wall"),
        ("<title>百度安全验证</title><body><div id=x></div><script>1</script></body>", "captcha"),
        ("<body><h1>文档已删除</h1></body>", "gone"),
        ("<body><div id=app></div><script src=a.js></script></body>", "needs-javascript"),
        (
            "<title>验证码的历史</title><body><p>"
            + "请输入验证码这句话出现在许多网站上,它的来历是这样的。" * 40
            + "</p></body>",
            None,
        ),
        ("<body><p>河堤上的柳树今年发芽很早。</p></body>", None),
    ],
)
def test_pages_that_are_no_documents_are_told(html: str, outcome: str | None) -> None:
    with Server({"/a": Answer(f"<html>{html}</html>".encode())}) as server:
        got = fetch(server.url("/a"))
    assert (got.reason if isinstance(got, Rejection) else None) == outcome


def test_files_are_no_pages() -> None:
    with Server({"/a": Answer(b"%PDF-1.7", headers={"Content-Type": "application/pdf"})}) as server:
        assert reason(fetch(server.url("/a"))) == "content-type"


def test_cookies_of_a_file_are_sent(tmp_path: Path) -> None:
    jar = tmp_path / "cookies.txt"
    jar.write_text(
        "# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t4102444800\tsession\tabc\n", encoding="utf-8"
    )
    with jar.open("a", encoding="utf-8") as file:
        file.write("127.0.0.1\tFALSE\t/\tFALSE\t0\tuntil\tend\nother.example\tFALSE\t/\tFALSE\t0\tnot\there\n")
    with Server({"/a": PAGE}) as server:
        page(fetch(server.url("/a"), FetchOptions(delay=0.01, cookies=jar)))
        assert server.log[-1].headers.get("cookie") == "session=abc; until=end"


def test_a_thousand_pages_on_fifty_hosts() -> None:
    routes = {f"/{number}": PAGE for number in range(20)}
    with Server(routes, ports=50) as server:
        urls = [server.url(path, port) for port in range(50) for path in routes]
        outcomes = fetch_all(urls, FetchOptions(delay=0))
    assert sum(isinstance(outcome, Fetched) for outcome in outcomes) == 1000


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("deflate", zlib.compress(PAGE.body, wbits=-15)),
        ("deflate, gzip", gzip.compress(zlib.compress(PAGE.body))),
        ("gzip", gzip.compress(PAGE.body[:40]) + gzip.compress(PAGE.body[40:])),
        ("zstd", zstandard.compress(PAGE.body[:40]) + zstandard.compress(PAGE.body[40:])),
    ],
)
def test_encodings_come_bare_stacked_and_in_pieces(name: str, packed: bytes) -> None:
    with Server({"/a": Answer(packed, headers={"Content-Type": "text/html", "Content-Encoding": name})}) as server:
        got = page(fetch(server.url("/a")))
    assert got.page is not None
    assert got.page.body == PAGE.body


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_a_compressed_body_that_ends_early_is_no_page(name: str) -> None:
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstandard.compress}[name]
    cut = Answer(pack(PAGE.body * 50)[:-9], headers={"Content-Type": "text/html", "Content-Encoding": name})
    with Server({"/a": cut}) as server:
        assert reason(fetch(server.url("/a"))) == "corrupt"


def test_a_host_that_wants_an_hour_of_rest_is_set_aside_and_holds_nobody_up() -> None:
    with Server({"/a": Answer(status=503, headers={"Retry-After": "3600"}), "/b": PAGE}) as server:
        start = time.monotonic()
        outcomes = fetch_all([server.url("/a"), server.url("/b")])
        assert [reason(outcome) for outcome in outcomes] == ["http-503", "host-set-aside"]
        assert time.monotonic() - start < 5
        assert server.paths() == ["/a"]


@pytest.mark.parametrize("url", ["http://[::1/", "http://x:99999/", "http://", "ftp://example.org/", "nonsense"])
def test_what_is_no_address_is_refused_alone_and_among_others(url: str) -> None:
    assert reason(fetch(url)) == "bad-address"
    assert [reason(outcome) for outcome in fetch_all([url])] == ["bad-address"]


def test_a_cookie_set_on_the_way_is_sent_back_to_its_host() -> None:
    hop = Answer(status=302, headers={"Location": "/b", "Set-Cookie": "k=v"})
    with Server({"/a": hop, "/b": PAGE}) as server:
        page(fetch(server.url("/a").replace("127.0.0.1", "localhost")))
        assert server.log[-1].headers.get("cookie") == "k=v"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "::1", "fe80::1", "fd00::1",
     "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "::127.0.0.1", "fec0::1"],
)  # fmt: skip
def test_addresses_that_are_not_public_are_known(address: str) -> None:
    assert not is_public(address)


def test_a_page_may_speak_of_the_day_that_has_begun_somewhere() -> None:
    with Server({"/a": PAGE}) as server:
        got = page(fetch(server.url("/a")))
    assert got.page is not None
    assert got.page.fetched_at is not None
    fetched = datetime.fromisoformat(got.page.fetched_at)
    assert got.page.not_after == (fetched + timedelta(hours=14)).date().isoformat()
