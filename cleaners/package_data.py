"""The tables that the package carries beside its code: constant data, each read once by who needs it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from cleaners.lazily import lazily

_FOLDER: Final = Path(__file__).parent  # importlib.resources costs 5 ms at every start, a tenth of reading a page
_NAME: Final = lazily(r"[\w-]+", re.A)


def read_text(*path: str) -> str:
    """Return the text of a file of the package."""
    return _FOLDER.joinpath(*path).read_text(encoding="utf-8")


def read_table(*path: str) -> dict[str, Any]:
    """Return a TOML file of the package, parsed."""
    return parse_table(read_text(*path))


def parse_table(text: str) -> dict[str, Any]:
    """Parse TOML that is known to be right; what is written as plainly as the package's own, in a tenth of the time.

    Raises:
        tomllib.TOMLDecodeError: it is not.
    """
    try:
        return _plain(text)
    except ValueError:
        import tomllib  # noqa: PLC0415 - 2 ms, and all files of the package do without

        return tomllib.loads(text)


def names_in(folder: str) -> list[str]:
    """Return the names of a folder's files in their order."""
    return sorted(entry.name for entry in _FOLDER.joinpath(folder).iterdir())


def _plain(text: str) -> dict[str, Any]:
    """Parse tables of values that are JSON as well, but for a comma before the end of a list that has its own lines.

    Raises:
        ValueError: there is more to the text.
    """
    whole: dict[str, Any] = {}
    table = whole
    lines = iter(text.splitlines())
    for line in lines:
        if line.startswith("["):
            name = _named(line[1:-1] if line.endswith("]") else line)
            table = whole[name] = {}
        elif line and not line.startswith("#"):
            name, _, value = line.partition(" = ")
            table[_named(name)] = json.loads(_json(_list(lines) if value == "[" else value))
    return whole


def _named(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    return name


def _list(lines: Iterator[str]) -> str:
    rows: list[str] = []
    for row in lines:
        if row == "]":
            break
        rows.append(row)
    return f"[{''.join(rows).rstrip().removesuffix(',')}]"


def _json(value: str) -> str:
    """Write strings in single quotes, in which a backslash is one, as JSON has them."""
    return value if '"' in value else value.replace("\\", "\\\\").replace("'", '"')
