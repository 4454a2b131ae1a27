"""Content encodings undone within a bound."""

from __future__ import annotations

import zlib


class BodyError(Exception):
    """A body that cannot be read; ``reason`` is a short code."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


ACCEPTED = "gzip, deflate, br, zstd"
_CHUNK = 65_536
_GZIP = b"\x1f\x8b"
_ZSTD_WINDOW = 8 * 1024 * 1024
_ZSTD_STEP = 512  # bytes at once, since four of them can hold a block of 128 KiB


def decompress(raw: bytes, encodings: str, limit: int) -> bytes:
    """Undo the content encodings of a body, the last one first.

    Args:
        raw: the body as it came over the wire.
        encodings: value of the Content-Encoding header.
        limit: most bytes of the outcome, and of every step on the way.

    Raises:
        BodyError: ``too-large``, ``corrupt`` or ``encoding-unknown``.
    """
    for encoding in reversed([part.strip().lower() for part in encodings.split(",")]):
        if encoding in ("", "identity"):
            continue
        if encoding not in _DECODERS:
            raise BodyError("encoding-unknown", f"content encoding {encoding!r}")
        try:
            raw = _DECODERS[encoding](raw, limit + 1)
        except BodyError:
            raise
        except Exception as error:  # each library has errors of its own
            raise BodyError("corrupt", f"damaged {encoding}: {error}") from None
        if len(raw) > limit:
            raise BodyError("too-large", f"more than {limit:,} bytes, uncompressed")
    return raw


def _inflate(raw: bytes, most: int, bits: int) -> bytes:
    decoder = zlib.decompressobj(bits)
    body = decoder.decompress(raw, most)
    if len(body) < most and not decoder.eof:
        raise BodyError("corrupt", "the compressed body ends early")
    return body


def _gzip(raw: bytes, most: int) -> bytes:
    """One member or several (RFC 1952, 2.2); bytes behind them that are none are padding."""
    parts: list[bytes] = []
    while most > 0 and (raw.startswith(_GZIP) or not parts):
        decoder = zlib.decompressobj(16 + zlib.MAX_WBITS)
        parts.append(decoder.decompress(raw, most))
        most -= len(parts[-1])
        if most > 0 and not decoder.eof:
            raise BodyError("corrupt", "the compressed body ends early")
        raw = decoder.unused_data
    return b"".join(parts)


def _deflate(raw: bytes, most: int) -> bytes:
    """Servers send zlib streams, as the standard says, and bare ones."""
    try:
        return _inflate(raw, most, zlib.MAX_WBITS)
    except zlib.error:
        return _inflate(raw, most, -zlib.MAX_WBITS)


def _brotli(raw: bytes, most: int) -> bytes:
    import brotli

    decoder, parts, size, given = brotli.Decompressor(), [], 0, raw
    while size < most and not decoder.is_finished():
        part = decoder.process(given, output_buffer_limit=_CHUNK)
        given = b""
        if not part and decoder.can_accept_more_data():
            break
        parts.append(part)
        size += len(part)
    if size < most and not decoder.is_finished():
        raise BodyError("corrupt", "the compressed body ends early")
    return b"".join(parts)


def _zstd(raw: bytes, most: int) -> bytes:
    """One frame or several; its window is at most 8 MiB, as RFC 9659 wants for HTTP."""
    import zstandard

    decoder = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    frame, parts, size, place = decoder.decompressobj(), [], 0, 0
    while place < len(raw) and size < most:
        if frame.eof:
            frame = decoder.decompressobj()
        step = raw[place : place + _ZSTD_STEP]
        parts.append(frame.decompress(step))
        size += len(parts[-1])
        place += len(step) - len(frame.unused_data)
    if size < most and not frame.eof:
        raise BodyError("corrupt", "the compressed body ends early")
    return b"".join(parts)


_DECODERS = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd}
