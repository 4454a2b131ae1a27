"""Which document of the collection a text repeats: exactly, for now."""

from __future__ import annotations

import hashlib

from cleaners.document import Document
from scraper.collection.state import State


def text_digest(document: Document) -> str:
    """Return the record's ``sha256``."""
    return hashlib.sha256(document.text.encode()).hexdigest()


def duplicate_of(document: Document, url: str, state: State) -> str | None:
    """Return the other address whose current document has the same text; no text is a duplicate of nothing."""
    if not document.text:
        return None
    same = state.same_text(text_digest(document), url)
    return same.url if same else None
