"""Addresses as people write them down: one a line, with comments and blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit, urlunsplit

_UNSAFE = re.compile(r"[\x00-\x20\x7f]")


class AddressError(ValueError):
    """Not an address that can be fetched; the message says why."""


def check_address(text: str) -> str:
    """Return an address in the form in which it is asked for: no fragment, non-ASCII characters quoted.

    Raises:
        AddressError: no http(s) address, no host, or a broken port.
    """
    text = text.strip()
    if _UNSAFE.search(text):
        raise AddressError("white space or control characters in the address")
    try:
        parts = urlsplit(text)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
        text.encode()
    except (ValueError, UnicodeError):
        raise AddressError("not an address") from None
    if parts.scheme.lower() not in ("http", "https"):
        raise AddressError("not an http or https address")
    if not host:
        raise AddressError("no host in the address")
    login, _, _ = parts.netloc.rpartition("@")
    literal = f"[{host}]" if ":" in host else host
    netloc = (f"{login}@" if login else "") + literal + (f":{port}" if port else "")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urlunsplit((parts.scheme.lower(), netloc, path, query, ""))


def read_addresses(rows: Iterable[str], name: str) -> Iterator[str | AddressError]:
    """Yield the addresses of a list, each once; for a bad line an error that names it by its number.

    Args:
        rows: lines; blank ones and those that start with ``#`` are passed over.
        name: name of the list, for messages.
    """
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        text = row.strip().lstrip("\ufeff")
        if not text or text.startswith("#"):
            continue
        try:
            address = check_address(text)
        except AddressError as error:
            yield AddressError(f"{name}:{number}: {error}: {text[:200]}")
            continue
        if address not in seen:
            seen.add(address)
            yield address


def without_login(url: str) -> str:
    """Return an address without the credentials in it: for logs, records and other hosts."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
