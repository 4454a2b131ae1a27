"""``qingwen collect`` from the folder to the exit code: configuration, lock, state, fetcher, run."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from cleaners.document import Rejection
from cleaners.options import CleanOptions
from cleaners.profile import ProfileError
from cleaners.site import host_of
from output.terminal import one_line
from scraper.collection.addresses import listed
from scraper.collection.configuration import Configuration, Fetching, Source, load_configuration
from scraper.collection.database import StateError
from scraper.collection.discover import Discovery
from scraper.collection.lock import LockedError, hold
from scraper.collection.places import Places
from scraper.collection.recovery import mend
from scraper.collection.replay import Replay
from scraper.collection.revisit import iso
from scraper.collection.run import Run, Setting
from scraper.collection.state import State
from scraper.collection.tables import ConfigurationError
from scraper.collection.wire import Wire, close, event_loop
from scraper.engines import Engine
from scraper.exit_codes import LOCKED, OK, SOME_FAILED, WRONG_USAGE
from scraper.fetch import Archive, Fetcher, FetchOptions
from scraper.profiles import load_profiles
from scraper.report import Reporter


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says of a run.

    Attributes:
        max_time: seconds after which nothing more is begun.
        cores: worker processes where the configuration names none.
    """

    max_time: float | None
    cores: int


def collect(folder: Path, wishes: Wishes, reporter: Reporter) -> int:
    """Do one run of a collection; return the exit code of the contract."""

    def work(run: Run, setting: Setting, state: State) -> int:
        archive, replay = _archive(setting.places, state, reporter)
        with _wire(setting.configuration, setting.places, archive, replay) as wire:
            return run.go(wire)

    return _run(folder, wishes, reporter, work)


def reclean(folder: Path, wishes: Wishes, reporter: Reporter) -> int:
    """Clean every page of the archive again; return the exit code of the contract."""

    def work(run: Run, setting: Setting, state: State) -> int:
        _, replay = _archive(setting.places, state, reporter)
        return run.reclean(replay)

    return _run(folder, wishes, reporter, work)


def _run(folder: Path, wishes: Wishes, reporter: Reporter, work: Callable[[Run, Setting, State], int]) -> int:
    places = Places(folder)
    try:
        setting = _setting(places, wishes, reporter)
        with hold(places.lock, iso(setting.clock())), State(places.state) as state:
            tags = {tag for source in setting.configuration.sources for tag in source.tags}
            for line in mend(places, state, tags):
                reporter.note(line)
            return work(Run(setting, state, reporter), setting, state)
    except LockedError as error:
        reporter.error(f"{folder}: {error}")
        return LOCKED
    except (ConfigurationError, ProfileError, StateError) as error:
        reporter.error(str(error))
    except OSError as error:
        reporter.error(f"{error.filename or folder}: {error.strerror or error}")
    return WRONG_USAGE


def preview(folder: Path, wishes: Wishes, reporter: Reporter) -> int:
    """Write to standard output what a run would fetch, one address a line; nothing in the folder changes."""
    places, failed = Places(folder), False
    try:
        setting = _setting(places, wishes, reporter)
        now = iso(setting.clock())
        with State(places.state, scratch=True) as state, _wire(setting.configuration, places) as wire:
            discovery = Discovery(folder, state, wire.get, now, lambda: True)
            for source in setting.configuration.sources:
                for outcome in discovery.read(source):
                    if isinstance(outcome, Rejection):
                        failed = True
                        reporter.failed(outcome)
            state.forget_the_future(now)
            for address in state.due(now):
                sys.stdout.write(one_line(address.url) + "\n")
    except (ConfigurationError, ProfileError, StateError) as error:
        reporter.error(str(error))
        return WRONG_USAGE
    return SOME_FAILED if failed else OK


def _setting(places: Places, wishes: Wishes, reporter: Reporter) -> Setting:
    configuration = load_configuration(places.configuration)
    if not configuration.sources:
        reporter.note(f"{places.configuration}: no [[source]] yet, so there is nothing to find")
    clean = configuration.clean
    profiles = load_profiles(places.folder / clean.profiles) if clean.profiles else ()
    return Setting(
        places=places,
        configuration=configuration,
        options=CleanOptions(script=clean.script, punctuation=clean.punctuation, profiles=profiles),
        engine=Engine(clean.jobs or wishes.cores),
        software=version("qingwen"),
        clock=lambda: datetime.now(UTC),
        max_time=wishes.max_time,
    )


@contextmanager
def _wire(
    configuration: Configuration, places: Places, archive: Archive | None = None, replay: Replay | None = None
) -> Iterator[Wire]:
    """Open the fetcher in an event loop of its own."""
    options = _fetch_options(configuration.fetch, places)
    addresses = (address for source in configuration.sources for address in _named(source, places))
    named = frozenset(host for address in addresses if (host := host_of(address)))
    with event_loop() as loop:
        fetcher = Fetcher(options, archive)
        try:
            yield Wire(fetcher, loop, named, replay)
        finally:
            asyncio.run_coroutine_threadsafe(close(fetcher), loop).result()


def _named(source: Source, places: Places) -> Iterator[str]:
    """Yield the addresses that the user gave himself, in the configuration or in a file that it names."""
    if source.kind != "file":
        yield from source.addresses
        return
    with suppress(OSError, UnicodeDecodeError):  # said where the source is read
        yield from (whole for _, _, whole in listed(places.folder / source.addresses[0]) if whole)


def _archive(places: Places, state: State, reporter: Reporter) -> tuple[Archive, Replay]:
    """Open the archive, to be written and to be read; mend it behind where it stood when a run ended in good order."""
    prefix = f"{places.archive.name}/"
    lengths = {path.removeprefix(prefix): size for path, size in state.lengths().items() if path.startswith(prefix)}
    archive = Archive(places.archive, sound=lengths)
    if archive.mended:
        reporter.note(f"archive: {archive.mended} bytes of a document that was cut off taken away")
    return archive, Replay(places.archive, lengths)


def _fetch_options(fetch: Fetching, places: Places) -> FetchOptions:
    """Return the options of the fetcher; a file is meant from the collection's folder on."""
    values = {key: value for key, value in asdict(fetch).items() if value is not None}
    split = (text.partition(":") for text in values.pop("header"))
    values["headers"] = tuple((name.strip(), value.strip()) for name, _, value in split)
    if fetch.cookies:
        values["cookies"] = places.folder / fetch.cookies
    return FetchOptions(**values)
