"""The state: addresses in their order, visits, versions, lists; migrations; a file that is no database."""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from scraper.collection.database import StateError
from scraper.collection.rows import Found, Seen, Version
from scraper.collection.state import State

NIGHT, MORNING, NEXT = "2026-03-01T02:00:00Z", "2026-03-01T08:00:00Z", "2026-03-02T02:00:00Z"


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with State(tmp_path / "state.db") as state:
        yield state


def version(url: str, number: int = 1, sha256: str = "aa", duplicate_of: str | None = None) -> Version:
    return Version(
        url=url,
        version=number,
        id="1234",
        record="r",
        sha256=sha256,
        title="题",
        duplicate_of=duplicate_of,
        places=("documents.jsonl",),
        archived=None,
        software="1",
        run=1,
        written_at=NIGHT,
    )


def test_new_addresses_come_first_in_the_order_of_finding_then_those_due_longest(state: State) -> None:
    assert state.add([Found("http://a/z"), Found("http://a/y"), Found("http://a/x")], (), NIGHT) == 3
    for address in state.due(NIGHT):
        if address.url != "http://a/y":
            due = MORNING if address.url.endswith("z") else NIGHT
            state.save(replace(address, visits=1, status="kept", next_visit=due))
    assert state.add([Found("http://a/z"), Found("http://a/w")], (), MORNING) == 1
    assert [address.url[-1] for address in state.due(MORNING)] == ["y", "w", "x", "z"]
    assert [address.url[-1] for address in state.due(NIGHT)] == ["y", "x"]
    assert state.statuses() == {"kept": 2, "new": 2}


def test_more_than_a_page_is_due_and_each_comes_once_though_saved_on_the_way(state: State) -> None:
    with state.transaction():
        state.add((Found(f"http://a/{number}") for number in range(1234)), (), NIGHT)
    seen = []
    for address in state.due(NIGHT):
        seen.append(address.url)
        state.save(replace(address, visits=1, next_visit=NEXT))
    assert seen == [f"http://a/{number}" for number in range(1234)]


def test_tags_of_several_sources_add_up(state: State) -> None:
    for tags in (["b"], ["a"], ["b"], []):
        state.add([Found("http://a/")], tags, NIGHT)
    address = state.address("http://a/")
    assert address is not None and address.tags == ("a", "b")


def test_an_address_is_due_at_once_where_its_source_says_that_it_changed(state: State) -> None:
    state.add([Found("http://a/", "2026-02-01")], (), NIGHT)
    (address,) = state.due(NIGHT)
    state.save(replace(address, visits=1, next_visit=NEXT))
    state.add([Found("http://a/", "2026-02-01")], (), MORNING)
    assert not list(state.due(MORNING))
    state.add([Found("http://a/", "2026-03-01")], (), MORNING)
    assert [address.url for address in state.due(MORNING)] == ["http://a/"]


def test_a_clock_that_was_put_back_does_not_put_visits_off(state: State) -> None:
    state.add([Found("http://a/")], (), NIGHT)
    (address,) = state.due(NIGHT)
    state.save(replace(address, visits=1, last_visit="2031-01-01T00:00:00Z", next_visit="2031-01-02T00:00:00Z"))
    assert not list(state.due(NIGHT))
    assert state.forget_the_future(NIGHT) == 1
    assert len(list(state.due(NIGHT))) == 1


def test_the_same_text_is_found_where_it_is_current_and_was_written(state: State) -> None:
    state.add([Found("http://a/1"), Found("http://a/2"), Found("http://a/3")], (), NIGHT)
    state.begin_run(NIGHT)
    state.record(version("http://a/1"))
    state.record(version("http://a/2", duplicate_of="http://a/1"))
    same = state.same_text("aa", "http://a/3")
    assert same is not None and same.url == "http://a/1"
    assert state.same_text("aa", "http://a/1") is None
    state.record(version("http://a/1", 2, "bb"))
    assert state.same_text("aa", "http://a/3") is None
    current = state.current("http://a/1")
    assert current is not None and current.version == 2
    assert state.count_documents() == {"documents": 1, "earlier_versions": 1, "duplicates": 1}
    assert [(one.url[-1], one.version) for one in state.versions()] == [("1", 1), ("1", 2), ("2", 1)]


def test_lists_runs_and_lengths_are_kept(tmp_path: Path) -> None:
    with State(tmp_path / "state.db") as state:
        assert state.seen("http://a/", "x") == Seen()
        state.see("http://a/", "x", Seen("e", "m", "d", True))
        run = state.begin_run(NIGHT)
        state.set_length("documents.jsonl", 12)
    with State(tmp_path / "state.db") as state:
        assert state.seen("http://a/", "x") == Seen("e", "m", "d", True)
        assert state.seen("http://a/", "y") == Seen()
        last = state.last_run()
        assert last is not None and (last.number, last.finished_at) == (run, None)
        state.end_run(run, MORNING, "done", {"new": 3})
        last = state.last_run()
        assert last is not None and (last.outcome, last.counts) == ("done", {"new": 3})
        assert state.lengths() == {"documents.jsonl": 12}


def test_a_transaction_that_raises_leaves_nothing(state: State) -> None:
    with pytest.raises(KeyError), state.transaction():
        state.add([Found("http://a/")], (), NIGHT)
        raise KeyError
    assert state.count_addresses() == 0


def test_every_migration_is_applied_once_and_by_name(tmp_path: Path) -> None:
    for _ in range(2):
        State(tmp_path / "state.db").close()
    with sqlite3.connect(tmp_path / "state.db") as database:
        assert database.execute("SELECT name FROM migration").fetchall() == [("001-addresses-documents-runs",)]
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        database.execute("INSERT INTO migration VALUES ('999-of-the-future')")
    database.close()
    with pytest.raises(StateError, match="made by a later version of qingwen"):
        State(tmp_path / "state.db")


def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    path.write_bytes(b"no database " * 1000)
    with pytest.raises(StateError, match=r"state\.db: file is not a database"):
        State(path)
    assert path.read_bytes() == b"no database " * 1000


def _keep_busy(path: Path, ready: Event, over: Event) -> None:
    with State(path) as state, state.transaction():
        ready.set()
        over.wait(60)


def test_a_database_that_another_process_holds_is_an_error_after_a_while(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready, over = context.Event(), context.Event()
    other = context.Process(target=_keep_busy, args=(tmp_path / "state.db", ready, over))
    other.start()
    assert ready.wait(60)
    with State(tmp_path / "state.db") as state, pytest.raises(StateError, match="database is locked"):
        state.add([Found("http://a/")], (), NIGHT)
    over.set()
    other.join()
