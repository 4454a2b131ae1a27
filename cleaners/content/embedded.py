"""The document where a page does not show it: in a script's object (Baidu Wenku's ``pageData``), an attribute, a
field, a template, a box that a script is to open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaners.content.box_names import AGAINST, COMMENTS, CONTENT, box_name
from cleaners.content.script_texts import Around, Named, texts_in_script
from cleaners.document import Line
from cleaners.facts.script_object import facts_beside
from cleaners.lazily import lazily
from cleaners.markup.hidden import hides
from cleaners.markup.walk import Walk
from cleaners.rules.vocabulary import site_share

_HOLDERS: Final = "textarea, noscript, template, script, [srcdoc], [hidden], [style]"
_ATTRIBUTES: Final = ("data-", "srcdoc")
_OF_DOCUMENT: Final = ("articleBody", " text")  # what JSON-LD holds of a document; descriptions are of the site, too
_LEAST: Final = 40  # characters of a document
_LEAST_PROSE: Final = 100
_MARKS: Final = "。！？，；.!?,;"
_MARKED: Final = 100  # at least one mark in so many characters of prose
_TAG: Final = lazily(r"<(?:p|br|div|span|a|b|i|li|td|h[1-6]|strong|em|font|section|img)\b[^<>]*>", re.I)
_LONGEST: Final = 2_000_000
_WORDS: Final = lazily(r"[^\W\d_]{2,}['’,.;:!?]*\s+[^\W\d_]{2,}")
_HAN: Final = lazily("[\u3400-\u9fff\uf900-\ufaff]")
_MOSTLY: Final = 0.7
_SCRIPTS: Final = lazily("javascript", re.I)  # what a page says to browsers without it ...
_LONG: Final = 400  # ... in fewer characters
_GAPS: Final = lazily(r"<%|\{\{|\$\{")  # what a program fills in a template ...
_PER_GAP: Final = 200  # ... in so many characters at the most
_SITE: Final = 0.2  # a text with such a share of words of sites is a notice
_BESIDE: Final = 0.1  # what a text counts that is named after what stands beside a document
_CALLED: Final = 2.0  # ... after a document


class Embedded(NamedTuple):
    """A document that a page holds without showing it.

    Attributes:
        lines: its text; none where no text reads like a document.
        stated: what the object around it says of it, as an object of schema.org.
    """

    lines: list[Line]
    stated: dict[str, Any]


def embedded_document(tree: LexborHTMLParser, first: int, *, everywhere: bool) -> Embedded:
    """Return the document that a page holds without showing it.

    Args:
        tree: the parsed page.
        first: number of the first line.
        everywhere: the page shows nothing of a document; else only prose in a script's objects counts.
    """
    best, text, holders = 0.0, "", None
    least = _LEAST if everywhere else _LEAST_PROSE
    for found, names, around in _texts(tree, everywhere):
        size = len(found) - found.count("\n")
        weight = size * _weight(names)
        if not everywhere and weight < size:
            continue  # comments, related documents: the page may show a short document
        if weight > best and least <= len(found) and _reads(lines := _as_text(found)):
            if not everywhere and _MARKED * sum(map(lines.count, _MARKS)) < len(lines):
                continue
            best, text, holders = weight, lines, around
    return Embedded(
        [
            Line(line, tag="tr" if "\t" in line else "p", number=number)
            for number, line in enumerate(map(str.strip, text.splitlines()), start=first)
            if line
        ],
        _stated(holders),
    )


def _stated(around: Around) -> dict[str, Any]:
    """Return what the innermost object around a text that says something of it does."""
    while around is not None:
        item, around = around
        if stated := facts_beside(item):
            return stated
    return {}


def _texts(tree: LexborHTMLParser, everywhere: bool) -> Iterator[Named]:
    for node in tree.css(_HOLDERS if everywhere else "script"):
        attributes = node.attributes
        names = f"{attributes.get('class')} {attributes.get('id')}"
        if node.tag == "script" and not _is_template(kind := attributes.get("type") or ""):
            texts = texts_in_script(node.text())
            yield from (one for one in texts if one[1].endswith(_OF_DOCUMENT)) if "ld+json" in kind.lower() else texts
        elif node.tag in ("textarea", "script"):
            yield node.text(), names, None
        elif node.tag in ("noscript", "template"):
            yield node.html or "", names, None
        elif "hidden" in attributes or ("style" in attributes and hides(attributes)):
            yield _shown(node), names, None
    for node in tree.css("body *") if everywhere else ():
        for name, value in node.attributes.items():
            if value and len(value) >= _LEAST and name.startswith(_ATTRIBUTES):
                yield from texts_in_script(value) if value.lstrip()[:1] in ("{", "[") else [(value, name, None)]


def _is_template(kind: str) -> bool:
    return "template" in kind or (kind.startswith("text/") and "script" not in kind)


def _shown(node: LexborNode) -> str:
    walk = Walk({}, {node.mem_id})
    walk.run(node)
    return "\n".join([row[0] for row in walk.rows if row[4] <= 1 - _MOSTLY])


def _weight(names: str) -> float:
    name = box_name({"class": names})
    return _BESIDE if name & (AGAINST | COMMENTS) else _CALLED if name & CONTENT else 1.0


def _as_text(text: str) -> str:
    """Return the text of a string that is HTML, a line a block; any other string as it is."""
    if not _TAG.search(text):
        return text
    if len(text) > _LONGEST:
        return ""
    walk = Walk({})
    body = LexborHTMLParser(text.replace("<noscript", "<div").replace("<template", "<div")).body
    if body is not None:
        walk.run(body)
    return "\n".join([row[0] for row in walk.rows])


def _reads(text: str) -> bool:
    """Tell whether a text is one that people read: lines of Han characters or of words, not of a site's."""
    told = size = 0
    for line in text.splitlines():
        letters = sum(map(str.isalnum, line))
        size += letters
        if 2 * len(_HAN.findall(line)) >= letters or _WORDS.search(line):
            told += letters
    if told <= _MOSTLY * size or "://" in text[:_LEAST] or (len(text) < _LONG and _SCRIPTS.search(text)):
        return False
    return len(_GAPS.findall(text)) * _PER_GAP <= len(text) and site_share(text) < _SITE
