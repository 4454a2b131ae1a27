"""The title of a bare text below the head of its pages, or of a series, which stands on later pages, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import names_work
from cleaners.titles.above_title import is_running_text
from cleaners.titles.title_lines import OWN_LINE, is_headline, may_be_title

_PAGE: Final = 12  # lines of a page
_DAY_ENDS: Final = "年月日"  # a part of a diary, and no title
_PAGE_NUMBER: Final = lazily(r"\D{0,6}\d{1,4}\D{0,3}(?:\d{1,4}\D{0,2})?")
_CENTRED: Final = 8  # columns by which a heading in the middle is set in


def is_below_series_head(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is the title below the first line of a bare text, which is the head of its pages or a series.

    It stands there alone, and is named as documents are or set in the middle, or page numbers stand beside the heads.
    """
    return _stands_on_later_pages(lines, place - 1) and _may_stand_below(lines, place)


def _stands_on_later_pages(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the first line of a bare text stands again further down: a head of its pages, or of a series."""
    text = lines[place].text
    near, far = lines[place + 1 : place + _PAGE], lines[place + _PAGE :]
    return any(line.text == text for line in far) and not any(line.text == text for line in near)


def _may_stand_below(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line can be the title below the head of the first page: it stands there alone."""
    text = lines[place].text if place + 1 < len(lines) else ""
    named = not names_work(key_of(lines[place - 1].text)) and names_work(key_of(text))
    edges = [at for at in range(place + 1, len(lines)) if lines[at].text == lines[place - 1].text]
    numbered = any(
        _PAGE_NUMBER.fullmatch(lines[beside].text) for at in edges for beside in range(at - 1, min(at + 2, len(lines)))
    )
    if not text or text[0].islower() or text[-1] in _DAY_ENDS or not (named or numbered or _is_centred(lines, place)):
        return False
    own = may_be_title(lines, place) and not (OWN_LINE.match(text) or is_running_text(text))
    return own and not _stands_on_later_pages(lines, place) and is_headline(lines, place)


def _is_centred(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is set in as a heading in the middle, above an empty line or a line that is not."""
    below = lines[place + 1]
    return lines[place].indent >= _CENTRED and (below.number > lines[place].number + 1 or below.indent < _CENTRED)
