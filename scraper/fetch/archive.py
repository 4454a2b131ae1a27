"""What came over the wire, kept as WARC 1.1 (ISO 28500): a request and a response record for each page."""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scraper.fetch.client import Exchange
from scraper.sources.warc import CONTINUES, PAGES_LEFT

ROLL_SIZE = 256 * 1024 * 1024
"""Bytes after which a new file is begun."""
_CHUNK = 1 << 20
# What described the transfer and not the body: the body is kept as it was before the transfer.
_TRANSFER = frozenset(("transfer-encoding", "connection", "keep-alive"))


class Archive:
    """A folder of WARC files, compressed record by record; each page is on the disk when ``write`` returns.

    A record that an interrupted run left half-written is cut off when the archive is opened.

    Args:
        folder: made where it is missing.
        roll_size: bytes after which a new file is begun.

    Raises:
        OSError: the folder cannot be written.
    """

    def __init__(self, folder: Path, roll_size: int = ROLL_SIZE) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._roll_size = roll_size
        self._known: dict[str, tuple[str, str]] = {}  # address -> payload digest and date of its last response
        self.mended = 0
        files = sorted(folder.glob("qingwen-*.warc.gz"))
        if files:
            self.mended = _cut_off(files[-1])
        for path in files:
            for record in _records(path):
                if record.rec_type == "response":
                    headers = record.rec_headers
                    self._known[headers.get_header("WARC-Target-URI")] = (
                        headers.get_header("WARC-Payload-Digest"),
                        headers.get_header("WARC-Date"),
                    )
        self._number = int(files[-1].name.split("-")[1].split(".")[0]) if files else 1

    def write(
        self, exchange: Exchange, date: str, further: Sequence[Exchange] = (), *, left: bool = False
    ) -> tuple[str, int]:
        """Add a document; return file name and offset of its first record.

        The further pages stand before the first one: where that is there, a kill in between has lost none of them.
        Documents of which nothing changed are written as revisits.

        Args:
            exchange: the request and its answer.
            date: ISO 8601 UTC time of the answer.
            further: the same for the further pages of the document.
            left: the site has more pages of it.
        """
        path = self._path()
        if path.exists() and path.stat().st_size >= self._roll_size:
            self._number += 1
            path = self._path()
        digests = {page.url: _digest(page.raw) for page in (*further, exchange)}
        revisit = all(self._known.get(url, ("",))[0] == digest for url, digest in digests.items())
        records = b"".join(
            self._records_of(page, date, digests[page.url], {CONTINUES: exchange.url}, revisit=revisit)
            for page in further
        )
        fields = {PAGES_LEFT: "yes"} if left else {}
        records += self._records_of(exchange, date, digests[exchange.url], fields, revisit=revisit)
        with path.open("ab") as file:
            offset = file.tell()
            if offset == 0:
                start = _info(path.name, date)
                offset = len(start)
                records = start + records
            file.write(records)
            file.flush()
            os.fsync(file.fileno())
        if not revisit:
            self._known.update((url, (digest, date)) for url, digest in digests.items())
        return path.name, offset

    def validators(self) -> dict[str, tuple[str | None, str | None]]:
        """Return ETag and Last-Modified of each address's last response."""
        found = {}
        for path in sorted(self._folder.glob("qingwen-*.warc.gz")):
            for record in _records(path):
                if record.rec_type == "response" and record.http_headers:
                    http = record.http_headers
                    url = record.rec_headers.get_header("WARC-Target-URI")
                    found[url] = (http.get_header("ETag"), http.get_header("Last-Modified"))
        return found

    def _path(self) -> Path:
        return self._folder / f"qingwen-{self._number:05d}.warc.gz"

    def _records_of(
        self, exchange: Exchange, date: str, digest: str, fields: dict[str, str], *, revisit: bool
    ) -> bytes:
        from warcio.statusandheaders import StatusAndHeaders

        writer, out = _writer()
        headers = [(key, value) for key, value in exchange.headers if key.lower() not in _TRANSFER]
        http = StatusAndHeaders(f"{exchange.status} {exchange.reason}".strip(), headers, protocol="HTTP/1.1")
        fields = {"WARC-Date": date, **fields}
        if revisit:
            since = self._known[exchange.url][1]
            response = writer.create_revisit_record(
                exchange.url, digest, exchange.url, since, http_headers=http, warc_headers_dict=fields
            )
        else:
            response = writer.create_warc_record(
                exchange.url,
                "response",
                payload=io.BytesIO(exchange.raw),
                http_headers=http,
                warc_headers_dict=fields,
            )
        parts = urlsplit(exchange.url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        asked = _without_secrets(exchange.request_headers)
        request = writer.create_warc_record(
            exchange.url,
            "request",
            http_headers=StatusAndHeaders(f"GET {target} HTTP/1.1", asked, is_http_request=True),
            warc_headers_dict={
                "WARC-Date": date,
                "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID"),
            },
        )
        writer.write_record(response)
        writer.write_record(request)
        return out.getvalue()


def _digest(raw: bytes) -> str:
    from warcio.utils import Digester

    digester = Digester("sha1")
    digester.update(raw)
    return str(digester)


def _without_secrets(headers: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(key, value) for key, value in headers if key.lower() not in ("authorization", "cookie")]


def _writer() -> tuple[Any, io.BytesIO]:
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    return WARCWriter(out, gzip=True, warc_version="1.1"), out


def _info(name: str, date: str) -> bytes:
    writer, out = _writer()
    fields = {"software": "qingwen", "format": "WARC File Format 1.1"}
    record = writer.create_warcinfo_record(name, fields)
    record.rec_headers.replace_header("WARC-Date", date)
    writer.write_record(record)
    return out.getvalue()


def _records(path: Path) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as file:
        yield from ArchiveIterator(file)


def _cut_off(path: Path) -> int:
    """Cut a file behind its last whole record; return the number of bytes cut."""
    whole, size = _whole(path), path.stat().st_size
    if whole < size:
        with path.open("r+b") as file:
            file.truncate(whole)
            os.fsync(file.fileno())
    return size - whole


def _whole(path: Path) -> int:
    """Return the length of the gzip members that are whole."""
    start = position = 0
    decoder = None
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            while chunk:
                if decoder is None:
                    start, decoder = position, zlib.decompressobj(16 + zlib.MAX_WBITS)
                try:
                    decoder.decompress(chunk)
                except zlib.error:
                    return start
                position += len(chunk) - len(decoder.unused_data)
                chunk = decoder.unused_data
                if decoder.eof:
                    decoder = None
                elif not chunk:
                    break
    return position if decoder is None else start
