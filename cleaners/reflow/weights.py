"""What each kind of seam costs, learned from the document's own paragraphs.

Costs are in nats: -log of how often a seam of its kind shows what this one shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from cleaners.reflow.evidence import End

# Counts in typeset prose: of paragraphs' last lines by End, of lines wrapped and lines that end a paragraph.
_ENDED = (20.0, 1.0, 8.0, 40.0)
_LINES = (65.0, 35.0)
# Of the lines that end in mid-phrase: how often the words on both sides stand together elsewhere in the document.
_FAMILIAR_WRAPPED, _FAMILIAR_ENDED = (6.0, 14.0), (0.6, 19.4)  # seen, not seen
# A heading has one line or two; a paragraph of more lines ends with punctuation.
_PLACES = {
    End.PHRASE: (0.0, 1.2, 4.5),
    End.COMMA: (0.0, 0.5, 1.0),
    End.COLON: (0.0, 0.0, 0.0),
    End.SENTENCE: (0.7, 0.0, 0.0),
}
_NUMBERED_NEXT = 0.5  # share of these that is left before a numbered line: items end without punctuation


class Weights(NamedTuple):
    """Costs of a seam by what ends before it.

    Attributes:
        joined: for a join.
        broken: for a break behind the first, the second or a later line of a paragraph.
        familiar: what it adds to a break that the two lines read on as words do elsewhere (True) or not (False).
    """

    joined: tuple[float, ...]
    broken: tuple[tuple[float, float, float], ...]
    familiar: dict[bool | None, float]


def learned_weights(
    within: Sequence[float], ends: Iterable[End], familiar: Iterable[bool | None], joins: Sequence[bool]
) -> Weights:
    """Learn from a first reading; no lines at all give our own weights.

    Args:
        within: share of the places within lines that stand behind each kind of End, as a wrap falls on any of them.
        ends: how each line ends.
        familiar: whether the line and its next read on as words do elsewhere.
        joins: whether the line was joined to the next.
    """
    ended = list(_ENDED)
    lines = list(_LINES)
    words = {True: list(_FAMILIAR_WRAPPED), False: list(_FAMILIAR_ENDED)}
    for end, known, joined in zip(ends, familiar, joins, strict=False):
        lines[not joined] += 1.0
        if not joined:
            ended[end] += 1.0
        if known is not None:
            words[joined][not known] += 1.0
    wrapped_base, ended_base = -log(lines[0] / sum(lines)), -log(lines[1] / sum(lines) / sum(ended))
    joined_costs = tuple(wrapped_base - log(share) for share in within)
    broken_costs = []
    for end in End:
        base = ended_base - log(ended[end])
        first, second, later = _PLACES[end]
        broken_costs.append((base + first, base + second, base + later))
    return Weights(joined_costs, tuple(broken_costs), _familiarity(words[True], words[False]))


def _familiarity(wrapped: Sequence[float], ended: Sequence[float]) -> dict[bool | None, float]:
    ratios = [log(ours / sum(wrapped)) - log(theirs / sum(ended)) for ours, theirs in zip(wrapped, ended, strict=True)]
    return {True: ratios[0], False: ratios[1], None: 0.0}


def numbered_next(costs: tuple[float, float, float]) -> tuple[float, float, float]:
    """Costs of a break before a numbered line."""
    first, second, later = costs
    return first, first + (second - first) * _NUMBERED_NEXT, first + (later - first) * _NUMBERED_NEXT
