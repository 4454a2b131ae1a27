"""The sources of a collection -> addresses in its frontier."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from cleaners.document import Page, Rejection
from scraper.collection.addresses import ListError, absolute, listed, passes
from scraper.collection.configuration import Source
from scraper.collection.feed import read_feed
from scraper.collection.listing import read_listing
from scraper.collection.rows import Found, Seen
from scraper.collection.sitemap import Child, read_sitemap
from scraper.collection.state import State

if TYPE_CHECKING:
    from scraper.collection.visits import Receipt

_MAX_DEPTH = 2  # of indexes in indexes; sitemaps.org allows none


class Download(NamedTuple):
    """What a server answered; ``page`` is ``None`` where it is the one that is known already."""

    page: Page | None
    receipt: Receipt


ListKind = Literal["listing", "sitemap", "feed"]


class _ListPage(NamedTuple):
    url: str
    found: list[Found]
    seen: Seen


Get = Callable[[str, Seen, ListKind], Download | Rejection]
"""Fetch a list, if it is not what was seen. ``Seen()`` fetches it anyhow."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """Reads sources and adds what they give to the frontier.

    Attributes:
        folder: of the collection; a source's file is meant from here.
        state: where addresses go.
        get: fetches a list.
        now: ISO 8601 time of the run.
        in_time: whether there is time for one more list.
    """

    folder: Path
    state: State
    get: Get
    now: str
    in_time: Callable[[], bool]

    def read(self, source: Source) -> Iterator[int | Rejection]:
        """Read a source; yield how many new addresses each of its lists gave, and what failed."""
        match source.kind:
            case "urls":
                yield self._add((Found(whole) for url in source.addresses if (whole := absolute(url, ""))), source)
            case "file":
                yield from self._file(source)
            case "listing":
                yield from self._listing(source)
            case "sitemap":
                yield from self._sitemap(source.addresses[0], source, _MAX_DEPTH)
            case "feed":
                yield from self._feed(source)

    def _file(self, source: Source) -> Iterator[int | Rejection]:
        path = self.folder / source.addresses[0]
        try:
            rows = list(listed(path))
        except (OSError, UnicodeDecodeError) as error:
            yield Rejection(str(path), "read", "unreadable", str(getattr(error, "strerror", None) or "not UTF-8"))
            return
        found = []
        for number, text, whole in rows:
            if whole is None:
                yield Rejection(f"{path}:{number}", "read", "bad-address", f"{text!r} is no http or https address")
            else:
                found.append(Found(whole))
        yield self._add(found, source)

    def _listing(self, source: Source) -> Iterator[int | Rejection]:
        """Follow a listing to its limit, or to a page without anything new; its pages are added together at the end.

        One that broke off is followed to its limit the next time, since its first pages are known then.
        """
        (first,), reading = source.addresses, _reading(source)
        latest = seen = self.state.seen(first, reading)
        found: list[Found] = []
        for page in self._pages(source, seen):
            if isinstance(page, Rejection):
                latest = Seen()
                yield page
                break
            if page.url == first:
                latest = page.seen
            found += page.found
            if seen.complete and all(self.state.knows(one.url) for one in page.found):
                break
        yield self._add(found, source, (first, reading, latest))

    def _pages(self, source: Source, seen: Seen) -> Iterator[_ListPage | Rejection]:
        """Yield the pages of a listing, none where the first is as it was ``seen``; ends after a failure."""
        url: str | None = source.addresses[0]
        met: set[str] = set()
        while url and url not in met and len(met) < source.max_pages:
            answer = self._fetch(url, Seen() if met else seen, "listing")
            met.add(url)
            if isinstance(answer, Rejection):
                yield answer
                return
            if answer.page is None:
                return
            page = answer.page
            try:
                listing = read_listing(
                    page.body, page.url or url, page.content_type, links=source.links, following=source.next
                )
            except ListError as error:
                yield Rejection(url, "read", "bad-list", str(error), url)
                return
            if not listing.found and len(met) == 1:
                sought = f"matches {source.links!r}" if source.links else "looks like a document"
                yield Rejection(url, "read", "no-links", f"no link on the page {sought}", url)
                return
            yield _ListPage(url, list(self._filtered(listing.found, source)), _seen(answer.receipt))
            url = listing.next

    def _sitemap(self, url: str, source: Source, depth: int) -> Iterator[int | Rejection]:
        reading = _reading(source)
        answer = self._fetch(url, self.state.seen(url, reading), "sitemap")
        if isinstance(answer, Rejection) or answer.page is None:
            yield answer if isinstance(answer, Rejection) else 0
            return
        contents = _Sitemap(answer.page.body, url)
        with self.state.transaction():
            added = self.state.add(self._filtered(contents.found(), source), source.tags, self.now)
            if not contents.children and not contents.fault:  # an index that is unchanged has sitemaps that are not
                self.state.see(url, reading, _seen(answer.receipt))
        yield added
        if contents.children and depth == 0:
            yield Rejection(url, "read", "bad-list", "indexes of sitemaps nested too deep", url)
        else:
            for child in contents.children:
                yield from self._sitemap(child, source, depth - 1)
        if contents.fault:
            yield contents.fault

    def _feed(self, source: Source) -> Iterator[int | Rejection]:
        (url,) = source.addresses
        reading = _reading(source)
        answer = self._fetch(url, self.state.seen(url, reading), "feed")
        if isinstance(answer, Rejection):
            yield answer
        elif answer.page is not None:
            try:
                found = list(read_feed(answer.page.body, answer.page.url or url, answer.page.content_type))
            except ListError as error:
                yield Rejection(url, "read", "bad-list", str(error), url)
            else:
                yield self._add(found, source, (url, reading, _seen(answer.receipt)))

    def _fetch(self, url: str, seen: Seen, kind: ListKind) -> Download | Rejection:
        if not self.in_time():
            return Rejection(url, "fetch", "out-of-time", "the run's time was over before this list was read", url)
        answer = self.get(url, seen, kind)
        if isinstance(answer, Download) and seen.digest and answer.receipt.digest == seen.digest:
            return Download(None, answer.receipt)
        return answer

    def _add(self, found: Iterable[Found], source: Source, read: tuple[str, str, Seen] | None = None) -> int:
        """Add addresses and note how their list was read, both or neither."""
        with self.state.transaction():
            if read:
                self.state.see(*read)
            return self.state.add(self._filtered(found, source), source.tags, self.now)

    @staticmethod
    def _filtered(found: Iterable[Found], source: Source) -> Iterator[Found]:
        return (one for one in found if _wanted(one, source))


class _Sitemap:
    """A sitemap while it is read: its addresses one by one, its sitemaps and its fault afterwards."""

    def __init__(self, body: bytes, url: str) -> None:
        self._body = body
        self._url = url
        self.children: list[str] = []
        self.fault: Rejection | None = None

    def found(self) -> Iterator[Found]:
        try:
            for entry in read_sitemap(self._body, self._url):
                if isinstance(entry, Child):
                    self.children.append(entry.url)
                else:
                    yield entry
        except ListError as error:
            self.fault = Rejection(self._url, "read", "bad-list", str(error), self._url)


def _wanted(found: Found, source: Source) -> bool:
    old = source.newer_than and found.stated and found.stated[:10] < source.newer_than.isoformat()
    return not old and passes(found.url, source.include, source.exclude)


def _reading(source: Source) -> str:
    """Return how a source is read, in short: where any of it changes, its lists are read again."""
    return hashlib.sha256(repr(source).encode()).hexdigest()[:16]


def _seen(receipt: Receipt) -> Seen:
    return Seen(receipt.etag, receipt.last_modified, receipt.digest, complete=True)
