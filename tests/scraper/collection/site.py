"""A site on 127.0.0.1 that changes from night to night, and counts what it is asked."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Site:
    """Paths and what they answer: text, or a status with a place to go."""

    def __init__(self, port: int) -> None:
        self.root = f"http://127.0.0.1:{port}"
        self.pages: dict[str, str] = {}
        self.statuses: dict[str, tuple[int, dict[str, str]]] = {}
        self.asked: Counter[str] = Counter()
        self.hold = threading.Event()  # cleared: answers wait
        self.hold.set()
        self.arrived = threading.Event()  # a document was asked for

    def write(self, path: str, title: str, *paragraphs: str, following: str | None = None) -> None:
        """Publish a document, or a page of one that another page is following."""
        text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        head = f"<title>{title}</title>" + (f'<link rel="next" href="{following}">' if following else "")
        self.pages[path] = f"<html><head>{head}</head><body><h1>{title}</h1>{text}</body></html>"

    def link(self, path: str, links: list[str], following: str | None = None) -> None:
        """Publish a listing."""
        rows = "".join(f'<li><a href="{link}">{link} 号文件的全文在这里</a></li>' for link in links)
        after = f'<a class="next" href="{following}">下一页</a>' if following else ""
        self.pages[path] = f"<html><body><ul>{rows}</ul>{after}</body></html>"


@contextmanager
def serve() -> Iterator[Site]:
    """Serve a site while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked[self.path] += 1
            if self.path.startswith("/doc/"):
                site.arrived.set()
                site.hold.wait(30)
            status, headers = site.statuses.get(self.path, (200 if self.path in site.pages else 404, {}))
            body = site.pages.get(self.path, "").encode()
            etag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
            if status == 200 and self.headers.get("If-None-Match") == etag:
                status, body = 304, b""
            self.send_response(status)
            for name, value in {"ETag": etag, "Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass  # clients are killed here

    server = Server(("127.0.0.1", 0), Handler)
    site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def configure(folder: Path, text: str) -> None:
    """Write a collection's configuration; no pause between requests, one worker."""
    folder.mkdir(exist_ok=True)
    (folder / "collection.toml").write_text(f"{text}\n[fetch]\ndelay = 0\nretries = 0\n[clean]\njobs = 1\n", "utf-8")
