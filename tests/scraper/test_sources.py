"""Sources: files, folders and compressed bytes, as people and attackers leave them."""

from __future__ import annotations

import gzip
import os
import zlib
from datetime import date
from pathlib import Path

import pytest

from cleaners.document import Page, Rejection
from scraper.sources import SKIPPED, holds_one_page, read_sources

HTML = "<!doctype html><html><body><p>正文</p></body></html>".encode()


def read(*sources: Path, leave_out: list[Path] | None = None) -> list[Page | Rejection]:
    return list(read_sources([str(source) for source in sources], leave_out or []))


def outcome(found: Page | Rejection) -> str:
    return "page" if isinstance(found, Page) else found.reason


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(HTML)
    (page,) = read(path)
    assert isinstance(page, Page)
    assert (page.body, page.source, page.url, page.fetched_at) == (HTML, str(path), None, None)


def test_nothing_is_dated_after_the_file_itself(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(HTML)
    os.utime(path, (1718064000, 1718064000))  # 2024-06-11T00:00Z
    (page,) = read(path)
    assert isinstance(page, Page) and page.not_after
    assert date.fromisoformat(page.not_after) == date(2024, 6, 11)


def test_a_folder_is_walked_in_a_stable_order(tmp_path: Path) -> None:
    for name in ["b.html", "a/z.html", "a/b/y.html", "c", ".hidden/x.html", ".x.html"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(HTML)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    sources = [page.source for page in read(tmp_path)]
    assert [os.path.relpath(source, tmp_path) for source in sources] == ["a/b/y.html", "a/z.html", "b.html", "c"]


def test_what_is_no_page_is_passed_over_in_a_folder_and_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "page_files").mkdir()
    others = {
        "page_files/style.css": b"p { color: red }",
        "page_files/app.js": b"let a = 1;",
        "page_files/logo": b"\x89PNG\r\n\x1a\n",
        "paper.html": b"%PDF-1.7\n",
    }
    for name, data in others.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "page.js").write_bytes(HTML)  # told by content
    assert sorted(map(outcome, read(tmp_path))) == ["page", *[SKIPPED] * 4]
    assert [outcome(found) for found in read(tmp_path / "paper.html")] == ["binary"]


@pytest.mark.parametrize("files", [{}, {"a.css": b"p {}"}])
def test_a_folder_without_pages_is_a_failure(tmp_path: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert outcome(read(tmp_path)[-1]) == "no-pages"


def test_what_cannot_be_read_is_one_rejection_each(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_bytes(HTML)
    (tmp_path / "dangling.html").symlink_to(tmp_path / "nowhere")
    assert [outcome(found) for found in read(tmp_path, tmp_path / "missing.html")] == ["missing", "page", "missing"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_is_forbidden_is_a_rejection(tmp_path: Path) -> None:
    page, folder = tmp_path / "page.html", tmp_path / "folder"
    folder.mkdir()
    for path in (page, folder / "page.html"):
        path.write_bytes(HTML)
    page.chmod(0)
    folder.chmod(0)
    found = read(page, folder, folder / "page.html")
    folder.chmod(0o700)
    assert [outcome(one) for one in found] == ["forbidden"] * 3


def test_whether_a_source_can_hold_several_pages_is_told_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(HTML)
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "pages.warc.gz").write_bytes(gzip.compress(b"WARC/1.1\r\n"))
    (tmp_path / "secret.html").write_bytes(HTML)
    (tmp_path / "secret.html").chmod(0)
    names = ["page.html", "circle", "secret.html", "missing", "x" * 300, "pages.warc.gz", "."]
    assert [holds_one_page(str(tmp_path / name)) for name in names] == [True] * 5 + [False] * 2


def test_what_the_run_writes_is_no_source(tmp_path: Path) -> None:
    for name in ["page.html", "out/page.txt", "all.txt"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(HTML)
    found = read(tmp_path, leave_out=[tmp_path / "out", tmp_path / "all.txt"])
    assert [page.source for page in found] == [str(tmp_path / "page.html")]


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xc4\xe3.html")
    path.write_bytes(HTML)
    (page,) = read(path)
    page.source.encode()
    assert page.source.endswith("\ufffd\ufffd.html")


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(HTML),
        gzip.compress(HTML[:10]) + gzip.compress(HTML[10:]),
        gzip.compress(HTML) + b"\0" * 512,
    ],
    ids=["one member", "two members", "padded"],
)
def test_gzip_is_undone_whatever_the_name(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "page"
    path.write_bytes(data)
    (page,) = read(path)
    assert isinstance(page, Page) and page.body == HTML


@pytest.mark.parametrize(
    "data",
    [gzip.compress(HTML)[:-9], gzip.compress(HTML)[:12], b"\x1f\x8b", gzip.compress(HTML)[:-8] + b"\1" * 8],
    ids=["cut", "cut early", "header", "checksum"],
)
def test_damaged_gzip_is_a_rejection(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "page.gz"
    path.write_bytes(data)
    assert [outcome(found) for found in read(path)] == ["corrupt"]


def test_a_bomb_stops_at_the_bound(tmp_path: Path) -> None:
    path = tmp_path / "bomb.gz"
    squeeze = zlib.compressobj(9, wbits=31)
    with path.open("wb") as file:
        for _ in range(1024):
            file.write(squeeze.compress(bytes(1 << 20)))
        file.write(squeeze.flush())
    assert path.stat().st_size < 2_000_000
    assert [outcome(found) for found in read(path)] == ["too-large"]


def test_a_file_larger_than_any_page_is_a_rejection(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(70 << 20)
    assert [outcome(found) for found in read(path)] == ["too-large"]
