"""What an archive holds, read record by record; the records of a document are told apart from those of the next."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cleaners.document import Page
from scraper.sources.warc import ASKED, CONTINUES, warc_pages

_CHUNK = 1 << 20


class Kept(NamedTuple):
    """A document as it came over the wire.

    Attributes:
        asked: the address that was asked for; redirects may have led elsewhere.
        place: file name and offset of its first record.
        date: ISO 8601 UTC time of the answer.
        etag, last_modified: validators; none for a document of several pages, where they speak of the first alone.
        revisit: the pages themselves are not here, but in an earlier answer, of which nothing had changed.
    """

    asked: str
    place: tuple[str, int]
    date: str
    etag: str | None
    last_modified: str | None
    revisit: bool


class Payloads(NamedTuple):
    """Digests of a document's pages by their addresses, and the time of the answer."""

    digests: dict[str, str]
    date: str


def kept(path: Path, start: int = 0) -> Iterator[Kept]:
    """Yield the documents of a file, from the beginning of one on; a damaged file ends where it is damaged."""
    begun: int | None = None
    for record, offset, _ in _records(path, start):
        if record.rec_type not in ("response", "revisit") or not record.http_headers:
            continue
        headers, http = record.rec_headers, record.http_headers
        if headers.get_header(CONTINUES):
            begun = offset if begun is None else begun
            continue
        alone = begun is None
        yield Kept(
            headers.get_header(ASKED) or headers.get_header("WARC-Target-URI"),
            (path.name, offset if begun is None else begun),
            headers.get_header("WARC-Date"),
            http.get_header("ETag") if alone else None,
            http.get_header("Last-Modified") if alone else None,
            record.rec_type == "revisit",
        )
        begun = None


def kept_page(folder: Path, place: tuple[str, int]) -> Page | None:
    """Return the page at a place, with its further pages; ``None`` where none is there any more.

    Its ``source`` is the place, ``file#offset``.
    """
    name, offset = place
    try:
        with (folder / name).open("rb") as file:
            file.seek(offset)
            page = next(warc_pages(file, name), None)
    except OSError:
        return None
    return page if isinstance(page, Page) and page.source == f"{name}#{offset}" else None


def payloads(path: Path, offset: int) -> Payloads | None:
    """Return the digests of the document whose first record is at an offset; ``None`` where there is none."""
    digests = {}
    try:
        for record, _, _ in _records(path, offset):
            headers = record.rec_headers
            if record.rec_type == "response":
                digests[headers.get_header("WARC-Target-URI")] = headers.get_header("WARC-Payload-Digest")
                if not headers.get_header(CONTINUES):
                    return Payloads(digests, headers.get_header("WARC-Date"))
            elif record.rec_type != "request":
                return None
    except OSError:
        return None
    return None


def sound_length(path: Path, start: int = 0) -> int:
    """Return the length of a file up to the end of its last whole document, from the beginning of one on."""
    whole, sound, open_ = _whole_members(path, start), start, False
    for record, _, end in _records(path, start, whole):
        if record.rec_type in ("response", "revisit"):
            open_ = record.rec_headers.get_header(CONTINUES) is not None
        elif not open_:  # the request of a document's first page, which is its last record
            sound = end
    return sound


def _records(path: Path, start: int, stop: int | None = None) -> Iterator[tuple[Any, int, int]]:
    """Yield records, each with where it begins and ends; none beyond ``stop``, where half of one may stand."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    if start == stop:
        return
    with path.open("rb") as file:
        file.seek(start)
        records = ArchiveIterator(file)
        try:
            for record in records:
                offset = records.get_record_offset()
                end = offset + records.get_record_length()
                yield record, offset, end
                if end == stop:
                    return
        except (ArchiveLoadFailed, EOFError, zlib.error):
            return


def _whole_members(path: Path, start: int) -> int:
    """Return the length of the file up to the end of its last whole gzip member."""
    begun = position = start
    decoder = None
    with path.open("rb") as file:
        file.seek(start)
        while chunk := file.read(_CHUNK):
            while chunk:
                if decoder is None:
                    begun, decoder = position, zlib.decompressobj(16 + zlib.MAX_WBITS)
                try:
                    decoder.decompress(chunk)
                except zlib.error:
                    return begun
                position += len(chunk) - len(decoder.unused_data)
                chunk = decoder.unused_data
                if decoder.eof:
                    decoder = None
                elif not chunk:
                    break
    return position if decoder is None else begun
