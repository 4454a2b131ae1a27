"""Feeds: RSS, Atom and what calls itself so, read by feedparser."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from scraper.collection.addresses import ListError, absolute
from scraper.collection.rows import Found


def read_feed(body: bytes, url: str, content_type: str | None = None) -> Iterator[Found]:
    """Yield the addresses of a feed's entries, each with the time of its last change.

    Args:
        body: the bytes.
        url: its address.
        content_type: as the server said, for the encoding.

    Raises:
        ListError: it is no feed.
    """
    import feedparser

    headers = {"content-location": url, "content-type": content_type or "application/xml"}
    # Only the links are wanted: what is neither sanitized nor resolved costs nothing.
    feed = feedparser.parse(BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version"):
        raise ListError(f"no feed: {feed.get('bozo_exception') or 'neither RSS nor Atom'}")
    for entry in feed.entries:
        if entry.get("link") and (whole := absolute(url, entry.link)):
            yield Found(whole, _stated(entry))


def _stated(entry: Any) -> str | None:
    # Past feedparser's own "get", which answers for a missing time of change with the one of publication, and warns.
    time = dict.get(entry, "updated_parsed") or dict.get(entry, "published_parsed")
    try:
        return datetime.fromtimestamp(timegm(time), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if time else None
    except (ValueError, OverflowError, OSError):
        return None
