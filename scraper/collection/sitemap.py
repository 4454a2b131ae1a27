"""Sitemaps (sitemaps.org): an index or a set of addresses, as XML or plain lines, compressed or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from scraper.collection.addresses import ListError, absolute
from scraper.collection.rows import Found

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Child:
    """A sitemap that an index names."""

    url: str


def read_sitemap(body: bytes, url: str) -> Iterator[Found | Child]:
    """Yield the addresses of a sitemap as they are read, or the sitemaps of an index.

    Args:
        body: the bytes; gzip is undone, within the bound of a page.
        url: its address.

    Raises:
        ListError: damaged, or neither XML of a sitemap nor lines of addresses.
    """
    from scraper.sources.compressed import CorruptError, TooLargeError, read_bounded

    try:
        plain = read_bounded(BytesIO(body)).removeprefix(_BOM)
    except TooLargeError:
        raise ListError("larger than 64 MiB, uncompressed") from None
    except CorruptError as error:
        raise ListError(f"damaged gzip: {error}") from None
    if plain.lstrip().startswith(b"<"):
        yield from _read_xml(plain, url)
    else:
        yield from _read_lines(plain, url)


def _read_xml(body: bytes, url: str) -> Iterator[Found | Child]:
    from xml.etree.ElementTree import Element, ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    root: Element | None = None
    try:
        for event, element in iterparse(BytesIO(body.lstrip()), events=("start", "end")):
            if event == "start":
                root = element if root is None else root
                continue
            name = _local(element.tag)
            if name not in ("url", "sitemap") or root is None or root is element:
                continue
            facts = {_local(child.tag): (child.text or "").strip() for child in element}
            whole = absolute(url, facts.get("loc", ""))
            if facts.get("loc") and whole:
                yield Child(whole) if name == "sitemap" else Found(whole, facts.get("lastmod") or None)
            root.clear()  # what is done with; memory stays flat
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise ListError(f"no well-formed XML: {error}") from None
    if root is None or _local(root.tag) not in ("urlset", "sitemapindex"):
        raise ListError(f"no sitemap: its root is <{_local(root.tag) if root is not None else ''}>")


def _local(tag: str) -> str:
    """Return an element's name without its namespace, which sites get wrong."""
    return tag.rpartition("}")[2].lower()


def _read_lines(body: bytes, url: str) -> Iterator[Found]:
    rows = [row.strip() for row in body.decode("utf-8", "replace").splitlines()]
    if not any(rows):
        raise ListError("empty")
    if any(row and not row.startswith(("http://", "https://")) for row in rows[:10]):
        raise ListError("neither XML nor lines of addresses")
    for row in rows:
        if row and (whole := absolute(url, row)):
            yield Found(whole)
