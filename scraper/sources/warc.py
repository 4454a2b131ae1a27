"""WARC files: the pages in them, so that what was fetched once can be cleaned again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from cleaners.document import Page, Rejection
from scraper.bodies import BodyError, decompress
from scraper.sources.compressed import MAX_BYTES
from scraper.sources.days import latest_day

_TEXT = ("text/", "application/xhtml+xml", "application/xml")


def is_warc(head: bytes) -> bool:
    """Tell a WARC file by its first bytes, uncompressed."""
    return head.startswith(b"WARC/")


def warc_pages(file: BinaryIO, source: str) -> Iterator[Page | Rejection]:
    """Yield the pages of a WARC file, compressed or not, as ``path#offset``.

    Only successful answers that are text are pages. Revisit records say that nothing changed since a response that the
    archive holds: that response is the page.

    Args:
        file: the file, at its start.
        source: its name.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        records = ArchiveIterator(file)
        for record in records:
            if record.rec_type != "response" or not record.http_headers:
                continue
            http = record.http_headers
            content_type = http.get_header("Content-Type")
            kind = (content_type or "text/html").partition(";")[0].strip().lower()
            if not http.get_statuscode().startswith("2") or not kind.startswith(_TEXT):
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            raw = record.raw_stream.read(MAX_BYTES + 1)
            place = f"{source}#{records.get_record_offset()}"
            try:
                body = decompress(raw, http.get_header("Content-Encoding") or "", MAX_BYTES)
            except BodyError as error:
                yield Rejection(place, "read", error.reason, error.detail, url)
                continue
            date = record.rec_headers.get_header("WARC-Date")
            yield Page(body, place, url=url, content_type=content_type, fetched_at=date, not_after=_last_day(date))
    except (ArchiveLoadFailed, EOFError, OSError) as error:
        yield Rejection(source, "read", "corrupt", f"damaged WARC file: {error}")


def _last_day(date: str | None) -> str | None:
    try:
        return latest_day(datetime.fromisoformat(date)) if date else None
    except ValueError:
        return None
