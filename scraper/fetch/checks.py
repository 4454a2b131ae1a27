"""Checks of what a user asks of the fetcher, the same on the command line and in ``collection.toml``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

_TOKEN: Final = re.compile(r"[\w!#$%&'*+.^`|~-]+", re.ASCII)  # RFC 9110, 5.6.2
_VALUE: Final = re.compile(r"[\t\x20-\x7e]*")
_ADDRESS: Final = re.compile(r"[\x21-\x7e]+")
_PROXIES: Final = ("http", "https", "socks5", "socks5h")


class OptionError(ValueError):
    """A value that cannot be used; the message quotes it and says why."""


def parse_header(text: str) -> tuple[str, str]:
    """Return the name and the value of ``Name: value``.

    Raises:
        OptionError: it is no header, or more than one line of it would go over the wire.
    """
    name, colon, value = (part.strip(" \t") for part in text.partition(":"))
    if not colon or not _TOKEN.fullmatch(name):
        raise OptionError(f"{text!r} is not 'Name: value'")
    return name, check_value(value)


def check_value(text: str) -> str:
    """Return the value of a header as it is.

    Raises:
        OptionError: it holds what no header can: line ends, control characters, anything but ASCII.
    """
    if not _VALUE.fullmatch(text):
        raise OptionError(f"{text!r} has characters that no header can have")
    return text


def check_proxy(text: str) -> str:
    """Return the address of a proxy as it is.

    Raises:
        OptionError: it is none.
    """
    try:
        parts = urlsplit(text)
        usable = parts.scheme in _PROXIES and bool((parts.hostname or "").encode("idna")) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or not _ADDRESS.fullmatch(text):
        raise OptionError(f"{text!r} is no address of a proxy (http, https, socks5)")
    return text


def check_cookies(path: Path) -> Path:
    """Return the path of a cookie file as it is.

    Raises:
        OptionError: it cannot be read, or is none in Netscape's format.
    """
    from http.cookiejar import LoadError, MozillaCookieJar

    try:
        MozillaCookieJar().load(str(path), ignore_discard=True, ignore_expires=True)
    except LoadError:
        raise OptionError(f"{path} is no cookie file in Netscape's format") from None
    except (OSError, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: {getattr(error, 'strerror', None) or 'not UTF-8'}") from None
    return path
