"""MathML in one line, as people type formulas: ``(a+b)/2``, ``x²``, ``x^k``, ``√(…)``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.lazily import lazily
from cleaners.markup.raised import raised

_INVISIBLE: Final = dict.fromkeys(range(0x2061, 0x2065))  # signs for machines: of a call, of a product
_DEEP: Final = 40  # elements within each other; what lies deeper is read without its structure
_UNSEEN: Final = frozenset(("annotation", "annotation-xml", "mphantom", "none", "mprescripts", "-comment"))
_TOKENS: Final = frozenset(("mi", "mn", "mo", "mtext", "ms"))
_SCRIPTS: Final = "⁰¹²³⁴-⁹⁺⁻ⁿ₀-₉₊₋ₙ"
_SIMPLE: Final = lazily(rf"\d+(?:[.,]\d+)*|[^\W\d_]['′]?[{_SCRIPTS}]*|√?\([^()]*\)|[\u3400-\u9fff]+|[^\w\s]")
_TERM: Final = lazily(r"[^\s+\-−±<>=≤≥≠,;/]+|\([^()]*\)")
_WORD: Final = lazily(r"[A-Za-z\u0370-\u03ff]{2,}")
_STRUCTURE: Final = frozenset("/^_√")
_MARKS: Final = frozenset("¯ˉ‾^ˆ~˜→⃗.˙¨_ˇ⏞⏟⏜︷︸′″‴'*°")  # stand above or behind what they mark


def linear(math: LexborNode) -> str:
    """Return the characters of a formula in one line, with the signs that its structure stands for."""
    return _read(math, _DEEP)


def _read(node: LexborNode, depth: int) -> str:
    tag = node.tag or ""
    if tag == "-text":
        return " ".join((node.text_content or "").split())
    if tag in _UNSEEN:
        return ""
    if tag in _TOKENS or not depth:
        return " ".join(node.text().translate(_INVISIBLE).split())
    parts = [_read(child, depth - 1) for child in _children(node, tag)]
    if tag in _FORMS and len(parts) == _FORMS[tag][0]:
        return _FORMS[tag][1](node, parts)
    if tag == "msqrt":
        inside = _run(parts)
        return f"√{_closed(inside)}" if inside else ""
    if tag == "mfenced":
        return _fenced(node, parts)
    if tag in ("mtable", "mtr", "mlabeledtr"):
        return ("; " if tag == "mtable" else " ").join(parts)
    return _run(parts)


def _children(node: LexborNode, tag: str) -> Iterable[LexborNode]:
    """Return the children that count; of annotated formulas and of choices the first."""
    children = [child for child in node.iter(include_text=tag not in _FORMS) if child.tag != "-comment"]
    if tag in ("semantics", "maction"):
        return [child for child in children if child.tag != "-text"][:1]
    return [child for child in children if child.tag != "-text" or not child.is_empty_text_node]


def _fraction(node: LexborNode, parts: list[str]) -> str:
    over, under = parts
    if not over and not under:
        return ""
    if (node.attributes.get("linethickness") or "").startswith("0"):
        return f"{over} {under}"  # no line: a binomial, in brackets of its own
    return f"{over if _TERM.fullmatch(over) else _bracketed(over)}/{_closed(under)}"


def _above(node: LexborNode, parts: list[str]) -> str:
    return _script(node, parts[0], parts[1], above=True)


def _below(node: LexborNode, parts: list[str]) -> str:
    return _script(node, parts[0], parts[1], above=False)


def _both(node: LexborNode, parts: list[str]) -> str:
    return _above(node, [_below(node, parts[:2]), parts[2]])


def _root(_node: LexborNode, parts: list[str]) -> str:
    if not parts[0]:
        return ""
    if not parts[1]:
        return f"√{_closed(parts[0])}"
    degree = raised(parts[1], above=True)
    return f"{degree}√{_closed(parts[0])}" if degree else f"{_closed(parts[0])}^(1/{_closed(parts[1])})"


def _script(node: LexborNode, base: str, script: str, *, above: bool) -> str:
    if not script or (above and script in _MARKS):
        return base + script
    first = next(iter(_children(node, node.tag or "")), None)
    is_token = first is not None and (first.tag in _TOKENS or len(base) == 1)
    base = base if is_token or not base or _SIMPLE.fullmatch(base) or base[-1] in ")]}|" else _bracketed(base)
    form = raised(script, above=above)
    return base + (form or ("^" if above else "_") + _closed(script))


def _fenced(node: LexborNode, parts: list[str]) -> str:
    attributes = node.attributes
    start, end = (attributes.get(name) for name in ("open", "close"))
    signs = ("," if "separators" not in attributes else attributes["separators"] or "").replace(" ", "")
    inside = "".join(
        part + (signs[min(place, len(signs) - 1)] if signs and place + 1 < len(parts) else "")
        for place, part in enumerate(parts)
    )
    return f"{'(' if start is None else start}{inside}{')' if end is None else end}"


def _closed(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else _bracketed(text)


def _bracketed(text: str) -> str:
    return f"({text})" if text else ""


def _run(parts: Iterable[str]) -> str:
    """Put parts side by side, with a space where they would be read as one number, word or fraction."""
    shown: list[str] = []
    for part in filter(None, parts):
        if shown and _runs_together(shown[-1], part):
            shown.append(" ")
        shown.append(part)
    return "".join(shown)


def _runs_together(before: str, after: str) -> bool:
    left, right = before[-1], after[0]
    if not (left.isalnum() or left == ")") or not (right.isalnum() or right in "(√"):
        return False
    if not _STRUCTURE.isdisjoint(before.rpartition(" ")[2]) or ("/" in after and right.isalnum()):
        return True
    if left == ")" or right in "(√":
        return False
    return (left.isdigit() and right.isdigit()) or _WORD.fullmatch(before) is not None


_FORMS: Final[dict[str, tuple[int, Callable[[LexborNode, list[str]], str]]]] = {
    "mfrac": (2, _fraction),
    "msup": (2, _above),
    "msub": (2, _below),
    "msubsup": (3, _both),
    "mover": (2, _above),
    "munder": (2, _below),
    "munderover": (3, _both),
    "mroot": (2, _root),
}
