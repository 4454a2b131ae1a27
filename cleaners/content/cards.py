"""Cards of other documents in the midst of one: a headline in a line of its own that the site's lists have, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.outline import Row

_LISTED: Final = 0.4  # share of links in a line that lists documents
_HEADLINE: Final = 6  # so many characters are no word of a menu
_LONGEST: Final = 80
_MOST: Final = 3  # where more than one line in so many is a link, the document lists links
_LENGTH: Final = lazily(r"\s*(?:\d{1,2}:)?\d{1,2}:\d\d$")  # of a film or a recording
_LABEL: Final = lazily(r".{2,12}?[:：】\]]\s*")


def cards(rows: Sequence[Row], maybe: Sequence[int], content: Sequence[int]) -> Iterator[int]:
    """Yield the places of lines that show another document.

    Args:
        rows: all lines of a page.
        maybe: the places of lines of the content that are links or end with a time.
        content: the places of all lines that are content, in order.
    """
    if _MOST * len(maybe) > len(content):
        return
    headlines = {place: headline for place in maybe if (headline := _headline(rows[place])) is not None}
    if not headlines:
        return
    inside = set(content)
    listed = [row[0] for place, row in enumerate(rows) if row[4] > _LISTED and place not in inside]
    found = [place for place, headline in headlines.items() if any(headline in other for other in listed)]
    bare = [place for place in found if headlines[place] == rows[place][0]]
    yield from found if len(bare) == 1 else set(found) - set(bare)  # several without a label are headings of a digest


def _headline(row: Row) -> str | None:
    """Return what may be a headline, without the label before it and the length behind it."""
    text, tag, level, *_ = row
    if len(text) > _LONGEST or (level and tag != "li"):
        return None
    length = _LENGTH.search(text)
    text = text[: length.start()] if length else text
    label = _LABEL.match(text)
    headline = text[label.end() :] if label else text
    return headline if len(headline) >= _HEADLINE else None
