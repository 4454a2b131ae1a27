"""Short documents, whose lines are too few to learn a wrap from: a full line that breaks off goes on in the next."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.doubt import is_borne_out
from cleaners.reflow.evidence import End, line_end
from cleaners.reflow.joining import joined
from cleaners.reflow.layout import is_layout
from cleaners.reflow.phrases import reads_on
from cleaners.reflow.starts import STRONG, start_weights
from cleaners.reflow.visual import element_seams, tear_words
from cleaners.rules.strangers import columns

_LEAST_WRAP = 44  # columns; verse, items and names are shorter
_WIDEST = 400  # characters; no page is so wide
_FULL = 0.9
_PAGE_LINE = 110  # columns; paragraphs that are longer than a page's line show no wrap, unless they are as long
_EVEN = 4  # columns
_LEAST_FULL = 2
_OPEN_END = lazily(r"[^。！？!?：:；;…”’）)】》」』.]$|[,，、]$")
_CUT = lazily(r"[,，、；;]$")
_FULL_END = lazily(r"[；;]$")
_PROSE = lazily(r"[,，、；;。]")
_LABEL = lazily(r"[^，,。]{1,8}[:：]")
_FIXED = frozenset(("pre", "tr", "img", "h1", "h2", "h3", "h4", "h5", "h6"))


def join_short(lines: list[Line], most: int = 40) -> list[Line]:
    """Join full lines that break off in mid-sentence with their continuation.

    Args:
        lines: visual lines in which no wrap could be learned.
        most: a document of more broken lines would have shown its wrap, and is left alone.
    """
    broken = [place for place, line in enumerate(lines) if line.broken and line.tag not in _FIXED]
    if not broken and len(lines) <= most and tear_words(lines, elements := element_seams(lines), _LEAST_FULL):
        broken = elements
    if not broken or len(broken) > most or max([len(lines[place].text) for place in broken]) > _WIDEST:
        return lines
    widths = {place: columns(lines[place].text) for place in broken}
    wrap = max(widths.values())
    least = _FULL * wrap if wrap <= _PAGE_LINE else wrap - _EVEN
    full = {place for place in broken if widths[place] >= least}
    if wrap < _LEAST_WRAP or (wrap > _PAGE_LINE and len(full) < _LEAST_FULL):
        return lines
    full.discard(len(lines) - 1)
    open_ = [place for place in sorted(full) if _goes_on(lines, place)]
    if len(full) < _LEAST_FULL:
        open_ = [place for place in open_ if _is_cut(lines[place].text, lines[place + 1].text)]
    if not open_:
        return lines
    texts = [line.text for line in lines]
    starts = start_weights(texts)
    joins = [False] * len(lines)
    for place in open_:
        joins[place] = starts[place + 1] < STRONG
    return joined(lines, joins) if any(joins) and is_borne_out(texts, joins) else lines


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    line, after = lines[place], lines[place + 1]
    if (line.tag, line.box) != (after.tag, after.box) or after.number != line.number + 1:
        return False
    if _LABEL.match(after.text) or "   " in line.text + after.text:
        return False
    if is_layout(line.text.rstrip(";；")) or is_layout(after.text):
        return False
    is_open = _OPEN_END.search(line.text) and line_end(line.text) != End.SENTENCE  # …。[2] is closed
    return bool(_PROSE.search(line.text) and (is_open or _FULL_END.search(line.text)))


def _is_cut(text: str, after: str) -> bool:
    """Tell whether a line breaks off that shows no wrap, as it is alone, and what follows is no title."""
    return bool(_CUT.search(text) or _PROSE.search(after)) or reads_on(text, after)
