"""Pages with status 200 that are no documents: login walls, verifications, deleted documents, empty shells."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_LITTLE = 600
_EMPTY = 20
_TITLE = 60


@cache
def _rules() -> dict[str, tuple[str, tuple[str, ...]]]:
    table = tomllib.loads(files("scraper.fetch").joinpath("soft_failures.toml").read_text(encoding="utf-8"))
    return {
        reason: (rule["detail"], tuple(phrase.lower() for phrase in rule["phrases"])) for reason, rule in table.items()
    }


def soft_failure(text: str) -> tuple[str, str] | None:
    """Return reason and detail where a page is no document; a document about such pages has more text."""
    from selectolax.lexbor import LexborHTMLParser

    if "<" not in text[:2000]:
        return None
    tree = LexborHTMLParser(text)
    has_scripts = tree.css_first("script") is not None
    titles = tree.css("title")
    title = " ".join(titles[0].text().split())[:_TITLE].lower() if titles else ""
    no_script = " ".join(node.text() for node in tree.css("noscript"))
    tree.strip_tags(["script", "style", "noscript", "template", "head"])
    shown = " ".join(tree.body.text(separator=" ").split()).lower() if tree.body else ""
    if len(shown) > _LITTLE:
        return None
    told = f"{title} {shown} {no_script.lower() if len(shown) < _EMPTY else ''}"
    for reason, (detail, phrases) in _rules().items():
        if any(phrase in told for phrase in phrases):
            return reason, detail
    return ("needs-javascript", "the page is empty without JavaScript") if has_scripts and len(shown) < _EMPTY else None
