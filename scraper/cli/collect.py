"""``qingwen collect``: one run of a collection."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from scraper.cli.options import LogFormat, LogFormatOption, QuietOption, VerboseOption, cores, finite, verbosity


def collect(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the collection; see qingwen init.")],
    max_time: Annotated[
        float | None,
        typer.Option(
            "--max-time", callback=finite, min=0, metavar="SECONDS", help="End the run in good order after this."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only list what would be fetched; nothing in DIR changes.")
    ] = False,
    reclean: Annotated[
        bool, typer.Option("--reclean", help="Fetch nothing; clean the archived pages again, as after an update.")
    ] = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    log_format: LogFormatOption = LogFormat.text,
) -> int:
    """Do one run: fetch what is new or changed, clean it, emit it, and say what happened. Made for cron."""
    from scraper.collection.collect import Wishes, preview
    from scraper.collection.collect import collect as fetch_and_clean
    from scraper.collection.collect import reclean as clean_again
    from scraper.report import Reporter

    if dry_run and reclean:
        raise typer.BadParameter("--dry-run lists what would be fetched; --reclean fetches nothing")
    work = preview if dry_run else clean_again if reclean else fetch_and_clean
    with closing(Reporter(verbosity(quiet, verbose, log_format))) as reporter:
        return work(folder, Wishes(max_time, cores()), reporter)
