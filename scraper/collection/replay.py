"""Pages out of the archive again: what a killed run had fetched, and everything after a better release."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from cleaners.document import Page, Rejection
from scraper.collection.rows import Address
from scraper.collection.visits import Receipt
from scraper.sources.warc import warc_pages

_FILES = "*.warc.gz"


class _Left(NamedTuple):
    place: str
    date: str
    etag: str | None
    last_modified: str | None


class Replay:
    """Reads pages by their place in the archive, ``file#offset``."""

    def __init__(self, folder: Path, lengths: Mapping[str, int]) -> None:
        """Begin.

        Args:
            folder: of the archive.
            lengths: of its files, by name, when a run last ended in good order.

        Raises:
            OSError: the archive cannot be read.
        """
        self._folder = folder
        self._left = dict(_left_over(folder, lengths))

    @staticmethod
    def lengths(folder: Path) -> dict[str, int]:
        """Return how long the archive's files are, by name."""
        return {path.name: path.stat().st_size for path in sorted(folder.glob(_FILES))}

    def left_over(self, address: Address, now: str) -> tuple[Page, Receipt] | None:
        """Return a page that is newer in the archive than the last visit that the state knows of.

        A run that was killed has fetched it; so it need not be fetched again.
        """
        left = self._left.get(address.url)
        if not left or not (address.last_visit or "") < left.date <= now:
            return None
        page = self.page(left.place)
        if page is None or page.url != address.url:
            return None
        digest = hashlib.sha256(page.body).hexdigest()
        return page, Receipt(left.etag, left.last_modified, digest, left.place)

    def page(self, place: str) -> Page | None:
        """Return the page at a place; ``None`` where none is there any more."""
        name, _, offset = place.rpartition("#")
        try:
            with (self._folder / name).open("rb") as file:
                file.seek(int(offset))
                member = _member(file)
        except (OSError, zlib.error):
            return None
        page = next(warc_pages(BytesIO(member), place), None)
        return None if isinstance(page, Rejection) else page


def _left_over(folder: Path, lengths: Mapping[str, int]) -> Iterator[tuple[str, _Left]]:
    """Yield the responses behind what is accounted for, by address; the latest of an address comes last."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    for path in sorted(folder.glob(_FILES)):
        start = lengths.get(path.name, 0)
        if path.stat().st_size <= start:
            continue
        with path.open("rb") as file:
            file.seek(start)
            try:
                records = ArchiveIterator(file)
                for record in records:
                    if record.rec_type == "response" and record.http_headers:
                        place = f"{path.name}#{records.get_record_offset()}"
                        yield record.rec_headers.get_header("WARC-Target-URI"), _as_left(record, place)
            except (ArchiveLoadFailed, EOFError):  # damaged: what is behind is fetched again
                continue


def _as_left(record: Any, place: str) -> _Left:
    http = record.http_headers
    return _Left(
        place, record.rec_headers.get_header("WARC-Date"), http.get_header("ETag"), http.get_header("Last-Modified")
    )


def _member(file: BinaryIO) -> bytes:
    """Return the first gzip member of a stream, compressed as it is: one record."""
    decoder = zlib.decompressobj(16 + zlib.MAX_WBITS)
    chunks: list[bytes] = []
    while not decoder.eof and (chunk := file.read(1 << 16)):
        decoder.decompress(chunk)
        chunks.append(chunk[: len(chunk) - len(decoder.unused_data)])
    return b"".join(chunks)
