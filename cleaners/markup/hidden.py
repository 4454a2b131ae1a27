"""Which parts of a page nobody sees."""

from __future__ import annotations

import re

_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
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
