"""The last day that a page can speak of."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

_LATEST_ZONE = timezone(timedelta(hours=14))


def latest_day(moment: datetime) -> str:
    """Return the ISO date of a moment in the zone of the earth that is furthest ahead."""
    return moment.astimezone(_LATEST_ZONE).date().isoformat()
