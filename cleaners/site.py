"""Which site an address belongs to, by the public suffix list (https://publicsuffix.org)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def host_of(url: str | None) -> str | None:
    """Return the host of an address in lower case, ``None`` where there is none."""
    try:
        return (urlsplit(url).hostname or None) if url else None
    except ValueError:
        return None


def site_of(url: str | None) -> str | None:
    """Return the registrable host of an address; the host itself where nobody can register under it (an IP address)."""
    host = host_of(url)
    if not host or ":" in host or host.rpartition(".")[2].isdigit():
        return host
    return _suffixes().privatesuffix(host) or host


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - 30 ms that pages without an address do not need

    return PublicSuffixList()
