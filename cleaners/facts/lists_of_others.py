"""Lists of other documents, told by facts that several lines state in turn: a day, readers, a size each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cleaners.facts.access_notices import is_access_notice
from cleaners.facts.finding import COUNTS, Finding

LIST: Final = 3
"""Lines that state the same fact, differently, are a list of documents."""
_NEAR: Final = 3  # lines apart of findings that stand together
_BESIDE: Final = 6  # lines below a text


def without_dated_lists(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings away from title and text without the days of a list of others: three or more that stand alone."""
    dated = [one for one in findings if one.rule.ambiguous and one.facts.keys() == {"published"}]
    lists = (block for block in blocks_of(dated) if len({one.line.text for one in block}) >= LIST)
    listed = {one.line.number for block in lists for one in block}
    return [one for one in findings if one.line.number not in listed]


def without_counted_lists(findings: Sequence[Finding], end: int) -> list[Finding]:
    """Return findings away from title and text without the readers that a list of others counts, line by line.

    Args:
        findings: those of lines above the title and below the text.
        end: number of the document's last line; right below it stand its own counts.
    """
    far = [one for one in findings if one.facts and one.facts.keys() <= COUNTS and one.line.number > end + _BESIDE]
    listed = set()
    for fact in ("views", "downloads"):
        counts = [one for one in far if fact in one.facts]
        if len({one.line.text for one in counts}) >= LIST:
            listed |= {one.line.number for one in counts}
    return [one for one in findings if one.line.number not in listed or not one.facts or not one.facts.keys() <= COUNTS]


def unlisted(outer: Iterable[Finding], start: int) -> Iterator[Finding]:
    """Yield the findings that do not stand in one of several lines alike, nor in a line that lists several values.

    Above the document several facts of its own stand together, and count whatever lists state elsewhere.
    """
    some = list(outer)
    in_line: dict[tuple[int, str], set[str]] = defaultdict(set)
    for one in some:
        for fact, value in () if is_access_notice(one) else one.facts.items():
            in_line[one.line.number, fact].add(value)
    values: dict[tuple[str, int, str], set[str]] = defaultdict(set)
    for one in some:
        for fact in one.facts:
            if len(stated := in_line[one.line.number, fact]) < LIST:
                values[one.line.tag, one.line.depth, fact] |= stated
    above = [(one.line.number, fact) for one in some if one.line.number < start for fact in one.facts]
    for one in some:
        number = one.line.number
        near = {fact for at, fact in above if 0 < abs(at - number) <= _NEAR} if number < start else set()
        if len(near - one.facts.keys()) > 1 or all(
            len(in_line[one.line.number, fact]) < LIST and len(values[one.line.tag, one.line.depth, fact]) < LIST
            for fact in one.facts
        ):
            yield one


def blocks_of(findings: Iterable[Finding], apart: int = _NEAR) -> list[list[Finding]]:
    """Return findings in their order, those few lines apart together."""
    blocks: list[list[Finding]] = []
    for one in findings:
        if blocks and one.line.number - blocks[-1][-1].line.number <= apart:
            blocks[-1].append(one)
        else:
            blocks.append([one])
    return blocks
