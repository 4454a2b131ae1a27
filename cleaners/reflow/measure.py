"""How wide lines are and where the page wrapped them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from cleaners.reflow.faces import corrected, full_lines, learned_face
from cleaners.reflow.sizes import HAN_RUN, SURE, Sized, first_words, has_restorable, sized

MIN_WRAP = 28.0
"""Columns; verse, slides and tables are narrower, and of prose only the columns of newspapers."""
COLUMN_WRAP = 18.0
"""The same where the lines themselves tell that they are those of a column."""
_PAGE_LINE = 32  # columns
_ELEMENTS_SHARE = 0.6
MAX_WRAPS = 5
_PAGE_WRAPS, _OF_PAGE = 3, 0.15  # wraps of pages; share of all lines that each has
_FEWEST_OF_PAGE, _LEAST_OF_PAGE = 3, 6  # lines of each
_UNEXPLAINED = 0.2  # share of the lines that end elsewhere
_NARROW, _LEAST_NARROW = 0.75, 8  # labels, items and names are of a width by chance; a column has many lines

INDENT = 4.0  # columns: two Han characters, by which first lines are set in
MOST_REACH = 26.0  # columns; a longer word (an address) is broken up by most renderers
_COMMON_WORD = 9.0  # columns, with the space before it
_NEAR = 1.5  # columns
_LEFT_UNSURE = 0.6  # of the error of letters, where full lines tell their widths
_KEPT = 0.9  # of the votes for the commonest wrap: by lesser errors some lines are no longer full
_OVERLONG = 8.0  # columns over the widest wrap; where more lines are that long than wraps explain, nothing is wrapped
_FIRST_LINES = 0.15  # later lines, as a share of first ones, where first lines are the commonest
_WIDE = 8  # characters to one of Han in a document of these
_SAMPLE = 300  # voters that suffice to choose a metric
_SCRIPT_SAMPLE = 4000  # lines that suffice to know a document's script


class Measure(NamedTuple):
    """Lines measured by one metric, in columns (a Han character is 2).

    Attributes:
        widths: of each line.
        needs: room that the first character or word of each line takes behind another line.
        wraps: the widths at which the page wrapped, the commonest first; empty where nothing is wrapped.
        votes: lines that each wrap explains.
        slacks: tolerated error at the end of each line, in columns; Latin letters are the uncertain part.
    """

    widths: list[float]
    needs: list[float]
    wraps: list[float]
    votes: list[int]
    slacks: list[float]


def may_be_wrapped(texts: Sequence[str], share: float, *, elements: bool = False, narrowest: float = MIN_WRAP) -> bool:
    """Tell cheaply whether lines could share a wrap: ordinary pages, whose lines end anywhere, need no more than this.

    Args:
        texts: lines that end in mid-phrase; their size in GB 18030 is about their width.
        share: of the long ones, how many must end near one width; a tree tells what lines are, a dump does not.
        elements: each line is an element of its own, which paragraphs, items and prices are as well: nearly all must
            end near one width, and that of a page's line.
        narrowest: columns that a wrap can have.
    """
    if len(texts) < 3:
        return False
    sizes = sorted(len(text.encode("gb18030", "replace")) for text in texts)
    reach = 10 if sum(sizes) > 1.3 * sum(map(len, texts)) else 18
    counts = [place - bisect_left(sizes, size - reach) + 1 for place, size in enumerate(sizes)]
    wide = [found for found in zip(counts, sizes, strict=True) if found[1] >= narrowest]
    votes, wrap = max(wide, key=lambda found: found[0] * found[1], default=(0, 0))
    rivals = len(sizes) - bisect_left(sizes, wrap * 0.6)
    longer = len(sizes) - bisect_right(sizes, wrap + reach)
    if not elements and longer > votes:  # of another page's wrap
        more, wider = max([one for one in wide if one[1] > wrap + reach], default=(0, 0))
        votes, longer = votes + more, len(sizes) - bisect_right(sizes, wider + reach)
    if elements and (wrap < _PAGE_LINE or votes < _ELEMENTS_SHARE * len(sizes)):
        return False
    return votes >= 3 and votes >= share * rivals and longer <= votes


def measures(
    texts: Sequence[str], voters: Sequence[int], insets: Sequence[float], narrowest: float = MIN_WRAP
) -> list[Measure]:
    """Measure lines by the scale of Latin letters under which the wrap shows most clearly.

    Args:
        texts: the lines.
        voters: indices of the lines that end in mid-phrase and could go on in the next line.
        insets: columns by which each line is set in.
        narrowest: columns that a wrap can have.

    Returns:
        Measures that found a wrap: half-width marks beside Han as full-width ones first (the work of an archive far
        more often than of an author), then as they are.
    """
    glance = "".join(texts[:: len(texts) // _SCRIPT_SAMPLE + 1])
    wide = sum(map(len, HAN_RUN.findall(glance))) * _WIDE > len(glance)
    scales = (0.0, 0.9, 1.0, 1.1) if wide else (0.0, 1.0)
    step = len(voters) // _SAMPLE + 1
    sample = voters[: _SAMPLE * step : step]
    pairs = [i + shift for i in sample for shift in (0, 1)]
    ends = range(0, len(pairs), 2)
    found = []
    for restored in (True, False) if wide and has_restorable("".join(texts)) else (False,):
        lines = sized(texts, insets, restored=restored, wide=wide)
        some = lines.some(pairs)
        tried = [_measure_by(scale, some, ends, narrowest) for scale in scales]
        clear = [_clearness(measured) if _explains(measured) else 0.0 for measured in tried]
        best = clear.index(max(clear))
        if step > 1 or tried[best].wraps:
            guess = _measure_by(scales[best], lines, voters, narrowest)
            found.append(_fitted(guess, lines, texts, voters, narrowest))
    return [measured for measured in found if _explains(measured)]


def _fitted(guess: Measure, lines: Sized, texts: Sequence[str], voters: Sequence[int], narrowest: float) -> Measure:
    """Measure lines again by the widths of letters that the full ones tell, unless hardly any is full then."""
    if not guess.wraps:
        return guess
    rows = full_lines(texts, guess.widths, guess.needs, voters)
    extra = learned_face(rows, guess.wraps[0], free=lines.han)
    if extra is None:
        return guess
    widths = corrected(guess.widths, texts, extra)
    needs = corrected(guess.needs, first_words(texts), extra)
    slacks = [SURE + _LEFT_UNSURE * (slack - SURE) for slack in guess.slacks]
    found = _voted(widths, needs, slacks, voters, narrowest)
    return found if found.wraps and found.votes[0] >= _KEPT * guess.votes[0] else guess


def with_words(found: Sequence[Measure], run_together: Sequence[bool]) -> list[Measure]:
    """Return measures in which the first word of each line whose words run together takes the room of a common one."""
    if not any(run_together):
        return list(found)
    return [
        measured._replace(
            needs=[
                min(need, _COMMON_WORD) if together else need
                for need, together in zip(measured.needs, run_together, strict=True)
            ]
        )
        for measured in found
    ]


def with_indent(found: Measure) -> list[Measure]:
    """Return readings of the wraps in a text that lost the indents of first lines.

    These end an indent short of the wrap and pass for a wrap of their own, in short paragraphs even for the commonest.
    """
    commonest = found.wraps[0]
    readings = [_without_first_lines(found, commonest)]
    wider = sum(
        commonest + slack + 1.0 < width <= commonest + INDENT + slack + 1.0
        for width, slack in zip(found.widths, found.slacks, strict=True)
    )
    if wider > _FIRST_LINES * found.votes[0]:
        readings.append(_without_first_lines(found, commonest + INDENT))
    return readings


def _without_first_lines(found: Measure, wrap: float) -> Measure:
    """Set a wrap first; those near it, or an indent short of it, are the same."""
    same = [any(abs(other - place) <= _NEAR for place in (wrap, wrap - INDENT)) for other in found.wraps]
    wraps = [other for other, known in zip(found.wraps, same, strict=True) if not known]
    votes = [count for count, known in zip(found.votes, same, strict=True) if not known]
    ours = sum(found.votes) - sum(votes)
    near = [other for other in found.wraps if abs(other - wrap) <= _NEAR]
    return found._replace(wraps=[near[0] if near else wrap, *wraps], votes=[ours, *votes])


def _explains(found: Measure) -> bool:
    """Tell whether wraps were found, and lines that are wider than any are not more than these explain."""
    if not found.wraps:
        return False
    most = max(found.wraps) + _OVERLONG
    return sum(width > most for width in found.widths) <= sum(found.votes)


def _clearness(found: Measure) -> float:
    """Lines that the commonest wrap explains, and those that it explains as first or later lines of paragraphs."""
    ends = range(0, len(found.widths) - 1, 2)
    fits = [sum(_is_full(found, i, found.wraps[0] + shift) for i in ends) for shift in (-INDENT, 0.0, INDENT)]
    return fits[1] + 0.9 * max(fits[0], fits[2])


def _is_full(found: Measure, i: int, wrap: float) -> bool:
    slack = found.slacks[i]
    return found.widths[i] - slack <= wrap <= found.widths[i] + found.needs[i + 1] + slack


def _measure_by(scale: float, lines: Sized, voters: Sequence[int], narrowest: float) -> Measure:
    widths = lines.widths(scale)
    needs = lines.needs(scale)
    slacks = lines.slacks(printed=bool(scale))
    return _voted(widths, needs, slacks, voters, narrowest)


def _voted(
    widths: list[float], needs: list[float], slacks: list[float], voters: Sequence[int], narrowest: float
) -> Measure:
    spans = [(widths[i] - slacks[i], widths[i] + needs[i + 1] + slacks[i]) for i in voters]
    wraps, votes = _learn_wraps([span for span in spans if span[0] >= narrowest])
    return Measure(widths, needs, wraps, votes, slacks)


def _learn_wraps(spans: list[tuple[float, float]]) -> tuple[list[float], list[int]]:
    """Find the widths that explain why lines ended where they did.

    A line of width w before a word that needs n was wrapped at any width from w to w + n: it votes for all of these,
    and the wrap is where most votes meet. The lines that it explains are taken out, and the next wrap is sought.
    """
    pool = [(low, min(high, low + MOST_REACH)) for low, high in spans]
    wraps: list[float] = []
    explained: list[int] = []
    least = max(3, len(pool) // 150)
    while pool and len(wraps) < MAX_WRAPS:
        wrap, votes = deepest(pool)
        if votes < least or not (wraps or _is_wrap(wrap, votes, pool) or _are_wraps(pool)):
            break
        if wraps and wrap < _NARROW * wraps[0] and votes < _LEAST_NARROW:
            break
        wraps.append(wrap)
        explained.append(votes)
        pool = [span for span in pool if not span[0] <= wrap <= span[1]]
    return wraps, explained


def _is_wrap(wrap: float, votes: int, pool: list[tuple[float, float]]) -> bool:
    """Tell a wrap from a width that lines share by chance: most long lines end there, and few are longer."""
    rivals = sum(low >= wrap * 0.6 for low, _ in pool)
    longer = sum(low > wrap for low, _ in pool)
    return votes >= 0.4 * rivals and longer <= votes


def _are_wraps(pool: list[tuple[float, float]]) -> bool:
    """Tell whether lines have wraps of their own on some pages each: two or three widths explain nearly all of them.

    Lines that are an indent narrower or wider are first lines, or the others where first ones are commonest.
    """
    rest, most = pool, _UNEXPLAINED * len(pool)
    for _ in range(_PAGE_WRAPS):
        wrap, _ = deepest(rest)
        places = (wrap - INDENT, wrap, wrap + INDENT)
        left = [span for span in rest if not any(span[0] <= place <= span[1] for place in places)]
        found = len(rest) - len(left)
        if found < max(_FEWEST_OF_PAGE, _OF_PAGE * len(pool)):
            return False
        if found < _LEAST_OF_PAGE:
            most = 0.0  # so few tell nothing by themselves
        rest = left
        if len(rest) <= most:
            return True
    return False


def deepest(pool: list[tuple[float, float]]) -> tuple[float, int]:
    """Return the point that most of the intervals hold, and how many."""
    lows = sorted(low for low, _ in pool)
    highs = sorted(high for _, high in pool)
    best, start = 0, 0.0
    for low in lows:
        votes = bisect_right(lows, low) - bisect_left(highs, low)
        if votes >= best:
            best, start = votes, low
    after = bisect_right(lows, start)
    end = min(highs[bisect_left(highs, start)], lows[after] if after < len(lows) else highs[-1])
    return (start + end) / 2, best
