"""A text of short lines, as verse is, that the site's facts stand above and its lines on other documents below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cleaners.chrome.line_weights import Weight
from cleaners.facts.finding import Findings, is_title
from cleaners.rules.around import leads_elsewhere
from cleaners.rules.others import OTHERS

_LEAST: Final = 6  # lines
_NEAR: Final = 6  # lines
_LONGER: Final = 3  # times as much prose below is the text, after all


def verse_above(texts: Sequence[str], found: Findings, top: Sequence[Weight], core: range) -> range:
    """Return the places of lines that no rule knows right below a row of facts, if others' names part them from prose.

    Args:
        texts: the lines of a dump.
        found: what the rules found in them.
        top: how the first lines weigh.
        core: the lines that speak most for the document; returned where they are it.
    """
    limit = min(core.start, len(top))
    rows = {at: one.rule.ambiguous for at, one in found.items() if at < limit and one.facts}
    facts = [at for at, doubtful in rows.items() if not doubtful or _is_below_sure(rows, at)]
    titled = any(at < limit and is_title(one.rule) for at, one in found.items())
    for row in sorted(facts) if titled else ():
        end = next((at for at in range(row + 1, limit) if at in found or top[at].sure), limit)
        if end - row <= _LEAST:
            continue
        beyond = any(top[at].rule == OTHERS or leads_elsewhere(texts[at]) for at in range(end, limit))
        size = sum(map(len, texts[row + 1 : end]))
        if beyond and sum(map(len, texts[core.start : core.stop])) < _LONGER * size:
            return range(row + 1, end)
    return core


def _is_below_sure(rows: Mapping[int, bool], at: int) -> bool:
    """Tell whether a doubtful row stands among others of facts: ``分类：诗稿`` below the day and the tags."""
    return any(not rows.get(above, True) for above in range(at - _NEAR, at))
