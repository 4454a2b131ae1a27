"""One polite line per host: one request at a time, and a pause after each."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

PATIENCE = 5
"""So many failures in succession set a host aside for the run."""
_SLOWER = 2.0
_SLOWEST = 60.0


class Lane:
    """The line of one host.

    Args:
        delay: seconds from the end of one request to the start of the next; measured at the end, so that no delay of
            the network brings two requests closer together at the server.
    """

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._turn = asyncio.Lock()
        self._free_at = 0.0
        self._failures = 0

    @property
    def set_aside(self) -> bool:
        """The host failed again and again."""
        return self._failures >= PATIENCE

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for the host's turn; the block is one request."""
        loop = asyncio.get_running_loop()
        async with self._turn:
            while (pause := self._free_at - loop.time()) > 0:
                await asyncio.sleep(pause)
            try:
                yield
            finally:
                self._free_at = max(self._free_at, loop.time() + self._delay)

    def ask_for(self, delay: float) -> None:
        """Keep at least this delay from now on, as robots.txt asks, after its own request as well."""
        self._free_at += max(0.0, delay - self._delay)
        self._delay = max(self._delay, delay)

    def pause(self, seconds: float) -> None:
        """Make no request for so long, as Retry-After asks."""
        self._free_at = max(self._free_at, asyncio.get_running_loop().time() + seconds)

    def slow_down(self) -> None:
        """The host is overloaded (429, 503): twice the delay from now on."""
        self._delay = min(max(self._delay * _SLOWER, 0.1), _SLOWEST)

    def leave_alone(self) -> None:
        """Set the host aside: it wants to rest for longer than a page may take."""
        self._failures = PATIENCE

    def succeeded(self) -> None:
        """The host answered."""
        self._failures = 0

    def failed(self) -> None:
        """The host gave no usable answer."""
        self._failures += 1


def retry_after(value: str | None) -> float | None:
    """Read a Retry-After header, seconds or a date (RFC 9110, 10.2.3), as seconds from now."""
    if not value:
        return None
    if value.isascii() and value.strip().isdigit():
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
