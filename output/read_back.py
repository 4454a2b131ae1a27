"""What was written, read back: the facts of a document out of a file or a line of records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

_NEEDED = ("id", "source", "sha256", "fetched_at")  # all that is fetched has them


class Facts(NamedTuple):
    """What a record says of its document, by the keys of the record."""

    id: str
    source: str
    sha256: str
    fetched_at: str
    title: str | None
    tags: tuple[str, ...]


def facts_of_file(path: Path) -> Facts | None:
    """Return the facts in a file of one document, ``None`` where that is not one that qingwen wrote."""
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            return _facts(json.loads(text))
        rows = text.removeprefix("---\n").partition("\n---\n")[0].split("\n")
        return _facts({key: json.loads(value) for key, _, value in (row.partition(": ") for row in rows)})
    except (OSError, ValueError):
        return None


def facts_of_line(line: bytes) -> Facts | None:
    """Return the facts in a line of records, ``None`` where it is no record."""
    try:
        return _facts(json.loads(line))
    except ValueError:
        return None


def whole_lines(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file of records, without half a one at its end; none where there is no file."""
    if path.exists():
        with path.open("rb") as file:
            yield from (line for line in file if line.endswith(b"\n"))


def _facts(record: Any) -> Facts | None:
    if not isinstance(record, dict) or not all(isinstance(record.get(key), str) for key in _NEEDED):
        return None
    id_, source, sha256, fetched_at = (record[key] for key in _NEEDED)
    return Facts(id_, source, sha256, fetched_at, record.get("title"), tuple(record.get("tags") or ()))
