"""Front matter: facts in a block above a text, in YAML as this program and generators of sites write it.

Or in the lines that readers of pages for machines put there: ``Title:``, ``URL Source:``, ``Markdown Content:``.
"""

from __future__ import annotations

import json
import re
from typing import Final

from cleaners.lazily import lazily

_BLOCK: Final = lazily(r"---\n((?:[A-Za-z_][\w-]*:(?: .*)?\n|[ \t-].*\n){1,100}?)---(?:\n|$)")
_READER: Final = lazily(r"(?:(?:[A-Z][a-z]+|URL|Number of)(?: [A-Z][a-z]+)?: \S.*\n+){1,8}Markdown Content:\n+")
_FIELD: Final = lazily(r"^([A-Za-z_][\w -]*): +(\S.*)$", re.MULTILINE)
_FACTS: Final = {
    **{name: name for name in ("title", "author", "published", "doc_type", "page_count", "file_size", "url")},
    **{name: name for name in ("views", "downloads", "access_text", "summary")},
    "date": "published",
    "Title": "title",
    "URL Source": "url",
    "Published Time": "published",
}
_LONGEST: Final = 65_536


def front_matter_of(text: str) -> re.Match[str] | None:
    """Return the front matter that a text begins with; group 1 is what stands between its rules."""
    return _BLOCK.match(text[:_LONGEST].replace("\r\n", "\n")) if text.startswith("---") else None


def read_front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the facts of a text's front matter, by the names of the record, and its lines; 0 where there is none."""
    block = front_matter_of(text) or (_READER.match(text[:_LONGEST]) if text.startswith("Title: ") else None)
    if not block:
        return {}, 0
    facts: dict[str, str] = {}
    for name, value in _FIELD.findall(block[1] if block.re.groups else block[0]):
        if name in _FACTS and (fact := _scalar(value)):
            facts.setdefault(_FACTS[name], fact)
    return facts, block[0].rstrip("\n").count("\n") + 1


def _scalar(value: str) -> str:
    """Return a scalar of YAML as text: JSON is what this program writes; others have quotes or none."""
    try:
        read = json.loads(value)
    except ValueError:
        return value.strip().strip("'\"")
    return str(read) if isinstance(read, str | int) and not isinstance(read, bool) else ""
