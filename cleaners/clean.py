"""The stages in their order: bytes in, document out."""

from __future__ import annotations

from cleaners.document import Document, Metadata
from cleaners.encoding import decode
from cleaners.furniture import strip_furniture
from cleaners.language import detect_language
from cleaners.lines import dump_lines
from cleaners.normalize import normalize
from cleaners.options import CleanOptions
from cleaners.reflow import reflow


def clean(
    data: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    source: str | None = None,
    fetched_at: str | None = None,
    not_after: str | None = None,
    options: CleanOptions | None = None,
) -> Document:
    """Clean one page.

    Args:
        data: the page's bytes, HTML or a text dump.
        url: its address, where known.
        content_type: the Content-Type header, where known.
        source: where the bytes came from; goes into the record.
        fetched_at: ISO 8601 UTC time of the download; goes into the record.
        not_after: ISO 8601 date after which the page cannot state anything.
        options: script and punctuation; the defaults keep both.

    Raises:
        Rejected: the bytes hold no document (empty, binary, too costly).
    """
    decoded = decode(data, content_type)
    lines = dump_lines(decoded.text)
    lines, drops = strip_furniture(lines)
    lines = [line._replace(text=normalize(line.text)) for line in reflow(lines)]
    return Document(
        lines=tuple(lines),
        metadata=Metadata(),
        source=source,
        url=url,
        language=detect_language("\n".join(line.text for line in lines)),
        encoding=decoded.encoding,
        fetched_at=fetched_at,
        drops=tuple(drops),
        warnings=decoded.warnings,
    )
