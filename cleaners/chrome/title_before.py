"""The title in one line with the text that it stands before, as sites run a page together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.duplicates import TITLE_LINES
from cleaners.document import Drop, Line
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of

_LEAST: Final = 5  # characters of a title that a line begins with
_OVER: Final = 3  # lines
_LONG: Final = 60  # ... which goes on so far behind it
_BEGINS_TEXT: Final = lazily(  # behind a title: a number, a heading of papers, a party or a greeting with a colon
    r"第[一1][条章节條節]|[(（]?[一1][)）]?[、.．]|[(（]一[)）]|摘\s?要|[【\[]摘|前\s?言|[^\s。，,；;(（]{1,12}(?:[(（][^()（）\s]{1,8}[)）])?[:：]"
    r"|[尊敬各亲親][^\s。，,；;]{2,24}[:：]"
)


def without_title_before(lines: Sequence[Line], title: str | None) -> tuple[list[Line], list[Drop]]:
    """Take the title off a long first line that goes on behind it, and white space, as texts begin.

    Anything else can be the sentence whose subject the title is.

    Args:
        lines: the document's lines.
        title: its title.
    """
    first = lines[0].text if lines else ""
    if not title or len(title) < _LEAST or not first.startswith(title) or len(first) < len(title) + _LONG:
        return [*lines], []
    rest = first[len(title) :]
    behind = rest.lstrip()
    if behind == rest or not _BEGINS_TEXT.match(behind) or lines[0].tag in ("pre", "tr"):
        return [*lines], []
    return [lines[0]._replace(text=behind), *lines[1:]], [Drop(lines[0].number, TITLE_LINES, title)]


def without_title_parted(
    lines: Sequence[Line], before: Sequence[Line], title: str | None
) -> tuple[list[Line], list[Drop]]:
    """Take the first lines off that are the title, where something stood before it that is gone: the page's head, or
    the line that it had with the text before paragraphs were parted.

    Args:
        lines: the document's paragraphs.
        before: its lines as they were.
        title: its title.
    """
    if not title or not lines or (before and (len(lines) == 1 or lines[0].text == before[0].text)):
        return [*lines], []
    key = key_of(title)
    for count in range(1, min(_OVER, len(lines) - 1) + 1):
        if key_of("".join([line.text for line in lines[:count]])) == key:
            return [*lines[count:]], [Drop(line.number, TITLE_LINES, line.text) for line in lines[:count]]
    return [*lines], []
