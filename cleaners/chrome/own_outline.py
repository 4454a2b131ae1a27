"""What a document in a text dump numbers and a site could as well: headings, ``3 上传文档``, and pages, ``(3)``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.facts.findings import Findings
from cleaners.lazily import lazily
from cleaners.rules.strangers import SENTENCE, is_prose

_NUMBERED: Final = lazily(r"(\d{1,2})([.．、]\s*|\s+)(?=[^\W\d])")
_LONGEST: Final = 30  # characters of a heading
_LEAST: Final = 3  # headings or pages
_NAMED: Final = lazily(r"[【〖][^【】〖〗]{1,12}[】〗]")  # 【原文】 over the text, 【教案】 over more
_PAGE: Final = lazily(r"[(（](\d{1,4})[)）]")


def keep_outline(lines: Sequence[Line], found: Findings) -> set[int]:
    """Take a document's numbered headings and pages out of the findings (in place); return the places of headings."""
    pages = [(place, int(number[1])) for place in sorted(found) if (number := _PAGE.fullmatch(lines[place].text))]
    if len(pages) >= _LEAST and [number for _, number in pages] == list(range(1, len(pages) + 1)):
        for place, _ in pages:
            del found[place]  # a site's counter stands alone
    heads = outline(lines)
    for place in heads:
        found.pop(place, None)
    return heads


def outline(lines: Sequence[Line]) -> set[int]:
    """Return the places of headings numbered 1, 2, 3 with text between them.

    What a site numbers are notices, a sentence each, or titles in a list, with nothing between them.
    """
    heads: list[int] = []
    first = ""
    for place, line in enumerate(lines):
        text = line.text
        number = _NUMBERED.match(text) if text[0].isdigit() and len(text) <= _LONGEST else None
        if number and int(number[1]) == len(heads) + 1 and not SENTENCE.search(text):
            sign = number[2].strip()
            if not heads or sign == first:  # a site's list goes on with another sign
                heads.append(place)
                first = sign
    named = [place for place, line in enumerate(lines) if line.text[0] in "【〖" and _NAMED.fullmatch(line.text)]
    if len(named) > 1 and all(is_prose(lines[at + 1]) for at in named if at + 1 < len(lines)):
        return set(named)
    between = sum(any(map(is_prose, lines[a + 1 : b])) for a, b in pairwise(heads))
    return set(heads) if len(heads) >= _LEAST and between == len(heads) - 1 else set()
