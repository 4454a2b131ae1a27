"""Pages in, documents out, an exit code at the end: what every command that cleans has in common."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from cleaners.document import Document, Page, Rejection
from cleaners.options import CleanOptions
from output.drops import DropsFile
from output.sinks import Sink
from scraper.cleaning import clean_pages
from scraper.engines import Engine
from scraper.exit_codes import ALL_FAILED, INTERRUPTED, OK, SOME_FAILED, WRONG_USAGE
from scraper.interrupt import Interrupts
from scraper.report import Reporter, Verbosity
from scraper.sources import SKIPPED
from scraper.target import Target


class Settings(NamedTuple):
    """What the shared options of the command line come to."""

    options: CleanOptions
    engine: Engine
    target: Target
    verbosity: Verbosity
    drops: Path | None = None

    @property
    def written_paths(self) -> list[Path]:
        """Files and folders that a run writes: no sources of it."""
        paths = [self.drops] if self.drops else []
        return paths if self.target.path == Path() else [*paths, self.target.path]


class OutputError(Exception):
    """Writing failed, which ends a run; ``quiet`` where the reader of a pipe has gone away."""

    def __init__(self, place: str, error: OSError) -> None:
        super().__init__(f"cannot write {place}: {error.strerror or error}")
        self.quiet = isinstance(error, BrokenPipeError)


@contextmanager
def _writing(place: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(place, error) from error


def run(
    pages: Iterable[Page | Rejection | None],
    settings: Settings,
    reporter: Reporter,
    *,
    alone: bool,
    ask_to_end: Callable[[], None] | None = None,
) -> int:
    """Clean pages and write the documents; return the exit code of the contract.

    Args:
        pages: what the sources gave, as they give it; ``None`` where there is nothing at the moment. Read in this
            thread.
        settings: what the user chose.
        reporter: says what happens; not closed here.
        alone: there is one source, and it gives one document at most.
        ask_to_end: makes ``pages`` come to an end soon; called at the first Ctrl-C, so that what is in flight is
            finished and written.
    """
    interrupts = Interrupts(ask_to_end)
    try:
        writer = _Writer(settings, reporter, alone=alone)
    except OSError as error:
        reporter.error(f"cannot write {error.filename or settings.target}: {error.strerror or error}")
        return WRONG_USAGE
    interrupted = False
    try:
        try:
            _drain(clean_pages(pages, settings.engine, settings.options), writer, interrupts)
        except KeyboardInterrupt:
            interrupted = True
        writer.close()
    except OutputError as error:
        writer.abort()
        if not error.quiet:
            reporter.error(str(error))
            return SOME_FAILED if writer.done else ALL_FAILED
    return INTERRUPTED if interrupted or interrupts.asked else writer.exit_code


def _drain(outcomes: Generator[Document | Rejection, None, None], writer: _Writer, interrupts: Interrupts) -> None:
    with interrupts.watch(), closing(outcomes):
        for outcome in outcomes:
            with interrupts.shield():
                writer.take(outcome)


class _Writer:
    """Takes outcomes: documents to the sink, their removed lines to the drops file, failures to the reporter."""

    def __init__(self, settings: Settings, reporter: Reporter, *, alone: bool) -> None:
        self._reporter = reporter
        self._place = str(settings.target)
        self.done = 0
        self.failed = 0
        self._sink: Sink = settings.target.open(alone=alone)  # first: it makes the folder, where drops may go as well
        self._drops_place = str(settings.drops)
        try:
            self._drops = DropsFile(settings.drops) if settings.drops else None
        except OSError:
            self._sink.abort()
            raise

    @property
    def exit_code(self) -> int:
        if not self.failed:
            return OK
        return SOME_FAILED if self.done else ALL_FAILED

    def take(self, outcome: Document | Rejection) -> None:
        if isinstance(outcome, Document):
            self._write(outcome)
        elif outcome.reason == SKIPPED:
            self._reporter.passed_over(outcome)
        else:
            self.failed += 1
            self._reporter.failed(outcome)
        self._reporter.advance(self.done, self.failed)

    def _write(self, document: Document) -> None:
        with _writing(self._place):
            place = self._sink.write(document)
        self.done += 1
        if self._drops:
            with _writing(self._drops_place):
                self._drops.write(document)
        self._reporter.written(document, place)

    def close(self) -> None:
        """Finish the output; where no document came, leave what was there before."""
        if not self.done:
            self.abort()
            return
        with _writing(self._place):
            self._sink.close()
        if self._drops:
            with _writing(self._drops_place):
                self._drops.close()

    def abort(self) -> None:
        if not self._sink.abort():
            self.done = 0
        if self._drops:
            self._drops.abort()
