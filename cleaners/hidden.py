"""Which parts of a page nobody sees."""

from __future__ import annotations

import re

_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
# What formula engines draw beside the source of a formula, or before they have drawn it.
DRAWN_FORMULAS = (
    ".katex-html, mjx-math, .MathJax, .MathJax_Display, .MathJax_Preview, .MathJax_SVG, .MathJax_CHTML, .mjx-chtml"
)


def hides(attributes: dict[str, str | None]) -> bool:
    """Tell whether an element's own attributes hide it."""
    if "hidden" in attributes:
        return True
    style = attributes["style"]
    return style is not None and ("none" in style or "hidden" in style) and _HIDING.search(style) is not None
