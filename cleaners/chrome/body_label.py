"""The word by which a site marks where a text begins, run on into its first line: ``【正文】…``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Drop, Line
from cleaners.lazily import lazily

LABEL: Final = "body-label"
_LABEL: Final = lazily(r"([【\[［]正文[】\]］])[:：]?\s*(?=\S)")
_OWN: Final = lazily(r"[【\[［][^【】\[\]［］]{2,8}[】\]］]")  # of a text that has such words for its parts


def without_body_label(lines: Sequence[Line]) -> tuple[list[Line], list[Drop]]:
    """Take such a word off the first line of a text.

    Args:
        lines: the document's lines.
    """
    label = _LABEL.match(lines[0].text) if lines else None
    if label is None or any(_OWN.match(line.text) for line in lines[1:]):
        return [*lines], []
    first = lines[0]._replace(text=lines[0].text[label.end() :])
    return [first, *lines[1:]], [Drop(first.number, LABEL, label[1])]
