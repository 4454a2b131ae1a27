"""Documents that a site spreads over several pages become one."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.chrome.sift import Sifted
from cleaners.document import Drop, Line

OVERLAP = "overlap"
_MOST_OVERLAP = 50
_EDGE = 3


def behind(before: Sifted, after: Sifted) -> Sifted:
    """Put a further page behind what was read; what both show is dropped from the latter.

    Sites repeat the last lines of a page on the next one, and the headings of the first page on all. The findings are
    those of the further page: whether more is left is told by the last one.
    """
    numbers = [line.number for line in before.kept] + [drop.number for drop in before.drops]
    offset = 1 + max(numbers, default=-1)
    lines = [
        line._replace(
            number=line.number + offset,
            box=line.box + offset,
            items=tuple([item + offset for item in line.items]),
        )
        for line in after.kept
    ]
    repeated = _shared(before.kept, lines)
    heads = {line.text for line in before.kept[:_EDGE]}
    while repeated < min(len(lines), _EDGE) and lines[repeated].text in heads:
        repeated += 1
    drops = [drop._replace(number=drop.number + offset) for drop in after.drops]
    drops += [Drop(line.number, OVERLAP, line.text) for line in lines[:repeated]]
    kept = [*before.kept, *lines[repeated:]]
    return after._replace(kept=kept, drops=[*before.drops, *drops])


def _shared(before: Sequence[Line], after: Sequence[Line]) -> int:
    """Return how many first lines of a page are the last lines of the page before."""
    for count in range(min(len(before), len(after), _MOST_OVERLAP), 0, -1):
        if [line.text for line in before[-count:]] == [line.text for line in after[:count]]:
            return count
    return 0
