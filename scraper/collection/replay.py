"""Pages out of the archive again: what a killed run had fetched, and everything after a better release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cleaners.document import Page
from scraper.collection.rows import Address
from scraper.collection.visits import Receipt, receipt_of
from scraper.sources.warc import CONTINUES, warc_pages

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
        return page, receipt_of(page, left.etag, left.last_modified, left.place)

    def page(self, place: str) -> Page | None:
        """Return the page at a place, with its further pages; ``None`` where none is there any more."""
        name, _, offset = place.rpartition("#")
        try:
            with (self._folder / name).open("rb") as file:
                file.seek(int(offset))
                page = next(warc_pages(file, name), None)
        except OSError:
            return None
        return page if isinstance(page, Page) and page.source == place else None


def _left_over(folder: Path, lengths: Mapping[str, int]) -> Iterator[tuple[str, _Left]]:
    """Yield the documents behind what is accounted for, by address; the latest of an address comes last."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    for path in sorted(folder.glob(_FILES)):
        start = lengths.get(path.name, 0)
        if path.stat().st_size <= start:
            continue
        begun: dict[str, int] = {}  # where the further pages of an address begin, which stand before its first one
        with path.open("rb") as file:
            file.seek(start)
            try:
                records = ArchiveIterator(file)
                for record in records:
                    if record.rec_type != "response" or not record.http_headers:
                        continue
                    offset, headers = records.get_record_offset(), record.rec_headers
                    if first := headers.get_header(CONTINUES):
                        begun.setdefault(first, offset)
                    else:
                        url = headers.get_header("WARC-Target-URI")
                        yield url, _as_left(record, f"{path.name}#{begun.pop(url, offset)}")
            except (ArchiveLoadFailed, EOFError):  # damaged: what is behind is fetched again
                continue


def _as_left(record: Any, place: str) -> _Left:
    http = record.http_headers
    return _Left(
        place, record.rec_headers.get_header("WARC-Date"), http.get_header("ETag"), http.get_header("Last-Modified")
    )
