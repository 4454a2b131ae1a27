"""What a forum says of a member beside each of his posts: ``310 帖子``, ``高级会员``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain

from cleaners.document import Line
from cleaners.package_data import read_table
from cleaners.rules.traditional import to_simplified


@cache
def _words() -> frozenset[str]:
    return frozenset(read_table("rules", "things.toml")["cards"])


def is_card_word(text: str) -> bool:
    """Tell whether a line is a member's rank, or the label of a number that a forum counts for him."""
    return len(text) <= 6 and to_simplified(text) in _words()


def is_of_card(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is such a word, or the number above or below one."""
    text = lines[at].text
    beside = chain(lines[max(0, at - 1) : at], lines[at + 1 : at + 2])
    return is_card_word(text) or (text.isdecimal() and any(is_card_word(line.text) for line in beside))
