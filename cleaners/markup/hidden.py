"""Which parts of a page nobody sees."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaners.lazily import lazily

_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_SIZE = lazily(r"(?:^|[;\s])font-size\s*:\s*([^;]+)", re.I)
_ZERO = lazily(r"0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:!\s*important\s*)?", re.I)
_LONGEST = 40  # characters of what forums put between lines; a paragraph without a size may be a document
_NO_SIZE = frozenset(("br", "-comment"))  # what may stand beside text without a size
_POPUP = lazily(r"(?i)(?:^|[\s_-])(?:pop(?:up|over)?|tool-?tips?|tips?)(?:$|[\s_-])")
_LINKS = 2
_COMMON = frozenset(("display:none", "display:none;", "display: none;", "display: none", "visibility:hidden"))
# What formula engines draw beside the source of a formula, or before they have drawn it.
DRAWN_FORMULAS = (
    ".katex-html, mjx-math, .MathJax, .MathJax_Display, .MathJax_Preview, .MathJax_SVG, .MathJax_CHTML, .mjx-chtml"
)


def hides(attributes: dict[str, str | None]) -> bool:
    """Tell whether an element's own attributes hide it."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style") or ""
    return ("none" in style or "hidden" in style) and (style in _COMMON or _HIDING.search(style) is not None)


def has_no_size(node: LexborNode, style: str) -> bool:
    """Tell whether an element's own style sets its text in no size, where a short text is all that it has.

    Elements in it may have sizes of their own, by any rule of a style sheet: sites close the gaps between them so.
    """
    sizes = _SIZE.findall(style)
    if not sizes or not _ZERO.fullmatch(sizes[-1]) or any(child.tag not in _NO_SIZE for child in node.iter()):
        return False
    return len(node.text().strip()) <= _LONGEST


def remove_popups(tree: LexborHTMLParser, markup: bytes) -> None:
    """Take the links out of a tree that pop up over a word of a text: ``<span>制度<span class="hot-word-pop"><a>…``.

    Style sheets hide them until a reader points at the word, which half of the links have; nothing else is in there.
    """
    if b"</a></span></span>" not in markup:
        return  # most pages
    for node in tree.css("span > span[class]"):
        if not _POPUP.search(node.attributes.get("class") or ""):
            continue
        held = [*node.iter(include_text=True)]
        before = node.prev
        word = before.text(deep=False).strip() if before is not None and before.tag == "-text" else ""
        if not word or len(held) < _LINKS or any(child.tag != "a" for child in held):
            continue
        if 2 * sum(word in child.text() for child in held) >= len(held):
            node.decompose()
