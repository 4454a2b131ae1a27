"""The server: routes by path, real sockets, one log of requests with their times."""

from __future__ import annotations

import asyncio
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Answer:
    """What a path answers.

    ``script`` writes bytes by itself, for answers that no server should give.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    script: Callable[[asyncio.StreamWriter], object] | None = None


@dataclass(frozen=True)
class Request:
    """A request as it came."""

    path: str
    host: str
    headers: dict[str, str]
    time: float


Route = Answer | Callable[[Request], Answer]


class Server:
    """Runs in a thread of its own; a context manager. Each of ``ports`` ports is a host of its own."""

    def __init__(self, routes: dict[str, Route] | None = None, *, ports: int = 1, tls: ssl.SSLContext | None = None):
        self.routes: dict[str, Route] = dict(routes or {})
        self.log: list[Request] = []
        self.ports: list[int] = []
        self._wanted = ports
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Server:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *error: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def url(self, path: str = "/", port: int = 0, scheme: str = "http") -> str:
        """Return the address of a path; ``port`` is the number of the port among this server's."""
        return f"{scheme}://127.0.0.1:{self.ports[port]}{path}"

    def paths(self) -> list[str]:
        """Return the paths asked for, robots.txt aside."""
        return [request.path for request in self.log if request.path != "/robots.txt"]

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._start())
        self._ready.set()
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _start(self) -> None:
        for _ in range(self._wanted):
            server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._tls)
            self.ports.append(server.sockets[0].getsockname()[1])

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await self._read(reader):
                self.log.append(request)
                route = self.routes.get(request.path, Answer(b"nothing here", 404))
                answer = route if isinstance(route, Answer) else route(request)
                if answer.script:
                    waiting = answer.script(writer)
                    if asyncio.iscoroutine(waiting):
                        await waiting
                    await writer.drain()
                    break
                writer.write(_as_bytes(answer))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            writer.close()

    async def _read(self, reader: asyncio.StreamReader) -> Request | None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return None
        first, *rows = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (row.partition(":") for row in rows if row)}
        return Request(first.split()[1], headers.get("host", ""), headers, time.monotonic())


def _as_bytes(answer: Answer) -> bytes:
    headers = {"Content-Length": str(len(answer.body)), **answer.headers}
    rows = [f"HTTP/1.1 {answer.status} Status", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join(rows).encode() + b"\r\n\r\n" + answer.body
