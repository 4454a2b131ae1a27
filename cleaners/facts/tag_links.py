"""Tags of a page by where they lead: ``<a href="/tag/loft">``, ``rel="tag"``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import islice
from typing import Final

from cleaners.document import Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.finding import Finding
from cleaners.lazily import lazily
from cleaners.places import places_of

_LINK: Final = lazily(rb"<a\b[^<>]{0,600}>\s*(?:#|\xef\xbc\x83)?\s*([^<>]{2,60}?)\s*</a>")
_SIGNS: Final = (b"/tag", b"?tag=", b"&tag=", b'rel="tag"')
_BEFORE: Final = 400  # bytes in which the link begins
_NEAR: Final = 24_000  # bytes around a text
_READ: Final = 200  # places of a word
_GAP: Final = 60  # bytes between two links of one list
_LEAST, _MOST = 2, 10  # links; a cloud of all the site's tags has more


def tag_links(markup: Sequence[bytes], lines: Sequence[Line]) -> Finding | None:
    """Return the tags of the first few links in a row that lead to tags.

    Args:
        markup: that above the text and that from its end on, in UTF-8.
        lines: the lines around the text, one of which shows them.
    """
    return next(filter(None, (_tags_in(part, lines) for part in (markup[0][-_NEAR:], markup[1][:_NEAR]))), None)


def _tags_in(markup: bytes, lines: Sequence[Line]) -> Finding | None:
    lists: list[list[re.Match[bytes]]] = []
    for link in _links(markup):
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


def _links(markup: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the links that lead to tags, in page order; looked for by a few words, since most pages have none."""
    starts = {
        markup.rfind(b"<a", max(0, place - _BEFORE), place)
        for sign in _SIGNS
        for place in islice(places_of(sign, markup), _READ)
    }
    for start in sorted(starts):
        if start >= 0 and (link := _LINK.match(markup, start)):
            yield link
