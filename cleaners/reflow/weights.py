"""What each kind of seam costs, learned from the document's own paragraphs.

Costs are in nats: -log of how often a seam of its kind shows what this one shows.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from cleaners.reflow.evidence import NUMBERINGS, PLAIN, End, Inner
from cleaners.reflow.phrases import Pair
from cleaners.reflow.sides import Case, Cut, Scripts
from cleaners.reflow.signs import Shift

# Counts in typeset prose: of paragraphs' last lines by End, of lines wrapped and lines that end a paragraph.
_ENDED = (20.0, 1.0, 8.0, 40.0)
_LINES = (65.0, 35.0)
_OPENED: dict[Hashable, float] = {PLAIN: 40.0, **dict.fromkeys(NUMBERINGS, 1.0)}
# How often each sign stands behind lines that were wrapped, and behind lines that end a paragraph.
_SIGNS: tuple[tuple[dict[Hashable, float], dict[Hashable, float]], ...] = (
    (
        {Pair.WORD: 8.0, Pair.SEEN: 4.0, Pair.NEW: 8.0},
        {Pair.WORD: 0.3, Pair.SEEN: 0.6, Pair.NEW: 19.1},
    ),
    ({True: 1.0, False: 19.0}, {True: 10.0, False: 10.0}),  # blank lines follow
    (
        {Shift.LEVEL: 12.0, Shift.LEVEL_IN: 1.5, Shift.DEEPER: 0.3, Shift.BACK: 3.0},
        {Shift.LEVEL: 6.0, Shift.LEVEL_IN: 5.0, Shift.DEEPER: 6.0, Shift.BACK: 3.0},
    ),
    (
        {Inner.NONE: 28.0, Inner.COMMA: 36.0, Inner.SENTENCE: 16.0},
        {Inner.NONE: 72.0, Inner.COMMA: 7.0, Inner.SENTENCE: 1.0},
    ),
    ({Case.LOWER: 17.0, Case.UPPER: 3.0}, {Case.LOWER: 3.0, Case.UPPER: 17.0}),
    ({Scripts.SAME: 19.4, Scripts.OTHER: 0.6}, {Scripts.SAME: 17.5, Scripts.OTHER: 2.5}),
    ({**_OPENED}, {**_OPENED}),
)
Signs = tuple[Pair | None, bool | None, Shift | None, Inner | None, Case | None, Scripts | None, str | None]
# A heading has one line or two; a paragraph of more lines ends with punctuation.
_PLACES = {
    End.PHRASE: (0.0, 1.2, 4.5),
    End.COMMA: (0.0, 0.5, 1.0),
    End.COLON: (0.0, 0.0, 0.0),
    End.SENTENCE: (0.7, 0.0, 0.0),
}
# Lines to one that was taken apart, by ``Cut``, where nothing is known of the document.
_LINES_A_PIECE = (2000.0, 150.0, 150.0)
_NUMBERED_NEXT = 0.5  # share of these that is left before a numbered line: items end without punctuation


class Weights(NamedTuple):
    """Costs of a seam by what ends before it.

    Attributes:
        joined: for a join.
        broken: for a break behind the first, the second or a later line of a paragraph.
        signs: what each sign of a seam adds to a break.
        piece: for a line that is a piece of the visual line before it, by ``Cut``.
    """

    joined: tuple[float, ...]
    broken: tuple[tuple[float, float, float], ...]
    signs: tuple[dict[Hashable, float], ...]
    piece: tuple[float, ...]

    def tell(self, signs: Signs) -> float:
        """What the signs of a seam add to a break."""
        return sum([costs[sign] for costs, sign in zip(self.signs, signs, strict=True)])


def learned_weights(
    within: Sequence[float],
    ends: Iterable[End],
    signs: Sequence[Signs],
    cuts: Sequence[Cut],
    joins: Sequence[bool],
    pieces: Sequence[bool],
) -> Weights:
    """Learn from a first reading; no lines at all give our own weights.

    Args:
        within: share of the places within lines that stand behind each kind of End, as a wrap falls on any of them.
        ends: how each line ends.
        signs: of each seam: how the words on both sides go together, blank lines, indents.
        joins: whether the line was joined to the next.
        cuts: what stands on both sides of each seam.
        pieces: whether the next line is a piece of the same visual line.
    """
    ended = list(_ENDED)
    lines = list(_LINES)
    for end, joined in zip(ends, joins, strict=False):
        lines[not joined] += 1.0
        if not joined:
            ended[end] += 1.0
    wrapped_base, ended_base = -log(lines[0] / sum(lines)), -log(lines[1] / sum(lines) / sum(ended))
    joined_costs = tuple(wrapped_base - log(share) for share in within)
    broken_costs = []
    for end in End:
        base = ended_base - log(ended[end])
        first, second, later = _PLACES[end]
        broken_costs.append((base + first, base + second, base + later))
    piece = tuple(log(_LINES_A_PIECE[cut] + len(joins)) - log(1.0 + found) for cut, found in _counted(cuts, pieces))
    return Weights(joined_costs, tuple(broken_costs), _sign_costs(signs, joins), piece)


def _counted(cuts: Sequence[Cut], pieces: Sequence[bool]) -> list[tuple[Cut, int]]:
    found = [cut for cut, piece in zip(cuts, pieces, strict=False) if piece]
    return [(cut, found.count(cut)) for cut in Cut]


def _sign_costs(signs: Sequence[Signs], joins: Sequence[bool]) -> tuple[dict[Hashable, float], ...]:
    costs = []
    for kind, (wrapped, ended) in enumerate(_SIGNS):
        counts = ({**ended}, {**wrapped})
        for seam, joined in zip(signs, joins, strict=False):
            if seam[kind] is not None:
                counts[joined][seam[kind]] += 1.0
        costs.append(_odds(counts[True], counts[False]))
    alone = {style: min(0.0, odds) for style, odds in costs[-1].items()}  # items that are wrapped say nothing of others
    return (*costs[:-1], alone)


def _odds(wrapped: Mapping[Hashable, float], ended: Mapping[Hashable, float]) -> dict[Hashable, float]:
    """Log of how much oftener each value stands behind wrapped lines than behind lines that end a paragraph."""
    both = log(sum(wrapped.values())) - log(sum(ended.values()))
    return {value: log(wrapped[value]) - log(ended[value]) - both for value in wrapped} | {None: 0.0}


def numbered_next(costs: tuple[float, float, float]) -> tuple[float, float, float]:
    """Costs of a break before a numbered line."""
    first, second, later = costs
    return first, first + (second - first) * _NUMBERED_NEXT, first + (later - first) * _NUMBERED_NEXT
