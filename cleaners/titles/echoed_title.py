"""The title of a text dump told by its text: what a title says, the text says again; a site's name it does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from cleaners.chrome.line_weights import is_menu
from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.rules.strangers import is_prose
from cleaners.rules.vocabulary import site_share
from cleaners.titles.title_lines import may_be_title

_READ: Final = 6000  # characters of a text
_TELLING: Final = 24  # characters from which a longer line says no more
_LONGEST: Final = 200  # characters
_NAME: Final = 8  # characters of a site's name
_NEAR: Final = 4  # lines
_LEAST: Final = 4
_SAID: Final = 0.45  # share of a title that its text says again
_UNSAID: Final = 0.2
_MOSTLY: Final = 0.6  # share of a site's words
_HAN: Final = lazily(r"[\u4e00-\u9fff]+|[a-z]{4,}")


def echoed_line(lines: Sequence[Line], places: Iterable[int], place: int) -> int:
    """Return the place of the line above a text that the text says again, where a short one above it is not.

    Args:
        lines: the lines of a dump.
        places: those that could be its title.
        place: the line that was taken for it.
    """
    if len(lines[place].text) > _LONGEST or (len(lines[place].text) > _NAME and not is_menu(lines[place].text)):
        return place
    start = _text_start(lines)
    above = [at for at in places if place < at < min(start, place + _NEAR) and may_be_title(lines, at)]
    text = _text(lines)
    if not above or not text or _echo(lines[place].text, text) >= _UNSAID:
        return place
    said = {at: _echo(lines[at].text, text) for at in above if len(lines[at].text) >= _LEAST}
    told = [at for at, share in said.items() if share >= _SAID and site_share(lines[at].text) < _MOSTLY]
    return max(told, key=lambda at: said[at] * min(len(lines[at].text), _TELLING), default=place)


def _text_start(lines: Sequence[Line]) -> int:
    return next((at for at, line in enumerate(lines) if len(line.text) > _TELLING and is_prose(line)), len(lines))


def _text(lines: Sequence[Line]) -> str:
    return " ".join(line.text[:_READ] for line in lines[_text_start(lines) :])[:_READ].lower()


def _echo(title: str, text: str) -> float:
    """Return the share of a line's pairs of characters, or words, that a text has."""
    parts = _HAN.findall(title.lower())
    pairs = [pair for part in parts for pair in ([part] if part.isascii() else map("".join, pairwise(part)))]
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0
