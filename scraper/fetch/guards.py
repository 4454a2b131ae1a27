"""Which network addresses a page may be fetched from."""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from scraper.fetch.failures import FetchFailure

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052
_COMPATIBLE = IPv6Network("::/96")  # RFC 4291, 2.5.5.1
_LOCAL = (
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("fec0::/10"),
)  # RFC 8215 and RFC 3879, which is_global calls public


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
    """Tell whether an IP address is of the public network; one of IPv6 that carries one of IPv4 counts as that."""
    parsed = ip_address(address)
    if isinstance(parsed, IPv6Address):
        if any(parsed in network for network in _LOCAL):
            return False
        parsed = _carried(parsed) or parsed
    return parsed.is_global and not parsed.is_multicast


def _carried(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64 or address in _COMPATIBLE:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour
