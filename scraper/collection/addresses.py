"""Addresses as lists give them -> whole ones, and the patterns of a source over them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fnmatch import translate
from functools import lru_cache
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

_LINE_ENDS = re.compile(r"[\t\r\n]")
_FORBIDDEN = re.compile(r"[\s\x00-\x1f\x7f\ud800-\udfff]")
_MAX_LENGTH = 2048  # of an address in a sitemap (sitemaps.org), which no browser's limit is below


class ListError(ValueError):
    """A list of addresses that cannot be read; the message says why, in one line."""


def absolute(base: str, reference: str) -> str | None:
    """Return the whole address of a reference, without its fragment; ``None`` where it is no http(s) address."""
    try:
        # White space as browsers have it: none at the ends, no line ends within, blanks escaped (url.spec.whatwg.org).
        url = urldefrag(urljoin(base, _LINE_ENDS.sub("", reference.strip()).replace(" ", "%20"))).url
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or len(url) > _MAX_LENGTH:
            return None
        if _FORBIDDEN.search(url):
            return None
        bare = not parts.path and not parts.query
        return parts._replace(netloc=parts.netloc.lower(), path="/").geturl() if bare else url
    except ValueError:
        return None


def listed(path: Path) -> Iterator[tuple[int, str, str | None]]:
    """Yield number and text of each line of a list of addresses, and the whole address, ``None`` where it is none.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError: it is no UTF-8.
    """
    for number, row in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if (text := row.strip()) and not text.startswith("#"):
            yield number, text, absolute(text, "")


def passes(url: str, include: Iterable[str], exclude: Iterable[str]) -> bool:
    """Tell whether an address matches a pattern of ``include`` (or there is none), and none of ``exclude``.

    In a pattern, ``*`` is any run of characters, ``?`` any one, ``[...]`` one of several; it covers the whole address.
    """
    wanted = tuple(include)
    if wanted and not any(_pattern(pattern).match(url) for pattern in wanted):
        return False
    return not any(_pattern(pattern).match(url) for pattern in exclude)


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(translate(pattern))
