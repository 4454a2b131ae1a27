"""Which network addresses a page may be fetched from."""

from __future__ import annotations

import asyncio
import socket
from ipaddress import ip_address

from scraper.fetch.failures import FetchFailure


async def resolve(host: str, port: int, *, private: bool) -> str:
    """Resolve a host once and return the IP address to connect to, so that what was checked is what is used.

    Args:
        host: name or literal address.
        port: port, for the look-up.
        private: private, loopback and link-local addresses are allowed.

    Raises:
        FetchFailure: ``dns``, or ``private-address``.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise FetchFailure("dns", f"{host}: {error.strerror or error}", passing=True) from None
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    allowed = addresses if private else [address for address in addresses if is_public(address)]
    if not allowed:
        raise FetchFailure("private-address", f"{host} is a private address ({', '.join(addresses[:2])})")
    return allowed[0]


def is_public(address: str) -> bool:
    """Tell whether an IP address is of the public network; addresses that map others count as these."""
    parsed = ip_address(address)
    mapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    return (mapped or parsed).is_global and not parsed.is_multicast
