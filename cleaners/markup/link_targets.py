"""Links that lead nowhere else, and so are text: a question that unfolds its answer, a heading that links to itself."""

from __future__ import annotations

from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.markup.elements import COMMENT, Attributes

_CONTROL: Final = frozenset(("tabindex", "role", "aria-expanded", "aria-controls"))  # of what may be no link at all


def stays(attributes: Attributes) -> bool:
    """Tell whether a link leads nowhere else, as a question does that unfolds its answer."""
    if "href" not in attributes:
        return not _CONTROL.isdisjoint(attributes)
    href = (attributes["href"] or "").lstrip().lower()
    return href.startswith(("#", "javascript:"))


def marks_itself(attributes: Attributes) -> bool:
    """Tell whether a link leads to itself, as the headings of chapters do to which a table of contents leads."""
    name = attributes.get("id") or attributes.get("name")
    return bool(name) and attributes.get("href") == f"#{name}"


def links_itself(heading: LexborNode) -> bool:
    """Tell whether all of a heading is a link to the heading itself, as manuals have it: it links nothing."""
    shown = [node for node in heading.iter(include_text=True) if node.tag_id != COMMENT and not node.is_empty_text_node]
    link = shown[0] if len(shown) == 1 else heading
    return link.tag == "a" and (link.attributes.get("href") or "").endswith(f"#{heading.id}")
