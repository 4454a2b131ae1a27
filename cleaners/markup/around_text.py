"""The markup of a page above and behind its text, for what lines do not show."""

from __future__ import annotations

from typing import Final

_BEGINNING: Final = 12  # characters by which a text is found in the markup


def markup_above(page: bytes, text: str) -> bytes:
    """Return the markup of a page's body above the place where a text begins; all of it where that is not found."""
    body = max(0, page.find(b"<body"))
    place = page.find(text[:_BEGINNING].encode("utf-8", "replace"), body) if text else -1
    return page[body : place if place >= 0 else None]


def markup_behind(page: bytes, text: str) -> bytes:
    """Return the markup of a page from the last place on where a text begins; none where that is not found."""
    place = page.rfind(text[:_BEGINNING].encode("utf-8", "replace")) if text else -1
    return page[place:] if place >= 0 else b""
