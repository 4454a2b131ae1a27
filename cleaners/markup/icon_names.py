"""Names of icons that a text copy has in their place: ``arrow_forward``, ``download Download PDF``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from cleaners.document import Drop, Line
from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.rules.strangers import is_prose

ICON: Final = "icon"
_NAME: Final = lazily(r"[a-z]+(?:_[a-z]+)+")
_SURE: Final = lazily(
    r"(?:keyboard_)?arrow_|chevron_|expand_|more_|thumb_|get_app|file_download"
)  # no field is so named
_BEFORE: Final = lazily(r"([a-z_]{3,24}) (?=[A-Z])")
_STOPS: Final = ".。；;"  # of what explains a name
_LEAST: Final = 2  # names that no other word reads like
_LIST: Final = 3  # names in a row: a text about icons


@cache
def _icons() -> frozenset[str]:
    return frozenset(read_table("rules", "things.toml")["icons"])


def without_icons(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Drop]]:
    """Take the names of icons out of a dump in which two or more stand that are no common words.

    A name goes as a line of its own, unless it may end the paragraph above or is one of a list of names, and before
    the word that it says.
    """
    if sum("_" in line.text and _NAME.fullmatch(line.text) is not None for line in lines) < _LEAST:
        return lines, []  # nearly all dumps
    icons = _icons()
    named = [line.text in icons for line in lines]
    told = [line.text for line, is_icon in zip(lines, named, strict=True) if is_icon and "_" in line.text]
    if len(told) < _LEAST or not any(map(_SURE.match, told)):
        return lines, []
    texts = zip(lines, named, lines[1:], strict=False)
    if sum(is_icon and "_" in line.text and after.text[-1] in _STOPS for line, is_icon, after in texts) > 1:
        return lines, []  # a text about them
    times = Counter(line.text for line, is_icon in zip(lines, named, strict=True) if is_icon)
    kept: list[Line] = []
    drops: list[Drop] = []
    for place, line in enumerate(lines):
        listed = any(all(named[at : at + _LIST]) for at in range(max(0, place - _LIST + 1), place + 1))
        ends = place > 0 and is_prose(lines[place - 1]) and "_" not in line.text and times[line.text] == 1
        before = _BEFORE.match(line.text)
        if named[place] and not (listed or ends):
            drops.append(Drop(line.number, ICON, line.text))
        elif before and before[1] in icons and line.text[before.end() :].lower().startswith(before[1]):
            drops.append(Drop(line.number, ICON, before[1]))
            kept.append(line._replace(text=line.text[before.end() :]))
        else:
            kept.append(line)
    return kept, drops
