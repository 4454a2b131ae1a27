"""The word by which a site marks where a text begins, run on into its first line: ``【正文】…``, ``范文 …``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cleaners.document import Drop, Line
from cleaners.lazily import lazily

LABEL: Final = "body-label"
_LABEL: Final = lazily(r"([【\[［]正文[】\]］])[:：]?\s*(?=\S)")
_CELL: Final = lazily(r"(范文|正文|[内內]容|原文|全文)[ \t](?=\S)")  # of a table, before the text
_FIELD: Final = lazily(
    r"((?:[发發][布佈]|信息|[来來]信)?[内內]容[:：]|正文[:：]|[内內]文[:：])\s*(?=\S)"
)  # below other fields
_TITLE_CELL: Final = lazily(r"[标標][题題][ \t]\S")
_FIELDS: Final = "labelled-fact"
_OWN: Final = lazily(r"[【\[［][^【】\[\]［］]{2,8}[】\]］]")  # of a text that has such words for its parts


def without_body_label(lines: Sequence[Line], lost: Iterable[Drop] = ()) -> tuple[list[Line], list[Drop]]:
    """Take such a word off the first line of a text.

    Args:
        lines: the document's lines.
        lost: what the page lost: where its title or a field stands behind a label right above, the text has one, too.
    """
    label = _LABEL.match(lines[0].text) if lines else None
    if lines and label is None and (cell := _CELL.match(lines[0].text)):
        above = [drop.text for drop in lost if drop.number == lines[0].number - 1]
        label = cell if above and _TITLE_CELL.match(above[-1]) else None
    if lines and label is None and (field := _FIELD.match(lines[0].text)):
        fields = max((drop for drop in lost if drop.number < lines[0].number), default=None)
        label = field if fields and fields.rule.startswith(_FIELDS) else None
    if label is None or any(_OWN.match(line.text) for line in lines[1:]):
        return [*lines], []
    first = lines[0]._replace(text=lines[0].text[label.end() :])
    return [first, *lines[1:]], [Drop(first.number, LABEL, label[1])]
