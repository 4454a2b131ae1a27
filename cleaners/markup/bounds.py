"""What hostile markup may cost: refused or tamed before the parse.

The HTML parser takes time quadratic in the depth of nesting, in the attributes of one tag, in the options of one
list, and in formatting elements that stay open (which the HTML standard repeats in every paragraph). Ordinary pages
are far below these bounds and pass after a few counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from cleaners.document import Rejected
from cleaners.lazily import lazily

MAX_TAGS: Final = 500_000
"""More tags than this are refused; a long book in one page has a tenth of it."""
MAX_DEPTH: Final = 20_000
"""No element of a tamed page is nested deeper: walk trees by loops, not by recursion."""
_KEPT_DEPTH: Final = 512
"""Depth to which nesting is kept on a page that may exceed MAX_DEPTH; the bound that Chromium's parser has."""
_FEW_TAGS: Final = 8_000
_LONG_TAG: Final = 16_384
_MAX_ATTRIBUTES: Final = 2_048
_KEPT_ATTRIBUTES: Final = 64
_MAX_OPEN_FORMATTING: Final = 64
_MAX_SAME: Final = {b"option": 2_048, b"optgroup": 2_048, b"body": 16, b"html": 16}

_TAG_START: Final = lazily(rb"<[a-zA-Z]")
_ATTRIBUTE: Final = lazily(rb"""[\s/]+[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*))?""")
_FORMATTING_NAMES: Final = rb"(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)"
_FORMATTING_OPEN: Final = lazily(rb"<(" + _FORMATTING_NAMES + rb")[\s/][^>]*", re.I)
_FORMATTING_CLOSE: Final = lazily(rb"</" + _FORMATTING_NAMES + rb"[\s>]", re.I)

_TOKEN: Final = lazily(rb"""<!--|<(/?)([a-zA-Z][^\s/>]*)([^>"']*+(?:(?:"[^"]*"|'[^']*')[^>"']*+)*+>)?""")
_RAW_TEXT: Final = {
    name: lazily(rb"</" + name + rb"[\s/>]", re.I)
    for name in (b"script", b"style", b"textarea", b"title", b"xmp", b"iframe", b"noembed", b"noframes")
}
# Elements that hold nothing, or that a next one of their kind closes: they do not nest by themselves.
_FLAT: Final = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dd dt option optgroup tr td th tbody "
    b"thead tfoot caption colgroup rt rp rb rtc h1 h2 h3 h4 h5 h6 a button nobr form body html head".split()
)


def tame(markup: bytes) -> bytes:
    """Return markup that the parser takes in about linear time; ordinary pages come back as they are.

    Tags nested too deep, tags of a kind that repeats too often, and the attributes of monstrous tags go; text stays.

    Raises:
        Rejected: there are more than MAX_TAGS tags.
    """
    markup = _without_long_tags(markup)
    tags = markup.count(b"<")
    if tags <= _FEW_TAGS:
        return markup
    if _formatting_left_open(markup):
        markup = _FORMATTING_OPEN.sub(rb"<\1", markup)
    return b"".join(_flattened(markup)) if tags > MAX_DEPTH else markup


def _without_long_tags(markup: bytes) -> bytes:
    """Cut tags with thousands of attributes down to the first few.

    A tag longer than two windows leaves one window without a ``>``: looking for these costs next to nothing.
    """
    kept: list[bytes] = []
    done = position = 0
    while (position := position + _LONG_TAG) < len(markup):
        if markup.find(b">", position, position + _LONG_TAG) >= 0:
            continue
        end = markup.find(b">", position + _LONG_TAG)
        end = len(markup) if end < 0 else end
        start = _TAG_START.search(markup, markup.rfind(b">", 0, position) + 1, end)
        if start and (cut := _after_attributes(markup, start.start(), end)):
            kept.append(markup[done:cut])
            done = end
        position = end
    return b"".join((*kept, markup[done:])) if kept else markup


def _after_attributes(markup: bytes, start: int, end: int) -> int | None:
    """Return where the first attributes of a tag end, ``None`` where it has not too many of them."""
    attributes = _ATTRIBUTE.finditer(markup, start, end)
    first = next(islice(attributes, _KEPT_ATTRIBUTES - 1, None), None)
    too_many = next(islice(attributes, _MAX_ATTRIBUTES, None), None)
    return first.end() if first and too_many else None


def _formatting_left_open(markup: bytes) -> bool:
    """Tell whether many formatting elements with attributes of their own are never closed."""
    opened = [match[0] for match in _FORMATTING_OPEN.finditer(markup)]
    if len(set(opened)) <= _MAX_OPEN_FORMATTING:
        return False
    return len(opened) - len(_FORMATTING_CLOSE.findall(markup)) > _MAX_OPEN_FORMATTING


def _flattened(markup: bytes) -> Iterator[bytes]:
    """Yield the pieces of the markup without the tags that nest too deep or repeat too often."""
    nesting = _Nesting()
    same = dict(_MAX_SAME)
    tags = done = position = 0
    while token := _TOKEN.search(markup, position):
        start, position = token.span()
        if not token[2]:
            position = _after(markup, b"-->", position)
            continue
        if token[3] is None:
            break  # the tag never ends: the parser drops the rest
        tags += 1
        name = token[2].lower()
        if name in same:
            same[name] -= 1
            needless = same[name] < 0
        elif name in _FLAT or token[3].endswith(b"/>"):
            needless = False
        elif token[1]:
            needless = nesting.close(name)
        elif raw := _RAW_TEXT.get(name):
            needless = False
            end = raw.search(markup, position)
            position = end.end() if end else len(markup)
        else:
            needless = nesting.open(name)
        if needless:
            yield markup[done:start]
            done = position
        if tags > MAX_TAGS:
            raise Rejected("parse", "too-costly", f"the page has more than {MAX_TAGS:,} tags")
    yield markup[done:]


def _after(markup: bytes, mark: bytes, position: int) -> int:
    found = markup.find(mark, position)
    return len(markup) if found < 0 else found + len(mark)


class _Nesting:
    """The elements that are open at a point of the markup, as far as bounds need to know."""

    def __init__(self) -> None:
        self._open: list[bytes] = []
        self._counts: Counter[bytes] = Counter()

    def open(self, name: bytes) -> bool:
        """Take a start tag in; tell whether it nests too deep to be kept."""
        self._open.append(name)
        self._counts[name] += 1
        return len(self._open) > _KEPT_DEPTH

    def close(self, name: bytes) -> bool:
        """Take an end tag in, which closes what is open inside too; tell whether its start tag was not kept."""
        if not self._counts[name]:
            return False
        while True:
            depth = len(self._open)
            closed = self._open.pop()
            self._counts[closed] -= 1
            if closed == name:
                return depth > _KEPT_DEPTH
