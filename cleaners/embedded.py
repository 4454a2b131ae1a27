"""The document inside a script, where a page shows nothing until its script has run (Baidu Wenku's ``pageData``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.walk import Walk

_START = lazily(r"(?:[=(]|^)\s*(?=\{)")
_MOST = 50
_LEAST = 100
_SENTENCE = 10
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
    texts = (
        text
        for script in tree.css("script")
        for item in _objects(script.text())
        for text in map(_as_text, _strings(item))
    )
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
            yield from _joined(item)


def _joined(items: list[Any]) -> Iterator[str]:
    """Yield what a list of texts, or of objects with a text each, says in all: pages or paragraphs."""
    columns = [items]
    if items and all(isinstance(item, dict) for item in items):
        columns = [[item.get(key) for item in items] for key in items[0]]
    for column in columns:
        texts = [item for item in column if isinstance(item, str)]
        prose = sum(1 for text in texts if len(text) > _SENTENCE and any(mark in text for mark in _MARKS))
        if len(texts) == len(column) and prose > 1 and 2 * prose >= len(texts):
            yield "\n".join(texts)


def _as_text(text: str) -> str:
    """Return the text of a string that is HTML, a line a block; any other string as it is."""
    if text[:_LEAST].lstrip()[:1] != "<" or "</" not in text:
        return text
    walk = Walk({})
    body = LexborHTMLParser(text).body
    if body is not None:
        walk.run(body)
    return "\n".join([row[0] for row in walk.rows])


def _is_prose(text: str) -> bool:
    marks = sum(map(text.count, _MARKS)) if len(text) >= _LEAST and "<" not in text[:_LEAST] else 0
    return marks * _PROSE >= len(text) > 0
