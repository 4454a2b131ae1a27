"""Which encoding a page says it is in: byte order mark, header, meta element."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

import webencodings

from cleaners.lazily import lazily

_HEAD: Final = 4096
_META: Final = lazily(
    rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)|<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"'>]+)""", re.I
)
_COMMENT: Final = lazily(rb"<!--.*?-->", re.S)
_HEADER: Final = lazily(r"""charset\s*=\s*["']?\s*([^\s"';,]+)""", re.I)
# WHATWG names whose Python codec of the same name knows less than browsers do.
_CODECS: Final = {"gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc-kr": "cp949"}
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)


class Encoding(NamedTuple):
    """An encoding by its WHATWG name (``gb18030``, ``windows-1252``) and by the Python codec that reads it."""

    name: str
    codec: str


UTF_8: Final = Encoding("utf-8", "utf-8")


def encoding_of(label: str) -> Encoding | None:
    """Return the encoding that browsers use for a label, ``None`` for a label that they do not know.

    Source: WHATWG Encoding Standard, "Names and labels"; gb2312 and gbk are read as GB18030, of which they are subsets.
    """
    known = webencodings.lookup(label)
    if known is None or known.name in ("x-user-defined", "replacement"):
        return None
    name = "gb18030" if known.name == "gbk" else known.name
    return Encoding(name, _CODECS.get(known.name, known.codec_info.name))


def byte_order_mark(data: bytes) -> tuple[Encoding, int] | None:
    """Return the encoding of the byte order mark that the data begins with, and the length of the mark."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Encoding(name, name), len(mark)
    return None


def declared_encoding(data: bytes, content_type: str | None) -> Encoding | None:
    """Return the encoding that the header, or else the head of the page, declares.

    A ``meta`` element cannot state UTF-16 (its own bytes prove otherwise) and means UTF-8 then, as in browsers.
    """
    header = _HEADER.search(content_type) if content_type else None
    if header and (encoding := encoding_of(header[1])):
        return encoding
    head = data[:_HEAD]
    meta = _META.search(_COMMENT.sub(b"", head) if b"<!--" in head else head)
    if meta is None:
        return None
    encoding = encoding_of((meta[1] or meta[2]).decode("latin-1"))
    return UTF_8 if encoding and encoding.name.startswith("utf-16") else encoding
