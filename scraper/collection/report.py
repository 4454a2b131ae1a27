"""What a run did: a line for people, a manifest for machines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from output.atomic import atomic_file
from scraper.collection.places import Places
from scraper.collection.rows import Run
from scraper.collection.state import State

COUNTS = ("found", "new", "changed", "unchanged", "duplicate", "vanished", "failed", "restored")
"""What is counted, in the order of the line; ``found`` are addresses, ``failed`` pages and lists,
``restored`` documents that were missing from an output."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A run that has ended.

    Attributes:
        finished_at: ``None`` where it was killed, as are ``seconds``.
        outcome: ``done``, ``out-of-time`` or ``interrupted``.
        software: version of qingwen; ``None`` where it was killed before it had written anything.
        failures: the lists that failed, each with the reason.
    """

    number: int
    started_at: str
    finished_at: str | None
    seconds: float | None
    outcome: str
    software: str | None
    counts: Mapping[str, int]
    failures: tuple[tuple[str, str], ...] = ()

    @property
    def line(self) -> str:
        """The closing line for people."""
        counts = ", ".join(f"{count} {name}" for name, count in self.counts.items())
        end = "" if self.outcome == "done" else f" ({self.outcome})"
        return f"{counts}, {self.seconds or 0:.1f} s{end}"


def write_interrupted(places: Places, state: State, run: Run) -> None:
    """Write the manifest that a run which was killed could not write: what the state knows of it.

    Raises:
        OSError: it cannot be written.
    """
    software = next((version.software for version in state.versions_of_run(run.number)), None)
    counts = state.tally(run)
    summary = Summary(run.number, run.started_at, None, None, "interrupted", software, counts)
    if not _path(places, summary).exists():  # else the run was killed with nothing left to do but to say so
        write_manifest(places, state, summary)


def write_manifest(places: Places, state: State, summary: Summary) -> None:
    """Write the manifest of a run into ``runs/``, under its time and number.

    Raises:
        OSError: it cannot be written.
    """
    places.runs.mkdir(exist_ok=True)
    with atomic_file(_path(places, summary)) as file:
        file.write(json.dumps(_manifest(state, summary), ensure_ascii=False, indent=2) + "\n")


def _path(places: Places, summary: Summary) -> Path:
    return places.runs / f"{summary.started_at.replace(':', '')}-{summary.number}.json"


def _manifest(state: State, summary: Summary) -> dict[str, Any]:
    documents = [
        {
            "url": version.url,
            "id": version.id,
            "version": version.version,
            "duplicate_of": version.duplicate_of,
            "places": version.places,
        }
        for version in state.versions_of_run(summary.number)
    ]
    failures = [
        {"url": address.url, "status": address.status, "error": address.error}
        for address in state.troubled(since=summary.started_at)
    ]
    return {
        "run": summary.number,
        "started_at": summary.started_at,
        "finished_at": summary.finished_at,
        "seconds": summary.seconds and round(summary.seconds, 3),
        "outcome": summary.outcome,
        "software": summary.software,
        "counts": dict(summary.counts),
        "documents": documents,
        "pages_failed": failures,
        "lists_failed": [{"source": source, "error": error} for source, error in summary.failures],
    }
