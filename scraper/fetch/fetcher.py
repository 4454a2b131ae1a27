"""The fetcher: addresses in, pages out; a document that a site spreads over several pages comes as one."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from types import TracebackType

from cleaners.document import Further, Page, Rejected, Rejection
from scraper.digest import page_digest
from scraper.fetch.addresses import AddressError, check_address, without_login
from scraper.fetch.archive import Archive
from scraper.fetch.client import Exchange
from scraper.fetch.exchanges import Exchanges, authority
from scraper.fetch.failures import FetchFailure
from scraper.fetch.options import Fetched, FetchOptions, FetchRequest
from scraper.fetch.pagination import Pagination
from scraper.fetch.soft_failures import soft_failure
from scraper.sources.days import latest_day

HOSTS_AT_ONCE = 64
_WAITING = 64
_TEXT_TYPES = ("text/", "application/xhtml+xml", "application/xml", "application/rss+xml", "application/atom+xml")
_FILE_TYPES = ("application/gzip", "application/x-gzip", "application/octet-stream")


class Fetcher:
    """Fetches pages politely; an async context manager, for one event loop.

    Args:
        options: bounds and manners.
        archive: keeps what came over the wire, where given.
    """

    def __init__(self, options: FetchOptions, archive: Archive | None = None) -> None:
        self._options = options
        self._archive = archive
        self._exchanges = Exchanges(options)
        self._ending = False
        self._lines: dict[str, deque[FetchRequest]] = {}

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._exchanges.close()

    @property
    def waiting(self) -> int:
        """Addresses of ``fetch_all`` that have no answer yet."""
        return sum(map(len, self._lines.values()))

    @property
    def hosts(self) -> int:
        """Hosts that these addresses are of."""
        return sum(map(bool, self._lines.values()))

    def end(self) -> None:
        """Begin nothing new: ``fetch_all`` ends when what is in flight has come."""
        self._ending = True

    async def fetch(self, request: FetchRequest) -> Fetched | Rejection:
        """Fetch one address; what goes wrong is a ``Rejection``."""
        try:
            shown = without_login(check_address(request.url))
        except AddressError as error:
            return Rejection(request.url, "fetch", "bad-address", str(error))
        try:
            exchange = await self._exchanges.follow(request)
            if exchange.status == 304 and (request.etag or request.last_modified):
                return _unchanged(request, exchange)
            return await self._answer(request, exchange)
        except FetchFailure as failure:
            return Rejection(shown, "fetch", failure.reason, failure.detail, shown)

    async def fetch_all(self, requests: Iterable[FetchRequest]) -> AsyncIterator[Fetched | Rejection]:
        """Yield answers as they come: hosts side by side, the addresses of one host one by one in their order."""
        lines = self._lines = {}
        for request in requests:
            lines.setdefault(authority(request.url), deque()).append(request)
        answers: asyncio.Queue[Fetched | Rejection | BaseException | None] = asyncio.Queue(_WAITING)
        waiting = deque(lines.values())
        workers = [asyncio.create_task(self._work(waiting, answers)) for _ in range(min(HOSTS_AT_ONCE, len(waiting)))]
        try:
            working = len(workers)
            while working:
                answer = await answers.get()
                if isinstance(answer, BaseException):
                    raise answer
                if answer is None:
                    working -= 1
                else:
                    yield answer
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)

    async def _work(
        self, lines: deque[deque[FetchRequest]], answers: asyncio.Queue[Fetched | Rejection | BaseException | None]
    ) -> None:
        try:
            while lines:
                line = lines.popleft()
                while line and not self._ending:
                    answer = await self.fetch(line[0])
                    line.popleft()
                    await answers.put(answer)
            await answers.put(None)
        except Exception as error:  # the archive's disk is full, say: the run must hear of it
            await answers.put(error)

    async def _answer(self, request: FetchRequest, exchange: Exchange) -> Fetched:
        text = _checked(request, exchange)
        now = datetime.now(UTC)
        date = now.strftime("%Y-%m-%dT%H:%M:%SZ")
        page = Page(
            exchange.body,
            exchange.url,
            url=exchange.url,
            content_type=exchange.header("content-type"),
            fetched_at=date,
            not_after=latest_day(now),
        )
        archived = None
        if request.kind == "page":
            following, left = await self._further(request, exchange, text)
            page = replace(page, further=Further(tuple(one.body for one in following), left))
            archived = self._archive.write(request, exchange, date, following, left=left) if self._archive else None
        return Fetched(
            request=request,
            page=page,
            status=exchange.status,
            final_url=exchange.url,
            digest=page_digest(page),
            archived=archived,
            etag=exchange.header("etag"),
            last_modified=exchange.header("last-modified"),
        )

    async def _further(self, request: FetchRequest, first: Exchange, text: str) -> tuple[Sequence[Exchange], bool]:
        """Fetch the further pages of a document; tell whether some are left.

        A page that could be had another time fails the document as a whole, so that no half of it passes for all.
        """
        pagination, following, bodies = Pagination(first.url), list[Exchange](), {first.body}
        while url := pagination.next(text, following[-1].url if following else first.url):
            if len(bodies) >= self._options.max_pages:
                return following, True
            further = FetchRequest(url=url, trusted=request.trusted)
            try:
                exchange = await self._exchanges.follow(further)
                text = _checked(further, exchange)
            except FetchFailure as failure:
                if failure.lasting:
                    return following, True
                raise FetchFailure(failure.reason, f"page {len(bodies) + 1}: {failure.detail}") from None
            if exchange.body in bodies:  # some sites show the last page again
                break
            following.append(exchange)
            bodies.add(exchange.body)
        return following, False


def _unchanged(request: FetchRequest, exchange: Exchange) -> Fetched:
    return Fetched(
        request=request,
        page=None,
        status=exchange.status,
        final_url=exchange.url,
        etag=request.etag,
        last_modified=request.last_modified,
    )


def _checked(request: FetchRequest, exchange: Exchange) -> str:
    """Return the text of a page; raise ``FetchFailure`` where it is none."""
    if exchange.status // 100 != 2:  # a redirect to nowhere, a 304 that nobody asked for
        raise FetchFailure(f"http-{exchange.status}", exchange.reason)
    content_type = exchange.header("content-type")
    _check_type(request, content_type)
    if request.kind != "page":
        return ""
    text = _text(exchange.body, content_type)
    if reason := soft_failure(text):
        raise FetchFailure(*reason)
    return text


def _text(body: bytes, content_type: str | None) -> str:
    from cleaners.decoding.encoding import decode

    try:
        return decode(body, content_type).text
    except Rejected:  # said where the page is cleaned
        return ""


def _check_type(request: FetchRequest, content_type: str | None) -> None:
    kind = (content_type or "text/html").partition(";")[0].strip().lower()
    taken = _TEXT_TYPES if request.kind in ("page", "listing") else _TEXT_TYPES + _FILE_TYPES
    if not kind.startswith(taken):
        raise FetchFailure("content-type", f"{kind}, no page")
