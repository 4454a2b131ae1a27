"""Plain text: the facts as YAML front matter, then the text."""

from __future__ import annotations

from cleaners.document import Document
from output.records import quote
from output.terminal import harmless


def front_matter(document: Document) -> str:
    """Return the record without its text as a YAML block between ``---`` lines; facts that are ``null`` are left out.

    Values are written as JSON, which is YAML: a title of ``no`` or an id of ``12e4`` stays a string.
    """
    record = document.to_dict()
    del record["text"]
    lines = [f"{key}: {quote(value)}" for key, value in record.items() if value is not None]
    return "\n".join(["---", *lines, "---", ""])


def render_text(document: Document) -> str:
    """Return front matter, an empty line, and the text, one paragraph a line."""
    return f"{front_matter(document)}\n{harmless(document.text)}\n"
