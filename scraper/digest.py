"""The digest by which a page that changed is known."""

from __future__ import annotations

import hashlib

from cleaners.document import Page


def page_digest(page: Page) -> str:
    """Return the SHA-256 of a page's body and of those of the document's further pages, in hexadecimal."""
    digest = hashlib.sha256(page.body)
    for body in page.further.bodies:
        digest.update(body)
    return digest.hexdigest()
