"""Formulas as their authors wrote them: TeX where the page carries it, else the characters shown, in one line."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from cleaners.lazily import lazily
from cleaners.markup.elements import Attributes
from cleaners.markup.mathml import linear

_TEX = 'annotation[encoding="application/x-tex"], annotation[encoding="TeX"], annotation[encoding="LaTeX"]'
# What sites call the picture of a formula; its alt text is the TeX.
_IMAGE = lazily(r"(?:^|[\s_-])(?:math|latex|tex|formula|equation)", re.I)


def formula(math: LexborNode) -> str:
    """Return the text of a ``math`` element: its TeX annotation, else its alttext, else its characters in one line."""
    annotation = math.css_first(_TEX)
    text = annotation.text() if annotation else math.attributes.get("alttext") or linear(math)
    return f" {text.strip()} "


def image_formula(attributes: Attributes) -> str:
    """Return the TeX of an image that stands for a formula; empty if it is a picture."""
    alt = attributes.get("alt") or ""
    if alt and ("eeimg" in attributes or "data-formula" in attributes or _IMAGE.search(attributes.get("class") or "")):
        return f" {alt.strip()} "
    return ""
