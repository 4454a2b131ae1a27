"""Messages: one line each, always on standard error, for people or for machines."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from cleaners.document import Document, Rejection
from output.terminal import one_line

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_STDERR = 2
_PATIENCE = 1.0  # seconds before a progress bar shows, so that short runs never load it
_REFRESH = 0.1


class Verbosity(NamedTuple):
    """How much is said, and how.

    Attributes:
        quiet: failures and errors only.
        verbose: a line for each document and each file passed over as well.
        json: JSON Lines instead of text.
    """

    quiet: bool = False
    verbose: bool = False
    json: bool = False


class Reporter:
    """Says what happens, and shows a progress bar where standard error is a terminal."""

    def __init__(self, verbosity: Verbosity, *, bar: bool = True) -> None:
        """Begin; ``bar`` is false where documents go to the same terminal."""
        self._verbosity = verbosity
        self._begun = self._refreshed = time.monotonic()
        self._bar = bar and not verbosity.quiet and not verbosity.json and os.isatty(_STDERR)
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._ahead: Callable[[], str] = str

    def tell_ahead(self, ahead: Callable[[], str]) -> None:
        """Let the progress bar say what lies ahead, too, in the words of ``ahead``."""
        self._ahead = ahead

    def failed(self, rejection: Rejection) -> None:
        """Report a source that gave no document."""
        where = rejection.source if rejection.url in (None, rejection.source) else f"{rejection.source} {rejection.url}"
        detail = rejection.detail or rejection.reason
        self._say(
            f"{where}: {detail} [{rejection.stage}: {rejection.reason}]",
            level="error",
            source=rejection.source,
            url=rejection.url,
            stage=rejection.stage,
            error=rejection.reason,
            detail=rejection.detail,
        )

    def passed_over(self, rejection: Rejection) -> None:
        """Report a file that is plainly no page; only where asked to be verbose."""
        if self._verbosity.verbose:
            self._say(f"{rejection.source}: skipped, {rejection.detail}", level="debug", source=rejection.source)

    def written(self, document: Document, place: str) -> None:
        """Report a document: one of which nothing is left, and any where asked to be verbose."""
        if not document.text and not self._verbosity.quiet:
            warning = "nothing-left"
            message = f"{document.source}: nothing of the page is left but its facts, so the text is empty [{warning}]"
            self._say(message, level="warning", source=document.source, url=document.url, warning=warning)
        if self._verbosity.verbose:
            facts = f"{len(document.lines)} paragraphs, {len(document.drops)} lines removed"
            self._say(f"{document.source} -> {place} ({facts})", level="debug", source=document.source, place=place)

    def note(self, message: str, **facts: Any) -> None:
        """Report something worth knowing that is no failure."""
        if not self._verbosity.quiet:
            self._say(message, level="info", **facts)

    def error(self, message: str, **facts: Any) -> None:
        """Report what ends the run or what makes its result incomplete."""
        self._say(message, level="error", error=message, **facts)

    def advance(self, done: int, failed: int) -> None:
        """Show how far the run is, a few times a second, on a terminal."""
        if not self._bar:
            return
        now = time.monotonic()
        if now - self._begun < _PATIENCE or now - self._refreshed < _REFRESH:
            return
        self._refreshed = now
        if self._progress is None:
            self._show_bar()
        if self._progress is not None and self._task is not None:
            rate = (done + failed) / (now - self._begun)
            words = [f"{done} done", f"{failed} failed", self._ahead(), f"{rate:.1f}/s"]
            self._progress.update(self._task, description=", ".join(filter(None, words)))
            self._progress.refresh()

    def close(self) -> None:
        """Take the progress bar away."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None

    def _show_bar(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
        # No thread of its own: workers are forked from this process.
        self._progress = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
        self._progress.start()
        self._task = self._progress.add_task("")

    def _say(self, message: str, **facts: Any) -> None:
        if self._verbosity.json:
            line = json.dumps({**facts, "message": one_line(message)}, ensure_ascii=True)
        else:
            line = f"qingwen: {one_line(message)}"
        if self._progress is not None:
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)
        elif sys.stderr is not None:  # closed by the caller; print would take standard output instead
            print(line, file=sys.stderr, flush=True)  # noqa: T201
