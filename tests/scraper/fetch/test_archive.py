"""The archive: WARC files that any tool reads, and that a kill cannot spoil."""

from __future__ import annotations

import asyncio
import gzip
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from cleaners.document import Page
from scraper.fetch import Archive, Fetched, Fetcher, FetchOptions, FetchRequest
from scraper.sources import read_sources
from tests.server import Answer, Server

BODY = "<html><body><p>磨坊的水车已经停了二十年。</p></body></html>".encode()


def fetch(archive: Archive, *urls: str) -> list[Fetched]:
    known = archive.answers()

    def request(url: str) -> FetchRequest:
        return FetchRequest(url=url, earlier=known[url].place if url in known else None)

    async def every() -> list[Fetched]:
        async with Fetcher(FetchOptions(delay=0), archive) as fetcher:
            answers = [await fetcher.fetch(request(url)) for url in urls]
        assert all(isinstance(answer, Fetched) for answer in answers), answers
        return answers  # type: ignore[return-value]

    return asyncio.run(every())


def records(folder: Path) -> list[tuple[str, str | None]]:
    found = []
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                record.content_stream().read()
                found.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI")))
    return found


def test_what_came_over_the_wire_is_kept_and_read_back(tmp_path: Path) -> None:
    packed = Answer(
        gzip.compress(BODY), headers={"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip"}
    )
    with Server({"/a": packed, "/b": Answer(BODY)}) as server:
        urls = [server.url("/a"), server.url("/b")]
        fetched = fetch(Archive(tmp_path), *urls)
    assert [kind for kind, _ in records(tmp_path)] == ["warcinfo", "response", "request", "response", "request"]
    pages = [page for page in read_sources([str(tmp_path)]) if isinstance(page, Page)]
    assert [page.body for page in pages] == [BODY, BODY]
    assert [page.url for page in pages] == urls
    assert [page.fetched_at for page in pages] == [got.page and got.page.fetched_at for got in fetched]
    assert [page.source for page in pages] == [
        f"{tmp_path / name}#{offset}" for name, offset in (got.archived or ("", 0) for got in fetched)
    ]


def test_an_unchanged_page_is_a_revisit(tmp_path: Path) -> None:
    with Server({"/a": Answer(BODY)}) as server:
        fetch(Archive(tmp_path), server.url("/a"))
        fetch(Archive(tmp_path), server.url("/a"))
    assert [kind for kind, _ in records(tmp_path)] == ["warcinfo", "response", "request", "revisit", "request"]
    assert len(list(read_sources([str(tmp_path)]))) == 1


def test_files_are_rolled_by_size(tmp_path: Path) -> None:
    with Server({f"/{number}": Answer(BODY) for number in range(3)}) as server:
        fetch(Archive(tmp_path, roll_size=1), *(server.url(f"/{number}") for number in range(3)))
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"qingwen-{number:05d}.warc.gz" for number in (1, 2, 3)]


@pytest.mark.parametrize("cut", [1, 7, 100, 300])
def test_a_record_that_a_kill_cut_is_cut_off(tmp_path: Path, cut: int) -> None:
    with Server({"/a": Answer(BODY), "/b": Answer(BODY)}) as server:
        fetch(Archive(tmp_path), server.url("/a"), server.url("/b"))
        path = tmp_path / "qingwen-00001.warc.gz"
        path.write_bytes(path.read_bytes()[:-cut])
        archive = Archive(tmp_path)
        assert archive.mended > 0
        fetch(archive, server.url("/b"))
    assert ("response", server.url("/a")) in records(tmp_path)
    assert records(tmp_path)[-1][1] == server.url("/b")


def test_secrets_do_not_get_into_the_archive(tmp_path: Path) -> None:
    with Server({"/a": Answer(BODY)}) as server:
        fetch(Archive(tmp_path), server.url("/a").replace("http://", "http://ann:secret@"))
    raw = gzip.decompress((tmp_path / "qingwen-00001.warc.gz").read_bytes())
    assert b"secret" not in raw
    assert b"uthorization" not in raw
