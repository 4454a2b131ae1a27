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

_SHARP = 0.3  # columns
_MOST_PIECES = 4  # of one line
_SHARED = 1.0  # columns: the half of a mark that meets another
_AGAIN = 0.4  # of the cost of a piece: a line that is in two is often in more
_RARE_WRAP = 1.4
_MOST_OVER = 9.0  # nats
_GLUED = 3.0  # nats: readers of PDFs take out the hyphen at a line's end and make one line of two
_FULL_HEADING = 2.0  # nats against a paragraph of one line that ends in mid-phrase and fills it: headings are short
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
        hole: columns of a word that may be missing here, where both lines are pieces of one.
        letters: the line is running text in letters, not Han.
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
    hole: float
    letters: bool


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
        places: the same for each wrap: cost of a first, a second and a later line, the columns left behind a first line
            and behind others, and the error of these.
        hole: columns that may be missing between its pieces.
    """

    width: float
    slack: float
    costs: list[float]
    places: list[_Place]
    hole: float = 0.0


_Place = tuple[float, float, float, float, float, float]
_Ways = tuple[float, int, float, int]
"""Cost of the cheapest way into a second line and where it came from, and the same of a later line."""


_SHUT: list[_Ways] = [(inf, 0, inf, 0)]  # a line that cannot go on


def read(measured: Measure, seams: Sequence[Seam], weights: Weights, indent: float) -> Reading:
    """Find the cheapest reading for one indent of first lines that the text no longer shows."""
    entry = [_RARE_WRAP * log(sum(measured.votes) / votes) for votes in measured.votes]
    costs = [cost for cost in entry for _ in range(3)]
    rows = [_placed(measured.widths[0], measured.slacks[0], costs, measured.wraps, indent, False)]
    trail: list[list[int]] = []
    widest = max(measured.wraps)
    told = {signs: weights.tell(signs) for signs in {seam.signs for seam in seams}}
    for i, seam in enumerate(seams):
        wrapped, origins = _wrapped(rows, seam, told[seam.signs], weights, entry, measured, i)
        after = [_placed(measured.widths[i + 1], measured.slacks[i + 1], wrapped, measured.wraps, indent, seam.glued)]
        if seam.open:
            room = widest - measured.widths[i + 1] + measured.slacks[i + 1]
            for level, row in enumerate(rows[:_MOST_PIECES]):
                if row.width <= room + row.slack:
                    piece = weights.piece[seam.cut] * (_AGAIN if level and seam.cut is not Cut.HAN else 1.0)
                    after.append(_longer(row, seam, weights, measured, i, indent, piece))
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
    places: list[_Place] = []
    k = 0
    for wrap in wraps:
        room, error = wrap - width, slack
        first = later = 0.0
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
        one, two, three = costs[k] + first, costs[k + 1] + later, costs[k + 2] + later
        placed += (one, two, three)
        places.append((one, two, three, first_room, room, error))
        k += 3
    return _Row(width, slack, placed, places)


def _longer(row: _Row, seam: Seam, weights: Weights, measured: Measure, i: int, indent: float, piece: float) -> _Row:
    """Take the next line for a piece of the same visual line, which has room for it."""
    width, slack = row.width + measured.widths[i + 1], row.slack + measured.slacks[i + 1]
    join = piece + seam.join + weights.within[seam.letters][seam.end] - weights.within[seam.letters][End.PHRASE]
    if seam.cut is Cut.MARKS:
        width -= _SHARED
    costs = [cost + join for cost in row.costs]
    return _placed(width, slack, costs, measured.wraps, indent, False)._replace(hole=row.hole + seam.hole)


def _wrapped(
    rows: Sequence[_Row],
    seam: Seam,
    told: float,
    weights: Weights,
    entry: Sequence[float],
    measured: Measure,
    i: int,
) -> tuple[list[float], list[int]]:
    """Step over a seam: the cheapest way into each place of the next line, and where it came from."""
    ends = weights.broken[seam.letters][seam.end]
    if seam.numbered:
        ends = numbered_next(ends)
    base = seam.breaks + told
    need = measured.needs[i + 1]
    reach = need if seam.end is End.PHRASE else -inf
    stays, origins = _broken(rows, (base + ends[0], base + ends[1], base + ends[2]), reach)
    best = min(stays)
    place = origins[stays.index(best)]
    goes_on = _joined(rows, seam, weights, measured, need) if seam.open else _SHUT * len(stays)
    after: list[float] = []
    froms: list[int] = []
    for stay, origin, cost, (second, second_from, later, later_from) in zip(
        stays, origins, entry, goes_on, strict=True
    ):
        new = best + cost + _CHANGE  # a new paragraph may be set at another wrap
        if new < stay:
            after += (new, second, later)
            froms += (place, second_from, later_from)
        else:
            after += (stay, second, later)
            froms += (origin, second_from, later_from)
    return after, froms


def _broken(rows: Sequence[_Row], breaks: tuple[float, float, float], reach: float) -> tuple[list[float], list[int]]:
    """Return the cost of the cheapest way into a new paragraph at each wrap, and where it came from.

    A heading that leaves less room than ``reach`` costs more.
    """
    costs: list[float] = []
    origins: list[int] = []
    first, second, later = breaks
    place = 0
    for one, two, three, room, _, slack in rows[0].places:
        cost, origin = one + first + (_FULL_HEADING if room < reach + slack else 0.0), place
        if two + second < cost:
            cost, origin = two + second, place + 1
        if three + later < cost:
            cost, origin = three + later, place + 2
        costs.append(cost)
        origins.append(origin)
        place += 3
    for row in rows[1:]:  # what is taken apart is prose, no heading
        for k, (one, two, three, _, _, _) in enumerate(row.places):
            cost = min(one, two, three) + later
            if cost < costs[k]:
                costs[k] = cost
                origins[k] = place + (0 if one <= two and one <= three else 1 if two <= three else 2)
            place += 3
    return costs, origins


def _joined(rows: Sequence[_Row], seam: Seam, weights: Weights, measured: Measure, need: float) -> list[_Ways]:
    """Return the cheapest ways into the second and a later line at each wrap.

    A line that was not wrapped here costs by how much the next word would have fitted, or is too long for its wrap.
    """
    join, cap = weights.within[seam.letters][seam.end] + seam.join, seam.cap
    wraps_one, wraps_two, wraps_three = weights.joined[seam.letters]
    reach = min(need, MOST_REACH)
    ways: list[_Ways] = []
    place = 0
    for row in rows:
        most = need + row.hole
        for k, (one, two, three, first_room, room, slack) in enumerate(row.places):
            gain = log((reach + row.hole + 2 * slack) / measured.wraps[k])
            rest = join + min(cap, gain + _misfit(room, most, slack))
            later, later_from = two + wraps_two, place + 1
            if three + wraps_three < later:
                later, later_from = three + wraps_three, place + 2
            later += rest
            if first_room != room:
                rest = join + min(cap, gain + _misfit(first_room, most, slack))
            second, second_from = one + wraps_one + rest, place
            if row is not rows[0]:
                known = ways[k]
                if known[0] <= second:
                    second, second_from = known[0], known[1]
                if known[2] <= later:
                    later, later_from = known[2], known[3]
                ways[k] = second, second_from, later, later_from
            else:
                ways.append((second, second_from, later, later_from))
            place += 3
    return ways


def _misfit(room: float, need: float, slack: float) -> float:
    """Return what it costs that a line ends this far from its wrap, before a word of such width."""
    off = max(room - need - slack, -room - slack - 1.0)
    return off / (_SHARP + slack) if off > 0.0 else 0.0
