"""What outcomes of visits leave in documents.jsonl, documents/ and the state; what a killed run left is mended."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cleaners import clean
from cleaners.document import Document, Rejection
from output.atomic import AtomicFile
from scraper.collection.configuration import Output
from scraper.collection.emit import Emitter
from scraper.collection.places import Places
from scraper.collection.recovery import mend
from scraper.collection.revisit import iso
from scraper.collection.rows import Found
from scraper.collection.state import State
from scraper.collection.visits import Receipt, Visits

NIGHT = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)
ALL = Output(formats=("jsonl", "text", "markdown"))
BODY = "春天里我们在河堤上种下了第一批树苗,大家都很高兴。" * 3


def document(url: str, title: str = "植树讲话", text: str = BODY) -> Document:
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"
    return clean(html.encode(), url=url, source=url)


class Night:
    """One run's hands, without a network."""

    def __init__(self, folder: Path, output: Output = ALL, night: int = 1) -> None:
        self.places = Places(folder)
        self.state = State(self.places.state)
        self.now = NIGHT + timedelta(days=night)
        self.run = self.state.begin_run(iso(self.now))
        self.emitter = Emitter(self.places, output)
        self.visits = Visits(self.state, self.emitter, run=self.run, software="1", clock=lambda: self.now)

    def find(self, *urls: str) -> None:
        with self.state.transaction():
            self.state.add([Found(url) for url in urls], (), iso(self.now))

    def clean(self, url: str, text: str = BODY, title: str = "植树讲话") -> str:
        address = self.state.address(url)
        assert address is not None
        return self.visits.cleaned(address, Receipt(etag=f'"{len(text)}"'), document(url, title, text))

    def fail(self, url: str, reason: str) -> bool:
        address = self.state.address(url)
        assert address is not None
        return self.visits.failed(address, Rejection(url, "fetch", reason, url=url))

    def end(self) -> None:
        self.visits.commit()
        self.state.end_run(self.run, iso(self.now), "done", self.visits.counts)
        self.state.close()


def records(folder: Path) -> list[tuple[str, str]]:
    lines = (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    return [(record["url"], record["text"]) for record in map(json.loads, lines)]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in (folder / "documents").rglob("*") if path.is_file())


def first_night(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    night = Night(folder)
    night.find("http://a/1", "http://a/2", "http://a/3")
    assert [night.clean("http://a/1"), night.clean("http://a/2", BODY + "又一段。")] == ["new", "new"]
    assert night.clean("http://a/3") == "duplicate"
    night.end()
    return folder


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return first_night(tmp_path / "collection")


def test_new_documents_are_written_in_every_format_and_a_duplicate_in_none(first: Path) -> None:
    assert [url for url, _ in records(first)] == ["http://a/1", "http://a/2"]
    assert [Path(name).suffix for name in files(first)].count(".md") == 2 and len(files(first)) == 4
    with State(first / "state.db") as state:
        duplicate = state.current("http://a/3")
        assert duplicate is not None and (duplicate.duplicate_of, duplicate.places) == ("http://a/1", ())


def test_a_changed_page_gives_a_new_version_and_the_old_one_stays(first: Path) -> None:
    before = {name: (first / name).read_bytes() for name in files(first)}
    night = Night(first, night=2)
    assert night.clean("http://a/1") == "unchanged"
    assert night.clean("http://a/2", BODY + "改了。", title="另一个题目") == "changed"
    night.end()
    assert [url for url, _ in records(first)] == ["http://a/1", "http://a/2", "http://a/2"]
    assert [text.endswith("改了。") for _, text in records(first)] == [False, False, True]
    earlier = [name for name in files(first) if "/earlier/" in name]
    assert len(earlier) == 2 and len(files(first)) == 6
    gone = set(before) - set(files(first))
    assert sorted((first / name).read_bytes() for name in earlier) == sorted(before[name] for name in gone)
    with State(first / "state.db") as state:
        version = state.current("http://a/2")
        assert version is not None and version.version == 2
        assert all((first / place).exists() for place in version.places)
        address = state.address("http://a/2")
        assert address is not None and address.changes == 1 and address.etag


def test_the_records_stay_where_their_first_document_changes(first: Path) -> None:
    before = records(first)
    night = Night(first, night=2)
    assert night.clean("http://a/1", BODY + "改了。") == "changed"
    night.end()
    assert records(first)[:-1] == before and len(records(first)) == 3


def test_a_page_that_vanished_is_marked_and_its_document_stays(first: Path) -> None:
    before = files(first), records(first)
    night = Night(first, night=2)
    night.find("http://a/4")
    assert night.fail("http://a/1", "http-404")
    assert not night.fail("http://a/4", "http-404")  # was never there
    assert not night.fail("http://a/2", "timeout")
    night.end()
    assert (files(first), records(first)) == before
    with State(first / "state.db") as state:
        assert state.statuses() == {"failed": 2, "kept": 1, "vanished": 1}
        assert next(state.troubled()).error == "http-404 [fetch: http-404]"
    night = Night(first, night=3)
    assert night.fail("http://a/1", "http-404")
    assert night.visits.counts == {"unchanged": 1}
    night.end()


def test_a_page_that_comes_to_repeat_another_is_kept_among_the_earlier_ones_alone(first: Path) -> None:
    night = Night(first, night=2)
    assert night.clean("http://a/2") == "duplicate"
    night.end()
    assert len(records(first)) == 2
    assert [Path(name).parent.name for name in files(first)].count("earlier") == 2
    assert len(files(first)) == 4


def change(night: Night) -> None:
    assert night.clean("http://a/2", BODY + "改了。", title="另一个题目") == "changed"


def test_an_uncommitted_batch_is_mended_and_written_again_to_the_same_files(first: Path) -> None:
    killed = Night(first, night=2)
    change(killed)
    killed.emitter.flush()  # documents are written, the state is not
    killed.visits.abandon()
    killed.state.close()
    (first / "documents.jsonl").open("ab").write(b'{"id": "half')
    AtomicFile(first / "documents" / "x.txt").stream.close()
    with State(first / "state.db") as state:
        interrupted, cut, swept = mend(Places(first), state)
        assert interrupted.startswith("run 2 of 2026-03-03T02:00:00Z was interrupted")
        assert "bytes of an interrupted run taken away" in cut and "unfinished files" in swept
        assert list(mend(Places(first), state)) == [interrupted]
    undisturbed = first_night(first.parent / "undisturbed")
    for folder in (first, undisturbed):
        night = Night(folder, night=2)
        change(night)
        night.end()
    assert records(first) == records(undisturbed)
    assert {name: (first / name).read_bytes() for name in files(first)} == {
        name: (undisturbed / name).read_bytes() for name in files(undisturbed)
    }


def test_records_that_someone_removed_are_noticed(first: Path) -> None:
    (first / "documents.jsonl").unlink()
    with State(first / "state.db") as state:
        (line,) = mend(Places(first), state)
        assert "bytes that were written are gone" in line
        assert not list(mend(Places(first), state))


def test_documents_of_one_name_keep_their_earlier_versions_apart(tmp_path: Path) -> None:
    output = Output(formats=("text",), name="{title}")
    night = Night(tmp_path, output)
    night.find("http://a/1", "http://a/2")
    night.clean("http://a/1")
    night.clean("http://a/2", BODY + "二。")
    night.end()
    night = Night(tmp_path, output, night=2)
    for url, text in (("http://a/1", BODY + "一改。"), ("http://a/2", BODY + "二改。")):
        assert night.clean(url, text) == "changed"
    night.end()
    names = files(tmp_path)
    assert len(names) == 4 and sum("/earlier/" in name for name in names) == 2
    current = "".join((tmp_path / name).read_text(encoding="utf-8") for name in names if "/earlier/" not in name)
    assert "一改。" in current and "二改。" in current
