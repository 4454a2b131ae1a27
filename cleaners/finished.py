"""Files that this program wrote as ``text`` and nobody changed: clean already, and their front matter is the record."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from cleaners.document import Document, Drop, Line, Metadata
from cleaners.front_matter import front_matter_of

_TEXTS: Final = ("title", "author", "published", "doc_type", "views_text", "access_text", "access", "summary")
_NUMBERS: Final = ("page_count", "file_size", "views", "downloads")
_LISTS: Final = ("category", "tags")
_STATE: Final = {"url": str, "site": str, "complete": bool, "truncation": str, "profile": str, "fetched_at": str}


def read_finished(text: str) -> Document | None:
    """Return the document in a file whose front matter states the digest of what is below; ``None`` for any other.

    Values of a type that the record does not have count as not stated.
    """
    block = front_matter_of(text)
    if not block or "\nsha256: " not in block[1]:
        return None
    record = dict(_fields(block[1]))
    written = text[block.end() :].removeprefix("\n").removesuffix("\n")
    if record.get("sha256") != hashlib.sha256(written.encode("utf-8", "replace")).hexdigest():
        return None
    head = block[0].splitlines()
    facts: dict[str, Any] = {name: record[name] for name in _TEXTS if isinstance(record.get(name), str)}
    facts |= {name: record[name] for name in _NUMBERS if type(record.get(name)) is int}
    facts |= {name: tuple(map(str, record[name])) for name in _LISTS if isinstance(record.get(name), list)}
    state: dict[str, Any] = {name: record[name] for name, kind in _STATE.items() if isinstance(record.get(name), kind)}
    return Document(
        lines=_lines(written, len(head) + 1),
        metadata=Metadata(**facts),
        drops=tuple(Drop(number, "front-matter", line) for number, line in enumerate(head)),
        **state,
    )


def _fields(block: str) -> list[tuple[str, Any]]:
    fields = []
    for line in block.splitlines():
        name, _, value = line.partition(": ")
        try:
            fields.append((name, json.loads(value)))
        except ValueError:
            continue
    return fields


def _lines(text: str, number: int) -> tuple[Line, ...]:
    """Return the lines of a clean text, which begin at line ``number`` of the file: rows, code and paragraphs."""
    return tuple(
        Line(line, "tr" if "\t" in line else "pre" if line != " ".join(line.split()) else "", number=place)
        for place, line in enumerate(text.split("\n"), number)
        if line
    )
