"""What the objects in a page's scripts say: texts, each with the names under which they stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from typing import Any, Final

from cleaners.content.block_texts import blocks_text, text_of_part
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

Around = tuple[dict[str, Any], "Around"] | None
"""The objects around a text: the innermost one, and those around that."""
Named = tuple[str, str, Around]
"""A text, the names of the keys above it, the outermost first, parted by spaces, and the objects around it."""


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
    pending: list[tuple[Any, str, int, Around]] = [(value, "", 0, None)]
    while pending:
        item, names, depth, around = pending.pop()
        if isinstance(item, str):
            if len(item) > _NESTED and depth < _DEEPEST and item.lstrip()[:1] in ("{", "["):
                pending.extend((inner, names, depth + 1, around) for inner in _objects(item))
            else:
                yield item, names, around
        elif isinstance(item, dict):
            below = item, around
            pending.extend((inner, f"{names[-_NAMES:]} {name[:_NAMES]}", depth, below) for name, inner in item.items())
        elif isinstance(item, list):
            pending.extend((inner, names, depth, around) for inner in item)
            yield from ((text, called, around) for text, called in _columns(item, names))


def _columns(items: list[Any], names: str) -> Iterator[tuple[str, str]]:
    """Yield what a list of texts, of objects with a text each or of blocks says in all: pages, paragraphs or lines."""
    if blocks := blocks_text(items):
        yield blocks, names
    keys: Iterable[str | None] = (None,)
    if items and all(isinstance(item, dict) for item in items):
        keys = items[0]
    for key in keys:
        column = items if key is None else (item.get(key) for item in items)
        texts = list(takewhile(lambda item: isinstance(item, str), map(_text_of, column)))
        if len(texts) == len(items) and (len(texts) >= _SEVERAL or sum([len(text) > _SENTENCE for text in texts]) > 1):
            yield "\n".join(texts), f"{names} {(key or '')[:_NAMES]}"


def _text_of(item: Any) -> Any:
    return item if not isinstance(item, list) else text_of_part(item) or None
