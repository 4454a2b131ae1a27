"""Files that hang on a post in a text dump: the name, again without its bullet, ``96.2 KB · Views: 211``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings
from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule

ATTACHED: Final = Rule("attachment", "certain")
_SIZED: Final = lazily(r"\d[\d.,]* ?(?:bytes|[KMG]?B) · Views: \d[\d,]*")
_SIGN: Final = " · Views: "
_NAME: Final = lazily(r"\S.{0,119}\.\w{2,5}")
_HEADINGS: Final = ("Attachments", "Attachment")
_BULLETS: Final = "•◦▪*- "


def find_posted_files(lines: Sequence[Line], found: Findings) -> None:
    """Find them in ``found`` (in place), the heading above the first one too: their sizes and views are no thread's."""
    for at, line in enumerate(lines):
        if _SIGN not in line.text or not _SIZED.fullmatch(line.text):
            continue
        name = lines[at - 1].text.strip(_BULLETS) if at else ""
        if not _NAME.fullmatch(name):
            found[at] = Finding(ATTACHED, {}, line)
            continue
        first = at - 1 - (at > 1 and lines[at - 2].text.strip(_BULLETS) == name)
        first -= first > 0 and lines[first - 1].text in _HEADINGS
        found.update({place: Finding(ATTACHED, {}, lines[place]) for place in range(max(first, 0), at + 1)})
