"""The control that unfolds a text, run on behind its last sentence: ``…依法处理。 展开阅读全文``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Drop, Line
from cleaners.lazily import lazily

FOLD: Final = "fold-call"
_CONTROL: Final = lazily(
    r"(?<=[。！？…”])\s*((?:点击)?(?:展[开開](?:[阅閱][读讀])?|[阅閱][读讀]|查看)(?:全文|全部|更多)\s?[>»∨﹀︾]*)$"
)
_ENDS: Final = frozenset("文部多>»∨﹀︾")


def without_fold_at_end(lines: Sequence[Line]) -> tuple[list[Line], list[Drop]]:
    """Take such a control off the last line of a text.

    Args:
        lines: the document's lines.
    """
    last = lines[-1] if lines else None
    control = _CONTROL.search(last.text) if last and last.text[-1] in _ENDS else None
    if last is None or control is None:
        return [*lines], []
    return [*lines[:-1], last._replace(text=last.text[: control.start()])], [Drop(last.number, FOLD, control[1])]
