"""Bytes -> str as browsers do, then checked."""

from __future__ import annotations

from typing import NamedTuple


class Decoded(NamedTuple):
    """The text, the name of the encoding it was read in (``utf-8``, ``gb18030``, ``big5`` ...) and warnings."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """Decode a page."""
    return Decoded(data.decode("utf-8", "replace"), "utf-8")
