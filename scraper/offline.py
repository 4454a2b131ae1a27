"""The run without a network: saved pages in, documents out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing

from scraper.exit_codes import WRONG_USAGE
from scraper.report import Reporter
from scraper.run import Settings, run
from scraper.sources import holds_one_page, read_sources
from scraper.target import STDOUT, Place


def clean_sources(sources: Sequence[str], settings: Settings) -> int:
    """Clean files, folders and standard input; return the exit code."""
    to_terminal = settings.target.place is Place.STDOUT and os.isatty(STDOUT)
    with closing(Reporter(settings.verbosity, bar=not to_terminal)) as reporter:
        if not all(sources):
            reporter.error("a source is empty: give a path, or - for standard input")
            return WRONG_USAGE
        written = {os.path.realpath(path) for path in settings.written_paths}
        if source := next((source for source in sources if os.path.realpath(source) in written), None):
            reporter.error(f"{source}: is a source and the output as well")
            return WRONG_USAGE
        alone = len(sources) == 1 and holds_one_page(sources[0])
        return run(read_sources(sources, settings.written_paths), settings, reporter, alone=alone)
