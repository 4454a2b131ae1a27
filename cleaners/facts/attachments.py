"""Files that a page attaches to its text: their sizes and types are no facts of the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Drop, Line
from cleaners.facts.finding import Finding, is_bare_badge
from cleaners.lazily import lazily

_ATTACHED: Final = lazily(r"(?i)\.[a-z]{2,4}\s?[(（]\s?[\d.,]+\s?[KMG]?B\s?[)）]")  # T.odt(23 KB)
_HEADING: Final = lazily(r"(?:相[关關](?:附件|[档檔]案)|附件(?:列表)?|[檔档]案下[载載])[:：]?")


def without_attachments(found: Sequence[Finding]) -> Sequence[Finding]:
    """Return findings without those of files attached to a page, where it lists several with a size each."""
    attached = {one.line.number for one in found if "file_size" in one.facts and _ATTACHED.search(one.line.text)}
    return [one for one in found if one.line.number not in attached] if len(attached) > 1 else found


def without_those_attached(findings: Sequence[Finding], lines: Sequence[Line | Drop]) -> list[Finding]:
    """Return the findings without type and size, said without a label, of what is attached below a heading of that."""
    first = min((line.number for line in lines if _HEADING.fullmatch(line.text)), default=None)
    if first is None:
        return list(findings)
    return [one for one in findings if one.line.number <= first or not is_bare_badge(one)]
