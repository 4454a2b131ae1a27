"""The text of a document that an editor keeps as blocks: objects with a type, that hold runs of text or blocks."""

from __future__ import annotations

from typing import Any, Final

_TYPES: Final = ("type", "_type", "nodeType")
_TEXTS: Final = ("text", "value")
_RUNS: Final = {None, "text", "span"}  # types of what stands in a line; an object with a text and another type is one
_ROW: Final = "row"
_DEEPEST: Final = 10  # blocks in blocks: what is deeper would be gone through once for each list around it


def blocks_text(items: list[Any]) -> str:
    """Return the text of a list of blocks, a line a paragraph or a row of a table; nothing of any other list."""
    return "\n".join(line for item in items for line in _lines(item, _DEEPEST)) if _are_blocks(items) else ""


def text_of_part(items: list[Any]) -> str:
    """Return the text of the list that one of several objects holds: a page's blocks, or the runs of a paragraph."""
    return "\n".join(_part(items, _DEEPEST)) if _are_blocks(items) else ""


def _are_blocks(items: list[Any]) -> bool:
    return bool(items) and all(isinstance(item, dict) and _type(item) for item in items)


def _type(item: dict[str, Any]) -> str | None:
    return next((item[name] for name in _TYPES if isinstance(item.get(name), str)), None)


def _own(item: Any) -> str | None:
    if not isinstance(item, dict):
        return None
    return next((item[name] for name in _TEXTS if isinstance(item.get(name), str)), None)


def _lines(block: Any, left: int) -> list[str]:
    if not isinstance(block, dict) or not left:
        return []
    own = _own(block)
    lines = [own] if own is not None else []
    for part in block.values():
        if isinstance(part, list):
            lines += _part(part, left - 1)
    return ["\t".join(lines)] if _ROW in (_type(block) or "").lower() else lines


def _part(items: list[Any], left: int) -> list[str]:
    """Return the lines of what a block holds: rows of cells, runs of one line, or further blocks."""
    if items and all(isinstance(item, list) for item in items):
        return ["\t".join(" ".join(_lines(cell, left)) for cell in row) for row in items]
    lines = [_lines(item, left) for item in items]
    if any(_own(item) is not None and _type(item) in _RUNS for item in items):
        return ["".join(line for found in lines for line in found)]
    return [line for found in lines for line in found]
