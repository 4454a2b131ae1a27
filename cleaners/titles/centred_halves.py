"""A title in the middle over two lines about one axis, the second of which says what the text is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import ends_with_work
from cleaners.rules.strangers import columns

_LEAST: Final = 30  # columns of the first line: a shorter one is whole
_SET_IN: Final = 4  # columns
_ASKEW: Final = 3.0  # columns by which an axis may miss the other
_ENDED: Final = lazily(r"[。！？!?;；:：…，,、)）\]】]$")
_TOPIC: Final = lazily(r"[关關][于於][^的]*$")
_KIND: Final = lazily(r"的[\u4e00-\u9fff]{2,4}$")


def are_centred_halves(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line and the one below it are the halves of a title in the middle.

    Args:
        lines: the lines of a dump.
        place: that of the first half.
    """
    if place + 1 >= len(lines):
        return False
    first, second = lines[place], lines[place + 1]
    if second.number != first.number + 1 or not _SET_IN <= first.indent < second.indent:
        return False
    widths = columns(first.text), columns(second.text)
    off = first.indent - second.indent + (widths[0] - widths[1]) / 2
    if widths[0] < _LEAST or abs(off) > _ASKEW or _ENDED.search(first.text) or _ENDED.search(second.text):
        return False
    if ends_with_work(key_of(first.text)) or second.text.isascii():
        return False
    told = _TOPIC.search(first.text) is not None and _KIND.search(second.text) is not None
    return told or ends_with_work(key_of(second.text))
