"""What came over the wire, kept as WARC 1.1 (ISO 28500): a request and a response record for each page."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cleaners.document import Page
from scraper.fetch.addresses import without_login
from scraper.fetch.client import Exchange
from scraper.fetch.kept import Kept, kept, kept_page, payloads, sound_length
from scraper.fetch.options import FetchRequest
from scraper.sources.warc import ASKED, CONTINUES, PAGES_LEFT

ROLL_SIZE = 256 * 1024 * 1024
"""Bytes after which a new file is begun."""
# What described the transfer and not the body: the body is kept as it was before the transfer.
_TRANSFER = frozenset(("transfer-encoding", "connection", "keep-alive"))


class Archive:
    """A folder of WARC files, compressed record by record; each document is on the disk when ``write`` returns.

    A document that an interrupted run left half-written is cut off when the archive is opened.

    Args:
        folder: made where it is missing.
        roll_size: bytes after which a new file is begun.
        sound: bytes of files, by name, that are known to be whole and need not be read to find that out.

    Raises:
        OSError: the folder cannot be written.
    """

    def __init__(self, folder: Path, roll_size: int = ROLL_SIZE, sound: Mapping[str, int] | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._roll_size = roll_size
        files = self._files()
        self._number = int(files[-1].name.split("-")[1].split(".")[0]) if files else 1
        self.mended = _cut_off(files[-1], (sound or {}).get(files[-1].name, 0)) if files else 0

    def write(
        self, request: FetchRequest, exchange: Exchange, date: str, further: Sequence[Exchange], *, left: bool
    ) -> tuple[str, int]:
        """Add a document; return file name and offset of the first record of its pages.

        The further pages stand before the first one: where that is there, a kill in between has lost none of them.
        A document of which nothing changed is written as revisits of the earlier answer, and that is returned.

        Args:
            request: what was asked for, and where an earlier answer is.
            exchange: the last request and its answer, behind all redirects.
            date: ISO 8601 UTC time of the answer.
            further: the same for the further pages of the document.
            left: the site has more pages of it.
        """
        digests = {page.url: _digest(page.raw) for page in (*further, exchange)}
        earlier = payloads(self._folder / request.earlier[0], request.earlier[1]) if request.earlier else None
        since = earlier.date if earlier and earlier.digests == digests else None
        fields = {PAGES_LEFT: "yes"} if left else {}
        if exchange.url != request.url:
            fields[ASKED] = without_login(request.url)
        records = b"".join(
            _records(page, date, digests[page.url], {CONTINUES: exchange.url}, since=since) for page in further
        )
        records += _records(exchange, date, digests[exchange.url], fields, since=since)
        place = self._append(records, date)
        return request.earlier if since and request.earlier else place

    def _append(self, records: bytes, date: str) -> tuple[str, int]:
        path = self._path()
        if path.exists() and path.stat().st_size >= self._roll_size:
            self._number += 1
            path = self._path()
        with path.open("ab") as file:
            offset = file.tell()
            if offset == 0:
                start = _info(path.name, date)
                offset = len(start)
                records = start + records
            file.write(records)
            file.flush()
            os.fsync(file.fileno())
        return path.name, offset

    def answers(self) -> dict[str, Kept]:
        """Return the last answer of each address that was asked for, whose pages are here."""
        return {one.asked: one for path in self._files() for one in kept(path) if not one.revisit}

    def page(self, place: tuple[str, int]) -> Page | None:
        """Return the page at a place, with its further pages; ``None`` where none is there any more."""
        return kept_page(self._folder, place)

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("qingwen-*.warc.gz"))

    def _path(self) -> Path:
        return self._folder / f"qingwen-{self._number:05d}.warc.gz"


def _records(exchange: Exchange, date: str, digest: str, fields: dict[str, str], *, since: str | None) -> bytes:
    """Return a page's response and request; with ``since``, a revisit of what came then."""
    from warcio.statusandheaders import StatusAndHeaders

    writer, out = _writer()
    headers = [(key, value) for key, value in exchange.headers if key.lower() not in _TRANSFER]
    http = StatusAndHeaders(f"{exchange.status} {exchange.reason}".strip(), headers, protocol="HTTP/1.1")
    fields = {"WARC-Date": date, **fields}
    if since:
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


def _cut_off(path: Path, start: int) -> int:
    """Cut a file behind its last whole document; return the number of bytes cut."""
    size = path.stat().st_size
    sound = sound_length(path, min(start, size))
    if sound < size:
        with path.open("r+b") as file:
            file.truncate(sound)
            os.fsync(file.fileno())
    return size - sound
