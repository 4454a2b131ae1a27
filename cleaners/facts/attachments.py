"""Files that a page attaches to its text: their sizes and types are no facts of the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.facts.finding import Finding
from cleaners.lazily import lazily

_ATTACHED: Final = lazily(r"(?i)\.[a-z]{2,4}\s?[(（]\s?[\d.,]+\s?[KMG]?B\s?[)）]")  # T.odt(23 KB)


def without_attachments(found: Sequence[Finding]) -> Sequence[Finding]:
    """Return findings without those of files attached to a page, where it lists several with a size each."""
    attached = {one.line.number for one in found if "file_size" in one.facts and _ATTACHED.search(one.line.text)}
    return [one for one in found if one.line.number not in attached] if len(attached) > 1 else found
