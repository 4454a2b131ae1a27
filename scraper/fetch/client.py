"""HTTP: the only module that knows httpx, so that another client could take its place here."""

from __future__ import annotations

import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from http.cookiejar import CookieJar
from time import monotonic
from urllib.parse import urlsplit, urlunsplit

import httpx

from scraper.bodies import ACCEPTED, BodyError, decompress
from scraper.fetch.failures import FetchFailure
from scraper.fetch.guards import resolve

_CONNECT = 10.0
_READ = 30.0
_RESOLVED = 60.0  # seconds that an address of a host is used


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, as they went over the wire; ``raw`` is the body with its content encodings."""

    url: str
    request_headers: tuple[tuple[str, str], ...]
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    body: bytes

    def header(self, name: str) -> str | None:
        """Return the first header of a name."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class Client:
    """One client for one host: connections of different hosts are never shared.

    Args:
        proxy: address of a proxy, or ``None``; the proxy then resolves names.
        cookies: cookies, sent to the hosts and paths that they are for.

    Raises:
        FetchFailure: the proxy's address is none.
    """

    def __init__(self, proxy: str | None, cookies: CookieJar | None) -> None:
        self._proxied = proxy is not None
        self._resolved: dict[tuple[str, int, bool], tuple[str, float]] = {}
        try:
            self._client = httpx.AsyncClient(
                http2=True,
                verify=_tls(),
                proxy=proxy if proxy is None or "://" in proxy else f"http://{proxy}",
                cookies=httpx.Cookies(cookies),
                follow_redirects=False,
                trust_env=False,
                timeout=httpx.Timeout(_READ, connect=_CONNECT),
            )
        except (ValueError, httpx.InvalidURL) as error:
            raise FetchFailure("proxy", f"no proxy that can be used: {error}") from None

    async def get(self, url: str, headers: Mapping[str, str], limit: int, *, private: bool) -> Exchange:
        """Ask for an address once; no redirects are followed.

        Args:
            url: an http(s) address without credentials in it.
            headers: request headers.
            limit: most bytes of the body, on the wire and uncompressed.
            private: the address may lead to a private host.

        Raises:
            FetchFailure: the answer did not come, or broke a bound.
        """
        request = await self._request(url, {**headers, "Accept-Encoding": ACCEPTED}, private=private)
        try:
            answer = await self._client.send(request, stream=True)
            request.url = httpx.URL(url)  # cookies belong to the name, not to the IP address
            self._client.cookies.extract_cookies(answer)
            try:
                raw = await _read(answer, limit)
            finally:
                await answer.aclose()
        except httpx.TimeoutException as error:
            raise FetchFailure("timeout", type(error).__name__, passing=True) from None
        except httpx.ConnectError as error:
            self._resolved.clear()
            tls = isinstance(error.__cause__ and error.__cause__.__cause__, ssl.SSLError) or "SSL" in str(error)
            raise FetchFailure("tls" if tls else "connect", str(error), passing=not tls) from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise FetchFailure("broken-answer", str(error) or type(error).__name__, passing=True) from None
        try:
            body = decompress(raw, answer.headers.get("content-encoding", ""), limit)
        except BodyError as error:
            raise FetchFailure(error.reason, error.detail, passing=error.reason == "corrupt") from None
        return Exchange(
            url,
            _decoded(request.headers.raw),
            answer.status_code,
            answer.reason_phrase,
            _decoded(answer.headers.raw),
            raw,
            body,
        )

    async def _request(self, url: str, headers: dict[str, str], *, private: bool) -> httpx.Request:
        parts = urlsplit(url)
        if self._proxied:
            if not private:
                await _check_public(parts.hostname or "")
            return self._client.build_request("GET", url, headers=headers)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        address = await self._address(host, port, private=private)
        literal = f"[{address}]" if ":" in address else address
        pinned = urlunsplit((parts.scheme, f"{literal}:{port}", parts.path or "/", parts.query, ""))
        request = self._client.build_request("GET", url, headers={**headers, "Host": parts.netloc.rpartition("@")[2]})
        request.url = httpx.URL(pinned)
        request.extensions = {**request.extensions, "sni_hostname": host}
        return request

    async def _address(self, host: str, port: int, *, private: bool) -> str:
        """Resolve the host, once a minute and whenever it could not be reached."""
        address, time = self._resolved.get((host, port, private), ("", 0.0))
        now = monotonic()
        if not address or now - time > _RESOLVED:
            address = await resolve(host, port, private=private)
            self._resolved[host, port, private] = address, now
        return address

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


@cache
def _tls() -> ssl.SSLContext:
    """One context for all hosts: each would read all certificates again."""
    return httpx.create_ssl_context()


async def _check_public(host: str) -> None:
    """Refuse a private host before a proxy is asked for it; a name that only the proxy knows is left to it."""
    try:
        await resolve(host, 0, private=False)
    except FetchFailure as failure:
        if failure.reason != "dns":
            raise


async def _read(answer: httpx.Response, limit: int) -> bytes:
    parts, size = [], 0
    async for part in answer.aiter_raw():
        parts.append(part)
        size += len(part)
        if size > limit:
            raise FetchFailure("too-large", f"more than {limit:,} bytes")
    return b"".join(parts)


def _decoded(headers: Sequence[tuple[bytes, bytes]]) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers)
