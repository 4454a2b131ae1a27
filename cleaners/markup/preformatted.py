"""Boxes whose own style keeps the ends of lines, as ``pre`` does: ``white-space: pre-wrap``."""

from __future__ import annotations

from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.lazily import lazily

PROPERTY: Final = "white-space"
"""What the style of such a box names."""
_KEEPS: Final = lazily(r"white-space\s*:\s*pre(?:-wrap|-line)?\s*(?:;|!|$)")
_BLOCKS: Final = frozenset(("div", "p", "section", "article", "td"))
_LEAST: Final = 3  # ends of lines in its own text; editors set the style on words, too


def keeps_lines(node: LexborNode, style: str) -> bool:
    """Tell whether an element is such a box and holds lines of text itself."""
    if node.tag not in _BLOCKS or not _KEEPS.search(style):
        return False
    return node.text(deep=False).strip().count("\n") >= _LEAST
