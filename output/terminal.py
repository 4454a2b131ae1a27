"""Characters that act on a terminal or turn text around: made harmless before a person or a file name meets them."""

from __future__ import annotations

import re

# C0 but tab and newline, DEL, C1, line and paragraph separators, bidirectional embeddings, overrides and isolates
# (Unicode TR9, TR36), lone surrogates, interlinear annotation.
ACTING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]")


def harmless(text: str) -> str:
    """Return text for a document: acting characters taken out."""
    return ACTING.sub("", text) if ACTING.search(text) else text


def one_line(text: str) -> str:
    r"""Return text for a message: one line, acting characters shown as ``\x1b`` or ``\u202e``."""
    return ACTING.sub(_escape, " ".join(text.split()))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
