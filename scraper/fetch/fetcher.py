"""The fetcher: redirects, retries, robots and manners round the client."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from collections import deque
from collections.abc import AsyncIterator, Coroutine, Iterable
from datetime import UTC, datetime
from http.cookiejar import MozillaCookieJar
from types import TracebackType
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from cleaners.document import Page, Rejection
from scraper.fetch.addresses import AddressError, check_address, without_login
from scraper.fetch.archive import Archive
from scraper.fetch.client import Client, Exchange
from scraper.fetch.failures import FetchFailure
from scraper.fetch.options import Fetched, FetchOptions, FetchRequest
from scraper.fetch.politeness import Lane, retry_after
from scraper.fetch.robots import ROBOTS_LIMIT, Robots, read_robots, robots_url
from scraper.fetch.soft_failures import soft_failure
from scraper.sources.days import latest_day

HOSTS_AT_ONCE = 64
_MOST_REDIRECTS = 10
_ROBOTS_REDIRECTS = 5
_WAITING = 64
_TEXT_TYPES = ("text/", "application/xhtml+xml", "application/xml", "application/rss+xml", "application/atom+xml")
_FILE_TYPES = ("application/gzip", "application/x-gzip", "application/octet-stream")


class _Host:
    """What the run knows of one host: its line, its connections, its rules."""

    def __init__(self, lane: Lane, client: Client) -> None:
        self.lane = lane
        self.client = client
        self.robots: Robots | None = None
        self.reading = asyncio.Lock()


class Fetcher:
    """Fetches pages politely; an async context manager, for one event loop.

    Args:
        options: bounds and manners.
        archive: keeps what came over the wire, where given.
    """

    def __init__(self, options: FetchOptions, archive: Archive | None = None) -> None:
        self._options = options
        self._archive = archive
        self._hosts: dict[str, _Host] = {}
        self._ending = False
        self._cookies = MozillaCookieJar()
        if options.cookies:
            self._cookies.load(str(options.cookies), ignore_discard=True, ignore_expires=True)

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.gather(*(host.client.close() for host in self._hosts.values()), return_exceptions=True)

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
            exchange = await self._follow(request)
            return self._answer(request, exchange)
        except FetchFailure as failure:
            return Rejection(shown, "fetch", failure.reason, failure.detail, shown)

    async def fetch_all(self, requests: Iterable[FetchRequest]) -> AsyncIterator[Fetched | Rejection]:
        """Yield answers as they come: hosts side by side, the addresses of one host one by one in their order."""
        lines: dict[str, deque[FetchRequest]] = {}
        for request in requests:
            lines.setdefault(_authority(request.url), deque()).append(request)
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
                    await answers.put(await self.fetch(line.popleft()))
            await answers.put(None)
        except Exception as error:  # the archive's disk is full, say: the run must hear of it
            await answers.put(error)

    async def _follow(self, request: FetchRequest) -> Exchange:
        """Ask, and follow redirects one by one; each hop has its robots, guard and manners."""
        url, trusted = request.url, request.trusted
        validators = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
        headers = {name: value for name, value in validators.items() if value}
        budget = _Budget(self._options.timeout)
        for _ in range(_MOST_REDIRECTS + 1):
            exchange = await self._persist(url, headers, trusted=trusted, budget=budget)
            target = exchange.header("location")
            if exchange.status not in (301, 302, 303, 307, 308) or not target:
                return exchange
            try:
                following = check_address(urljoin(url, target))
            except AddressError as error:
                raise FetchFailure("bad-redirect", f"{error}: {target[:200]}") from None
            trusted = trusted and _authority(following) == _authority(url)
            url = following
        raise FetchFailure("too-many-redirects", f"more than {_MOST_REDIRECTS}")

    async def _persist(self, url: str, headers: dict[str, str], *, trusted: bool, budget: _Budget) -> Exchange:
        """Ask again after failures that can pass, later each time."""
        from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_random_exponential

        attempts = AsyncRetrying(
            stop=stop_after_attempt(self._options.retries + 1),
            wait=wait_random_exponential(multiplier=max(self._options.delay, 0.01), max=30),
            retry=retry_if_exception(lambda error: isinstance(error, FetchFailure) and error.passing),
            reraise=True,
        )
        async for attempt in attempts:
            with attempt:
                return await self._ask(url, headers, trusted=trusted, budget=budget)
        raise AssertionError("tenacity returns or raises")

    async def _ask(self, url: str, headers: dict[str, str], *, trusted: bool, budget: _Budget) -> Exchange:
        host = self._host(url)
        if host.lane.set_aside:
            raise FetchFailure("host-set-aside", f"{_authority(url)} failed again and again in this run")
        private = trusted or self._options.allow_private
        try:
            await self._permit(host, url, trusted=trusted)
            async with host.lane.turn():
                exchange = await budget.spend(
                    host.client.get(
                        without_login(url),
                        self._headers(url, headers, trusted),
                        self._options.max_bytes,
                        private=private,
                    )
                )
            _check_status(exchange, host.lane, budget)
        except FetchFailure as failure:
            if failure.passing or failure.reason == "timeout":
                host.lane.failed()
            raise
        host.lane.succeeded()
        return exchange

    async def _permit(self, host: _Host, url: str, *, trusted: bool) -> None:
        """Read the host's robots.txt once, and refuse what it does not allow."""
        agent = self._options.user_agent
        async with host.reading:
            if host.robots is None:
                host.robots = await self._read_robots(host, url, trusted=trusted)
                host.lane.ask_for(host.robots.delay(agent))
        if not host.robots.reachable:
            raise FetchFailure("robots-unreachable", "robots.txt could not be read, so nothing is fetched (RFC 9309)")
        if not host.robots.allows(without_login(url), agent):
            raise FetchFailure("robots", "robots.txt does not allow it")

    async def _read_robots(self, host: _Host, url: str, *, trusted: bool) -> Robots:
        target = robots_url(url)
        budget = _Budget(self._options.timeout)
        private = trusted or self._options.allow_private
        try:
            for _ in range(_ROBOTS_REDIRECTS + 1):
                of = self._host(target)
                async with of.lane.turn():
                    exchange = await budget.spend(
                        of.client.get(target, self._headers(target, {}, False), 10 * ROBOTS_LIMIT, private=private)
                    )
                where = exchange.header("location")
                if exchange.status // 100 != 3 or not where:
                    return read_robots(exchange.status, exchange.body)
                following = check_address(urljoin(target, where))
                private = private and _authority(following) == _authority(target)
                target = following
        except AddressError:
            return Robots()
        except FetchFailure as failure:
            if failure.reason in ("private-address", "dns", "connect", "tls"):
                raise
            return Robots(reachable=failure.reason == "too-large")
        return Robots()

    def _host(self, url: str) -> _Host:
        authority = _authority(url)
        if authority not in self._hosts:
            self._hosts[authority] = _Host(Lane(self._options.delay), Client(self._proxy(url), self._cookies))
        return self._hosts[authority]

    def _proxy(self, url: str) -> str | None:
        parts = urlsplit(url)
        if self._options.proxy or proxy_bypass(parts.hostname or ""):
            return self._options.proxy
        return getproxies().get(parts.scheme) or getproxies().get("all")

    def _headers(self, url: str, headers: dict[str, str], trusted: bool) -> dict[str, str]:
        chosen = {"User-Agent": self._options.user_agent, "Accept": "text/html,application/xhtml+xml,*/*;q=0.5"}
        if trusted:
            chosen.update(self._options.headers)
            login = urlsplit(url).netloc.rpartition("@")[0]
            if login:
                chosen["Authorization"] = "Basic " + base64.b64encode(unquote(login).encode()).decode()
        return {**chosen, **headers}

    def _answer(self, request: FetchRequest, exchange: Exchange) -> Fetched:
        validators = {"etag": exchange.header("etag"), "last_modified": exchange.header("last-modified")}
        if exchange.status == 304:
            return Fetched(
                request=request, page=None, status=304, final_url=exchange.url, etag=request.etag,
                last_modified=request.last_modified,
            )  # fmt: skip
        content_type = exchange.header("content-type")
        _check_type(request, content_type)
        if request.kind == "page" and (reason := soft_failure(exchange.body, content_type)):
            raise FetchFailure(*reason)
        now = datetime.now(UTC)
        date = now.strftime("%Y-%m-%dT%H:%M:%SZ")
        page = Page(
            exchange.body,
            exchange.url,
            url=exchange.url,
            content_type=content_type,
            fetched_at=date,
            not_after=latest_day(now),
        )
        archived = self._archive.write(exchange, date) if self._archive and request.kind == "page" else None
        return Fetched(
            request=request,
            page=page,
            status=exchange.status,
            final_url=exchange.url,
            digest=hashlib.sha256(exchange.body).hexdigest(),
            archived=archived,
            **validators,
        )


class _Budget:
    """Seconds that one page may take; waiting for the host's turn does not count."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds

    async def spend(self, work: Coroutine[Any, Any, Exchange]) -> Exchange:
        loop = asyncio.get_running_loop()
        start = loop.time()
        try:
            return await asyncio.wait_for(work, max(self.left, 0.001))
        except TimeoutError:
            raise FetchFailure("timeout", "took longer than allowed") from None
        finally:
            self.left -= loop.time() - start


def _check_status(exchange: Exchange, lane: Lane, budget: _Budget) -> None:
    status = exchange.status
    if status < 400:
        return
    reason, detail = f"http-{status}", exchange.reason
    if status in (429, 503):
        lane.slow_down()
        wait = retry_after(exchange.header("retry-after"))
        if wait is not None:
            detail += f"; it asks for {wait:.0f} seconds of rest"
            budget.left -= wait
            if budget.left > 0:
                lane.pause(wait)
            else:  # waiting it out would hold up the whole run
                lane.leave_alone()
        raise FetchFailure(reason, detail, passing=budget.left > 0)
    raise FetchFailure(reason, detail, passing=status in (408, 425) or status >= 500)


def _check_type(request: FetchRequest, content_type: str | None) -> None:
    kind = (content_type or "text/html").partition(";")[0].strip().lower()
    taken = _TEXT_TYPES if request.kind in ("page", "listing") else _TEXT_TYPES + _FILE_TYPES
    if not kind.startswith(taken):
        raise FetchFailure("content-type", f"{kind}, no page")


def _authority(url: str) -> str:
    try:
        parts = urlsplit(check_address(url))
    except AddressError:  # refused when its turn comes
        return ""
    return f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
