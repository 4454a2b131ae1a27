"""Tags of a page by where they lead: ``<a href="/tag/loft">``, ``rel="tag"``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Final

from cleaners.document import Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.finding import Finding
from cleaners.lazily import lazily

_LINK: Final = lazily(
    rb"""<a\b(?=[^<>]{0,300}?(?:href=["'][^"'<>]{0,200}?[/?&]tags?[/=_]|rel=["']tag["']))[^<>]{0,400}>\s*[#\xef\xbc\x83]*\s*([^<>]{2,60}?)\s*</a>""",
    re.IGNORECASE,
)
_GAP: Final = 60  # bytes between two links of one list
_LEAST, _MOST = 2, 10  # links; a cloud of all the site's tags has more


def tag_links(page: bytes, lines: Sequence[Line]) -> Finding | None:
    """Return the tags of the first few links in a row that lead to tags.

    Args:
        page: the page's markup, in UTF-8.
        lines: the lines around the text, one of which shows them.
    """
    lists: list[list[re.Match[bytes]]] = []
    for link in _LINK.finditer(page):
        if lists and link.start() - lists[-1][-1].end() <= _GAP:
            lists[-1].append(link)
        else:
            lists.append([link])
    for some in lists:
        words = list(dict.fromkeys(unescape(link[1].decode("utf-8", "ignore")).strip() for link in some))
        line = next((line for line in lines if words[0] in line.text), None)
        if _LEAST <= len(words) <= _MOST and line:
            return Finding(LABELLED, {"tags": "、".join(words)}, line)
    return None
