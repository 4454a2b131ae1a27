"""The commands by name, and how errors of the command line are said: one line, exit code 2."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import click
import typer

from scraper.cli.clean import clean
from scraper.cli.collect import collect
from scraper.cli.fetch import fetch
from scraper.cli.init import init
from scraper.cli.sites import sites
from scraper.cli.status import status
from scraper.exit_codes import INTERRUPTED, WRONG_USAGE

app = typer.Typer(
    name="qingwen",
    help="Turn pages of document-sharing sites into clean text with metadata.",
    no_args_is_help=True,
    add_completion=False,
    suggest_commands=False,  # click does it
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("clean")(clean)
app.command("fetch")(fetch)
app.command("collect")(collect)
app.command("init")(init)
app.command("status")(status)
app.add_typer(sites, name="sites")


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"qingwen {version('qingwen')}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Turn pages of document-sharing sites into clean text with metadata."""


def invoke(arguments: Sequence[str]) -> int:
    """Run a command line; return its exit code."""
    try:
        code = app(args=list(arguments), prog_name="qingwen", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)  # noqa: T201
        return WRONG_USAGE
    except click.ClickException as error:
        from output.terminal import one_line

        print(f"qingwen: {one_line(error.format_message())}", file=sys.stderr)  # noqa: T201
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except FileNotFoundError:
        if _has_folder():
            raise
        print("qingwen: the current folder is gone", file=sys.stderr)  # noqa: T201
        return WRONG_USAGE
    except click.Abort as error:  # what typer makes of it, and of EOFError
        if isinstance(error.__cause__, KeyboardInterrupt):
            return INTERRUPTED
        raise
    return code if isinstance(code, int) else 0


def _has_folder() -> bool:
    """Tell whether the current folder is there still: without it no relative path means anything."""
    try:
        os.getcwd()  # noqa: PTH109 - Path.cwd does no more, and is not imported yet
    except FileNotFoundError:
        return False
    return True
