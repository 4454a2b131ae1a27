"""Words of sites that documents have as their own, told by where they stand: 私隐政策, 问问题, ``Updating...``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import STAMP, Findings, is_title
from cleaners.rules.strangers import is_prose

_NEAR: Final = 6  # lines below another control


def forget_shared_words(lines: Sequence[Line], found: Findings) -> None:
    """Take such words out of the findings (in place) where nothing of a site stands near.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
    """
    for at in [at for at, one in found.items() if one.line.text in _PLACED]:
        if not _PLACED[lines[at].text](lines, found, at):
            del found[at]


def _ends_page(lines: Sequence[Line], found: Findings, at: int) -> bool:
    """Tell whether no text stands below a line, and another of the site's above it, below the text."""
    if any(place not in found and is_prose(lines[place]) for place in range(at + 1, len(lines))):
        return False
    above = takewhile(lambda place: place in found or not is_prose(lines[place]), range(at - 1, max(0, at - _NEAR), -1))
    return any(place in found and not is_title(found[place].rule) for place in above)


def _is_of_thread(lines: Sequence[Line], found: Findings, at: int) -> bool:
    """Tell whether somebody's post is signed below a line."""
    return any(one.rule.name == STAMP for place, one in found.items() if at < place < len(lines))


def _shows_more(lines: Sequence[Line], found: Findings, at: int) -> bool:
    """Tell whether a control that shows more of the text stands above a line, and but words of the site between."""
    above = range(max(0, at - _NEAR), at)
    return any(lines[place].text[-1] in ")）" and place in found for place in above) and not is_prose(lines[at - 1])


_PLACED: Final[dict[str, Callable[[Sequence[Line], Findings, int], bool]]] = {
    **dict.fromkeys(("私隐政策", "私隱政策", "私隐声明", "私隱聲明"), _ends_page),
    **dict.fromkeys(("问问题", "問問題"), _is_of_thread),
    "Updating...": _shows_more,
}
"""By word, what tells that it is a site's."""
