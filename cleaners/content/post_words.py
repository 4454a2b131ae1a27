"""Words between the posts of a thread that a document may have as well: ranks, heads of quotations, attached files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from cleaners.markup.outline import Outline
from cleaners.package_data import read_table
from cleaners.rules.keys import key_of
from cleaners.rules.matcher import Matcher

_LONGEST: Final = 100
_OWN: Final = frozenset(("pre", "tr"))
_SEVERAL: Final = 2


@cache
def _matcher() -> Matcher[bool]:
    table = read_table("rules", "posts.toml")
    return Matcher([(True, table["sure"]), (False, table["phrases"])])


def _said(text: str) -> bool | None:
    """Return whether a line is such a word that nobody else writes; ``None`` where it is none."""
    found = _matcher().find(key_of(text)) if len(text) <= _LONGEST else None
    return found[0] if found else None


def is_post_word(text: str) -> bool:
    """Tell whether a line of a thread is one of the words that stand between posts: Senior Member, Quote:."""
    return _said(text) is not None


def post_words(outline: Outline, places: Sequence[int], *, stamped: bool) -> list[int]:
    """Return the places of such lines; headings and rows of tables are none.

    Args:
        outline: a page that is a thread.
        places: the lines that are content, in order.
        stamped: its posts say when they were written.
    """
    rows = outline.rows
    plain = [place for place in places if not rows[place][2] and rows[place][1] not in _OWN]
    said = {place: is_sure for place in plain if (is_sure := _said(rows[place][0])) is not None}
    sure = [place for place in said if said[place]]
    return [*said] if stamped or len(sure) >= _SEVERAL else sure
