"""The overview of a notice that a site puts above it in a dump: a table of what the notice says again below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of

OVERVIEW: Final = "overview"
_TOP: Final = 40  # lines
_HEADING: Final = lazily(r"[【\[]?(?:公告|[标標][讯訊])概要[】\]]?\s?[:：]?")
_PART: Final = lazily(r"[^\s:：]{2,12}[:：]")
_TIMES: Final = lazily(r".{0,8}\d{1,2}[:：]\d\d.*\d{1,2}[:：]\d\d.*")
_LEAST: Final = 4  # rows
_VALUE: Final = 4  # characters of a value that is looked for
_LONGEST: Final = 200  # characters of a row
_AGAIN: Final = 0.5  # share of the values that the text has, too


def mark_overview(lines: Sequence[Line], found: Findings, rules: Rules) -> None:
    """Mark the heading and the rows of such an overview in ``rules`` (in place); they state nothing of the page.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them; changed.
        rules: the rule by which each line is removed so far.
    """
    heading = next((at for at, line in enumerate(lines[:_TOP]) if _HEADING.fullmatch(line.text)), None)
    if heading is None:
        return
    stop = heading + 1
    while stop < len(lines) and _is_row(lines[stop].text):
        stop += 1
    cells = [cell for line in lines[heading + 1 : stop] for cell in line.text.split("\t")[1::2]]
    values = [key for cell in cells if len(key := key_of(cell.strip())) >= _VALUE]
    said = key_of("\n".join(line.text for line in lines[stop:]))
    if len(values) >= _LEAST and sum(value in said for value in values) >= _AGAIN * len(values):
        for at in range(heading, stop):
            rules.setdefault(at, OVERVIEW)
            found.pop(at, None)


def _is_row(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    return "\t" in text or _PART.fullmatch(text) is not None or _TIMES.fullmatch(text) is not None
