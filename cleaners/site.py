"""Which site an address belongs to, by the public suffix list (https://publicsuffix.org)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
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
    return _suffixes(host.rpartition(".")[2]).privatesuffix(host) or host


@cache
def _suffixes(top: str) -> PublicSuffixList:
    """Return the rules under one top-level domain: reading those of all takes 40 ms, longer than a page."""
    from publicsuffixlist import PSLFILE, PublicSuffixList  # noqa: PLC0415 - pages without an address need it not

    tops = (top, _in_letters(top))
    rules = Path(PSLFILE).read_text(encoding="utf-8").splitlines()
    return PublicSuffixList([rule for rule in rules if rule.endswith(tops)])


def _in_letters(top: str) -> str:
    """Return a top-level domain as the list writes it: ``xn--fiqs8s`` is 中国."""
    try:
        return top.encode().decode("idna")
    except UnicodeError:
        return top
