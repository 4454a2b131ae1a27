"""Facts of icons: a number or a name that the title of its element explains, ``<i title="浏览量"><svg/>3,582</i>``.

An eye before a number counts readers without a word, ``<i class="fa fa-eye"></i>86``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import islice
from typing import Final

from cleaners.document import Line
from cleaners.facts.authors import may_be_author
from cleaners.facts.badges import LABELLED
from cleaners.facts.finding import Finding
from cleaners.facts.labels import bare_label, fits
from cleaners.lazily import lazily
from cleaners.places import places_of
from cleaners.rules.rulebook import Label
from cleaners.rules.vocabulary import site_share

_TITLED: Final = lazily(
    rb"""(?:title|aria-label)=["']([^"'<>]{2,24})["'][^<>]{0,200}>(?:\s|<[^<>]{0,400}>){0,10}(\d[\d,.]*\s?(?:\xe4\xb8\x87|[wkWK])?\+?)\s*<""",
    re.ASCII,
)
_NAMED: Final = lazily(  # within the element that has the title
    rb"""title=["']([^"'<>]{2,24})["'][^<>]{0,200}>(?:\s|<[^/<>][^<>]{0,400}>){0,6}([^<>]{2,40}?)\s*</""", re.ASCII
)
_EYE: Final = lazily(
    rb"""(?<![A-Za-z])(?:eye|icon-views?|view-icon)[\w\s-]{0,20}["'][^<>]{0,100}>\s*</(?:i|em|span|b)>"""
    rb"""(?:\s|<(?:span|em|b|i)\b[^<>]{0,100}>){0,2}(\d[\d,.]*\s?(?:\xe4\xb8\x87|[wkWK])?\+?)\s*<""",
    re.ASCII,
)
_NO_NAME: Final = lazily(r"\d|前$|^(?:排序|[标標][题題]|[关關]注|名家|[专專][栏欄]|排行)")
_EYES: Final = (b"eye", b"icon-view", b"view-icon")
_SIGNS: Final = (b'title="', b"title='", b'aria-label="')
_READ: Final = 400  # places of a word
_FACTS: Final = frozenset(("views", "downloads", "page_count", "author"))
_MOST: Final = 2  # such numbers on a page; a list of documents has more


def titled_values(markup: bytes, lines: Sequence[Line], known: Set[str]) -> Iterator[Finding]:
    """Yield the counts, and who put it up, that elements above a text name by their titles alone.

    Args:
        markup: that of the page above the text, in UTF-8.
        lines: the lines there.
        known: the facts that are known already.
    """
    if known >= _FACTS:
        return
    values: dict[str, list[str]] = defaultdict(list)
    places = (place for sign in _SIGNS for place in islice(places_of(sign, markup), _READ))
    for found in filter(None, (_TITLED.match(markup, place) or _NAMED.match(markup, place) for place in places)):
        label = bare_label(found[1].decode("utf-8", "ignore").strip())
        value = found[2].decode("utf-8", "ignore").strip()
        if label and label.fact in _FACTS - known and fits(label, value) and _may_be(label, value):
            values[label.fact].append(value)
    if "views" not in known | values.keys():
        eyes = (place for sign in _EYES for place in islice(places_of(sign, markup), _READ))
        for found in filter(None, (_EYE.match(markup, place) for place in eyes)):
            values["views"].append(found[1].decode("utf-8", "ignore").strip())
    for fact, stated in values.items():
        line = next((line for line in lines if stated[0] in line.text), None)
        if line and len(stated) <= _MOST and len(set(stated)) == 1:
            shown = {"views_text": stated[0]} if fact == "views" else {}
            yield Finding(LABELLED, {fact: stated[0], **shown}, line)


def _may_be(label: Label, value: str) -> bool:
    """Tell whether a value can be a name, where it is to be one; few words of sites are names of members."""
    if label.fact != "author":
        return value[:1].isdecimal()
    return may_be_author(value) and not site_share(value) and _NO_NAME.search(value) is None
