"""What each kind of seam costs, learned from the document's own paragraphs.

Costs are in nats: -log of how often a seam of its kind shows what this one shows.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from cleaners.reflow.evidence import End, Inner
from cleaners.reflow.numbering import NUMBERINGS, PLAIN
from cleaners.reflow.phrases import Pair
from cleaners.reflow.sides import Case, Cut, Scripts, Spread
from cleaners.reflow.signs import Shift
from cleaners.reflow.speech import Speech

# Of about ninety first, second and later lines of paragraphs in typeset prose: how many end one, by ``End``, and how
# many were wrapped. A heading has one line or two; a paragraph of more lines ends with punctuation.
_PLACES = (
    (20.0, 0.7, 3.0, 9.0, 60.0),
    (2.0, 0.4, 2.5, 24.0, 58.0),
    (0.7, 0.2, 1.7, 28.0, 58.0),
)
_WRAPPED = 4
_OF_OTHER = 0.1  # share of the counts of lines in letters that tells of Han ones, and the other way
_TRUST = 0.3  # share of these that is added to the document's own counts
_OPENED: dict[Hashable, float] = {PLAIN: 40.0, **dict.fromkeys(NUMBERINGS, 1.0)}
# How often each sign stands behind lines that were wrapped, and behind lines that end a paragraph.
_SIGNS: tuple[tuple[dict[Hashable, float], dict[Hashable, float]], ...] = (
    (
        {Pair.WORD: 8.0, Pair.PHRASE: 2.0, Pair.SEEN: 3.0, Pair.NEW: 7.0},
        {Pair.WORD: 0.1, Pair.PHRASE: 0.1, Pair.SEEN: 0.5, Pair.NEW: 19.3},
    ),
    ({True: 1.0, False: 19.0}, {True: 10.0, False: 4.0}),  # blank lines follow
    (
        {Shift.LEVEL: 12.0, Shift.LEVEL_IN: 1.5, Shift.DEEPER: 0.3, Shift.BACK: 3.0},
        {Shift.LEVEL: 6.0, Shift.LEVEL_IN: 5.0, Shift.DEEPER: 6.0, Shift.BACK: 3.0},
    ),
    ({True: 9.0, False: 3.0}, {True: 2.0, False: 4.0}),  # running text at the margin, where paragraphs are set in
    (
        {Inner.NONE: 28.0, Inner.COMMA: 36.0, Inner.SENTENCE: 16.0},
        {Inner.NONE: 72.0, Inner.COMMA: 7.0, Inner.SENTENCE: 1.0},
    ),
    ({Case.LOWER: 17.0, Case.UPPER: 3.0}, {Case.LOWER: 3.0, Case.UPPER: 17.0}),
    ({Scripts.SAME: 19.4, Scripts.OTHER: 0.6}, {Scripts.SAME: 17.5, Scripts.OTHER: 2.5}),
    (
        {Speech.NONE: 16.5, Speech.OPEN: 3.0, Speech.AGAIN: 0.05, Speech.NEXT: 0.4, Speech.REPLY: 0.05},
        {Speech.NONE: 16.0, Speech.OPEN: 0.5, Speech.AGAIN: 0.5, Speech.NEXT: 2.0, Speech.REPLY: 1.0},
    ),
    (
        {Spread.TIGHT: 2.0, Spread.EVEN: 16.0, Spread.LOOSE: 2.0},
        {Spread.TIGHT: 3.0, Spread.EVEN: 16.0, Spread.LOOSE: 1.0},
    ),
    ({**_OPENED}, {**_OPENED}),
)
Signs = tuple[
    Pair | None,
    bool | None,
    Shift | None,
    bool | None,
    Inner | None,
    Case | None,
    Scripts | None,
    Speech | None,
    Spread | None,
    str | None,
]
# Lines to one that was taken apart, by ``Cut``, where nothing is known of the document; of those at holes, lines there.
_LINES_A_PIECE = (2000.0, 400.0, 150.0, 10.0, 15.0, 2000.0, 8.0)
_NUMBERED_NEXT = 0.75  # share of these that is left before a numbered line: items end without punctuation


_OfPlaces = tuple[float, float, float]


class Weights(NamedTuple):
    """Costs of a seam by what ends before it.

    Attributes:
        within: for a wrap at each kind of ``End``, in Han lines and in those in letters.
        joined: for a join behind the first, second or a later line of a paragraph, wherever the wrap falls; likewise.
        broken: for a break behind these, by ``End``; likewise.
        signs: what each sign of a seam adds to a break.
        piece: for a line that is a piece of the visual line before it, by ``Cut``.
    """

    within: tuple[tuple[float, ...], ...]
    joined: tuple[_OfPlaces, ...]
    broken: tuple[tuple[_OfPlaces, ...], ...]
    signs: tuple[dict[Hashable, float], ...]
    piece: tuple[float, ...]

    def tell(self, signs: Signs) -> float:
        """What the signs of a seam add to a break."""
        return sum([costs[sign] for costs, sign in zip(self.signs, signs, strict=True)])


def learned_weights(
    within: Sequence[Sequence[float]],
    ends: Iterable[End],
    signs: Sequence[Signs],
    cuts: Sequence[Cut],
    joins: Sequence[bool],
    pieces: Sequence[bool],
    letters: Sequence[bool],
) -> Weights:
    """Learn from a first reading; no lines at all give our own weights.

    Args:
        within: share of the places within lines that stand behind each kind of End, as a wrap falls on any of them; of
            Han lines and of those in letters.
        ends: how each line ends.
        signs: of each seam: how the words on both sides go together, blank lines, indents.
        joins: whether the line was joined to the next.
        cuts: what stands on both sides of each seam.
        pieces: whether the next line is a piece of the same visual line.
        letters: whether each line is running text in letters.
    """
    places = [_place_costs(_counted_places(ends, joins, pieces, letters, script)) for script in (False, True)]
    return Weights(
        tuple(tuple(-log(share) for share in shares) for shares in within),
        tuple(joined for joined, _ in places),
        tuple(broken for _, broken in places),
        _sign_costs(signs, joins),
        _piece_costs(cuts, pieces),
    )


def _place_costs(places: Sequence[Sequence[float]]) -> tuple[_OfPlaces, tuple[_OfPlaces, ...]]:
    """Return what a join costs behind the first, the second and a later line, and a break behind these, by ``End``."""
    first, second, later = [[log(sum(counts)) - log(count) for count in counts] for counts in places]
    broken = tuple((first[end], second[end], later[end]) for end in End)
    return (first[_WRAPPED], second[_WRAPPED], later[_WRAPPED]), broken


def _counted_places(
    ends: Iterable[End], joins: Sequence[bool], pieces: Sequence[bool], letters: Sequence[bool], script: bool
) -> list[list[float]]:
    """Count how the first, second and later lines of paragraphs end, one piece of a line with another.

    Lines in the other script count for little: what is left untranslated is running text among items and headings.
    """
    places = [[_TRUST * count for count in counts] for counts in _PLACES]
    place = 0
    for end, joined, piece, in_letters in zip(ends, joins, pieces, letters, strict=False):
        one = 1.0 if in_letters == script else _OF_OTHER
        if not joined:
            places[place][end] += one
            place = 0
        elif not piece:
            places[place][_WRAPPED] += one
            place = min(place + 1, 2)
    return places


def _piece_costs(cuts: Sequence[Cut], pieces: Sequence[bool]) -> tuple[float, ...]:
    found = [cut for cut, piece in zip(cuts, pieces, strict=False) if piece]
    costs = []
    for cut, lines in zip(Cut, _LINES_A_PIECE, strict=True):
        among = cuts[: len(pieces)].count(cut) if cut in (Cut.HOLE, Cut.MOVED) else len(pieces)
        costs.append(log(lines + among) - log(1.0 + found.count(cut)))
    return tuple(costs)


def _sign_costs(signs: Sequence[Signs], joins: Sequence[bool]) -> tuple[dict[Hashable, float], ...]:
    costs = []
    for kind, (wrapped, ended) in enumerate(_SIGNS):
        counts = ({**ended}, {**wrapped})
        for seam, joined in zip(signs, joins, strict=False):
            if seam[kind] is not None:
                counts[joined][seam[kind]] += 1.0
        costs.append(_odds(counts[True], counts[False]))
    alone = {style: min(0.0, odds) for style, odds in costs[-1].items()}  # wrapped items say nothing of others
    return (*costs[:-1], alone)


def _odds(wrapped: Mapping[Hashable, float], ended: Mapping[Hashable, float]) -> dict[Hashable, float]:
    """Log of how much oftener each value stands behind wrapped lines than behind lines that end a paragraph."""
    both = log(sum(wrapped.values())) - log(sum(ended.values()))
    return {value: log(wrapped[value]) - log(ended[value]) - both for value in wrapped} | {None: 0.0}


def numbered_next(costs: tuple[float, float, float]) -> tuple[float, float, float]:
    """Costs of a break before a numbered line."""
    first, second, later = costs
    return first, first + (second - first) * _NUMBERED_NEXT, first + (later - first) * _NUMBERED_NEXT
