"""Bytes that are no text at all, and what they look like."""

from __future__ import annotations

from typing import Final

from cleaners.lazily import lazily

# File signatures, from the formats' own specifications.
_SIGNATURES: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (docx, xlsx, epub ...)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an OLE file (doc, xls, ppt)"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "a RIFF file (webp, wav, avi)"),
    (b"\x1f\x8b\x08", "a gzip file"),
    (b"BZh91AY&SY", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "an ELF program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"ID3\x03", "an MP3 file"),
    (b"ID3\x04", "an MP3 file"),
    (b"wOFF", "a web font"),
    (b"wOF2", "a web font"),
)
_CONTROL: Final = lazily(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL: Final = 0.05
_MOST_IN_WRITING = 0.15
_WRITING = 0.6  # share of letters and digits


def signature(data: bytes) -> str | None:
    """Name the binary format that the data begins like, ``None`` where it begins like none."""
    return next((name for mark, name in _SIGNATURES if data.startswith(mark)), None)


def is_garbled(text: str) -> bool:
    """Tell whether more than one character in twenty is a control character: no writing has that.

    Copies of pages that some sites make have up to three times as many, and are letters for the rest.
    """
    controls = len(_CONTROL.findall(text))
    if controls <= _MOST_CONTROL * len(text):
        return False
    letters = sum(map(str.isalnum, text))
    return controls > _MOST_IN_WRITING * len(text) or letters < _WRITING * len(text)
