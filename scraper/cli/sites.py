"""``qingwen sites``: list the site profiles, check one, start one from a saved page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import click
import typer

from scraper.cli.options import ProfilesOption
from scraper.exit_codes import ALL_FAILED

if TYPE_CHECKING:  # imported where used, so that --help costs no more than typer
    from cleaners import Document
    from cleaners.profile import Profile

sites = typer.Typer(help="List the site profiles, check one, start one.", no_args_is_help=True, rich_markup_mode=None)

UrlOption = Annotated[str | None, typer.Option("--url", metavar="URL", help="Address of the page.")]


@sites.command("list")
def list_sites(profiles: ProfilesOption = None) -> int:
    """List the profiles in the order in which they are tried: name, hosts and status, separated by tabs."""
    from cleaners.profile import ProfileError, built_in_profiles
    from scraper.profiles import load_profiles

    try:
        own = load_profiles(profiles) if profiles else ()
    except ProfileError as error:
        raise click.UsageError(str(error)) from None
    for profile in (*own, *built_in_profiles()):
        typer.echo("\t".join((profile.name, ",".join(profile.hosts), profile.status)))
    return 0


@sites.command("check")
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The profile.", show_default=False)],
    page: Annotated[
        Path | None, typer.Argument(metavar="[PAGE]", help="A saved page to try it on.", show_default=False)
    ] = None,
    url: UrlOption = None,
) -> int:
    """Validate a profile; show what it gives on a page: the record as JSON, removed lines on standard error.

    Where the page is not cleaned by the profile, or its selectors match nothing there, standard error says so first.
    """
    from cleaners import CleanOptions, Rejected, clean
    from cleaners.profile import ProfileError
    from output.records import render_json
    from output.terminal import one_line
    from scraper.profiles import load_profiles

    try:
        profile = load_profiles(file)[0]
    except ProfileError as error:
        raise click.UsageError(str(error)) from None
    typer.echo(f"{file}: {profile.name}: {', '.join(profile.hosts)}: good", err=True)
    if page is None:
        return 0
    try:
        document = clean(_read(page), url=url or profile.example, options=CleanOptions(profiles=(profile,)))
    except Rejected as error:
        typer.echo(one_line(f"{page}: {error.reason}"), err=True)
        return ALL_FAILED
    for doubt in _doubts(profile, document):
        typer.echo(one_line(f"{page}: {doubt}"), err=True)
    for drop in document.drops:
        typer.echo(f"{drop.rule}\t{one_line(drop.text)}", err=True)
    typer.echo(render_json(document))
    return 0


@sites.command("new")
def new(
    page: Annotated[Path, typer.Argument(metavar="PAGE", help="A saved page of the site.", show_default=False)],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where to write.")] = Path(),
    url: UrlOption = None,
) -> int:
    """Write a first profile, sites/HOST.toml, and its test case, pages/HOST/first/, from a saved page."""
    from cleaners import Rejected
    from cleaners.profile import ProfileError
    from output.terminal import one_line
    from scraper.first_profile import draft

    try:
        files = draft(_read(page), url, page.name.removesuffix(".gz"))
    except ProfileError as error:
        raise click.UsageError(str(error)) from None
    except Rejected as error:
        typer.echo(one_line(f"{page}: {error.reason}"), err=True)
        return ALL_FAILED
    if existing := next((output / path for path in files if (output / path).exists()), None):
        raise click.UsageError(f"{existing}: exists already")
    try:
        for path, content in files.items():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_bytes(content)
            typer.echo(str(output / path))
    except OSError as error:
        raise click.UsageError(f"cannot write {error.filename}: {error.strerror}") from None
    return 0


def _doubts(profile: Profile, document: Document) -> Iterator[str]:
    """Yield why a record says little of the profile that was to be checked."""
    if document.profile != profile.name:
        hosts = ", ".join(profile.hosts)
        yield f"not cleaned by this profile, but by {document.profile}: {document.url} is not on {hosts}"
    elif "profile-selects-nothing" in document.warnings:
        yield f"none of the profile's selectors of content matches: {', '.join(profile.select)}"


def _read(page: Path) -> bytes:
    """Read a saved page, gzip undone."""
    from scraper.sources.compressed import CorruptError, TooLargeError, read_bounded

    try:
        with page.open("rb") as file:
            return read_bounded(file)
    except OSError as error:
        raise click.UsageError(f"{page}: {error.strerror}") from None
    except (CorruptError, TooLargeError) as error:
        raise click.UsageError(f"{page}: {str(error) or 'too large'}") from None
