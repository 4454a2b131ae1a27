"""Where the document begins and ends in a dump of a site that no rule describes: weighed line by line.

Lines of a site come in a row, at the top and at the bottom, and are made of the same few words (``rules/
vocabulary.toml``), whatever else they say. Each line weighs for the site or for the document; the edge is where the sum
from the outside is greatest, so that a line in doubt goes with the lines around it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from cleaners.chrome.line_weights import DOCUMENT, ITEM, LABEL, LABEL_ALONE, STRANGER, Weight
from cleaners.chrome.preview_end import end_of_preview
from cleaners.chrome.sure_starts import below_file, first_page, named_text, page_one, sure_start
from cleaners.chrome.verse import verse_above
from cleaners.chrome.weighed_ends import Ends, weigh_ends
from cleaners.document import Line
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.rules.claims import claims
from cleaners.rules.vocabulary import own_labels, site_share

_MIDDLE: Final = 1e6  # how much the lines between speak for the document
_NEAR: Final = 3  # lines below a title in which facts of the site begin
_EVIDENCE: Final = 3.0  # the least weight of an edge
_SOME_EVIDENCE: Final = 1.0
_LINE: Final = 40  # characters of a line that is no text
_STATED: Final = 2  # facts by which a page is known as a site's
_SIGNS: Final = 2  # ... and how many different things speak for it
_WRITTEN: Final = lazily(r"\d{1,2} [A-Z][a-z]{2,8},? (?:19|20)\d\d|[A-Z][a-z]{2,8} \d{1,2},? (?:19|20)\d\d")
_LISTED: Final = -1.5  # sites number their lists as well
_SAID: Final = 1.0  # the least weight of a line that says more than a share of words
_TELLING: Final = 0.4  # share of such words
_PART: Final = 0.34  # share of sure lines in a block of the site's at the end
_ALL_ITS_WORDS: Final = 1.3  # weight of a short line that is hardly more than words of sites
_LEFT: Final = 0.5  # of the characters of what reads like the document
_SITE: Final = lazily(  # alone in the last line
    r"\w{2,6}(?:文[库庫](?:[网網])?|(?:[资資]料|[资資]源|下[载載]|范文|文[档檔]|作文)[网網]|题库|之家)"
)
_ROW, _ROW_LENGTH = 10, 200  # lines in a row that no rule knows, and their characters
_CLAIM: Final = lazily(
    r"(?:以上|本)(?:[^\W\d_]{2,4})?(?:[仅僅]供|由|[来來]自|[来來]源)|[^\W\d_]{4,12}以.{2,12}[为為][准準]$"
)


class Edges(NamedTuple):
    """Places of a document's own lines: from ``start`` up to ``stop``; ``core`` is that of the first in no doubt."""

    start: int
    stop: int
    core: int


def site_edges(
    lines: Sequence[Line],
    found: Findings,
    copies: Set[int] = frozenset(),
    own: Set[int] = frozenset(),
    title: str | None = None,
) -> Edges:
    """Return where the document's own lines are between those of the site at the top and at the bottom.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        copies: the places of lines that repeat the document's text.
        own: the places of headings that are known to be the document's.
        title: the document's title; what it speaks of speaks for no site.
    """
    texts = [line.text for line in lines]
    ends = weigh_ends(lines, found, copies, own, title)
    core = verse_above(texts, found, ends.top, _likest(ends.top, ends.bottom, len(lines)))
    least = sure_start(found, ends.top)
    if least >= core.stop and sum(map(len, texts[least:])) < _LEFT * sum(map(len, texts[core.start : core.stop])):
        least = 0  # the title stands at the page's end once more
    start = _start(texts, found, ends.top, core, least)
    stop = len(lines) - _site_lines_below(texts, found, ends, core, start)
    if start >= stop and (unknown := _unknown(texts, found)):
        return Edges(unknown.start, unknown.stop, unknown.start)
    return Edges(start, stop, max(core.start, least))


def _start(texts: Sequence[str], found: Findings, top: list[Weight], core: range, least: int) -> int:
    """Return how many lines at the top are the site's, ``least`` of them surely (changes ``top``)."""
    until = below_file(found, core.start) or core.start
    _doubt_above_text(texts, top)
    paged = first_page(found, len(top)) or page_one(texts, top, found) or named_text(found, len(top))
    return paged or max(_furthest(_until_title(top[:until])), least)


def _site_lines_below(texts: Sequence[str], found: Findings, ends: Ends, core: range, start: int) -> int:
    """Return how many lines at the end are the site's, of a dump whose document begins at ``start``."""
    size, bottom = len(texts), ends.bottom
    last = size - len(bottom)
    outside = bottom[: core.stop - size - 1 : -1]
    signed = size > core.stop - 1 > 0 and _SITE.fullmatch(texts[-1]) is not None
    under = size - last - ends.others if ends.others is not None and last + ends.others >= core.stop else 0
    cut = end_of_preview(texts, found, core.start, bottom)
    count = max(_furthest(outside), _block(outside), signed, under, size - cut if cut is not None else 0)
    stated = {fact for at, one in found.items() if at < start for fact in one.facts}
    if len(stated) >= _STATED:  # a site's page has an end of the site's, however little tells it
        short = takewhile(lambda pair: len(pair[1]) <= _LINE, zip(outside, reversed(texts), strict=False))
        count = max(count, _furthest([weight for weight, _ in short], _SOME_EVIDENCE, 1))
    while count and size - count > core.stop and _CLAIM.match(text := texts[size - count - 1]) and claims(text):
        count += 1
    above = size - count - 1  # what the site says of itself, right above: ``51范文网(www.51fw.example)，…``
    if ends.site and count and above >= max(core.stop, last) and bottom[above - last].sure:
        count += texts[above].startswith(ends.site)
    return count


def _unknown(texts: Sequence[str], found: Findings) -> range:
    """Return the most lines in a row that no rule knows: the document where both ends claim it all; none if few."""
    known = [-1, *sorted(found), len(texts)]
    above, below = max(pairwise(known), key=lambda pair: pair[1] - pair[0])
    run = range(above + 1, below)
    enough = len(run) >= _ROW and sum([len(text) for text in texts[run.start : run.stop]]) >= _ROW_LENGTH
    return run if enough else range(0)


def _likest(top: Sequence[Weight], bottom: Sequence[Weight], size: int) -> range:
    """Return the places of the lines in a row that speak most for the document, as far as both ends are known."""
    middle = size - len(top) - len(bottom)
    parts = [*top, *([Weight(-_MIDDLE)] if middle > 0 else []), *bottom[max(0, -middle) :]]
    best = total = 0.0
    start = begin = end = 0
    for number, weight in enumerate(parts, 1):
        if total <= 0:
            total, start = 0.0, number - 1
        total -= _LISTED if weight.value == ITEM else weight.value
        if total > best:
            best, begin, end = total, start, number
    return range(begin, end + max(0, middle - 1) * (end > len(top)))


def _furthest(weights: Sequence[Weight], evidence: float = _EVIDENCE, signs_of_site: int = _SIGNS) -> int:
    """Return how many lines from the outside weigh most together; none where that is too little."""
    total = best = 0.0
    count = told = rows = 0
    before = ""
    signs = {"", TITLE.name, LABEL_ALONE}  # the title says nothing of a site
    for number, weight in enumerate(weights, 1):
        again = weight.rule.startswith("badge") and weight.rule in signs and before != LABEL_ALONE
        before = weight.rule
        signs.add(before)
        if weight.value <= DOCUMENT:
            break
        rows += weight.several
        total += 2 * STRANGER if again else weight.value  # a list of things with a price or a size each
        if total >= best and weight.sure and not again:
            best, count, told = total, number, len(signs) + rows
    return count if best >= evidence and told >= signs_of_site + 3 else 0


def _block(weights: Sequence[Weight]) -> int:
    """Return how many lines at the end begin with a sure one of the site and are sure ones in good part."""
    without_text = [*takewhile(lambda weight: weight.value > DOCUMENT, weights)]
    for size in range(len(without_text), 0, -1):
        if without_text[size - 1].sure and without_text[size - 1].value >= LABEL:
            sure = sum(weight.sure for weight in without_text[:size])
            return size if sure >= _SIGNS and sure >= _PART * size else 0
    return 0


def _until_title(weights: list[Weight]) -> list[Weight]:
    """Return the weights up to the second line that is the title: there the site stops, if it labels no facts below."""
    titles = [number for number, weight in enumerate(weights, 1) if weight.rule == TITLE.name]
    for number, after in pairwise([*titles[1:], 0]):
        labelled = (weight.sure and weight.rule.startswith("labelled") for weight in weights[number : number + _NEAR])
        if after != number + 1 and not any(labelled):
            below = takewhile(lambda weight: weight.sure and weight.value >= _ALL_ITS_WORDS, weights[number:])
            return weights[: number + len([*below])]
    return weights


def _doubt_above_text(texts: Sequence[str], weights: list[Weight]) -> None:
    """Let lines right above the text be sure (in place) only for words that head no text: 裁判要点, 案情简介 do."""
    begin = next((place for place, weight in enumerate(weights) if weight.value <= DOCUMENT), 0)
    dated = next((at for at in range(begin - 1, max(begin - 1 - _NEAR, -1), -1) if _WRITTEN.fullmatch(texts[at])), 0)
    for place in range(max(0, dated - _NEAR), dated):
        if weights[place].rule != TITLE.name and weights[place].value < LABEL:
            weights[place] = weights[place]._replace(sure=False)  # who wrote an essay, for whom and which course
    for place in range(begin - 1, -1, -1):
        weight, text = weights[place], texts[place]
        if weight.rule or weight.value >= _SAID or any(map(str.isdigit, text)):
            break
        if site_share(text, own_labels()) >= _TELLING:
            break
        weights[place] = weight._replace(sure=False)
