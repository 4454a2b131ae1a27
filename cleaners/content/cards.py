"""Cards of other documents in the midst of one: a headline in a line of its own that the site's lists have, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.outline import Row

_LINK: Final = 0.9
_LISTED: Final = 0.4  # share of links in a line that lists documents
_HEADLINE: Final = 6  # so many characters are no word of a menu
_LONGEST: Final = 80
_MOST: Final = 3  # where more than one line in so many is a link, the document lists links
_LENGTH: Final = lazily(r"\s*(?:\d{1,2}:)?\d{1,2}:\d\d$")  # of a film or a recording
_LABEL: Final = lazily(r".{2,12}?[:：】\]]\s*")


def cards(rows: Sequence[Row], content: Sequence[int]) -> Iterator[int]:
    """Yield the places of lines that show another document.

    Args:
        rows: all lines of a page.
        content: the places of those that are content, in order.
    """
    maybe = [place for place in content if rows[place][4] > _LINK or rows[place][0][-3:-2] == ":"]
    if not maybe or _MOST * len(maybe) > len(content):
        return
    inside = set(content)
    listed = [row[0] for place, row in enumerate(rows) if row[4] > _LISTED and place not in inside]
    bare = []
    for place in maybe:
        text, tag, level, *_ = rows[place]
        headline = _headline(text) if len(text) <= _LONGEST and not (level and tag != "li") else ""
        if len(headline) >= _HEADLINE and any(headline in other for other in listed):
            if headline == text:
                bare.append(place)
            else:
                yield place
    if len(bare) == 1:
        yield bare[0]  # several are headings of a digest


def _headline(text: str) -> str:
    """Return a line without the label before it and the length behind it."""
    length = _LENGTH.search(text)
    text = text[: length.start()] if length else text
    label = _LABEL.match(text)
    return text[label.end() :] if label else text
