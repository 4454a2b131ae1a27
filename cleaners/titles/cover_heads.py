"""What a bare text has above its title: the red head of an office above its number, the cover of a thesis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.head_end import is_number_of_office, is_red_head
from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.titles.title_lines import OWN_LINE, may_be_title

_THESIS: Final = lazily(
    r"[^\W\d_]{2,20}(?:大[学學]|[学學]院|[学學]校)(?:[^\W\d_]{0,8})(?:[硕碩博学學]士|本科|[专專]科|[毕畢][业業]|研究生)[^\W\d_]{0,6}(?:[论論]文|[设設][计計])"
    r"(?:[(（][^()（）]{1,6}[)）])?"
)
_LABELLED: Final = lazily(r"(?:[论論]文)?[题題]\s?目\s?[:：]\s?\S{6}")
_OF_COVER: Final = lazily(  # what else stands on a cover, and in front of a thesis
    r"[学學]院|[专專][业業]|[级級屆届]|班$|系$|姓名|[声聲]明|授[权權]|[规規]范|要求|摘要|[关關][键鍵]|^[\x00-\x7f]+$"
)
_LINES: Final = 2  # of a red head
_LONGEST: Final = 60  # characters of a head
_LEAST_TITLE: Final = 6  # characters; a name is shorter


def is_head_of_theses(text: str) -> bool:
    """Tell whether a line says of which university a thesis is, and no more: ``某大学硕士学位论文``."""
    head = "".join(text[:_LONGEST].split())
    return len(text) <= _LONGEST and _THESIS.fullmatch(head) is not None


def below_cover_head(lines: Sequence[Line], place: int) -> int | None:
    """Return the place of the title below the head of an office's notice, or of a university's theses.

    Args:
        lines: the lines of a bare text.
        place: that of its first line.
    """
    head, *rest = ["".join(line.text.split()) for line in lines[place : place + _LINES]]
    below = None
    if is_head_of_theses(head):
        below = place + 1
    elif len(head) <= _LONGEST and rest and is_red_head(head, rest[0]):
        below = place + _LINES
    elif is_number_of_office(head):
        below = place + 1
    if below is None or below + 1 >= len(lines) or len(lines[below].text) < _LEAST_TITLE:
        return None
    if _LABELLED.match(lines[below].text):
        return below
    if OWN_LINE.match(lines[below].text) or _OF_COVER.search("".join(lines[below].text.split())):
        return None
    return below if may_be_title(lines, below) else None
