"""Addresses and versions as the database holds them: columns, and values there and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from scraper.collection.rows import Address, Version

ADDRESS = (
    "number, url, status, tags, etag, last_modified, digest, archived, first_visit, last_visit, next_visit, visits,"
    " changes, attempts, error"
)
VERSION = "url, version, id, sha256, record, title, duplicate_of, places, archived, software, run, written_at"

# A known address gets the tags that it lacks, and becomes due where its source says that it has changed since.
ADD = """
INSERT INTO address (url, status, tags, found_at, stated, next_visit)
VALUES (:url, 'new', :tags, :now, :stated, :now)
ON CONFLICT (url) DO UPDATE SET
    tags = (SELECT json_group_array(value) FROM
            (SELECT value FROM json_each(address.tags) UNION SELECT value FROM json_each(excluded.tags))),
    stated = coalesce(excluded.stated, address.stated),
    next_visit = CASE WHEN excluded.stated > coalesce(address.stated, '') THEN min(coalesce(next_visit, :now), :now)
                 ELSE next_visit END
WHERE excluded.stated > coalesce(address.stated, '')
    OR EXISTS (SELECT 1 FROM json_each(excluded.tags) WHERE value NOT IN (SELECT value FROM json_each(address.tags)))
"""

# Documents whose record is not standing in a place lose it.
KEEP_PLACE = """
UPDATE document SET places = (SELECT json_group_array(value) FROM json_each(places) WHERE value <> :place)
WHERE EXISTS (SELECT 1 FROM json_each(places) WHERE value = :place) AND record NOT IN (SELECT record FROM standing)
"""

# What a run did, as far as its pages show it.
TALLY = """
SELECT
    (SELECT count(*) FROM address WHERE found_at >= :started_at) AS found,
    count(*) FILTER (WHERE duplicate_of IS NULL AND version = 1) AS new,
    count(*) FILTER (WHERE duplicate_of IS NULL AND version > 1) AS changed,
    (SELECT count(*) FROM address WHERE last_visit >= :started_at AND status = 'kept'
     AND url NOT IN (SELECT url FROM document WHERE run = :number)) AS unchanged,
    count(*) FILTER (WHERE duplicate_of IS NOT NULL) AS duplicate,
    (SELECT count(*) FROM address WHERE last_visit >= :started_at AND status = 'vanished') AS vanished,
    (SELECT count(*) FROM address WHERE last_visit >= :started_at AND status IN ('failed', 'given-up')) AS failed
FROM document WHERE run = :number
"""


def address_values(address: Address) -> dict[str, Any]:
    """Return an address by its columns."""
    return {**asdict(address), "tags": json.dumps(address.tags, ensure_ascii=False)}


def as_address(row: Iterable[Any]) -> Address:
    """Return the address of a row of ``ADDRESS``."""
    values = dict(zip(ADDRESS.split(", "), row, strict=True))
    return Address(**{**values, "tags": tuple(json.loads(values["tags"]))})


def version_values(version: Version) -> dict[str, Any]:
    """Return a version by its columns."""
    return {**asdict(version), "places": json.dumps(version.places, ensure_ascii=False)}


def as_version(row: Iterable[Any]) -> Version:
    """Return the version of a row of ``VERSION``."""
    values = dict(zip(VERSION.split(", "), row, strict=True))
    return Version(**{**values, "places": tuple(json.loads(values["places"]))})
