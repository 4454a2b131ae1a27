"""Files that this program wrote, text or Markdown, and nobody changed: clean already, their front matter the record."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from cleaners.document import Document, Drop, Line, Metadata
from cleaners.front_matter import front_matter_of
from cleaners.markup.bounds import tame
from cleaners.markup.items import with_items
from cleaners.markup.lines import tree_lines
from cleaners.markup.markdown import can_be_parsed, to_html

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
    head = block[0].splitlines()
    lines = _of_digest(text[block.end() :].removeprefix("\n").removesuffix("\n"), len(head), record.get("sha256"))
    if lines is None:
        return None
    facts: dict[str, Any] = {name: record[name] for name in _TEXTS if isinstance(record.get(name), str)}
    facts |= {name: record[name] for name in _NUMBERS if type(record.get(name)) is int}
    facts |= {name: tuple(map(str, record[name])) for name in _LISTS if isinstance(record.get(name), list)}
    state: dict[str, Any] = {name: record[name] for name, kind in _STATE.items() if isinstance(record.get(name), kind)}
    return Document(
        lines=lines,
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


def _of_digest(written: str, number: int, digest: object) -> tuple[Line, ...] | None:
    """Return the lines of what stands below a front matter of some lines, where they are those of the digest."""
    if _digest(written) == digest:
        return _lines(written, number + 1)
    if not can_be_parsed(written):
        return None
    tree = LexborHTMLParser(tame(to_html(written, typed=False).encode("utf-8", "replace")))
    outline = tree_lines(tree, {}, number + 1)
    lines = tuple(with_items(outline.lines, range(len(outline.rows)), outline))
    return lines if _digest("\n".join([line.text for line in lines if line.tag != "img"])) == digest else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _lines(text: str, number: int) -> tuple[Line, ...]:
    """Return the lines of a clean text, which begin at line ``number`` of the file: rows, code and paragraphs."""
    return tuple(
        Line(line, "tr" if "\t" in line else "pre" if line != " ".join(line.split()) else "", number=place)
        for place, line in enumerate(text.split("\n"), number)
        if line
    )
