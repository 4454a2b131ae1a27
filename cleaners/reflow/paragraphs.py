"""The paragraphs of wrapped lines: which seams are open, what speaks at each, and which reading is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.doubt import is_borne_out
from cleaners.reflow.evidence import End, ends_in_context, ends_within, in_letters, is_prose, marks_inside
from cleaners.reflow.first_title import SURE, wrapped_title
from cleaners.reflow.foot_notes import parts_note
from cleaners.reflow.joining import joined
from cleaners.reflow.layout import layouts
from cleaners.reflow.lost import cuts_at_holes, cuts_at_moved, holes
from cleaners.reflow.measure import INDENT, Measure, may_be_wrapped, measures, with_indent, with_words
from cleaners.reflow.numbering import openings, within_entries
from cleaners.reflow.phrases import pairs_at_seams
from cleaners.reflow.reading import Seam, read
from cleaners.reflow.rows import as_rows, table_rows
from cleaners.reflow.sides import Cut, Spread, cases, cuts, run_together, scripts, spreads
from cleaners.reflow.signs import (
    Shift,
    begin_at,
    first_inset,
    gaps,
    hanging_lines,
    insets,
    is_double_spaced,
    running_at_margin,
    shifts,
    wide_lines,
    widening,
    wraps_among_whole_lines,
    wraps_between_gaps,
)
from cleaners.reflow.speech import closed_speech, speech
from cleaners.reflow.starts import STRONG, notes, start_weights
from cleaners.reflow.titles import VisualLines, full_titles
from cleaners.reflow.torn import torn_words
from cleaners.reflow.visual import TERMINAL, break_off_often, element_seams, narrowest_wrap, tear_words
from cleaners.reflow.weights import Signs, Weights, learned_weights
from cleaners.reflow.wrapped_headings import wrapped_headings

_FIXED = frozenset(("pre", "tr", "img", "table", "h1", "h2", "h3", "h4", "h5", "h6"))
_ROOM_CAP = 6.5
_PAGE_CAP = 2.5  # a page's last line may be cut short
_ANY_CAP = 5.0  # so may any line where nothing tells the pages, but few are
_TITLE_CAP = -2.0  # ... that fills the wrap of titles
_LAYOUT = 2.0
_WITHIN_ENTRY = -4.0  # nats for a join within an entry of a bibliography
_DOUBT = {End.SENTENCE: 0.4}  # nats against a join: what was joined falsely nobody can part again
_DOUBT_OF_LONG = {End.SENTENCE: 0.6, End.COLON: 0.4}  # likewise: long texts are manuals, with items among their prose
_ASIDE = 4.0  # nats for a join to a bracket set tight, where lines are taken apart at each such pair
_RUN = lazily(r" {2,}")
_LETTERSPACED = lazily(r" (?<=[^\x00-\u2e7f] )(?=[^\x00-\u2e7f])")
_WORD = lazily(r"[a-z]{6}")
_TRIAL = 200  # lines that suffice to choose between measures, for the most part
_LONG_TRIAL, _CLOSE = 600, 8.0  # ... where more lines are asked; nats by which readings hardly differ
_HABITS = 4000  # ... and to learn an author's habits
_LONG = 400  # lines that hold enough to learn the habits twice
InsetSigns = tuple[Sequence[Shift | None], Sequence[bool | None]]
"""At each seam: how the next line is indented; whether it is running text at the margin."""


def unwrap(lines: list[Line]) -> list[Line]:
    """Join visual lines into paragraphs; white space and undone hyphens alone change.

    Lines of ``pre``, table rows and headings are never joined, ordinary ``p`` after ``p`` only where the
    whole page holds one visual line per element. A document that is not wrapped comes out unchanged.
    """
    opens = _open_seams(lines)
    rows = table_rows([line.text for line in lines]) if len(opens) > 2 else set()
    opens = [place for place in opens if place not in rows and place + 1 not in rows]
    voters = [i for i in opens if len(lines[i].text) > 8 and lines[i].text[-1] not in TERMINAL]
    if len(voters) < 3:
        return lines
    breaking = sorted({*voters, *_above_and_below_notes(lines)})
    prose = [_closed(lines[i].text) for i in breaking if lines[i].links < 0.5]
    parted = not lines[voters[0]].broken or is_double_spaced(lines)
    elements = parted and not tear_words(lines, voters)
    texts = [line.text for line in lines]
    least = narrowest_wrap(texts, voters)
    if not may_be_wrapped(prose, 0.55 if lines[voters[0]].tag else 0.25, elements=elements, narrowest=least):
        return _joined_between_gaps(lines, opens)
    layout = [flat or place in rows for place, flat in enumerate(layouts(texts))]
    spread = spreads(texts)
    texts = [_closed(_RUN.sub(" ", text)) for text in texts]
    starts = start_weights(texts)
    voters = [i for i in voters if not layout[i] and not layout[i + 1] and starts[i + 1] < STRONG]
    set_in = insets(lines)
    found = measures(texts, voters, widening(set_in), least) if is_prose([texts[i] for i in voters]) else []
    if not found:
        return _joined_between_gaps(lines, opens)
    found = with_words(found, run_together(texts, spread))
    ends = closed_speech(texts, ends_in_context(texts))
    begun, inset_signs = _told_by_insets(texts, ends, set_in, starts)
    torn = torn_words(texts, ends, begun)
    begun.difference_update(place + 1 for place in torn)
    starts = [max(start, STRONG) if place in begun else start for place, start in enumerate(starts)]
    entries = within_entries(texts)
    starts = [min(start, _WITHIN_ENTRY) if place in entries else start for place, start in enumerate(starts)]
    may_go_on = set(opens).difference(place - 1 for place in notes(texts))
    plain = [i in may_go_on and not flat for i, flat in enumerate(layout)]
    visual = VisualLines(texts, ends, starts, plain, found[0])
    headings = dict.fromkeys(wrapped_headings(visual, set_in), SURE)
    within = {place: SURE for place in wraps_between_gaps(lines) if starts[place + 1] < STRONG}
    titles = {**within, **dict.fromkeys(torn, SURE), **full_titles(visual), **wrapped_title(visual), **headings}
    starts = [max(start, STRONG) if place - 2 in headings else start for place, start in enumerate(starts)]
    missing = holes(lines)
    sides = cuts_at_holes(texts, cuts([line.text for line in lines]), missing)
    sides = cuts_at_moved([line.text for line in lines], sides, layout)
    signs = _signs(lines, texts, ends, inset_signs, spread[:-1], sides, titles)
    letters = [len(texts) >= _LONG and in_letters(text) for text in texts]
    seams = _weigh(lines, ends, starts, layout, signs, sides, may_go_on, titles, missing, letters)
    joins = _best_reading(found, seams, _ends_by_script(texts, letters))
    return joined(as_rows(lines, rows), joins) if is_borne_out(texts, joins) else lines


def _joined_between_gaps(lines: list[Line], opens: Sequence[int]) -> list[Line]:
    """Join the lines that only blank lines tell to be wrapped, in a dump that shares no wrap otherwise."""
    places = [] if lines[0].tag else wraps_among_whole_lines(lines)
    if not places or not set(opens).issuperset(places):
        return lines
    starts = start_weights([line.text for line in lines])
    if any(starts[place + 1] >= STRONG for place in places):
        return lines
    return joined(lines, [place in places for place in range(len(lines))])


def _ends_by_script(texts: Sequence[str], letters: Sequence[bool]) -> tuple[Sequence[float], Sequence[float]]:
    """Share of the places of a wrap behind each kind of ``End``: sentences in letters have fewer of these than Han."""
    parts: tuple[list[str], list[str]] = ([], [])
    for text, is_letters in zip(texts[:_HABITS], letters, strict=False):
        parts[is_letters].append(text)
    return ends_within(parts[False]), ends_within(parts[True])


def _told_by_insets(
    texts: Sequence[str], ends: Sequence[End], set_in: Sequence[int], starts: Sequence[float]
) -> tuple[set[int], InsetSigns]:
    """Return the places of lines that begin a paragraph by their inset, and what insets say at each seam."""
    wide = wide_lines(texts)
    goes_on = [full and end in (End.PHRASE, End.COMMA) for full, end in zip(wide, ends, strict=True)]
    hanging = hanging_lines(set_in, texts, goes_on) if any(set_in) else [False] * len(texts)
    goes_on = [on and not hangs for on, hangs in zip(goes_on, hanging, strict=True)]
    running = [full or end == End.SENTENCE for full, end in zip(wide, ends, strict=True)]
    plain = [start <= 0.0 for start in starts]
    first = first_inset(set_in, goes_on)
    shifted = shifts(set_in, hanging)
    return begin_at(set_in, goes_on, first), (shifted, running_at_margin(shifted, running, plain, first))


def _signs(
    lines: Sequence[Line],
    texts: Sequence[str],
    ends: Sequence[End],
    inset_signs: InsetSigns,
    spread: Sequence[Spread | None],
    sides: Sequence[Cut],
    titles: Mapping[int, float],
) -> list[Signs]:
    """Return the learned signs of each seam; titles are known by other ones, and marks that meet open no speech."""
    told = (
        pairs_at_seams(texts),
        gaps(lines),
        [None if cut is Cut.MOVED else shift for cut, shift in zip(sides, inset_signs[0], strict=True)],
        inset_signs[1],
        [None if place in titles else sign for place, sign in enumerate(marks_inside(texts, ends)[:-1])],
        cases(texts, ends),
        scripts(texts),
        [None if cut is Cut.MARKS else sign for cut, sign in zip(sides, speech(texts), strict=True)],
        spread,
        [None if place in titles else sign for place, sign in enumerate(openings(texts, ends)[:-1])],
    )
    return list(zip(*told, strict=True))


def _closed(text: str) -> str:
    """Return a line without the spaces that justification left between Han characters."""
    return _LETTERSPACED.sub("", text) if " " in text else text


def _best_reading(found: Sequence[Measure], seams: Sequence[Seam], within: Sequence[Sequence[float]]) -> list[bool]:
    """Read the beginning to choose measure and indent, then more to learn the document's habits, and all by these."""
    weights = learned_weights(within, (), (), (), (), (), ())
    choices = [(measured, 0.0) for measured in found]
    choices += [(shifted, INDENT) for measured in found for shifted in with_indent(measured)]
    measured, indent = _cheapest(choices, seams, weights)
    first = read(measured, seams[:_HABITS], weights, indent)
    ends, signs, sides = [seam.end for seam in seams], [seam.signs for seam in seams], [seam.cut for seam in seams]
    letters = [seam.letters for seam in seams]
    weights = learned_weights(within, ends, signs, sides, first.joins, first.pieces, letters)
    if len(seams) >= _LONG:
        first = read(measured, seams[:_HABITS], weights, indent)
        weights = learned_weights(within, ends, signs, sides, first.joins, first.pieces, letters)
    return read(measured, seams, weights, indent).joins


def _cheapest(
    choices: Sequence[tuple[Measure, float]], seams: Sequence[Seam], weights: Weights
) -> tuple[Measure, float]:
    """Return the measure and indent by which the beginning is read at least cost; where some are near, more of it."""
    costs = [read(measured, seams[:_TRIAL], weights, indent).cost for measured, indent in choices]
    rivals = [choice for choice, cost in zip(choices, costs, strict=True) if cost <= min(costs) + _CLOSE]
    if len(rivals) == 1 or len(seams) <= _TRIAL:
        return choices[costs.index(min(costs))]
    return min(rivals, key=lambda choice: read(choice[0], seams[:_LONG_TRIAL], weights, choice[1]).cost)


def _above_and_below_notes(lines: Sequence[Line]) -> list[int]:
    """Return the indices of lines that break off above a page's notes and at their end: visual lines as the others."""
    return [
        i
        for i, (line, after) in enumerate(pairwise(lines))
        if parts_note(line, after) and line.text[-1] not in TERMINAL
    ]


def _open_seams(lines: Sequence[Line]) -> list[int]:
    """Return the indices of lines that could go on in the next line; a line never goes on in its own copy.

    Where a page is wrapped within its elements, the last line of one may go on behind a page's end. Notes at a page's
    foot stand apart, in boxes of their own (``foot_notes``).
    """
    wrapped = any(line.broken for line in lines)
    seams = [
        i
        for i, (line, after) in enumerate(pairwise(lines))
        if (line.broken or (wrapped and 0 < line.page < after.page))
        and line.tag == after.tag
        and line.box == after.box
        and line.tag not in _FIXED
        and line.text != after.text
    ]
    elements = element_seams(lines)
    if elements and (break_off_often(lines, elements) or tear_words(lines, elements)):
        seams = sorted({*seams, *elements})
    return [i for i in seams if not parts_note(lines[i], lines[i + 1])]


def _weigh(
    lines: Sequence[Line],
    ends: Sequence[End],
    starts: Sequence[float],
    layout: Sequence[bool],
    signs: Sequence[Signs],
    sides: Sequence[Cut],
    opens: set[int],
    titles: Mapping[int, float],
    missing: Sequence[float],
    letters: Sequence[bool],
) -> list[Seam]:
    seams = []
    long = len(lines) >= _LONG
    for i in range(len(lines) - 1):
        start = starts[i + 1]
        doubt = (_DOUBT_OF_LONG if long else _DOUBT).get(ends[i], 0.0)
        if sides[i] is Cut.MARKS and start <= 0.0 and lines[i + 1].text[0] == "\uff08":
            start -= _ASIDE
        against = max(0.0, start) + _LAYOUT * (layout[i] or layout[i + 1]) + doubt
        full = titles.get(i, 0.0)
        same_page = lines[i + 1].page == lines[i].page
        cap = (_ROOM_CAP if lines[i].page else _ANY_CAP) if same_page else _PAGE_CAP
        cap = _TITLE_CAP if full else cap
        seams.append(
            Seam(
                ends[i],
                signs[i],
                against,
                max(0.0, -start) + full,
                start >= STRONG,
                i in opens,
                cap,
                _WORD.search(lines[i + 1].text) is not None,
                sides[i],
                missing[i],
                letters[i],
            )
        )
    return seams
