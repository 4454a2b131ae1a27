"""Bytes -> str as browsers do, then checked."""

from __future__ import annotations

import codecs
from typing import Final, NamedTuple

from cleaners.decoding.binary import is_garbled, signature
from cleaners.decoding.declared import UTF_8, Encoding, byte_order_mark, declared_encoding
from cleaners.decoding.mojibake import repair
from cleaners.decoding.plausible import is_sound, plausibility, sample, slices
from cleaners.document import Rejected
from cleaners.lazily import lazily

_UTF_16LE: Final = Encoding("utf-16le", "utf-16le")
_UTF_16BE: Final = Encoding("utf-16be", "utf-16be")
# What is tried where a declaration does not hold, the likelier first.
_CANDIDATES: Final = (
    UTF_8,
    Encoding("gb18030", "gb18030"),
    Encoding("big5", "big5hkscs"),
    Encoding("shift_jis", "cp932"),
    Encoding("euc-jp", "euc_jp"),
    Encoding("euc-kr", "cp949"),
    _UTF_16LE,
    _UTF_16BE,
    Encoding("windows-1252", "cp1252"),
)
_GLANCE: Final = 1024
_START: Final = 16_384
_PIECE: Final = 32_768
_TRUST: Final = 0.1
_LIKELY: Final = 0.3
_HOPELESS: Final = 0.2
_ERROR_COST: Final = 3.0
"""Plausibility that one bad byte costs, as a share of the bytes beyond ASCII."""
_WIDE_NULS: Final = 0.25
"""Share of NULs from which bytes are UTF-16 markup: half of what is ASCII there is NULs."""
_DETECT_BYTES: Final = 4 << 20
_ASCII: Final = bytes(range(0x80))
_THREE_BYTES: Final = lazily(rb"[\xe0-\xff]")


class Decoded(NamedTuple):
    """A page that can be read as text.

    Attributes:
        page: its bytes where they are UTF-8 and nothing is to be changed: a parser can take them as they are, and few
            pages are asked for more than a start. Else its characters; U+FFFD for bytes that say nothing.
        encoding: WHATWG name of the encoding it was read in (``utf-8``, ``gb18030``, ``big5``, ``utf-16le`` ...).
        warnings: ``encoding-declared-wrong``, ``bad-bytes``, ``mojibake-repaired``.
    """

    page: bytes | str
    encoding: str
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The characters of the page, read anew."""
        return self.page if isinstance(self.page, str) else self.page.decode("utf-8")

    @property
    def start(self) -> str:
        """The first 4,000 characters of the page or more."""
        return self.page[:_START] if isinstance(self.page, str) else self.page[:_START].decode("utf-8", "ignore")


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """Decode a page: byte order mark, then header, then meta element, each only if the text bears it out.

    A declaration that does not decode cleanly, or only to nonsense, is overruled by detection; single bad bytes are
    replaced and do not overturn it.

    Args:
        data: the page as saved.
        content_type: the Content-Type header, where known.

    Raises:
        Rejected: the bytes are empty or no text.
    """
    if not data or data.isspace():
        raise Rejected("decode", "empty", "the page has no bytes but white space")
    if kind := signature(data):
        raise Rejected("decode", "binary", f"looks like {kind}")
    if mark := byte_order_mark(data):
        encoding, length = mark
        decoded = _read(data[length:], encoding)
    else:
        decoded = _read_declared(data, declared_encoding(data, content_type))
    return decoded if _is_plain(decoded) else _checked(decoded, b"\0" in data)


def _is_plain(decoded: Decoded) -> bool:
    """Tell whether a page in UTF-8 looks like writing at a glance at its bytes."""
    if isinstance(decoded.page, str):
        return False
    glance = b" ".join(slices(decoded.page, _GLANCE)).decode("utf-8", "ignore")
    return not (glance.isspace() or is_garbled(glance)) and is_sound(glance)


def _checked(decoded: Decoded, has_nul: bool) -> Decoded:
    """Drop NULs, refuse what is no text, repair mojibake."""
    text = decoded.text
    if has_nul:
        text = _without_nuls(text)
        decoded = decoded._replace(page=text)
    if not text or text.isspace():
        raise Rejected("decode", "empty", "the page has no characters but white space")
    glance = sample(text, _GLANCE)
    if is_garbled(glance):
        raise Rejected("decode", "binary", "mostly control characters: looks like binary data")
    if is_sound(glance) or is_sound(sample(text)):
        return decoded
    repaired = repair(text)
    if repaired == text:
        return decoded
    return decoded._replace(page=repaired, warnings=(*decoded.warnings, "mojibake-repaired"))


def _without_nuls(text: str) -> str:
    """Drop stray NULs, as no text needs them; refuse a text that is made of them."""
    kept = text.replace("\0", "")
    if len(kept) < len(text) * (1 - _WIDE_NULS):
        raise Rejected("decode", "binary", "full of NUL bytes: looks like binary data")
    return kept


def _read_declared(data: bytes, declared: Encoding | None) -> Decoded:
    """Read bytes without a mark in the declared encoding, or in the one that fits better."""
    if data.isascii() and b"\0" not in data and b"\x1b" not in data:
        name = declared.name if declared else "utf-8"
        return Decoded(data, name)
    if b"\0" not in data and _is_utf8(data):
        if declared in (None, UTF_8):
            return Decoded(data, "utf-8")
        if declared and _better_declared(data, declared):
            return _read(data, declared)
        return Decoded(data, "utf-8", ("encoding-declared-wrong",))
    if declared and declared != UTF_8 and b"\0" not in data:
        decoded = _read(data, declared)
        if not decoded.warnings and is_sound(sample(decoded.text)):
            return decoded
    found = _detect(data, declared)
    decoded = _read(data, found)
    wrong = declared is not None and found != declared
    return decoded._replace(warnings=("encoding-declared-wrong", *decoded.warnings)) if wrong else decoded


def _is_utf8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8: by the piece, of which the cache of a processor holds the characters."""
    at = 0
    try:
        while at < len(data):
            at += codecs.utf_8_decode(data[at : at + _PIECE], "strict", at + _PIECE >= len(data))[1]
    except UnicodeDecodeError:
        return False
    return True


def _better_declared(data: bytes, declared: Encoding) -> bool:
    """Tell whether bytes that happen to be valid UTF-8 are a legacy text after all: short GBK words can be both.

    Han characters take three bytes in UTF-8, so a text that has any is UTF-8.
    """
    if _THREE_BYTES.search(data):
        return False
    try:
        other = data.decode(declared.codec)
    except UnicodeDecodeError:
        return False
    return max(other) >= "\u0800" and plausibility(sample(other)) >= _LIKELY


def _read(data: bytes, encoding: Encoding) -> Decoded:
    """Decode in one encoding; a character cut at the end is dropped, bad bytes are replaced, both with a warning."""
    make = codecs.getincrementaldecoder(encoding.codec)
    decoder = make("strict")
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        return Decoded(make("replace").decode(data), encoding.name, ("bad-bytes",))
    return Decoded(text, encoding.name, ("bad-bytes",) if decoder.getstate()[0] else ())


def _detect(data: bytes, declared: Encoding | None) -> Encoding:
    """Return the encoding in which the bytes make the most plausible text; windows-1252, as browsers, where none does.

    The declared encoding and UTF-8 have a small start over the others, so that single bad bytes do not overturn them.
    """
    data = data[:_DETECT_BYTES]
    nuls = data.count(0)
    if nuls > len(data) * _WIDE_NULS:
        return _UTF_16LE if data[1::2].count(0) >= nuls - nuls // 2 else _UTF_16BE
    high = len(data.translate(None, _ASCII)) or 1
    best, best_score = declared or _CANDIDATES[-1], _HOPELESS
    for candidate in dict.fromkeys((*(() if declared is None else (declared,)), *_CANDIDATES)):
        text = codecs.getincrementaldecoder(candidate.codec)("replace").decode(data)
        start = _TRUST * (candidate in (declared, UTF_8)) - _ERROR_COST * text.count("\ufffd") / high
        if start + 1 <= best_score:
            continue  # not even the most plausible text makes up for so many bad bytes
        score = start + plausibility(sample(text))
        if score > best_score:
            best, best_score = candidate, score
    return best
