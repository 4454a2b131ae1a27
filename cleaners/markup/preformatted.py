"""Boxes whose own style keeps the ends of lines, as ``pre`` does: ``white-space: pre-wrap``."""

from __future__ import annotations

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from cleaners.markup.hidden import is_own_style

_SIGN: Final = re.compile(rb"white-space\s*:\s*pre")
_KEEPS: Final = re.compile(r"white-space\s*:\s*pre(?:-wrap|-line)?\s*(?:;|!|$)")
_BLOCKS: Final = frozenset(("div", "p", "section", "article", "td"))
_LEAST: Final = 3  # ends of lines in its own text; editors set the style on words, too


def preformatted(tree: LexborHTMLParser, markup: bytes) -> set[int]:
    """Return the ``mem_id`` of such boxes that hold lines of text themselves."""
    if not any(is_own_style(found.start(), markup) for found in _SIGN.finditer(markup)):
        return set()  # most pages; style sheets have it often
    return {
        node.mem_id
        for node in tree.css('[style*="white-space"]')
        if node.tag in _BLOCKS
        and _KEEPS.search(node.attributes.get("style") or "")
        and node.text(deep=False).strip().count("\n") >= _LEAST
    }
