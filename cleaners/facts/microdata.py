"""Microdata of schema.org in a page's elements, as the objects that JSON-LD states."""

from __future__ import annotations

from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaners.facts.structured import is_of_others
from cleaners.markup.elements import TEXT

# Properties of a document that are plain values.
_PROPERTIES: Final = frozenset(
    (
        *(
            "author",
            "datePublished",
            "dateCreated",
            "keywords",
            "numberOfPages",
            "articleSection",
            "contentSize",
            "fileSize",
        ),
        *("encodingFormat", "fileFormat", "isAccessibleForFree"),
    )
)
_LONGEST: Final = 200
_DEEPEST: Final = 30


def microdata_object(tree: LexborHTMLParser) -> dict[str, Any]:
    """Return the first value of each property that the page's document has; comments and the like are passed over."""
    found: dict[str, Any] = {}
    for node in tree.css("[itemprop]"):
        name = node.attributes.get("itemprop") or ""
        if name in _PROPERTIES and name not in found and not _is_of_another(node) and (value := _value(node)):
            found[name] = value
    return found


def _is_of_another(node: LexborNode) -> bool:
    """Tell whether an element stands in an item that is not the document."""
    around = node.parent
    for _ in range(_DEEPEST):
        if around is None:
            return False
        if kind := around.attributes.get("itemtype"):
            return is_of_others(kind.rstrip(" /").lower()) or _is_one_of_several(around, kind)
        around = around.parent
    return True  # so deep that nobody knows


def _is_one_of_several(item: LexborNode, kind: str) -> bool:
    """Tell whether an item of the same type stands beside it: a list of other documents."""
    for side in ("prev", "next"):
        beside = getattr(item, side)
        while beside is not None and beside.tag_id == TEXT:
            beside = getattr(beside, side)
        if beside is not None and beside.attributes.get("itemtype") == kind:
            return True
    return False


def _value(node: LexborNode) -> str | None:
    """Return an element's value: of its attribute for machines, of the name in it, else its text."""
    attributes = node.attributes
    stated = attributes.get("content") or attributes.get("datetime")
    if not stated:
        named = node.css_first("[itemprop=name]")
        stated = (named.attributes.get("content") or named.text() if named else None) or node.text()
    stated = " ".join(stated.split())
    return stated if stated and len(stated) <= _LONGEST else None
