"""One exchange with a host: robots, manners, retries and redirects round the client."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import partial
from http.cookiejar import MozillaCookieJar
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from scraper.fetch.addresses import AddressError, check_address, without_login
from scraper.fetch.client import Client, Exchange
from scraper.fetch.failures import FetchFailure
from scraper.fetch.options import FetchOptions, FetchRequest
from scraper.fetch.politeness import Lane, retry_after
from scraper.fetch.robots import ROBOTS_LIMIT, Robots, read_robots, robots_url, without_robots

_MOST_REDIRECTS = 10
_ROBOTS_REDIRECTS = 5


class _Host:
    """What the run knows of one host: its line, its connections, its rules."""

    def __init__(self, lane: Lane, client: Client) -> None:
        self.lane = lane
        self.client = client
        self.robots: Robots | None = None
        self.reading = asyncio.Lock()


class Exchanges:
    """Asks hosts, each in its own line, by its own rules.

    Args:
        options: bounds and manners.

    Raises:
        OSError: the cookie file cannot be read.
    """

    def __init__(self, options: FetchOptions) -> None:
        self._options = options
        self._hosts: dict[str, _Host] = {}
        self._lanes: dict[str, Lane] = {}
        self._cookies = MozillaCookieJar()
        if options.cookies:
            self._cookies.load(str(options.cookies), ignore_discard=True, ignore_expires=True)
            for cookie in self._cookies:
                if cookie.expires == 0:  # as curl and others write one of the session
                    cookie.expires, cookie.discard = None, True

    async def close(self) -> None:
        """Close all connections."""
        await asyncio.gather(*(host.client.close() for host in self._hosts.values()), return_exceptions=True)

    async def follow(self, request: FetchRequest) -> Exchange:
        """Ask, and follow redirects one by one; each hop has its robots, guard and manners.

        Raises:
            FetchFailure: no answer that counts.
        """
        url, trusted = request.url, request.trusted
        validators = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
        headers = {name: value for name, value in validators.items() if value}
        budget = _Budget(self._options.timeout)
        for _ in range(_MOST_REDIRECTS + 1):
            exchange = await self._persist(partial(self._ask, url, headers, trusted=trusted, budget=budget))
            target = exchange.header("location")
            if exchange.status not in (301, 302, 303, 307, 308) or not target:
                return exchange
            try:
                following = check_address(urljoin(url, target))
            except AddressError as error:
                raise FetchFailure("bad-redirect", f"{error}: {target[:200]}") from None
            trusted = trusted and authority(following) == authority(url)
            url = following
        raise FetchFailure("too-many-redirects", f"more than {_MOST_REDIRECTS}")

    async def _persist(self, ask: Callable[[], Awaitable[Exchange]]) -> Exchange:
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
                return await ask()
        raise AssertionError("tenacity returns or raises")

    async def _ask(self, url: str, headers: dict[str, str], *, trusted: bool, budget: _Budget) -> Exchange:
        host = self._host(url)
        if host.lane.set_aside:
            raise FetchFailure("host-set-aside", f"{authority(url)} failed again and again in this run")
        await self._permit(host, url, trusted=trusted)
        chosen = self._headers(url, headers, trusted)
        private = trusted or self._options.allow_private
        return await self._get(url, chosen, self._options.max_bytes, budget, private=private)

    async def _get(
        self, url: str, headers: Mapping[str, str], limit: int, budget: _Budget, *, private: bool
    ) -> Exchange:
        """Ask a host once, in its turn, and take note of how it answers."""
        host = self._host(url)
        try:
            async with host.lane.turn():
                exchange = await budget.spend(host.client.get(without_login(url), headers, limit, private=private))
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
                headers = self._headers(target, {}, False)
                exchange = await self._persist(
                    partial(self._get, target, headers, 10 * ROBOTS_LIMIT, budget, private=private)
                )
                where = exchange.header("location")
                if exchange.status // 100 != 3 or not where:
                    return read_robots(exchange.body) if exchange.status // 100 == 2 else Robots()
                following = check_address(urljoin(target, where))
                private = private and authority(following) == authority(target)
                target = following
        except AddressError:
            return Robots()
        except FetchFailure as failure:
            if failure.reason in ("private-address", "dns", "connect", "tls"):
                raise FetchFailure(failure.reason, failure.detail) from None  # has been tried again already
            return without_robots(failure.reason)
        return Robots()

    def _host(self, url: str) -> _Host:
        name = authority(url)
        if name not in self._hosts:
            self._hosts[name] = _Host(self.lane(url), Client(self._proxy(url), self._cookies))
        return self._hosts[name]

    def lane(self, url: str) -> Lane:
        """Return the line of an address: http and https of a name are one host, another port may be another."""
        name, _, port = authority(url).rpartition(":")
        return self._lanes.setdefault(name if port in ("80", "443") else f"{name}:{port}", Lane(self._options.delay))

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


def authority(url: str) -> str:
    """Return host and port of an address, empty where it is none."""
    try:
        parts = urlsplit(check_address(url))
    except AddressError:  # refused when its turn comes
        return ""
    return f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
