"""The word by which a site marks where a text begins, run on into its first line: ``【正文】…``, ``展开 …``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Drop, Line
from cleaners.lazily import lazily

LABEL: Final = "body-label"
_LABEL: Final = lazily(
    r"([【\[［](?:正文|全文|原文|内容|內容|文章内容)[】\]］])[:：]?\s*(?=\S)|(展[开開](?:全文)?)\s+(?=\S{8})"
)


def without_body_label(lines: Sequence[Line]) -> tuple[list[Line], list[Drop]]:
    """Take such a word off the first line of a text.

    Args:
        lines: the document's lines.
    """
    label = _LABEL.match(lines[0].text) if lines else None
    if label is None:
        return [*lines], []
    first = lines[0]._replace(text=lines[0].text[label.end() :])
    return [first, *lines[1:]], [Drop(first.number, LABEL, label[1] or label[2])]
