"""Which file of a collection is where: names that the contract fixes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """The folder of a collection, and what stands in it."""

    folder: Path

    @property
    def configuration(self) -> Path:
        """What to collect."""
        return self.folder / "collection.toml"

    @property
    def state(self) -> Path:
        """The database."""
        return self.folder / "state.db"

    @property
    def lock(self) -> Path:
        """Held by the run that is going on."""
        return self.folder / ".lock"

    @property
    def archive(self) -> Path:
        """WARC files: what came over the wire."""
        return self.folder / "archive"

    @property
    def records(self) -> Path:
        """The records, one a line."""
        return self.folder / "documents.jsonl"

    @property
    def documents(self) -> Path:
        """A file a document."""
        return self.folder / "documents"

    @property
    def runs(self) -> Path:
        """A manifest a run."""
        return self.folder / "runs"
