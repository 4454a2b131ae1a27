"""Addresses that whoever passed a document on stamped on each of its pages: ``更多资料请访问 www.example.com``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.findings import Rules
from cleaners.lazily import lazily

RULE: Final = "stamped"
_ADDRESS: Final = lazily(r"www\.|https?://|\w@\w|\[email\W?protected\]", re.IGNORECASE)
_OFTEN: Final = 3
_LONGEST: Final = 120


def mark_stamped(lines: Sequence[Line], rules: Rules) -> None:
    """Mark lines with an address that stand in a dump three times or more, alike, in ``rules`` (in place)."""
    places = [at for at, line in enumerate(lines) if len(line.text) <= _LONGEST and _ADDRESS.search(line.text)]
    if len(places) < _OFTEN:
        return
    counts = Counter(lines[at].text for at in places)
    for at in places:
        if counts[lines[at].text] >= _OFTEN:
            rules[at] = RULE
