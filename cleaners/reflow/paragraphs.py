"""The paragraphs of wrapped lines: the cheapest reading of the whole document, found by dynamic programming.

Every line is read as the first, the second or a later line of a paragraph set at one of the learned wrap widths.
Costs are in nats, roughly -log of how often typeset text shows such a seam.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaners.document import Line
from cleaners.reflow.evidence import STRONG, End, is_layout, line_end, start_weights
from cleaners.reflow.joining import Joiner
from cleaners.reflow.measure import Measure, measure

_FIXED = frozenset(("pre", "tr", "img", "table", "h1", "h2", "h3", "h4", "h5", "h6"))
_ELEMENTS = frozenset(("p", "div", "span", "section"))
_TERMINAL = "。!?….:;”’」』)》】、,>\uff01\uff1f\uff1a\uff1b\uff09\uff0c"
_NEVER = 1e9

_BREAK = 0.7  # a seam is a paragraph's end less often than not
_FULL_END = 1.6  # a paragraph's last line is seldom full
_JOINED_END = {End.PHRASE: 0.0, End.COMMA: 0.0, End.COLON: 1.4, End.SENTENCE: 1.4}
# By place in the paragraph (first, second, later line): headings are short, prose ends with punctuation.
_BROKEN_END = {
    End.PHRASE: (0.8, 2.2, 5.5),
    End.COMMA: (4.0, 5.5, 6.5),
    End.COLON: (0.0, 0.2, 0.2),
    End.SENTENCE: (0.0, 0.0, 0.0),
}
_ROOM_UNIT = 2.0  # columns
_ROOM_CAP = 4.5
_LAYOUT = 4.0
_NEW_WRAP = 0.4


class _Seam(NamedTuple):
    """What is known of the seam behind a line, whatever the wrap."""

    join: float
    breaks: tuple[float, float, float]
    open: bool


def reflow(lines: list[Line]) -> list[Line]:
    """Join visual lines into paragraphs; white space and undone hyphens alone change.

    Lines of ``pre``, table rows and headings are never joined, ordinary ``p`` after ``p`` only where the
    whole page holds one visual line per element. A document that is not wrapped comes out unchanged.
    """
    opens = _open_seams(lines)
    voters = [i for i in opens if len(lines[i].text) > 8 and lines[i].text[-1] not in _TERMINAL]
    if len(voters) < 3:
        return lines
    texts = [line.text for line in lines]
    layout = [is_layout(text) for text in texts]
    measured = measure(texts, [i for i in voters if not layout[i] and not layout[i + 1]])
    if not measured.wraps:
        return lines
    seams = _weigh(lines, texts, layout, set(opens))
    joins = min((_read(measured, seams, indent) for indent in (0.0, 4.0)), key=lambda reading: reading[0])[1]
    return _joined(lines, joins)


def _open_seams(lines: Sequence[Line]) -> list[int]:
    """Return the indices of lines that could go on in the next line."""
    seams = [
        i
        for i, (line, after) in enumerate(pairwise(lines))
        if line.broken and line.tag == after.tag and line.box == after.box and line.tag not in _FIXED
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


def _weigh(lines: Sequence[Line], texts: Sequence[str], layout: Sequence[bool], opens: set[int]) -> list[_Seam]:
    starts = start_weights(texts)
    blank = _blank_weight(lines, texts)
    seams = []
    for i in range(len(lines) - 1):
        end, start = line_end(texts[i]), starts[i + 1]
        against = max(0.0, start) + _LAYOUT * (layout[i] or layout[i + 1])
        if blank and lines[i + 1].number > lines[i].number + 1 and lines[i + 1].page == lines[i].page:
            against += blank
        broken = _BROKEN_END[end]
        if start >= STRONG:
            broken = (broken[0] * 0.5, broken[1] * 0.5, broken[2] * 0.5)
        base = _BREAK + max(0.0, -start)
        seams.append(
            _Seam(_JOINED_END[end] + against, (base + broken[0], base + broken[1], base + broken[2]), i in opens)
        )
    return seams


def _blank_weight(lines: Sequence[Line], texts: Sequence[str]) -> float:
    """Weigh blank lines (gaps in the numbers) by how well they agree with sentence ends in this document."""
    gaps = [
        i
        for i, (line, after) in enumerate(pairwise(lines))
        if after.number > line.number + 1 and line.page == after.page
    ]
    if not gaps or len(gaps) > 0.7 * len(lines):
        return 0.0
    agreeing = sum(texts[i][-1:] in _TERMINAL or len(texts[i]) < 20 for i in gaps)
    return 6.0 * max(0.0, 2.0 * agreeing / len(gaps) - 1.0)


def _read(measured: Measure, seams: Sequence[_Seam], indent: float) -> tuple[float, list[bool]]:
    """Find the cheapest reading for one indent of first lines that the text no longer shows.

    Returns:
        Its cost, and for each line whether the next one belongs to the same paragraph.
    """
    wraps = measured.wraps
    places = 3 * len(wraps)
    costs = [0.0] * places
    trail: list[list[int]] = []
    for i, width in enumerate(measured.widths):
        overs = _overflows(width, wraps, indent, measured.slack)
        costs = [cost + over for cost, over in zip(costs, overs, strict=True)]
        if i == len(seams):
            break
        costs, origins = _cross(costs, _rooms(measured, i, indent), seams[i], measured.slack)
        trail.append(origins)
    state = min(range(places), key=costs.__getitem__)
    total = costs[state]
    joins = [False] * (len(seams) + 1)
    for i in range(len(seams) - 1, -1, -1):
        joins[i] = state % 3 != 0 and (trail[i][state] // 3 == state // 3)
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
        first = room - indent if measured.widths[i] <= wrap - indent + measured.slack + 1.0 else room
        rooms += (first, room, room)
    return rooms


def _cross(costs: Sequence[float], rooms: Sequence[float], seam: _Seam, slack: float) -> tuple[list[float], list[int]]:
    """Step over a seam: the cheapest way into each place of the next line, and where it came from."""
    broken = [
        cost + seam.breaks[state % 3] + (_FULL_END if -8.0 < rooms[state] <= slack else 0.0)
        for state, cost in enumerate(costs)
    ]
    best = min(range(len(broken)), key=broken.__getitem__)
    after: list[float] = []
    origins: list[int] = []
    for first in range(0, len(costs), 3):
        stays = min(range(first, first + 3), key=broken.__getitem__)
        origin = stays if broken[stays] <= broken[best] + _NEW_WRAP else best
        joined = [
            cost + seam.join + _room_cost(room, slack) if seam.open else _NEVER
            for cost, room in zip(costs[first : first + 3], rooms[first : first + 3], strict=True)
        ]
        later = 2 if joined[2] <= joined[1] else 1
        after += (broken[origin] + _NEW_WRAP * (origin != stays), joined[0], joined[later])
        origins += (origin, first, first + later)
    return after, origins


def _room_cost(room: float, slack: float) -> float:
    """Cost of a wrap that came too early: the next word would have fitted by so many columns."""
    if room <= slack:
        return 0.0 if room > -12.0 else 1.0
    return min(_ROOM_CAP, 0.4 + 0.8 * (room - slack) / _ROOM_UNIT)


def _joined(lines: Sequence[Line], joins: Sequence[bool]) -> list[Line]:
    joiner = Joiner(line.text for line in lines)
    paragraphs: list[Line] = []
    for i, line in enumerate(lines):
        if i and joins[i - 1]:
            paragraphs[-1] = paragraphs[-1]._replace(text=joiner.join(paragraphs[-1].text, line.text), broken=False)
        else:
            paragraphs.append(line._replace(broken=False) if line.broken else line)
    return paragraphs
