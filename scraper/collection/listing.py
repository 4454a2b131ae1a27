"""Listing pages: the links to documents on a page, by a selector or by their looks, and the link to the next page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from cleaners.decoding.encoding import decode
from cleaners.document import Rejected
from cleaners.markup.bounds import tame
from cleaners.site import site_of
from scraper.collection.addresses import ListError, absolute
from scraper.collection.rows import Found

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_TITLE_WIDTH = 10  # columns that a title takes at least: five Chinese characters; "more" and "next" are shorter
_CHROME = "nav, header, footer, aside, form"
_DIGITS = re.compile(r"\d+")
_DOCUMENT = re.compile(
    r"""\d{3,}                            # a number, a date
    | (?:[^\W_]+[-_]){2,}[^\W_]           # words of a title
    | \.(?:s?html?|aspx?|php|jsp|txt)$    # a page of its own
    | [0-9a-f]{12,}                       # an identifier
    | =[\w-]{2,}                          # one in the query
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Listing(NamedTuple):
    """What a listing page gives; ``next`` is ``None`` at the last page."""

    found: list[Found]
    next: str | None


def read_listing(
    body: bytes, url: str, content_type: str | None = None, *, links: str | None = None, following: str | None = None
) -> Listing:
    """Find the documents that a page links to, in its order, each once.

    Args:
        body: the page.
        url: its address.
        content_type: as the server said, for the encoding.
        links: CSS selector of the links, or of elements that hold them; ``None``: links that look like documents, that
            is on the same site, outside the page's navigation, with a text as long as a title, and with an address
            that holds a number, several words or the name of a page.
        following: CSS selector of the link to the next page.

    Raises:
        ListError: more markup than a page may have.
    """
    from selectolax.lexbor import LexborHTMLParser

    try:
        tree = LexborHTMLParser(tame(decode(body, content_type).text.encode("utf-8", "replace")))
    except Rejected as error:
        raise ListError(error.detail or error.reason) from None
    base = _base(tree, url)
    chosen = _selected(tree, links, base) if links else _likely(tree, base, url)
    found = [Found(address) for address in dict.fromkeys(chosen) if address != url]
    after = next(_selected(tree, following, base), None) if following else None
    return Listing(found, None if after == url else after)


def _base(tree: LexborHTMLParser, url: str) -> str:
    node = tree.css_first("base[href]")
    return (absolute(url, node.attributes.get("href") or "") if node else None) or url


def _selected(tree: LexborHTMLParser, css: str, base: str) -> Iterator[str]:
    for node in tree.css(css):
        for link in [node] if node.attributes.get("href") else node.css("a[href]"):
            if whole := absolute(base, link.attributes.get("href") or ""):
                yield whole


def _likely(tree: LexborHTMLParser, base: str, url: str) -> Iterator[str]:
    for box in tree.css(_CHROME):
        box.decompose()
    site, own = site_of(url), _shape(url)
    for link in tree.css("a[href]"):
        whole = absolute(base, link.attributes.get("href") or "")
        # Other pages of the same list have its address but for the numbers.
        if whole and site_of(whole) == site and _shape(whole) != own and _names_document(whole) and _has_title(link):
            yield whole


def _shape(url: str) -> str:
    return _DIGITS.sub("0", url)


def _names_document(url: str) -> bool:
    parts = urlsplit(url)
    last = parts.path.rstrip("/").rpartition("/")[2]
    if re.fullmatch(r"(?:index|default|list)(?:[-_]?\d+)?(?:\.\w+)?", last, re.IGNORECASE) and not parts.query:
        return False
    return _DOCUMENT.search(f"{parts.path}?{parts.query}" if parts.query else parts.path) is not None


def _has_title(link: LexborNode) -> bool:
    text = link.attributes.get("title") or link.text()
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text if char.isalnum()) >= _TITLE_WIDTH
