"""Which parts of a page nobody sees."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from cleaners.lazily import lazily

_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_SIZE = lazily(r"(?:^|[;\s])font-size\s*:\s*([^;]+)")
_ZERO = lazily(r"0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:!\s*important\s*)?")
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
    """Tell whether an element's own style sets its text in no size, and the text is all that it has.

    Elements in it may have sizes of their own, by any rule of a style sheet: sites close the gaps between them so.
    """
    if "size:0" not in style and "size: 0" not in style:
        return False
    sizes = _SIZE.findall(style)
    return bool(sizes) and bool(_ZERO.fullmatch(sizes[-1])) and all(child.tag == "br" for child in node.iter())
