"""What the head of an HTML page states: title, meta tags, links and JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaners.lazily import lazily

_SCRIPT_LIMIT = 200_000
_TITLE, _META, _LINK = (LexborHTMLParser("").create_node(tag).tag_id for tag in ("title", "meta", "link"))
_BEGINNING = 40  # nodes of a body
_WHOLE = lazily(r"(?is)\s*<(p|div|span|font|b|i|em|strong|h[1-6])(?:\s[^<>]*)?>\s*\S.*</\1>\s*")
_TAG = lazily(r"(?i)</?(?:p|div|span|font|b|i|em|strong|sub|sup|h[1-6]|br|img|a)(?:\s[^<>]*)?/?>")
_LONGEST = 2000  # characters of a title that may hold some


class Head(NamedTuple):
    """What a head states.

    Attributes:
        title: the title element.
        metas: contents of meta tags by lower-case name or property, the first of each.
        canonical: the page's own address.
        home: the site's first page, which some sites state in its place: no document's address.
        objects: JSON-LD objects; a view adds one of the page's microdata.
        tags: the tags of the article, each in a meta tag.
    """

    title: str | None = None
    metas: Mapping[str, str] = MappingProxyType({})
    canonical: str | None = None
    home: str | None = None
    objects: tuple[dict[str, Any], ...] = ()
    tags: tuple[str, ...] = ()


def read_head(tree: LexborHTMLParser, markup: bytes, *, url: str | None) -> Head:
    """Read the head of a page.

    Args:
        tree: the parsed page.
        markup: its bytes, asked for the words before the tree is searched.
        url: address of the page, to complete a relative canonical link.
    """
    title, canonical = None, None
    metas: dict[str, str] = {}
    tags: list[str] = []
    for node, names in _elements(tree):
        number = node.tag_id
        if number == _TITLE:
            title = title or " ".join(_without_markup(node.text()).split()) or None
        elif number == _META:
            attributes = node.attributes
            name = next(filter(None, map(attributes.get, names)), None)
            content = attributes.get("content")
            if name and content and content.strip():
                name = name.strip().lower()
                metas.setdefault(name, content.strip())
                if name == "article:tag":
                    tags.append(content.strip())
        elif number == _LINK and (node.attributes.get("rel") or "").lower() == "canonical":
            canonical = canonical or _absolute(node.attributes.get("href"), url)
    stated = [address for address in (canonical, _absolute(metas.get("og:url"), url)) if address]
    own = next((address for address in stated if not _is_home(address)), None)
    home = next((address for address in stated if _is_home(address)), None)
    objects = _objects(tree) if b"application/ld+json" in markup else []
    return Head(title, metas, own, home, tuple(objects), tuple(tags))


def _without_markup(title: str) -> str:
    """Return a title without the tags of an element that all of it is, as some programs put it there."""
    if "<" not in title or len(title) > _LONGEST or not _WHOLE.fullmatch(title):
        return title
    return _TAG.sub("", title)


def _elements(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, tuple[str, ...]]]:
    """Yield what may state something, the head first, each with the attributes that may name it.

    A head ends at the first thing that has no place in one (a stray ``div``, text before ``html``), and a browser goes
    on reading titles, meta tags and links behind that; microdata there belongs to the item around it.
    """
    found = set()
    node = tree.head.first_child if tree.head else None
    while node is not None:
        found.add(node.tag_id)
        yield node, ("property", "name", "itemprop")
        node = node.next
    if not found.issuperset((_TITLE, _META)) or _goes_on(tree.body):
        for node in tree.css("body title:not(svg title), body meta, body link"):
            yield node, ("property", "name")


def _goes_on(body: LexborNode | None) -> bool:
    """Tell whether a body begins with what belongs into a head."""
    node = body.first_child if body else None
    for _ in range(_BEGINNING):
        if node is None:
            return False
        if node.tag_id in (_TITLE, _META, _LINK):
            return True
        node = node.next
    return False


def _absolute(link: str | None, base: str | None) -> str | None:
    """Complete an address; ``None`` unless the outcome is a whole http(s) address."""
    if not link or not link.strip():
        return None
    try:
        address = urljoin(base or "", link.strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def _is_home(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _objects(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for script in tree.css('script[type^="application/ld+json" i]'):
        text = script.text()
        if len(text) <= _SCRIPT_LIMIT:
            try:
                found.extend(_walk(json.loads(text, strict=False), 0))
            except (ValueError, RecursionError):
                continue
    return found


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _walk(value.get("@graph"), depth + 1)
        yield from _walk(value.get("mainEntity"), depth + 1)
