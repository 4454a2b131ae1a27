"""The paragraphs of wrapped lines: the cheapest reading of the whole document, found by dynamic programming.

Every line is read as the first, the second or a later line of a paragraph set at one of the learned wrap widths.
Costs are in nats, roughly -log of how often typeset text shows such a seam.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from cleaners.document import Line
from cleaners.reflow.evidence import (
    STRONG,
    End,
    cases,
    ends_within,
    is_layout,
    is_prose,
    line_end,
    marks_inside,
    start_weights,
)
from cleaners.reflow.joining import joined
from cleaners.reflow.measure import INDENT, MOST_REACH, Measure, may_be_wrapped, measures, with_indent
from cleaners.reflow.phrases import pairs_at_seams
from cleaners.reflow.signs import gaps, insets, shifts, widening
from cleaners.reflow.weights import Signs, Weights, learned_weights, numbered_next

_FIXED = frozenset(("pre", "tr", "img", "table", "h1", "h2", "h3", "h4", "h5", "h6"))
_ELEMENTS = frozenset(("p", "div", "span", "section"))
_TERMINAL = "。!?….:;”’」』)》】、,>\uff01\uff1f\uff1a\uff1b\uff09\uff0c"
_NEVER = 1e9

_SHARP = 0.3  # columns
_ROOM_CAP = 6.5
_PAGE_CAP = 2.5  # a page's last line may be cut short
_ANY_CAP = 5.0  # so may any line where nothing tells the pages, but few are
_LAYOUT = 4.0
_TRIAL = 200  # lines that suffice to choose between measures
_RARE_WRAP = 1.0


class _Seam(NamedTuple):
    """What is known of the seam behind a line, whatever the wrap."""

    end: End
    signs: Signs
    join: float
    breaks: float
    numbered: bool
    open: bool
    cap: float


def unwrap(lines: list[Line]) -> list[Line]:
    """Join visual lines into paragraphs; white space and undone hyphens alone change.

    Lines of ``pre``, table rows and headings are never joined, ordinary ``p`` after ``p`` only where the
    whole page holds one visual line per element. A document that is not wrapped comes out unchanged.
    """
    opens = _open_seams(lines)
    voters = [i for i in opens if len(lines[i].text) > 8 and lines[i].text[-1] not in _TERMINAL]
    if len(voters) < 3:
        return lines
    prose = [lines[i].text for i in voters if lines[i].links < 0.5]
    elements = not lines[voters[0]].broken
    if not may_be_wrapped(prose, 0.55 if lines[voters[0]].tag else 0.25, elements=elements):
        return lines
    texts = [line.text for line in lines]
    layout = [is_layout(text) for text in texts]
    starts = start_weights(texts)
    voters = [i for i in voters if not layout[i] and not layout[i + 1] and starts[i + 1] < STRONG]
    set_in = insets(lines)
    found = measures(texts, voters, widening(set_in)) if is_prose([texts[i] for i in voters]) else []
    if not found:
        return lines
    ends = [line_end(text) for text in texts]
    inner = marks_inside(texts, ends)[:-1]
    signs = list(zip(pairs_at_seams(texts), gaps(lines), shifts(set_in), inner, cases(texts, ends), strict=True))
    seams = _weigh(lines, ends, starts, layout, signs, set(opens))
    return joined(lines, _best_reading(found, seams, ends_within(texts)))


def _best_reading(found: Sequence[Measure], seams: Sequence[_Seam], within: Sequence[float]) -> list[bool]:
    """Read the beginning to choose measure and indent, then all to learn the document's habits, and again by these."""
    weights = learned_weights(within, (), (), ())
    trial = seams[:_TRIAL]
    choices = [(measured, 0.0) for measured in found]
    choices += [(shifted, INDENT) for measured in found for shifted in with_indent(measured)]
    measured, indent = min(choices, key=lambda choice: _read(choice[0], trial, weights, choice[1])[0])
    joins = _read(measured, seams, weights, indent)[1]
    weights = learned_weights(within, [seam.end for seam in seams], [seam.signs for seam in seams], joins)
    return _read(measured, seams, weights, indent)[1]


def _open_seams(lines: Sequence[Line]) -> list[int]:
    """Return the indices of lines that could go on in the next line; a line never goes on in its own copy."""
    seams = [
        i
        for i, (line, after) in enumerate(pairwise(lines))
        if line.broken
        and line.tag == after.tag
        and line.box == after.box
        and line.tag not in _FIXED
        and line.text != after.text
    ]
    elements = [
        i
        for i, (line, after) in enumerate(pairwise(lines))
        if line.tag in _ELEMENTS and not line.broken and line.tag == after.tag and len(line.text) > 8
    ]
    cut = sum(lines[i].text[-1] not in _TERMINAL for i in elements)
    if cut >= 8 and cut * 2 > len(elements):
        seams = sorted({*seams, *elements})
    return seams


def _weigh(
    lines: Sequence[Line],
    ends: Sequence[End],
    starts: Sequence[float],
    layout: Sequence[bool],
    signs: Sequence[Signs],
    opens: set[int],
) -> list[_Seam]:
    seams = []
    for i in range(len(lines) - 1):
        start = starts[i + 1]
        against = max(0.0, start) + _LAYOUT * (layout[i] or layout[i + 1])
        same_page = lines[i + 1].page == lines[i].page
        cap = (_ROOM_CAP if lines[i].page else _ANY_CAP) if same_page else _PAGE_CAP
        seams.append(_Seam(ends[i], signs[i], against, max(0.0, -start), start >= STRONG, i in opens, cap))
    return seams


def _read(measured: Measure, seams: Sequence[_Seam], weights: Weights, indent: float) -> tuple[float, list[bool]]:
    """Find the cheapest reading for one indent of first lines that the text no longer shows.

    Returns:
        Its cost, and for each line whether the next one belongs to the same paragraph.
    """
    wraps = measured.wraps
    entry = [_RARE_WRAP * log(sum(measured.votes) / votes) for votes in measured.votes]
    costs = [cost for cost in entry for _ in range(3)]
    trail: list[list[int]] = []
    for i, width in enumerate(measured.widths[: len(seams) + 1]):
        overs = _overflows(width, wraps, indent, measured.slacks[i])
        costs = [cost + over for cost, over in zip(costs, overs, strict=True)]
        if i == len(seams):
            break
        costs, origins = _cross(costs, _rooms(measured, i, indent), seams[i], weights, entry, measured, i)
        trail.append(origins)
    state = min(range(len(costs)), key=costs.__getitem__)
    total = costs[state]
    joins = [False] * (len(seams) + 1)
    for i in range(len(seams) - 1, -1, -1):
        joins[i] = state % 3 != 0
        state = trail[i][state]
    return total, joins


def _overflows(width: float, wraps: Sequence[float], indent: float, slack: float) -> list[float]:
    """Cost of a line that is wider than its place allows; a paragraph of one line may be as wide as it likes."""
    costs: list[float] = []
    for wrap in wraps:
        over = width - wrap - slack - 1.0
        later = 0.0 if over <= 0 else min(9.0, 1.0 + over)
        first = min(2.0, later)
        if indent and over <= 0 and width > wrap - indent + slack + 1.0:
            first = 1.5
        costs += (first, later, later)
    return costs


def _rooms(measured: Measure, i: int, indent: float) -> list[float]:
    """Columns that were left behind line i after the next line's first word, for each wrap and place."""
    rest = measured.widths[i] + measured.needs[i + 1]
    rooms: list[float] = []
    for wrap in measured.wraps:
        room = wrap - rest
        first = room - indent if measured.widths[i] <= wrap - indent + measured.slacks[i] + 1.0 else room
        rooms += (first, room, room)
    return rooms


def _cross(
    costs: Sequence[float],
    rooms: Sequence[float],
    seam: _Seam,
    weights: Weights,
    entry: Sequence[float],
    measured: Measure,
    i: int,
) -> tuple[list[float], list[int]]:
    """Step over a seam: the cheapest way into each place of the next line, and where it came from."""
    slack = measured.slacks[i]
    ends = weights.broken[seam.end]
    if seam.numbered:
        ends = numbered_next(ends)
    base = seam.breaks + weights.tell(seam.signs)
    broken = [cost + base + ends[state % 3] for state, cost in enumerate(costs)]
    best = min(range(len(broken)), key=broken.__getitem__)
    need = measured.needs[i + 1]
    reach = min(need, MOST_REACH) + 2 * slack
    join = weights.joined[seam.end] + seam.join if seam.open else _NEVER
    after: list[float] = []
    origins: list[int] = []
    for first in range(0, len(costs), 3):
        stays = min(range(first, first + 3), key=broken.__getitem__)
        changed = broken[best] + entry[first // 3] + 0.2
        origin = stays if broken[stays] <= changed else best
        chance = log(measured.wraps[first // 3] / reach)
        joined = [
            costs[state] + join + min(seam.cap, _misfit(rooms[state], need, slack) - chance)
            for state in range(first, first + 3)
        ]
        later = 2 if joined[2] <= joined[1] else 1
        after += (min(broken[stays], changed), joined[0], joined[later])
        origins += (origin, first, first + later)
    return after, origins


def _misfit(room: float, need: float, slack: float) -> float:
    """Cost of a line that was not wrapped here: the next word would have fitted by so much, or it is too long."""
    return max(0.0, room - slack, -room - need - slack - 1.0) / (_SHARP + slack)
