"""``qingwen status``: what a collection holds."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import click
import typer


class StatusFormat(StrEnum):
    """Forms of the answer."""

    table = "table"
    json = "json"


def status(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the collection.")],
    form: Annotated[StatusFormat, typer.Option("-f", "--format", help="A table, or JSON.")] = StatusFormat.table,
) -> int:
    """Say what a collection holds, what failed and why, and when the next visit is due."""
    from scraper.collection.database import StateError
    from scraper.collection.places import Places
    from scraper.collection.status import show_status
    from scraper.collection.status import status as read_status

    try:
        facts = read_status(Places(folder))
    except StateError as error:
        raise click.ClickException(str(error)) from None
    show_status(facts, as_json=form is StatusFormat.json)
    return 0
