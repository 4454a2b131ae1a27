"""A message in the archive of a mailing list: rows of ways to others, ``[Date Prev][Thread Next]``, its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule

ARCHIVE: Final = Rule("list-archive", "certain")
"""Rule of such lines."""
_WAY: Final = (
    r"\[ ?(?:date|thread|author|subject|list|attachment|prev|next|main)"
    r"(?: (?:prev(?:ious)?|next|index|home|in thread|page))? ?\]"
)
_ROW: Final = lazily(rf"(?i)(?:{_WAY}[\s|,–-]*){{3,}}")
_HEAD: Final = 12  # lines above the message
_FIELD: Final = lazily(
    r"(?i)(subject|from|date|to|cc|sent|reply-to|message-id|in-reply-to|references|organization|user-agent|list-id)\s?:\s?(.*)"
)
_ADDRESS: Final = lazily(r"\s*[<(]?[^\s<(]+(?:@| at )[^>)]+[>)]?$|\"")
_FACTS: Final = {"subject": "title", "from": "author", "date": "published"}
_SIGNATURE: Final = "--"  # above what whoever writes mail ends it with
_LONGEST: Final = 6  # lines of that


def archive_lines(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of an archive's lines and what they state.

    They are all above its first row, if the head of a message is below that, this head, the other rows, and what
    stands between two dashes at the end of the message and a row.

    Args:
        texts: the lines of a dump.
    """
    rows = [at for at, text in enumerate(texts) if text[0] == "[" and text[-1] == "]" and _ROW.fullmatch(text)]
    if not rows or rows[0] > _HEAD:
        return
    start = rows[0] + 1
    fields = [*takewhile(bool, map(_FIELD.fullmatch, texts[start : start + _HEAD]))]
    yield from ((at, {}) for at in (*(range(rows[0]) if fields else ()), *rows))
    for at, field in enumerate(fields, start):
        label, value = (field[1].lower(), field[2]) if field else ("", "")
        value = _ADDRESS.sub("", value) if label == "from" else value
        yield at, {_FACTS[label]: value} if value and label in _FACTS else {}
    end = rows[-1] if len(rows) > 1 else len(texts)
    signed = next((at for at in range(end - 1, max(start, end - 1 - _LONGEST), -1) if texts[at] == _SIGNATURE), end)
    yield from ((at, {}) for at in range(signed, end))
