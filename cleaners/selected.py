"""What a site profile's selectors find in a page: subtrees of the document and of chrome, and facts."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from cleaners.profile import Profile


def selected(profile: Profile, tree: LexborHTMLParser) -> tuple[dict[int, str], dict[str, str]]:
    """Return the labels of the subtrees that a profile selects, by their id, and the facts that its selectors find."""
    marks: dict[int, str] = {}
    for css in profile.select:
        if nodes := tree.css(css):
            marks.update((node.mem_id, "content") for node in nodes)
            break
    for css in profile.remove:
        marks.update((node.mem_id, "chrome") for node in tree.css(css))
    if profile.summary:
        marks.update((node.mem_id, "summary") for node in tree.css(profile.summary))
    found = ((fact, _value(tree, selector)) for fact, selector in profile.metadata)
    return marks, {fact: value for fact, value in found if value}


def _value(tree: LexborHTMLParser, selector: str) -> str:
    """Return the text of the first node of a selector, or of its attribute, ``selector@attribute``."""
    css, _, attribute = selector.rpartition("@") if "@" in selector else (selector, "", "")
    node = tree.css_first(css)
    if node is None:
        return ""
    value = node.attributes.get(attribute) if attribute else node.text(separator=" ")
    return " ".join((value or "").split())
