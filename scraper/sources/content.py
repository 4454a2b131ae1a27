"""What a file is, by its first bytes; a name only helps to leave out what belongs to a page but is none."""

from __future__ import annotations

import re

HEAD = 4096
"""Bytes that are enough to tell."""

GZIP = b"\x1f\x8b"

# First bytes of files that people keep beside pages (en.wikipedia.org/wiki/List_of_file_signatures).
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP file (docx, epub, ...)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (doc, xls, ppt)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x00\x00\x01\x00", "a picture"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"Rar!\x1a\x07", "an archive"),
    (b"BZh", "an archive"),
    (b"\xfd7zXZ\x00", "an archive"),
    (b"\x28\xb5\x2f\xfd", "an archive"),
)
_MEDIA = re.compile(rb"RIFF....(?:WEBP|WAVE|AVI )|....ftyp|ID3", re.DOTALL)
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|article|section)\b", re.IGNORECASE)
# Text that is code or data. By name, since no byte tells a style sheet from a page of text.
_COMPANIONS = re.compile(
    r"\.(?:css|[mc]?js|ts|map|jsonl?|ndjson|xml|rss|atom|svg|[ct]sv|toml|ya?ml|ini|cfg|py|sh|sql|log|lock|db|md5|sha256)"
    r"(?:\.gz)?$",
    re.IGNORECASE,
)


def binary_kind(head: bytes) -> str | None:
    """Return what a file is that holds no page, for people, or ``None`` where it may hold one."""
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    return "sound or video or a picture" if _MEDIA.match(head) else None


def companion_kind(name: str, head: bytes) -> str | None:
    """Return why a file met in a folder is no page of its own, or ``None`` where it may be one.

    A browser saves a page with a folder of scripts and styles; those are no documents.
    """
    if kind := binary_kind(head):
        return kind
    companion = _COMPANIONS.search(name)
    return f"a {companion[0]} file" if companion and not _MARKUP.search(head) else None
