"""``qingwen init``: a collection begins."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import click
import typer


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the collection; made if missing.")],
) -> int:
    """Start a collection: a commented collection.toml that says what to collect."""
    from importlib.resources import files

    from scraper.collection.places import Places

    places = Places(folder)
    template = files("scraper.collection").joinpath("template.toml").read_text(encoding="utf-8")
    try:
        if folder.exists() and not folder.is_dir():
            raise click.ClickException(f"{folder} is no folder")
        folder.mkdir(parents=True, exist_ok=True)
        with places.configuration.open("x", encoding="utf-8", newline="\n") as file:
            file.write(template)
    except FileExistsError:
        raise click.ClickException(f"{places.configuration} is there already; it was not touched") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder}: {error.strerror}") from None
    typer.echo(f"qingwen: {places.configuration} written; say in it what to collect", err=True)
    return 0
