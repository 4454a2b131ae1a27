"""robots.txt (RFC 9309): what a host asks robots not to fetch, and how slowly it wants to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

ROBOTS_LIMIT = 512_000
"""Bytes of a robots.txt that are read; RFC 9309 asks for 500 KiB at least."""
_LONGEST_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host; without ``rules`` all is allowed or, where it could not be read, nothing."""

    rules: Protego | None = None
    reachable: bool = True

    def allows(self, url: str, user_agent: str) -> bool:
        """Tell whether the host lets this robot fetch an address."""
        if self.rules is None:
            return self.reachable
        return bool(self.rules.can_fetch(url, user_agent))

    def delay(self, user_agent: str) -> float:
        """Return the host's crawl delay in seconds, 0 where it states none; more than a minute counts as one."""
        stated = self.rules.crawl_delay(user_agent) if self.rules else None
        return min(float(stated), _LONGEST_DELAY) if stated else 0.0


def read_robots(body: bytes) -> Robots:
    """Read a robots.txt, with or without a byte order mark."""
    return Robots(Protego.parse(body[:ROBOTS_LIMIT].decode("utf-8-sig", "replace")))


def without_robots(reason: str) -> Robots:
    """Return what holds where there is none: 4xx allows all, 5xx and no answer nothing (RFC 9309, 2.3.1).

    A host that is asked too much (429) is no host without rules.
    """
    unavailable = reason.startswith("http-") and not reason.startswith("http-5") and reason != "http-429"
    return Robots(reachable=unavailable or reason == "too-large")


def robots_url(url: str) -> str:
    """Return where the rules for an address stand."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/robots.txt"
