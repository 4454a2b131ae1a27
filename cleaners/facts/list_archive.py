"""A message in the archive of a mailing list: rows of ways to others, ``[Date Prev][Thread Next]``, its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule
from cleaners.rules.strangers import is_prose

ARCHIVE: Final = Rule("list-archive", "certain")
"""Rule of such lines."""
_WAY: Final = (
    r"\[ ?(?:date|thread|author|subject|list|attachment|prev|next|main)"
    r"(?: (?:prev(?:ious)?|next|index|home|in thread|page))? ?\]"
)
_ROW: Final = lazily(rf"(?i)(?=.*(?:date|thread|author|subject))(?:{_WAY}[\s|,–-]*){{3,}}")
_HEAD: Final = 12  # lines above the message
_FIELD: Final = lazily(
    r"(?i)(subject|from|date|to|cc|sent|reply-to|message-id|in-reply-to|references|organization|user-agent|list-id)\s?:\s?(.*)"
)
_ADDRESS: Final = lazily(r"\s*[<(]?[^\s<(]+(?:@| at )[^>)]+[>)]?$|\"")
_FACTS: Final = {"subject": "title", "from": "author", "date": "published"}
_SIGNATURE: Final = "--"  # above what whoever writes mail ends it with
_LONGEST: Final = 6  # lines of that ...
_WIDEST: Final = 60  # ... and characters of one


def archive_lines(lines: Sequence[Line]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of an archive's lines and what they state.

    They are all above its first row, if the head of a message is below that, this head, the other rows, and the few
    short lines that stand between two dashes at the end of the message and a row.

    Args:
        lines: those of a dump.
    """
    texts = [line.text for line in lines]
    rows = [at for at, text in enumerate(texts) if text[0] == "[" and text[-1] == "]" and _ROW.fullmatch(text)]
    if not rows or rows[0] > _HEAD:
        return
    start = rows[0] + 1
    fields = _head_fields(lines[start : start + _HEAD])
    is_head = len(fields) > 1 and "from" in fields and not any(map(is_prose, lines[: rows[0]]))
    yield from ((at, {}) for at in (*(range(rows[0]) if is_head else ()), *rows))
    for at, (label, value) in enumerate(fields.items(), start):
        value = _ADDRESS.sub("", value) if label == "from" else value
        yield at, {_FACTS[label]: value} if value and label in _FACTS else {}
    if len(rows) > 1:
        yield from ((at, {}) for at in _signature(texts, start, rows[-1]))


def _head_fields(lines: Sequence[Line]) -> dict[str, str]:
    """Return the fields of a message's head by label: a wider gap ends it, and so does a label that it has."""
    fields: dict[str, str] = {}
    step = lines[1].number - lines[0].number if len(lines) > 1 else 1
    for place, line in enumerate(lines):
        field = _FIELD.fullmatch(line.text)
        goes_on = place == 0 or line.number <= lines[place - 1].number + step
        if not (field and goes_on) or field[1].lower() in fields:
            break
        fields[field[1].lower()] = field[2]
    return fields


def _signature(texts: Sequence[str], start: int, end: int) -> range:
    """Return the places of the lines from two dashes down to ``end``, where none of them is a sentence."""
    dashes = (at for at in range(end - 1, max(start, end - 1 - _LONGEST), -1) if texts[at] == _SIGNATURE)
    signed = range(next(dashes, end), end)
    return signed if all(len(texts[at]) <= _WIDEST and texts[at][-1] not in ".!?" for at in signed) else range(0)
