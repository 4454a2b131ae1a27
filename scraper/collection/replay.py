"""Pages out of the archive again: what a killed run had fetched, and everything after a better release."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cleaners.document import Page
from scraper.collection.discover import Download
from scraper.collection.rows import Address
from scraper.collection.visits import Receipt, receipt_of
from scraper.fetch.kept import Kept, kept, kept_page

_FILES = "*.warc.gz"


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
        self._left: dict[str, Kept] = {}
        for path in sorted(folder.glob(_FILES)):
            start = lengths.get(path.name, 0)
            if path.stat().st_size > start:
                for one in kept(path, start):
                    before = self._left.get(one.asked)
                    if not one.revisit or not before or before.revisit:  # else the page itself counts, as it is here
                        self._left[one.asked] = one

    @staticmethod
    def lengths(folder: Path) -> dict[str, int]:
        """Return how long the archive's files are, by name."""
        return {path.name: path.stat().st_size for path in sorted(folder.glob(_FILES))}

    def left_over(self, address: Address, now: str) -> Download | None:
        """Return an answer that is newer in the archive than the last visit that the state knows of.

        A run that was killed has fetched it, or the state was lost; so it need not be fetched again.
        """
        left = self._left.get(address.url)
        if not left or not (address.last_visit or "") < left.date <= now:
            return None
        if left.revisit and not address.digest:  # a page that the state does not know any more
            return None
        if left.revisit:
            return Download(None, Receipt(left.etag, left.last_modified))
        place = as_text(left.place)
        page = self.page(place)
        return Download(page, receipt_of(page, left.etag, left.last_modified, place)) if page else None

    def page(self, place: str) -> Page | None:
        """Return the page at a place, with its further pages; ``None`` where none is there any more."""
        return kept_page(self._folder, as_place(place))


def archived_pages(folder: Path) -> dict[tuple[str, str], str]:
    """Return the places of the pages in an archive, by the address that was asked for and the time of the answer."""
    answers = (one for path in sorted(folder.glob(_FILES)) for one in kept(path))
    return {(one.asked, one.date): as_text(one.place) for one in answers if not one.revisit}


def as_text(place: tuple[str, int]) -> str:
    """Return a place in the archive as the state holds it."""
    return f"{place[0]}#{place[1]}"


def as_place(text: str) -> tuple[str, int]:
    """Return file and offset of a place that the state holds."""
    name, _, offset = text.rpartition("#")
    return name, int(offset)
