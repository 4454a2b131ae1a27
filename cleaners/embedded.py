"""The document inside a script, where a page shows nothing until its script has run (Baidu Wenku's ``pageData``)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from cleaners.document import Line

_START = re.compile(r"(?:[=(]|^)\s*(?=\{)")
_MOST = 50
_LEAST = 100
_LONGEST_SCRIPT = 5_000_000
_MARKS = "。！？，；.!?,;"
_PROSE = 100
"""At least one mark of punctuation in so many characters: text, not encoded data."""


def embedded_lines(tree: LexborHTMLParser, first: int) -> list[Line]:
    """Return the longest text that an object in a script holds, as lines; none where no text of some length is held.

    Args:
        tree: the parsed page.
        first: number of the first line.
    """
    texts = (text for script in tree.css("script") for item in _objects(script.text()) for text in _strings(item))
    longest = max((text for text in texts if _is_prose(text)), key=len, default="")
    return [
        Line(line.strip(), tag="p", number=number)
        for number, line in enumerate(longest.splitlines(), start=first)
        if line.strip()
    ]


def _objects(script: str) -> Iterator[Any]:
    """Yield the JSON objects that a script assigns, passes to a call or consists of."""
    if len(script) > _LONGEST_SCRIPT:
        return
    decoder = json.JSONDecoder(strict=False)
    for start in islice(_START.finditer(script), _MOST):
        try:
            yield decoder.raw_decode(script, start.end())[0]
        except (ValueError, RecursionError):
            continue


def _strings(value: Any) -> Iterator[str]:
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)


def _is_prose(text: str) -> bool:
    marks = sum(map(text.count, _MARKS)) if len(text) >= _LEAST and "<" not in text[:_LEAST] else 0
    return marks * _PROSE >= len(text) > 0
