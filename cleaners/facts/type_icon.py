"""The type of a file by the icon in the heading of its page: ``<h1><b class="ic ic-doc" title="doc"></b>T</h1>``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from cleaners.lazily import lazily
from cleaners.places import places_of

_HEADING: Final = b"<h1"
_HEADINGS: Final = 4  # of the first level that are looked at: a logo stands in one, too
_LONGEST: Final = 1500  # bytes of a heading
_BEGINNING: Final = 8  # characters by which the title is found in it
_BEFORE: Final = lazily(rb"<(i|b|em|span)\b([^<>]{1,200})>\s*</\1>\s*$")  # right above the heading
_ABOVE: Final = 260  # bytes
_NAMES: Final = rb"docx?|wps|pdf|pptx?|xlsx?|txt|rtf|epub|caj|dwg"
_ICON: Final = lazily(
    rb"(?i)<(i|b|em|span|s)\b(?P<says>[^<>]{1,200})>\s*(?:(?P<word>" + _NAMES + rb")\s*)?</\1>"
    rb"|<img\b(?P<picture>[^<>]{1,300})>"
)
_SAYS: Final = lazily(rb"""(?i)\b(?P<attribute>class|title|alt|src)=["'](?P<value>[^"'<>]{2,120})["']""")
_TYPE: Final = lazily(rb"(?i)(?<![a-z])(?P<name>" + _NAMES + rb")(?![a-z\d])")
_LAST: Final = lazily(rb"(?i)(?<![^\s])(?P<before>\S*?)(?<![a-z])(?P<name>" + _NAMES + rb")(?=\s|$)")  # part of a class
_NAMED_SO: Final = lazily(rb"(?i)ico|type|badge|format|ext\b")
_LEADS: Final = (b"a", b"button")  # what an icon stands in that takes the reader to something else
_FILE: Final = lazily(rb"(?i)\.(?:" + _NAMES + rb")\b[^<>]{0,8}<")
_DOCUMENT: Final = "doc"  # what a site may call the icon of any document


def type_icon(page: bytes, title: str) -> str | None:
    """Return the type that one icon in, or right above, the heading with the title names; ``None`` for a file's name.

    Args:
        page: the markup of the page, in UTF-8.
        title: the document's title.
    """
    start = title[:_BEGINNING].encode("utf-8", "replace")
    for at in islice(places_of(_HEADING, page), _HEADINGS) if start else ():
        end = page.find(b"</h1>", at, at + _LONGEST)
        heading = page[at:end] + b"<" if end > 0 else b""
        if start not in heading or _FILE.search(heading) or _TYPE.search(title.encode("utf-8", "replace")):
            continue  # a title that names a type speaks of it
        above = _BEFORE.search(page[max(0, at - _ABOVE) : at])
        types = {*_types_in(heading, page), *(_types_in(above[0], page) if above else ())}
        return types.pop() if len(types) == 1 else None
    return None


def _types_in(markup: bytes, page: bytes) -> Iterator[str]:
    """Yield the types that icons name; icons that are links take the reader to something else."""
    for icon in _ICON.finditer(markup):
        if any(
            markup.rfind(b"<" + tag, 0, icon.start()) > markup.rfind(b"</" + tag, 0, icon.start()) for tag in _LEADS
        ):
            continue
        if word := icon["word"]:
            if _NAMED_SO.search(icon["says"]):
                yield word.decode().lower()
            continue
        for said in _SAYS.finditer(icon["says"] or icon["picture"]):
            is_class = said["attribute"].lower() == b"class"
            for named in (_LAST if is_class else _TYPE).finditer(said["value"]):
                name = named["name"].decode().lower()
                if name != _DOCUMENT or not is_class or _is_one_of_types(named["before"], page):
                    yield name


def _is_one_of_types(before: bytes, page: bytes) -> bool:
    """Tell whether the page has an icon of another type that is called alike: ``ic-doc`` beside ``ic-pdf``."""
    other = rb"""(?i)["'\s]""" + re.escape(before) + rb"(?!doc\b)(?:" + _NAMES + rb""")["'\s]"""
    return re.search(other, page) is not None
