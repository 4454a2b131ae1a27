"""The record of the contract as JSON: one object, or one line."""

from __future__ import annotations

import json
from typing import Any

from cleaners.document import Document
from output.terminal import ACTING


def quote(value: Any) -> str:
    """Return a value as JSON on one line; what would act on a terminal is escaped, so the value stays the same."""
    return _escape_acting(json.dumps(value, ensure_ascii=False))


def render_json(document: Document) -> str:
    """Return the record as an indented JSON object, without a newline at its end."""
    return _escape_acting(json.dumps(document.to_dict(), ensure_ascii=False, indent=2))


def render_jsonl(document: Document) -> str:
    """Return the record as one line."""
    return quote(document.to_dict()) + "\n"


def _escape_acting(text: str) -> str:
    # json.dumps leaves no control character below U+0020 but the newlines of its own indent, which ACTING spares.
    return ACTING.sub(lambda match: f"\\u{ord(match[0]):04x}", text) if ACTING.search(text) else text
