"""Documents spread over several pages: found page by page, cleaned as one, archived as one."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from cleaners.document import Page
from scraper.fetch.options import FetchOptions
from scraper.fetch.pagination import Pagination
from scraper.sources import read_sources
from tests.scraper.fetch.test_cli import qingwen
from tests.scraper.fetch.test_fetcher import QUICK, fetch, page, reason
from tests.server import Answer, Server

SENTENCES = [
    f"第{name}天,勘测队沿着{river}往上走,一路记下水位和两岸的地名,晚上借宿在村里的小学,把白天的数字再抄一遍。"
    for name, river in zip("一二三四五六", ["清河", "白水", "柳溪", "石涧", "沙沟", "龙潭"], strict=True)
]


def sheet(number: int, following: str | None, *, overlap: bool = False) -> Answer:
    """A page with two paragraphs; with ``overlap`` it begins with the last one of the page before."""
    start = 2 * number - 2 - overlap
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[start : 2 * number])
    pager = f'<div class="pager"><a href="#">上一页</a> <span>{number}</span> '
    pager += f'<a href="{following}">下一页</a></div>' if following else "</div>"
    head = "<title>勘测日记</title>" + (f'<link rel="next" href="{following}">' if following else "")
    return Answer(f"<html><head>{head}</head><body><h1>勘测日记</h1><article>{text}</article>{pager}</body>".encode())


def site(*paths: str, overlap: bool = False) -> dict[str, Answer]:
    followed = dict(pairwise(paths))
    return {
        path: sheet(number, followed.get(path), overlap=overlap and number > 1)
        for number, path in enumerate(paths, start=1)
    }


@pytest.mark.parametrize(
    ("url", "link", "follows"),
    [
        ("/doc/77.html", "/doc/77_2.html", True),
        ("/doc/77.html", "/doc/77_1.html", True),
        ("/doc/77.html", "/doc/77-2.html", True),
        ("/doc/77", "/doc/77/2", True),
        ("/doc/77/", "/doc/77/page/2/", True),
        ("/doc/77/1", "/doc/77/2", True),
        ("/v?id=9", "/v?id=9&page=2", True),
        ("/doc/", "/doc/index_2.html", True),
        ("/doc/77_0.html", "/doc/77_1.html", True),
        ("/thread-123-1-1.html", "/thread-123-2-1.html", True),
        ("/thread-123-1-1.html", "/thread-124-1-1.html", False),
        ("/v?page=1&id=9", "/v?page=2&id=9", True),
        ("/v?id=9", "/v?id=9&pn=3", False),
        ("/v?id=9", "/v?id=10", False),
        ("/doc/77.html", "/doc/78.html", False),
        ("/doc/2023-77.html", "/doc/2023-78.html", False),
        ("/doc/77.html", "/list/2", False),
        ("/doc/77.html", "http://elsewhere.example/doc/77_2.html", False),
        ("/doc/77.html", "javascript:next()", False),
        ("/doc/77.html", "/doc/77.html", False),
    ],
)
@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="next" href="{}">',
        '<a href="{}">下一页</a>',
        '<a href="{}">[下一页]</a>',
        '<a href="{}">Next »</a>',
        '<a href="{}"><img src="next.gif" alt="下一页"></a>',
        '<div>1 <a href="{}">2</a> <a href="/elsewhere/3">3</a></div>',
        '<head><base href="/other/"></head><a href="{}">下一页</a>',
    ],
)
def test_the_next_page_is_told_from_the_next_article(url: str, link: str, follows: bool, markup: str) -> None:
    first = "http://wenku.example" + url
    found = Pagination(first).next(markup.format(link), first)
    assert found == ("http://wenku.example" + link if follows else None)


def test_pages_come_in_order_as_one() -> None:
    routes = site("/d/5.html", "/d/5_2.html", "/d/5_3.html")
    with Server(routes) as server:
        got = page(fetch(server.url("/d/5.html")))
        assert server.paths() == ["/d/5.html", "/d/5_2.html", "/d/5_3.html"]
    assert got.page is not None
    assert got.page.further.bodies == tuple(answer.body for answer in list(routes.values())[1:])
    assert not got.page.further.left


def test_the_limit_holds_and_is_told() -> None:
    with Server(site("/d/5", "/d/5?page=2", "/d/5?page=3")) as server:
        got = page(fetch(server.url("/d/5"), FetchOptions(delay=0, max_pages=2)))
        assert server.paths() == ["/d/5", "/d/5?page=2"]
    assert got.page is not None
    assert got.page.further.left


@pytest.mark.parametrize(("status", "outcome"), [(404, "left"), (403, "left"), (500, "http-500")])
def test_a_page_that_is_missing_for_good_ends_the_document_and_one_that_may_come_fails_it(
    status: int, outcome: str
) -> None:
    with Server(site("/d/5", "/d/5/2", "/d/5/3") | {"/d/5/2": Answer(status=status)}) as server:
        answer = fetch(server.url("/d/5"), FetchOptions(delay=0, retries=0))
    if outcome == "left":
        got = page(answer)
        assert got.page is not None
        assert (got.page.further.bodies, got.page.further.left) == ((), True)
    else:
        assert reason(answer) == outcome


def test_a_site_that_shows_its_last_page_again_ends_there() -> None:
    routes = site("/d/5", "/d/5/2")
    endless = sheet(2, "/d/5/3")
    with Server(routes | {"/d/5/2": endless, "/d/5/3": endless, "/d/5/4": endless}) as server:
        got = page(fetch(server.url("/d/5"), QUICK))
        assert server.paths() == ["/d/5", "/d/5/2", "/d/5/3"]
    assert got.page is not None
    assert got.page.further == ((endless.body,), False)


def test_they_are_cleaned_as_one_document_from_the_net_and_from_the_archive(tmp_path: Path) -> None:
    drops, archive = tmp_path / "drops.jsonl", tmp_path / "archive"
    with Server(site("/d/5.html", "/d/5_2.html", "/d/5_3.html", overlap=True)) as server:
        url = server.url("/d/5.html")
        done = qingwen("fetch", url, "--delay", "0", "-f", "jsonl", "--drops", str(drops), "--archive", str(archive))
    record = json.loads(done.stdout)
    assert record["text"].splitlines() == SENTENCES
    assert record["title"] == "勘测日记"
    removed = [json.loads(row) for row in drops.read_text(encoding="utf-8").splitlines()]
    assert [drop["text"] for drop in removed if drop["rule"] == "overlap"] == [SENTENCES[1], SENTENCES[3]]
    again = qingwen("clean", str(archive), "-f", "jsonl")
    assert json.loads(again.stdout) | {"source": None} == record | {"source": None}


def test_what_is_left_is_told_in_the_record(tmp_path: Path) -> None:
    with Server(site("/d/5", "/d/5/2", "/d/5/3")) as server:
        arguments = ("--delay", "0", "--max-pages", "2", "--archive", str(tmp_path))
        done = qingwen("fetch", server.url("/d/5"), *arguments, "-f", "jsonl")
    again = qingwen("clean", str(tmp_path), "-f", "jsonl")
    for record in map(json.loads, (done.stdout, again.stdout)):
        assert (record["complete"], record["truncation"]) == (False, "notice")


def test_half_a_document_in_an_archive_is_none(tmp_path: Path) -> None:
    with Server(site("/d/5", "/d/5/2", "/d/5/3") | {"/a": Answer("<p>渡口停航一天。</p>".encode())}) as server:
        qingwen("fetch", server.url("/d/5"), "--delay", "0", "--archive", str(tmp_path), "-o", str(tmp_path / "x"))
        [file] = tmp_path.glob("*.warc.gz")
        whole = file.read_bytes()
        ends = [i for i in range(1, len(whole)) if whole[i : i + 4] == b"\x1f\x8b\x08\x00"]
        file.write_bytes(whole[: ends[-2] + 5])  # within the response of the first page, which stands last
        qingwen("fetch", server.url("/a"), "--delay", "0", "--archive", str(tmp_path), "-o", str(tmp_path / "x"))
    pages = [page for page in read_sources([str(file)]) if isinstance(page, Page)]
    assert [(page.url, page.further.bodies) for page in pages] == [(server.url("/a"), ())]


def test_raw_pages_are_kept_each(tmp_path: Path) -> None:
    routes = site("/d/5", "/d/5/2")
    with Server(routes) as server:
        qingwen("fetch", server.url("/d/5"), "--delay", "0", "--no-clean", "-o", str(tmp_path))
    kept = sorted(tmp_path.glob("*.html"), key=lambda path: len(path.name))
    assert [path.read_bytes() for path in kept] == [answer.body for answer in routes.values()]


def test_a_document_of_which_one_page_changed_is_written_anew(tmp_path: Path) -> None:
    routes = site("/d/5", "/d/5/2")
    with Server(routes) as server:
        for last in (routes["/d/5/2"], routes["/d/5/2"], Answer(sheet(3, None).body)):
            server.routes["/d/5/2"] = last
            qingwen("fetch", server.url("/d/5"), "--delay", "0", "--archive", str(tmp_path), "-o", str(tmp_path / "x"))
    pages = [page for page in read_sources([str(path) for path in tmp_path.glob("*.gz")]) if isinstance(page, Page)]
    assert [page.further.bodies for page in pages] == [(routes["/d/5/2"].body,), (sheet(3, None).body,)]
