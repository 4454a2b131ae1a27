"""Which site an address belongs to, by the public suffix list (https://publicsuffix.org)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit


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
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - pages without an address need it not

    labels = host.split(".")
    tails = [".".join(labels[start:]) for start in range(len(labels))]
    if encoded := "xn--" in host:
        tails += [_in_letters(tail) for tail in tails]
    rules = [rule for tail in tails for rule in (tail, f"*.{tail}", f"!{tail}") if _is_listed(rule)]
    return PublicSuffixList(rules, accept_encoded_idn=encoded).privatesuffix(host) or host


def _is_listed(rule: str) -> bool:
    return rule.encode(errors="replace") in _lines()


@cache
def _lines() -> frozenset[bytes]:
    """Return the lines of the list; to read them all as rules takes 40 ms, longer than a page, and few fit a host."""
    from publicsuffixlist import PSLFILE  # noqa: PLC0415

    return frozenset(Path(PSLFILE).read_bytes().splitlines())


def _in_letters(domain: str) -> str:
    """Return a domain as the list writes it: ``xn--fiqs8s`` is 中国."""
    try:
        return domain.encode().decode("idna")
    except UnicodeError:
        return domain
