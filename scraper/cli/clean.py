"""``qingwen clean``: saved pages become documents."""

from __future__ import annotations

from typing import Annotated

import typer

from scraper.cli.options import (
    DropsOption,
    FormatOption,
    JobsOption,
    LogFormat,
    LogFormatOption,
    NameOption,
    OutputOption,
    ProfilesOption,
    Punctuation,
    PunctuationOption,
    QuietOption,
    ScriptOption,
    VerboseOption,
    settings,
    verbosity,
)


def clean(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...", help="Files, folders, or - for standard input; .gz of any.", show_default=False
        ),
    ],
    output: OutputOption = None,
    form: FormatOption = None,
    script: ScriptOption = "keep",
    punctuation: PunctuationOption = Punctuation.keep,
    profiles: ProfilesOption = None,
    drops: DropsOption = None,
    jobs: JobsOption = None,
    name: NameOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    log_format: LogFormatOption = LogFormat.text,
) -> int:
    """Clean saved pages: HTML and text dumps, told by their content."""
    from scraper.offline import clean_sources

    chosen = settings(
        output=output,
        form=form,
        script=script,
        punctuation=punctuation,
        profiles=profiles,
        drops=drops,
        jobs=jobs,
        name=name,
        verbosity=verbosity(quiet, verbose, log_format),
    )
    return clean_sources(sources, chosen)
