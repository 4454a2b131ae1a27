"""Options that several commands share, the same word everywhere, and what they come to."""

from __future__ import annotations

import os
from enum import StrEnum
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:  # imported where used, so that --help costs no more than typer
    from scraper.report import Verbosity
    from scraper.run import Settings


_SCRIPTS = ("keep", "simplified", "traditional")


class FormatName(StrEnum):
    """Formats of ``output.formats``."""

    text = "text"
    markdown = "markdown"
    json = "json"
    jsonl = "jsonl"


class Punctuation(StrEnum):
    """Widths of punctuation beside Han characters."""

    keep = "keep"
    full = "full"
    half = "half"


class LogFormat(StrEnum):
    """Forms of messages."""

    text = "text"
    json = "json"


OutputOption = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        help="A folder (one file a document), or a file whose ending names the format. Left out: standard output.",
    ),
]
FormatOption = Annotated[
    FormatName | None, typer.Option("-f", "--format", help="Format of the output; text if nothing else says.")
]
ScriptOption = Annotated[
    str,
    typer.Option("--script", metavar="keep|simplified|traditional|CONFIG", help="Script, or an OpenCC configuration."),
]
PunctuationOption = Annotated[
    Punctuation, typer.Option("--punctuation", help="Width of punctuation beside Han characters.")
]
ProfilesOption = Annotated[
    Path | None,
    typer.Option("--profiles", metavar="PATH", help="More site profiles, a file or a folder; they come first."),
]
DropsOption = Annotated[
    Path | None,
    typer.Option("--drops", metavar="PATH", help="Write every removed line with its rule (JSON Lines)."),
]
JobsOption = Annotated[
    int | None, typer.Option("-j", "--jobs", min=1, metavar="N", help="Worker processes. Left out: one a core.")
]
NameOption = Annotated[
    str | None,
    typer.Option(
        "--name",
        metavar="TEMPLATE",
        help="File names in the output folder, from the record's keys: {published}-{title}-{id}",
    ),
]
QuietOption = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but failures.")]
VerboseOption = Annotated[bool, typer.Option("-v", "--verbose", help="Say what becomes of each document.")]
LogFormatOption = Annotated[LogFormat, typer.Option("--log-format", help="Messages as text, or as JSON Lines.")]


def settings(
    *,
    output: str | None,
    form: FormatName | None,
    script: str,
    punctuation: Punctuation,
    profiles: Path | None,
    drops: Path | None,
    jobs: int | None,
    name: str | None,
    verbosity: Verbosity,
) -> Settings:
    """Return what the shared options come to.

    Raises:
        typer.BadParameter: they contradict each other or mean nothing.
    """
    from cleaners.options import CleanOptions
    from cleaners.profile import ProfileError
    from scraper.engines import Engine
    from scraper.profiles import load_profiles
    from scraper.run import Settings
    from scraper.target import TargetError, parse_target

    _check_script(script)
    try:
        target = parse_target(output, form and form.value, name)
        own = load_profiles(profiles) if profiles else ()
    except (TargetError, ProfileError) as error:
        raise typer.BadParameter(str(error)) from None
    if str(drops) == "-":
        raise typer.BadParameter("--drops -: standard output carries documents alone; give a file")
    if drops and os.path.realpath(drops) == os.path.realpath(target.path):
        raise typer.BadParameter(f"{drops}: --drops and --output name one file")
    return Settings(
        options=CleanOptions(script=script, punctuation=punctuation.value, profiles=own),
        engine=Engine(jobs or cores()),
        target=target,
        verbosity=verbosity,
        drops=drops,
    )


def finite(seconds: float | None) -> float | None:
    """Refuse what is no span of time, though Python reads it as a number."""
    if seconds is not None and not isfinite(seconds):
        raise typer.BadParameter(f"{seconds} is no number of seconds")
    return seconds


def _check_script(script: str) -> None:
    if script in _SCRIPTS:
        return
    from opencc import CONFIGS

    if f"{script}.json" not in CONFIGS:
        known = ", ".join([*_SCRIPTS, *sorted(config.removesuffix(".json") for config in CONFIGS)])
        raise typer.BadParameter(f"unknown script {script!r}; known are {known}")


def verbosity(quiet: bool, verbose: bool, log_format: LogFormat) -> Verbosity:
    """Return how much is said, and how."""
    from scraper.report import Verbosity

    return Verbosity(quiet=quiet, verbose=verbose, json=log_format is LogFormat.json)


def cores() -> int:
    """Return the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
