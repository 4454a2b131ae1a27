"""The tables that the package carries beside its code: constant data, each read once by who needs it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

_FOLDER: Final = Path(__file__).parent  # importlib.resources costs 5 ms at every start, a tenth of reading a page


def read_text(*path: str) -> str:
    """Return the text of a file of the package."""
    return _FOLDER.joinpath(*path).read_text(encoding="utf-8")


def read_table(*path: str) -> dict[str, Any]:
    """Return a TOML file of the package, parsed."""
    return tomllib.loads(read_text(*path))


def names_in(folder: str) -> list[str]:
    """Return the names of a folder's files in their order."""
    return sorted(entry.name for entry in _FOLDER.joinpath(folder).iterdir())
