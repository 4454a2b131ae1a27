"""Paragraphs that a copy cut before a figure, as if it numbered what follows: ``老人达`` / ``4.7万人，``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily

_LEADS_ON: Final = frozenset("达達约約为為有至仅僅共超近了比到降增升占按以过過")  # what a figure follows
_NOUNS: Final = ("违约", "違約", "合约", "合約", "条约", "條約", "契约", "契約")
_FIGURE: Final = lazily(r"\d{1,4}\.\d{1,3}(?:[万萬亿億%％‰倍]|个百分点|[^\W\d_]{1,3}(?=[，、；。,]))")
_FIXED: Final = frozenset(("tr", "pre"))
_LEAST: Final = 12  # characters above it


def join_figures(lines: Sequence[Line]) -> list[Line]:
    """Join such a line to the one above, which no paragraph ends as: no section is numbered so."""
    joined: list[Line] = []
    for line in lines:
        above = joined[-1] if joined else line
        led = above.text[-1] in _LEADS_ON and not above.text.endswith(_NOUNS)
        goes_on = above.broken and led and len(above.text) >= _LEAST and above.tag not in _FIXED
        if goes_on and above.tag == line.tag and _FIGURE.match(line.text):
            joined[-1] = above._replace(text=above.text + line.text, broken=line.broken)
        else:
            joined.append(line)
    return joined
