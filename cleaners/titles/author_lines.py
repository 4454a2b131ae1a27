"""Lines beside the title of a dump that name who wrote the text or put it up: no title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.facts.names import IN_CAPITALS
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import names_work
from cleaners.titles.site_lines import SHORT, is_site_line
from cleaners.titles.title_lines import FACTS_NEAR, may_be_title

_DAY_BEHIND: Final = lazily(r"\s+\W?\s*(?:19|20)\d\d[-/.年]\d")
_TIME_OF_POST: Final = lazily(r"(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d\d:\d\d")
_LONGER: Final = 1.5  # times as long is a title


def is_stamped_below(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is a name, by the line below: it again with the day, or the time of a post to the second.

    The latter counts where the title can be the line above, which is twice as long.
    """
    text, below = lines[place].text, lines[place + 1].text if place + 1 < len(lines) else ""
    if _TIME_OF_POST.fullmatch(below):
        return len(lines[place - 1].text) >= 2 * len(text) and may_be_title(lines, place - 1)
    return below.startswith(text) and _DAY_BEHIND.match(below[len(text) :]) is not None


def names_author(lines: Sequence[Line], known: Findings, place: int) -> bool:
    """Tell whether a line is a name right above facts, and the title, a good deal longer, above it."""
    text, above = lines[place].text, lines[place - 1].text
    reach = FACTS_NEAR if IN_CAPITALS.fullmatch(text) else 1
    stated = any(at in known and known[at].facts for at in range(place + 1, place + 1 + reach))
    short = IN_CAPITALS.fullmatch(text) or (len(text) <= SHORT and not names_work(key_of(text)))
    longer = len(above) >= (_LONGER if text.isascii() else 2) * len(text) and may_be_title(lines, place - 1)
    return stated and bool(short) and longer and not is_site_line(above)


def is_name_below(lines: Sequence[Line], place: int, unknown: Sequence[int]) -> bool:
    """Tell whether a line over facts is who put the text up: short, and set off from the longer first line above."""
    (title, name), apart = lines[:2], unknown[0] == 0 and place == 1
    if not apart or name.number == title.number + 1 or len(name.text) > SHORT or is_site_line(title.text):
        return False
    return len(title.text) >= 2 * len(name.text) and may_be_title(lines, 0)
