"""WARC files: the pages in them, so that what was fetched once can be cleaned again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO, NamedTuple

from cleaners.document import Further, Page, Rejection
from scraper.bodies import BodyError, decompress
from scraper.sources.compressed import MAX_BYTES
from scraper.sources.days import latest_day

CONTINUES = "Qingwen-Continues"
"""Field of a document's further page, which stands before the first one: the address of that."""
PAGES_LEFT = "Qingwen-Pages-Left"
"""Field of a document's first page: the site has more pages of it than were fetched."""
ASKED = "Qingwen-Asked"
"""Field of a document's first page, where redirects led to it: the address that was asked for."""
_TEXT = ("text/", "application/xhtml+xml", "application/xml")


class _Continuation(NamedTuple):
    """A further page of the document at an address; ``offset`` is that of its record."""

    of: str
    body: bytes
    offset: int


def is_warc(head: bytes) -> bool:
    """Tell a WARC file by its first bytes, uncompressed."""
    return head.startswith(b"WARC/")


def warc_pages(file: BinaryIO, source: str) -> Iterator[Page | Rejection]:
    """Yield the pages of a WARC file, compressed or not, as ``path#offset`` (of the document's first record).

    Only successful answers that are text are pages. Revisit records say that nothing changed since a response that the
    archive holds: that response is the page.

    Args:
        file: the file, at its start.
        source: its name.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    before: list[_Continuation] = []
    try:
        records = ArchiveIterator(file)
        for record in records:
            if not _is_page(record):
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            try:
                body = _body(record)
            except BodyError as error:
                before = []
                yield Rejection(f"{source}#{records.get_record_offset()}", "read", error.reason, error.detail, url)
                continue
            offset = records.get_record_offset()  # skips what is left of the record
            first = record.rec_headers.get_header(CONTINUES)
            before = [page for page in before if page.of == (first or url)]  # a kill left those without a first page
            if first:
                before.append(_Continuation(first, body, offset))
                continue
            place = f"{source}#{before[0].offset if before else offset}"
            yield _page(record, body, place, tuple(page.body for page in before))
            before = []
    except (ArchiveLoadFailed, EOFError, OSError) as error:
        yield Rejection(source, "read", "corrupt", f"damaged WARC file: {error}")


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or not record.http_headers:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "text/html").partition(";")[0].strip().lower()
    return record.http_headers.get_statuscode().startswith("2") and kind.startswith(_TEXT)


def _body(record: Any) -> bytes:
    raw = record.raw_stream.read(MAX_BYTES + 1)
    return decompress(raw, record.http_headers.get_header("Content-Encoding") or "", MAX_BYTES)


def _page(record: Any, body: bytes, place: str, further: tuple[bytes, ...]) -> Page:
    headers = record.rec_headers
    date = headers.get_header("WARC-Date")
    return Page(
        body,
        place,
        url=headers.get_header("WARC-Target-URI"),
        content_type=record.http_headers.get_header("Content-Type"),
        fetched_at=date,
        not_after=_last_day(date),
        further=Further(further, headers.get_header(PAGES_LEFT) is not None),
    )


def _last_day(date: str | None) -> str | None:
    try:
        return latest_day(datetime.fromisoformat(date)) if date else None
    except ValueError:
        return None
