"""What the objects in a page's scripts say: texts, each with the names under which they stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from typing import Any, Final

from cleaners.lazily import lazily

_START: Final = lazily(r"(?:[=(]|^)\s*(?=[{\[])|JSON\.parse\(\s*(?=\")")
_PARSED: Final = lazily(r"JSON\.parse\(\s*'")
_QUOTED: Final = lazily(r"((?:[^'\\]++|\\[\s\S])*+)'")
_CALLS: Final = 5
_UNQUOTED: Final = lazily(r"\\(['\\])")  # what a script's quotes add to an object's own
_MOST: Final = 50
_LONGEST: Final = 5_000_000
_NESTED: Final = 100  # a string of more characters that begins as an object does is one
_DEEPEST: Final = 3  # objects in strings in objects
_SEVERAL: Final = 4
_SENTENCE: Final = 10
_NAMES: Final = 200  # characters of the names above a text

Named = tuple[str, str]
"""A text and the names of the keys above it, the outermost first, parted by spaces."""


def texts_in_script(script: str) -> Iterator[Named]:
    """Yield the texts in the objects that a script assigns, passes to a call or consists of."""
    if len(script) <= _LONGEST:
        for item in _objects(script):
            yield from _texts(item)


def _objects(script: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    for call in islice(_PARSED.finditer(script), _CALLS):
        if quoted := _QUOTED.match(script, call.end()):
            yield _UNQUOTED.sub(r"\1", quoted[1])
    end = 0
    for start in islice(_START.finditer(script), _MOST):
        if start.end() < end:
            continue  # inside of an object that was read
        try:
            item, end = decoder.raw_decode(script, start.end())
        except (ValueError, RecursionError):
            continue
        yield item


def _texts(value: Any) -> Iterator[Named]:
    pending: list[tuple[Any, str, int]] = [(value, "", 0)]
    while pending:
        item, names, depth = pending.pop()
        if isinstance(item, str):
            if len(item) > _NESTED and depth < _DEEPEST and item.lstrip()[:1] in ("{", "["):
                pending.extend((inner, names, depth + 1) for inner in _objects(item))
            else:
                yield item, names
        elif isinstance(item, dict):
            pending.extend((inner, f"{names[-_NAMES:]} {name[:_NAMES]}", depth) for name, inner in item.items())
        elif isinstance(item, list):
            pending.extend((inner, names, depth) for inner in item)
            yield from _columns(item, names)


def _columns(items: list[Any], names: str) -> Iterator[Named]:
    """Yield what a list of texts, or of objects with a text each, says in all: pages, paragraphs or lines."""
    keys: Iterable[str | None] = (None,)
    if items and all(isinstance(item, dict) for item in items):
        keys = items[0]
    for key in keys:
        column = items if key is None else (item.get(key) for item in items)
        texts = list(takewhile(lambda item: isinstance(item, str), column))
        if len(texts) == len(items) and (len(texts) >= _SEVERAL or sum([len(text) > _SENTENCE for text in texts]) > 1):
            yield "\n".join(texts), f"{names} {(key or '')[:_NAMES]}"
