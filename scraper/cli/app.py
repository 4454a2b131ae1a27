"""The commands by name, and how errors of the command line are said: one line, exit code 2."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Final

import click
import typer

from scraper.exit_codes import INTERRUPTED, WRONG_USAGE

_COMMANDS: Final = ("clean", "fetch", "collect", "init", "status")


def command_line(first: str = "") -> typer.Typer:
    """Return the command that an argument names, or all of them, which take 8 ms more to make."""
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
    app.callback()(_common)
    for name in [first] if first in _COMMANDS else _COMMANDS:
        app.command(name)(getattr(import_module(f"scraper.cli.{name}"), name))
    if first not in _COMMANDS:
        from scraper.cli.sites import sites

        app.add_typer(sites, name="sites")
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"qingwen {version('qingwen')}")
        raise typer.Exit


def _common(
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Turn pages of document-sharing sites into clean text with metadata."""


def invoke(arguments: Sequence[str]) -> int:
    """Run a command line; return its exit code."""
    try:
        app = command_line(next(iter(arguments), ""))
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
