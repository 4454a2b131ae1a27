"""What goes into the fetcher and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cleaners.document import Page

USER_AGENT = "qingwen/0.1 (+https://pypi.org/project/qingwen/)"
"""Honest default: who asks, and where to read about it. Give your own with a contact by ``--user-agent``."""

Kind = Literal["page", "listing", "sitemap", "feed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """Bounds and manners of the fetcher.

    Attributes:
        delay: seconds between the end of one request to a host and the start of the next.
        timeout: seconds for one page once its turn has come, retries and redirects included.
        max_bytes: most bytes of a page, on the wire and uncompressed.
        retries: further attempts after a failure that can pass.
        user_agent: the User-Agent header.
        headers: more headers, sent to the hosts that the user named alone.
        cookies: a cookie file in the format of Netscape browsers.
        proxy: address of a proxy; the environment's (``HTTPS_PROXY`` ...) where ``None``.
        max_pages: most pages of one document that a site spreads over several.
        allow_private: addresses that nobody named may lead to private hosts.
    """

    delay: float = 1.0
    timeout: float = 60.0
    max_bytes: int = 20_000_000
    retries: int = 2
    user_agent: str = USER_AGENT
    headers: tuple[tuple[str, str], ...] = ()
    cookies: Path | None = None
    proxy: str | None = None
    allow_private: bool = False
    max_pages: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRequest:
    """One address to fetch.

    Attributes:
        url: an http(s) address.
        etag, last_modified: validators of an earlier answer; the server says 304 where nothing changed.
        trusted: the user named the address himself, so it may lead to a private host.
        kind: what is expected, and so which content types are taken.
        earlier: file and offset of an earlier answer in the archive, so that one like it is not kept twice.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    trusted: bool = True
    kind: Kind = "page"
    earlier: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer.

    Attributes:
        request: what was asked for.
        page: the page; ``None`` where the server says that nothing changed.
        status: the HTTP status.
        final_url: the address behind all redirects.
        etag, last_modified: validators for the next time.
        digest: SHA-256 of the body in hex; ``None`` without a page.
        archived: file and offset of what came in the archive, where one is kept; ``earlier`` where that is the same.
    """

    request: FetchRequest
    page: Page | None
    status: int
    final_url: str
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    archived: tuple[str, int] | None = None
