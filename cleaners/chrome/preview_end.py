"""Where a site says that it shows no more of the document: what stands below is its own, whatever it says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.chrome.line_weights import PROSE, Weight
from cleaners.facts.finding import Finding, Findings
from cleaners.lazily import lazily
from cleaners.rules.others import OTHERS
from cleaners.rules.preview_words import hides_part, says_part
from cleaners.rules.strangers import width

_EDITOR: Final = frozenset(("editor", "source-and-editor"))
_LONGEST: Final = 40  # characters of such a line
_COPYRIGHT: Final = lazily(r"(?:©|(?i:copyright)\s?(?:©|\(c\)|@|\d{4}))")
_BEGINNING: Final = 60  # columns
_TEASERS: Final = 3
_LEFT: Final = 0.2  # how much prose may stand below it, for what stands above
_PAGES_LEFT: Final = "pages-left"
_LEFT_OF_PAGES: Final = 0.6  # ... in a few lines below one that says how many pages are left
_FEW: Final = 12


def end_of_preview(texts: Sequence[str], found: Findings, start: int, bottom: Sequence[Weight]) -> int | None:
    """Return the place of the line that says that no more is shown, or who edited it, with hardly any prose below.

    Args:
        texts: all lines of a dump.
        found: what the rules found in them.
        start: the place of the first one that is surely the document's.
        bottom: how the last lines weigh.
    """
    last = len(texts) - len(bottom)
    for place in range(max(start, last), len(texts)):
        if not _ends_text(texts[place], bottom[place - last]) and not _is_signed(found.get(place)):
            continue
        below = [*zip(texts[place:], bottom[place - last :], strict=True)]
        if _is_foot_of_page(texts, start, place) and below[1:] and below[1][1].value <= PROSE:
            continue
        if bottom[place - last].rule == OTHERS and _are_teasers(texts[place + 1 :]):
            return place
        prose = sum([len(other) for other, weight in below if weight.value <= PROSE])
        known = found.get(place)
        few = known and known.rule.name == _PAGES_LEFT and len(below) <= _FEW
        most = _LEFT_OF_PAGES if few else _LEFT
        if prose <= most * sum(map(len, texts[start:place])):
            return place
    return None


def _are_teasers(texts: Sequence[str]) -> bool:
    """Tell whether the lines below a heading over other documents are beginnings of these, each below its title."""
    long = [width(text) >= _BEGINNING for text in texts]
    return sum(long) >= _TEASERS and not any(one and after for one, after in pairwise(long))


def _ends_text(text: str, weight: Weight) -> bool:
    if hides_part(text):
        return False
    if _COPYRIGHT.match(text):
        return True  # of the site: slides with one on each have prose below the first
    longest = _LONGEST * (1 + text.isascii())
    return weight.rule == OTHERS or (weight.sure and len(text) <= longest and says_part(text))


def _is_foot_of_page(texts: Sequence[str], start: int, place: int) -> bool:
    """Tell whether a line on copyright stands further up in the text as well, as the foot of its pages does."""
    return _COPYRIGHT.match(texts[place]) is not None and texts[place] in texts[start:place]


def _is_signed(finding: Finding | None) -> bool:
    """Tell whether a line names the editor, with whom a portal closes what it publishes."""
    return finding is not None and finding.rule.name in _EDITOR
