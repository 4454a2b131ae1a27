"""Words of sites that documents have as their own, told by where they stand: 私隐政策, 问问题, ``Updating...``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import STAMP, Findings, is_title
from cleaners.rules.strangers import is_prose

_NEAR: Final = 6  # lines below another control, or of the top
_OF_NOTES: Final = ("View Full Document for ", "Unlock These Notes for ", "Everyone needs better class notes.")


def forget_shared_words(lines: Sequence[Line], found: Findings) -> None:
    """Take such words out of the findings (in place) where nothing of a site stands near.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
    """
    placed = [(at, one.rule.name) for at, one in found.items() if one.line.text in _PLACED or one.rule.name in _RULES]
    away = [at for at, name in placed if not (_PLACED.get(lines[at].text) or _RULES[name])(lines, found, at)]
    for at in away:
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


def _is_of_notes(lines: Sequence[Line], found: Findings, at: int) -> bool:
    """Tell whether a page has what only a site of students' notes says of a file."""
    return any(one.line.text.startswith(_OF_NOTES) for one in found.values())


def _is_banner(lines: Sequence[Line], found: Findings, at: int) -> bool:
    """Tell whether a line stands above all text, and the page has another subject."""
    top = lines[: at + 1]
    return not any(place not in found and (is_prose(line) or "ookie" in line.text) for place, line in enumerate(top))


def _heads_archive(lines: Sequence[Line], found: Findings, at: int) -> bool:
    """Tell whether a line is one of the first, and no address."""
    return at < _NEAR and "://" not in lines[at].text and not any(map(is_prose, lines[:at]))


def _has_points(lines: Sequence[Line], found: Findings, at: int) -> bool:
    """Tell whether members of the site have points."""
    return any(one.line.text.endswith(" points)") for one in found.values())


_RULES: Final[dict[str, Callable[[Sequence[Line], Findings, int], bool]]] = {
    "notes-for-karma": _is_of_notes,
    "cookie-banner": _is_banner,
    "archive-title": _heads_archive,
    "votes": _has_points,
}
"""By rule, the same of all its phrases."""
_PLACED: Final[dict[str, Callable[[Sequence[Line], Findings, int], bool]]] = {
    **dict.fromkeys(("私隐政策", "私隱政策", "私隐声明", "私隱聲明"), _ends_page),
    **dict.fromkeys(("问问题", "問問題"), _is_of_thread),
    "Updating...": _shows_more,
}
"""By word, what tells that it is a site's."""
