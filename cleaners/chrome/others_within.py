"""Titles of other documents that a site lists between two paragraphs of a dump, under a heading: ``推荐阅读：``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.coherence import words_of
from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.others import heads_others
from cleaners.rules.site_words import names_work
from cleaners.rules.strangers import is_prose

_MOST: Final = 6  # entries
_LONGEST: Final = 40  # characters of one
_ENDED: Final = lazily(r"[。！？!?…][”’」』\"）)]?$")
_NO_TITLE: Final = lazily(  # a part of the text, a book, a field
    r"[。；;]|[，,：:、]$|^[(（]?[\d一二三四五六七八九十]{1,3}[)）、.．\s]|^第.{1,4}[章节節条條课課]|《|[:：]\s?\S|[_□]"
)
_SPEAKS_OF: Final = lazily(r"[以上][上面述][^。]{0,6}[篇两兩二三几幾种種材部]|上面的")  # of what stands above
_COLLECTION: Final = lazily(r"\d+篇[)）]?$")
_BRACKETS: Final = "【】[]〖〗 "
_SHARED: Final = 2  # words with the title in common


def others_within(lines: Sequence[Line], found: Findings, body: range, title: str | None) -> list[int]:
    """Return the places of such headings and of the titles below them.

    Above stands a paragraph that ends, below the titles the next one, and half of them are named as documents are or
    speak of what the title does: a text that recommends books, or has such a heading over a section, keeps them.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        body: the places of the document's own lines.
        title: the document's title.
    """
    places: list[int] = []
    own = words_of([title or ""])
    for place in body[1:]:
        head, _, first = lines[place].text.strip(_BRACKETS).partition("：")  # the first title may stand behind it
        if not (heads_others(head) and len(first) <= _LONGEST and _ENDED.search(lines[place - 1].text)):
            continue
        stop = place + 1
        while stop in body and stop - place <= _MOST + 1 and _may_be_title(lines, found, stop):
            stop += 1
        entries = [text for text in (first, *(line.text for line in lines[place + 1 : stop])) if text]
        told = sum(_is_of_document(text, own) for text in entries)
        goes_on = stop in body and stop not in found and is_prose(lines[stop]) and len(lines[stop].text) > _LONGEST
        goes_on = goes_on and not _SPEAKS_OF.search(lines[stop].text[:_LONGEST])
        if entries and len(entries) <= _MOST and goes_on and 2 * told >= len(entries):
            places += range(place, stop)
    return places


def _may_be_title(lines: Sequence[Line], found: Findings, place: int) -> bool:
    text = lines[place].text
    return len(text) <= _LONGEST and place not in found and not _ENDED.search(text) and not _NO_TITLE.search(text)


def _is_of_document(text: str, own: set[str]) -> bool:
    """Tell whether a title is one of a document, or speaks of what words of the title of this one do."""
    return names_work(key_of(text)) or _COLLECTION.search(text) is not None or len(words_of([text]) & own) >= _SHARED
