"""Figures that stand above or below the line: in Unicode's own characters, since ``10<sup>8</sup>`` is not 108."""

from __future__ import annotations

from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.lazily import lazily

_FIGURES: Final = "0123456789+-−–n"
_ABOVE: Final = dict(zip(_FIGURES, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ", strict=True))
_BELOW: Final = dict(zip(_FIGURES, "₀₁₂₃₄₅₆₇₈₉₊₋₋₋ₙ", strict=True))
_LONGEST: Final = 8  # characters; what is longer is a remark
_NUMBER: Final = lazily(r"[-+−–]?\d[\d.,/+\-−–]*")
# Behind a letter a page's own characters say enough, and for figures below the line behind the bracket of a formula's
# group, too: those of one formula are all as typed (``Fe2(SO4)3``).
_BELOW_BASES: Final = lazily(r"[\d⁰¹²³⁴-⁹⁺⁻ⁿ₀-₉₊₋ₙ]\Z|[⁰¹²³⁴-⁹][/⁄]\Z")
_ABOVE_BASES: Final = lazily(r"[\d)\]}\uff09\uff3d\uff5d⁰¹²³⁴-⁹⁺⁻ⁿ₀-₉₊₋ₙ]\Z")


def raised(text: str, *, above: bool) -> str:
    """Return figures and signs as characters above the line, or below it; empty where one has no such form."""
    forms = _ABOVE if above else _BELOW
    found = [forms.get(char, "") for char in text] if len(text) <= _LONGEST else [""]
    return "".join(found) if all(found) else ""


def raised_text(node: LexborNode, before: str) -> str:
    """Return what ``sup`` or ``sub`` shows behind some text; empty where that is just its text.

    Behind a number they would be another one. A link is a note's, and so is what stands behind a Han character or a
    mark; that and what stands behind a letter (``m2``, ``H2O``) stays as it is.
    """
    above = node.tag == "sup"
    if not (_ABOVE_BASES if above else _BELOW_BASES).search(before) or node.css_first("a") is not None:
        return ""
    text = node.text().strip()
    form = raised(text, above=above)
    if form and not (text in "+-" and before[-1].isdecimal()):  # 999+ counts, and is no ion
        return form
    return ("^" if above else "_") + text if before[-1].isdigit() and _NUMBER.fullmatch(text) else ""
