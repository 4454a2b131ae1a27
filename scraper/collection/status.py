"""What a collection holds, what failed and why, and when it is due."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from output.terminal import one_line
from scraper.collection.database import StateError
from scraper.collection.places import Places
from scraper.collection.state import State

_SHOWN = 20  # failures in the table; JSON has them all


def status(places: Places) -> dict[str, Any]:
    """Return what the state knows, ready for JSON.

    Before the first run, that is nothing.

    Raises:
        StateError: there is no collection, or its state cannot be read.
    """
    begun = places.state.exists()
    if not begun and not places.configuration.exists():
        raise StateError(f"{places.folder}: no collection; `qingwen init {places.folder}` begins one")
    with State(places.state, scratch=not begun or not os.access(places.folder, os.W_OK)) as state:
        last = state.last_run()
        return {
            "addresses": state.count_addresses(),
            "statuses": state.statuses(),
            **state.count_documents(),
            "next_visit": state.next_visit(),
            "last_run": last
            and {
                "run": last.number,
                "started_at": last.started_at,
                "finished_at": last.finished_at,
                "outcome": last.outcome,
                "counts": last.counts,
                "lists_failed": [{"source": source, "error": error} for source, error in last.failures],
            },
            "troubled": [
                {
                    "url": address.url,
                    "status": address.status,
                    "error": address.error,
                    "attempts": address.attempts,
                    "next_visit": address.next_visit,
                }
                for address in state.troubled()
            ],
        }


def show_status(facts: dict[str, Any], *, as_json: bool) -> None:
    """Write the facts to standard output, as a table or as JSON."""
    if as_json:
        sys.stdout.write(json.dumps(facts, ensure_ascii=False, indent=2) + "\n")
        return
    rows = _rows(facts)
    for trouble in facts["troubled"][:_SHOWN]:
        due = f", again {trouble['next_visit']}" if trouble["next_visit"] else ""
        rows.append((trouble["status"], f"{trouble['url']}: {trouble['error']}{due}"))
    if len(facts["troubled"]) > _SHOWN:
        rows.append(("", f"and {len(facts['troubled']) - _SHOWN} more; -f json lists them"))
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        sys.stdout.write(f"{name:{width}}  {one_line(value)}\n")


def _rows(facts: dict[str, Any]) -> list[tuple[str, str]]:
    statuses = ", ".join(f"{count} {name}" for name, count in facts["statuses"].items())
    last = facts["last_run"]
    run = "none yet"
    if last:
        counts = ", ".join(f"{count} {name}" for name, count in last["counts"].items())
        run = f"{last['started_at']}, {last['outcome'] or 'going on, or killed'}" + (f": {counts}" if counts else "")
    lists = [("list failed", f"{one['source']}: {one['error']}") for one in last["lists_failed"]] if last else []
    return [
        ("addresses", f"{facts['addresses']} ({statuses})" if statuses else "0"),
        ("documents", str(facts["documents"])),
        ("earlier versions", str(facts["earlier_versions"])),
        ("duplicates", str(facts["duplicates"])),
        ("last run", run),
        ("next visit", facts["next_visit"] or "none"),
        *lists,
    ]
