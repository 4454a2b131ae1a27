"""When a page is visited again, and when no more.

A page is looked at again after half the mean time between its changes so far: of a page that was watched for ten days
and has not changed once, the next change is expected after ten days at the earliest (the estimate of the rate of change
by observed changes, Cho and Garcia-Molina, "Estimating frequency of change", ACM TOIT 3(3), 2003).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from scraper.collection.rows import Address

SHORTEST = timedelta(hours=20)
"""Less than a day, so that a nightly run finds due what the last one visited a little later in the night."""

LONGEST = timedelta(days=60)

ATTEMPTS = 5
"""Failures in a row after which an address is given up."""


def iso(time: datetime) -> str:
    """Return a time as ISO 8601 in UTC, in whole seconds."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def after_success(address: Address, now: datetime, *, changed: bool) -> Address:
    """Return an address after a visit that found the page; ``changed`` where its text was another one before."""
    first = datetime.fromisoformat(address.first_visit) if address.first_visit else now
    changes = address.changes + changed
    watched = max(now - first, timedelta())
    pause = min(max((watched + SHORTEST) / (changes + 1) / 2, SHORTEST), LONGEST)
    return replace(
        address,
        status="kept",
        first_visit=iso(first),
        last_visit=iso(now),
        next_visit=iso(now + pause),
        visits=address.visits + 1,
        changes=changes,
        attempts=0,
        error=None,
    )


def after_failure(address: Address, now: datetime, error: str, *, vanished: bool = False) -> Address:
    """Return an address after a visit that failed: backed off, twice as long each time, and in the end given up.

    Args:
        address: before the visit.
        now: time of the visit.
        error: why, in one line.
        vanished: the site says that a page that gave a document is there no more.
    """
    attempts = address.attempts + 1
    over = attempts >= ATTEMPTS
    missed = "given-up" if over else "failed"
    pause = SHORTEST * 2 ** (attempts - 1)
    return replace(
        address,
        status="vanished" if vanished else missed,
        last_visit=iso(now),
        next_visit=None if over else iso(now + pause),
        visits=address.visits + 1,
        attempts=attempts,
        error=error,
    )
