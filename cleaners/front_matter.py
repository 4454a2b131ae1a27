"""Front matter: facts in a YAML block above a text, as this program and generators of sites write it."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Final

from cleaners.lazily import lazily

_BLOCK: Final = lazily(r"---\n((?:[A-Za-z_][\w-]*:(?: .*)?\n|[ \t-].*\n){1,100}?)---(?:\n|$)")
_FIELD: Final = lazily(r"^([A-Za-z_][\w-]*): +(\S.*)$", re.MULTILINE)
_FACTS: Final = {
    **{name: name for name in ("title", "author", "published", "doc_type", "page_count", "file_size", "url")},
    **{name: name for name in ("views", "downloads", "access_text", "summary")},
    "date": "published",
}
_DIGEST: Final = lazily(r'^sha256: "([0-9a-f]{64})"$', re.MULTILINE)
_LONGEST: Final = 65_536


def read_front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the facts of a text's front matter, by the names of the record, and its lines; 0 where there is none."""
    block = _block(text)
    if not block:
        return {}, 0
    facts: dict[str, str] = {}
    for name, value in _FIELD.findall(block[1]):
        if name in _FACTS and (fact := _scalar(value)):
            facts.setdefault(_FACTS[name], fact)
    return facts, block[0].rstrip("\n").count("\n") + 1


def finished_text(text: str) -> str | None:
    """Return what stands below this program's own front matter, as long as it has the digest that is stated there.

    Such a text is clean already, and what cleaning would do to it once more can only harm.
    """
    block = _block(text)
    stated = _DIGEST.search(block[1]) if block else None
    if not (block and stated):
        return None
    written = text[block.end() :].removeprefix("\n").removesuffix("\n")
    return written if hashlib.sha256(written.encode("utf-8", "replace")).hexdigest() == stated[1] else None


def _block(text: str) -> re.Match[str] | None:
    return _BLOCK.match(text[:_LONGEST].replace("\r\n", "\n")) if text.startswith("---") else None


def _scalar(value: str) -> str:
    """Return a scalar of YAML as text: JSON is what this program writes; others have quotes or none."""
    try:
        read = json.loads(value)
    except ValueError:
        return value.strip().strip("'\"")
    return str(read) if isinstance(read, str | int) and not isinstance(read, bool) else ""
