"""Reading with a bound: gzip is undone as it is read, and what grows beyond the bound is refused."""

from __future__ import annotations

import zlib
from typing import BinaryIO

from scraper.sources.content import GZIP

MAX_BYTES = 64 * 1024 * 1024
"""Of one page, uncompressed."""

_CHUNK = 256 * 1024
_GZIP_WINDOW = 16 + zlib.MAX_WBITS  # zlib's word for "with gzip header"


class TooLargeError(Exception):
    """More bytes than a page may have."""


class CorruptError(Exception):
    """Compressed bytes that end early or are damaged."""


def read_bounded(stream: BinaryIO, limit: int = MAX_BYTES) -> bytes:
    """Read a stream to its end, undoing gzip (of any number of members) where the bytes are such.

    Raises:
        TooLargeError: more than ``limit`` bytes, compressed or not.
        CorruptError: damaged or cut gzip.
        OSError: the stream cannot be read.
    """
    head = stream.read(_CHUNK)
    if head.startswith(GZIP):
        return _gunzip(head, stream, limit)
    chunks = [head]
    size = len(head)
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise TooLargeError
        chunks.append(chunk)
    return b"".join(chunks)


def peek(data: bytes, size: int) -> bytes:
    """Return the first ``size`` bytes of what compressed or plain data holds, as far as it can be read."""
    if not data.startswith(GZIP):
        return data[:size]
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(data, size)
    except zlib.error:
        return b""


def _gunzip(data: bytes, stream: BinaryIO, limit: int) -> bytes:
    chunks: list[bytes] = []
    room = limit + 1
    member = zlib.decompressobj(_GZIP_WINDOW)
    try:
        while True:
            chunks.append(member.decompress(data, room))
            room -= len(chunks[-1])
            if room <= 0:
                raise TooLargeError
            data = member.unused_data if member.eof else member.unconsumed_tail
            data = data or stream.read(_CHUNK)
            if member.eof:
                data = data.lstrip(b"\0")  # padding of tapes and block devices, as gzip itself allows
                if not data:
                    return b"".join(chunks)
                member = zlib.decompressobj(_GZIP_WINDOW)
            elif not data:
                raise CorruptError("ends early")
    except zlib.error as error:
        raise CorruptError(str(error)) from None
