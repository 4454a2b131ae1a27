"""The cheapest reading of wrapped lines as paragraphs, found by dynamic programming.

Every line is read as the first, the second or a later line of a paragraph set at one of the learned wrap widths, or as
the next piece of a line that the reader of a PDF took apart (at code in another face, at a bracket set tight). Costs
are in nats, roughly -log of how often typeset text shows such a seam.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, log
from typing import NamedTuple

from cleaners.reflow.evidence import End
from cleaners.reflow.measure import MOST_REACH, Measure
from cleaners.reflow.sides import Cut
from cleaners.reflow.weights import Signs, Weights, numbered_next

_NEVER = 1e9
_SHARP = 0.3  # columns
_MOST_PIECES = 4  # of one line
_RARE_WRAP = 1.0
_MOST_OVER = 9.0  # nats
_GLUED = 3.0  # nats: readers of PDFs take out the hyphen at a line's end and make one line of two
_CHANGE = 0.2  # nats: the next paragraph is set at another wrap
_LEAST_GLUED = 6.0  # nats that a line must be too wide for that
_WORD = 3.0  # columns, about: where in its word the hyphen was, nobody knows


class Seam(NamedTuple):
    """What is known of the seam behind a line, whatever the wrap.

    Attributes:
        end: how the line ends.
        signs: what else tells paragraphs apart, as the document means it.
        join: cost of a join.
        breaks: cost of a break.
        numbered: the next line begins with a number that counts on.
        open: the line may go on in the next.
        cap: the most that room left at the line's end speaks against a join.
        glued: the next line holds a word long enough to have been two lines.
        cut: what stands on both sides.
    """

    end: End
    signs: Signs
    join: float
    breaks: float
    numbered: bool
    open: bool
    cap: float
    glued: bool
    cut: Cut


class Reading(NamedTuple):
    """A reading of lines.

    Attributes:
        cost: in nats.
        joins: for each line whether the next one belongs to the same paragraph.
        pieces: for each line whether the next one is a piece of the same visual line.
    """

    cost: float
    joins: list[bool]
    pieces: list[bool]


class _Row(NamedTuple):
    """A visual line as far as it was read, one, two or more pieces.

    Attributes:
        width: of all pieces, in columns.
        slack: the error of that.
        costs: of each wrap and place.
        rooms: columns left behind it, likewise.
        slacks: the error of these.
    """

    width: float
    slack: float
    costs: list[float]
    rooms: list[float]
    slacks: list[float]


_Ways = tuple[tuple[float, int], tuple[float, int], tuple[float, int]]
"""Cost and origin of the cheapest ways into a new paragraph, its second and its later lines, at one wrap."""


def read(measured: Measure, seams: Sequence[Seam], weights: Weights, indent: float) -> Reading:
    """Find the cheapest reading for one indent of first lines that the text no longer shows."""
    entry = [_RARE_WRAP * log(sum(measured.votes) / votes) for votes in measured.votes]
    costs = [cost for cost in entry for _ in range(3)]
    rows = [_placed(measured.widths[0], measured.slacks[0], costs, measured.wraps, indent, False)]
    trail: list[list[int]] = []
    for i, seam in enumerate(seams):
        wrapped, origins = _wrapped(rows, seam, weights, entry, measured, i)
        after = [_placed(measured.widths[i + 1], measured.slacks[i + 1], wrapped, measured.wraps, indent, seam.glued)]
        if seam.open:
            for level, row in enumerate(rows[:_MOST_PIECES]):
                if piece := _longer(row, seam, weights, measured, i, indent):
                    after.append(piece)
                    origins += range(level * len(costs), (level + 1) * len(costs))
        trail.append(origins)
        rows = after
    ends = [cost for row in rows for cost in row.costs]
    state = min(range(len(ends)), key=ends.__getitem__)
    return Reading(ends[state], *_traced(trail, state, len(costs)))


def _traced(trail: Sequence[Sequence[int]], state: int, states: int) -> tuple[list[bool], list[bool]]:
    joins = [False] * (len(trail) + 1)
    pieces = [False] * (len(trail) + 1)
    for i in range(len(trail) - 1, -1, -1):
        pieces[i] = state >= states
        joins[i] = state >= states or state % 3 != 0
        state = trail[i][state]
    return joins, pieces


def _placed(
    width: float, slack: float, costs: Sequence[float], wraps: Sequence[float], indent: float, glued: bool
) -> _Row:
    """Add what a line costs that is wider than its place allows; a paragraph of one line may be as wide as it likes."""
    placed: list[float] = []
    rooms: list[float] = []
    slacks: list[float] = []
    for k, wrap in enumerate(wraps):
        room, error = wrap - width, slack
        later = 0.0
        first_room = room - indent
        if room < -slack - 1.0:
            later = min(_MOST_OVER, 1.0 - room - slack)
            if glued and later > _LEAST_GLUED and room > -wrap:
                later, error = _GLUED, slack + _WORD
                room, first_room = room + wrap + _WORD, first_room + wrap + _WORD
        first = min(2.0, later)
        if indent and first_room < -slack - 1.0:
            first_room = room
            if not later:
                first = 1.5
        before = costs[3 * k : 3 * k + 3]
        placed += (before[0] + first, before[1] + later, before[2] + later)
        rooms += (first_room, room, room)
        slacks += (error, error, error)
    return _Row(width, slack, placed, rooms, slacks)


def _longer(row: _Row, seam: Seam, weights: Weights, measured: Measure, i: int, indent: float) -> _Row | None:
    """Take the next line for a piece of the same visual line, where that has room for it."""
    width, slack = row.width + measured.widths[i + 1], row.slack + measured.slacks[i + 1]
    if width > max(measured.wraps) + slack:
        return None
    join = weights.piece[seam.cut] + seam.join + weights.joined[seam.end] - weights.joined[End.PHRASE]
    costs = [cost + join for cost in row.costs]
    return _placed(width, slack, costs, measured.wraps, indent, False)


def _wrapped(
    rows: Sequence[_Row], seam: Seam, weights: Weights, entry: Sequence[float], measured: Measure, i: int
) -> tuple[list[float], list[int]]:
    """Step over a seam: the cheapest way into each place of the next line, and where it came from.

    Plain loops: long documents spend most of their time here.
    """
    ends = weights.broken[seam.end]
    if seam.numbered:
        ends = numbered_next(ends)
    base = seam.breaks + weights.tell(seam.signs)
    breaks = [base + end for end in ends]
    states = len(rows[0].costs)
    need = measured.needs[i + 1]
    join = weights.joined[seam.end] + seam.join if seam.open else _NEVER
    ways: list[_Ways] = []
    for first in range(0, states, 3):
        stays = second = later = (inf, 0)
        place = first
        for row in rows:
            one, two, three = row.costs[first : first + 3]
            broken = ((one + breaks[0], place), (two + breaks[1], place + 1), (three + breaks[2], place + 2))
            stays = min(stays, *broken)
            slack = row.slacks[first]
            gain = log(_reach(need, slack) / measured.wraps[first // 3])
            second = min(second, (one + join + min(seam.cap, _misfit(row.rooms[first], need, slack) + gain), place))
            rest = join + min(seam.cap, _misfit(row.rooms[first + 1], need, slack) + gain)
            later = min(later, (two + rest, place + 1), (three + rest, place + 2))
            place += states
            breaks = [breaks[2]] * 3  # what is taken apart is prose, no heading
        ways.append((stays, second, later))
        breaks = [base + end for end in ends]
    return _cheapest(ways, entry)


def _cheapest(ways: Sequence[_Ways], entry: Sequence[float]) -> tuple[list[float], list[int]]:
    """Return cost and origin of each place; a new paragraph may be set at another wrap."""
    best, place = min(stays for stays, _, _ in ways)
    after: list[float] = []
    origins: list[int] = []
    for (stays, second, later), cost in zip(ways, entry, strict=True):
        changed = best + cost + _CHANGE, place
        new = min(stays, changed)
        after += (new[0], second[0], later[0])
        origins += (new[1], second[1], later[1])
    return after, origins


def _reach(need: float, slack: float) -> float:
    return min(need, MOST_REACH) + 2 * slack


def _misfit(room: float, need: float, slack: float) -> float:
    """Cost of a line that was not wrapped here: the next word would have fitted by so much, or it is too long."""
    left = room - need
    return max(0.0, left - slack, -left - need - slack - 1.0) / (_SHARP + slack)
