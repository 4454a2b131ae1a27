"""A state that was lost, learned again from the outputs and the archive, so that no document is written twice."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple, TypeGuard

from output.read_back import Facts, facts_of_file, facts_of_line, whole_lines
from scraper.collection.addresses import absolute
from scraper.collection.places import Places
from scraper.collection.replay import archived_pages
from scraper.collection.revisit import iso
from scraper.collection.rows import Found, Version
from scraper.collection.state import State

_NO_RUN = 0  # the runs that wrote the documents are forgotten


class _Written(NamedTuple):
    """A document where it stands; ``record`` is the digest of its line, empty where it is a file of its own."""

    facts: Facts
    place: str
    record: str


def learn(places: Places, state: State, tags: Collection[str]) -> int:
    """Tell a new state of the documents that are there; return how many it learned of, earlier versions included.

    Their addresses become due, as they are where the state knows nothing of a visit. A kill leaves the state as it was.

    Args:
        places: of the collection.
        state: knows no address.
        tags: that the sources give; the other ones of a record are its page's.

    Raises:
        OSError: outputs or archive cannot be read.
    """
    archived = archived_pages(places.archive)
    learned = 0
    with state.transaction():
        found = (Found(one.facts.source) for one in _written(places))
        state.add(found, (), iso(datetime.now(UTC)))
        for one in _written(places):
            _tag(one.facts, state, tags)
            learned += _take(one, state, archived.get((one.facts.source, one.facts.fetched_at)))
        state.set_length(places.records.name, sum(map(len, whole_lines(places.records))))
    return learned


def _take(one: _Written, state: State, archived: str | None) -> bool:
    """Take a document; return whether it is another version than the one before."""
    known = state.current(one.facts.source)
    if known and not one.record:  # else a line of its own for each version
        if known.sha256 == one.facts.sha256:
            state.correct(replace(known, places=(*known.places, one.place)))
            return False
        if one.facts.fetched_at <= known.written_at:  # of a format that was not asked for any more
            return False
    state.record(_version(one, known, archived))
    return True


def _tag(facts: Facts, state: State, tags: Collection[str]) -> None:
    given = tuple(sorted(set(facts.tags).intersection(tags)))
    if given and (address := state.address(facts.source)):
        state.save(replace(address, tags=given))


def _version(one: _Written, previous: Version | None, archived: str | None) -> Version:
    return Version(
        url=one.facts.source,
        version=previous.version + 1 if previous else 1,
        id=one.facts.id,
        sha256=one.facts.sha256,
        record=one.record,
        title=one.facts.title,
        duplicate_of=None,
        places=(one.place,),
        archived=archived,
        software="",
        run=_NO_RUN,
        written_at=one.facts.fetched_at,
    )


def _written(places: Places) -> Iterator[_Written]:
    """Yield the records in the order in which they were written, then the files, which are of current versions."""
    for line in whole_lines(places.records):
        if _is_collected(facts := facts_of_line(line)):
            yield _Written(facts, places.records.name, hashlib.sha256(line).hexdigest())
    if places.documents.is_dir():
        for path in sorted(path for path in places.documents.iterdir() if path.is_file()):
            if _is_collected(facts := facts_of_file(path)):
                yield _Written(facts, path.relative_to(places.folder).as_posix(), "")


def _is_collected(facts: Facts | None) -> TypeGuard[Facts]:
    return facts is not None and absolute(facts.source, "") == facts.source
