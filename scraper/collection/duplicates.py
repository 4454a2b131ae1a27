"""What makes a document another one, and which document of the collection a text repeats: exactly, for now."""

from __future__ import annotations

import hashlib

from cleaners.document import Document
from output.records import render_jsonl
from scraper.collection.state import State


def text_digest(document: Document) -> str:
    """Return the record's ``sha256``."""
    return hashlib.sha256(document.text.encode()).hexdigest()


def record_digest(document: Document) -> str:
    """Return a digest of all that a record says."""
    return hashlib.sha256(render_jsonl(document).encode()).hexdigest()


def duplicate_of(document: Document, url: str, state: State) -> str | None:
    """Return the other address whose current document has the same text; no text is a duplicate of nothing."""
    if not document.text:
        return None
    same = state.same_text(text_digest(document), url)
    return same.url if same else None
