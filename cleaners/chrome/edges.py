"""Where the document begins and ends in a dump of a site that no rule describes: weighed line by line.

Lines of a site come in a row, at the top and at the bottom, and are made of the same few words (``rules/
vocabulary.toml``), whatever else they say. Each line weighs for the site or for the document; the edge is where the sum
from the outside is greatest, so that a line in doubt goes with the lines around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from cleaners.chrome.coherence import listed, weigh_by_topic, words_of
from cleaners.chrome.headlines import is_wrapped, open_headlines
from cleaners.chrome.line_weights import (
    HEADING,
    ITEM,
    LABEL,
    LABEL_ALONE,
    PROSE,
    STRANGER,
    Weight,
    below,
    is_menu,
    weigh,
    weigh_calls,
)
from cleaners.chrome.named_site import open_named
from cleaners.chrome.openings import join_labels, open_above_title, open_menu, open_notices
from cleaners.chrome.other_titles import first_channel, list_heading
from cleaners.chrome.preview_end import end_of_preview
from cleaners.chrome.site_notices import is_slogan, site_name
from cleaners.chrome.sure_starts import below_file, first_page, page_one, sure_start
from cleaners.chrome.verse import verse_above
from cleaners.chrome.wrapped_lines import running_lines
from cleaners.document import Line
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.rules.claims import claims
from cleaners.rules.others import OTHERS
from cleaners.rules.vocabulary import own_labels, site_share, topic_of

_MIDDLE: Final = 1e6  # how much the lines between speak for the document
_LIMIT: Final = 80  # lines of a site at either end that are looked at
_NEAR: Final = 3  # lines below a title in which facts of the site begin
_EVIDENCE: Final = 3.0  # the least weight of an edge
_SOME_EVIDENCE: Final = 1.0
_LINE: Final = 40  # characters of a line that is no text
_STATED: Final = 2  # facts by which a page is known as a site's
_SIGNS: Final = 2  # ... and how many different things speak for it
_STOP: Final = -3.0  # a line of such weight ends the site's
_WRITTEN: Final = lazily(r"\d{1,2} [A-Z][a-z]{2,8},? (?:19|20)\d\d|[A-Z][a-z]{2,8} \d{1,2},? (?:19|20)\d\d")
_LISTED: Final = -1.5  # sites number their lists as well
_SAID: Final = 1.0  # the least weight of a line that says more than a share of words
_TELLING: Final = 0.4  # share of such words
_PART: Final = 0.34  # share of sure lines in a block of the site's at the end
_NUMBERED: Final = lazily(r"(\d{1,2})[.、．]?\s*[^。；，,;]{2,40}$")
_ALL_ITS_WORDS: Final = 1.3  # weight of a short line that is hardly more than words of sites
_LEFT: Final = 0.5  # of the characters of what reads like the document
_SITE: Final = lazily(  # alone in the last line
    r"\w{2,6}(?:文[库庫](?:[网網])?|(?:[资資]料|[资資]源|下[载載]|范文|文[档檔]|作文)[网網]|题库|之家)"
)
_LONGEST_MENU: Final = 400  # characters
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
    size = len(lines)
    first, last = min(_LIMIT, size), max(0, size - _LIMIT)
    topic = topic_of(title)
    texts = [line.text for line in lines]
    top = [weigh(texts[place], found.get(place), place in copies, topic) for place in range(first)]
    bottom = [
        top[place]
        if place < first and below(found.get(place)) is found.get(place)
        else weigh(texts[place], below(found.get(place)), place in copies, topic)
        for place in range(last, size)
    ]
    running = running_lines(texts)
    wrapped = bool(running) or is_wrapped(texts)
    open_headlines(texts[:first][: size - 1], top, wrapped=wrapped)
    open_headlines(texts[last:-1], bottom, wrapped=wrapped)  # the very last line may be cut
    for place in running:
        _take_for_prose(top, place)
        _take_for_prose(bottom, place - last)
    said = words_of([*_prose(texts[:first], top), *texts[first:last], *_prose(texts[last:], bottom)])
    weigh_by_topic(texts[:first], top, said)
    weigh_by_topic(texts[last:], bottom, said)
    name = site_name(lines[0].text) if lines and not (0 in found and found[0].rule is TITLE) else None
    if name:
        open_named(texts[last:], name, bottom)
    heading = _open_listed(texts, last, title, top, bottom)
    open_menu(lines, top)
    weigh_calls(texts[:first], top)
    join_labels(lines, top)
    open_notices(lines, found, top)
    open_above_title(texts, top)
    if lines and 0 not in found and is_slogan(lines[0].text):
        top[0] = Weight(LABEL, sure=True, rule=lines[0].text)
    for place in own:
        if place < first:
            top[place] = Weight(HEADING)
        if place >= last:
            bottom[place - last] = Weight(HEADING)
    core = verse_above(texts, found, top, _likest(top, bottom, size))
    least = sure_start(found, top)
    if least >= core.stop and sum(map(len, texts[least:])) < _LEFT * sum(map(len, texts[core.start : core.stop])):
        least = 0  # the title stands at the page's end once more
    until = below_file(found, core.start) or core.start
    _doubt_above_text(texts, top)
    head = first_page(found, first) or page_one(texts, top, found) or max(_furthest(_until_title(top[:until])), least)
    outside = bottom[: core.stop - size - 1 : -1]
    if heading is None:
        heading = _over_menus(lines[last:], bottom)
    signed = size > core.stop - 1 > 0 and _SITE.fullmatch(lines[-1].text) is not None
    under = size - last - heading if heading is not None and last + heading >= core.stop else 0
    cut = end_of_preview(texts, found, core.start, bottom)
    stated = {fact for at, one in found.items() if at < head for fact in one.facts}
    end = max(_furthest(outside), _block(outside), signed, under, size - cut if cut is not None else 0)
    if len(stated) >= _STATED:  # a site's page has an end of the site's, however little tells it
        short = takewhile(lambda pair: len(pair[1].text) <= _LINE, zip(outside, reversed(lines), strict=False))
        end = max(end, _furthest([weight for weight, _ in short], _SOME_EVIDENCE, 1))
    while end and size - end > core.stop and _CLAIM.match(text := lines[size - end - 1].text) and claims(text):
        end += 1
    above = size - end - 1  # what the site says of itself, right above: ``51范文网(www.51fw.example)，…``
    if name and end and above >= max(core.stop, last) and bottom[above - last].sure and texts[above].startswith(name):
        end += 1
    if head >= size - end and (unknown := _unknown(texts, found)):
        return Edges(unknown.start, unknown.stop, unknown.start)
    return Edges(head, size - end, max(core.start, least))


def _take_for_prose(weights: list[Weight], place: int) -> None:
    """Let a line of running text weigh as prose (in place), whatever its half of a sentence speaks of."""
    if 0 <= place < len(weights) and not weights[place].rule and ITEM <= weights[place].value <= 0:
        weights[place] = Weight(PROSE)


def _unknown(texts: Sequence[str], found: Findings) -> range:
    """Return the most lines in a row that no rule knows: the document where both ends claim it all; none if few."""
    known = [-1, *sorted(found), len(texts)]
    above, below = max(pairwise(known), key=lambda pair: pair[1] - pair[0])
    run = range(above + 1, below)
    enough = len(run) >= _ROW and sum([len(text) for text in texts[run.start : run.stop]]) >= _ROW_LENGTH
    return run if enough else range(0)


def _open_listed(
    texts: Sequence[str], last: int, title: str | None, top: list[Weight], bottom: list[Weight]
) -> int | None:
    """Let lists of other documents at the end weigh for the site (in place), at both ends where these overlap.

    Args:
        texts: all lines of the dump.
        last: the place of the first one of the bottom.
        title: the document's title.
        top: how the first lines weigh.
        bottom: how the last lines weigh.

    Returns:
        the place of the heading over them, if any, among the lines of the bottom.
    """
    below = texts[last:]
    for place, weight in listed(below, bottom).items():
        bottom[place] = weight
        if last + place < len(top):
            top[last + place] = weight._replace(sure=False)
    sure = [weight.sure for weight in bottom]
    heading = list_heading(below, sure, title, sited=sum(weight.sure for weight in top) > _SIGNS)
    if heading is None:
        heading = first_channel(below, sure)
    if heading is not None:
        bottom[heading] = Weight(LABEL, True, OTHERS)
    _open_lists(bottom, below)
    if heading is not None and last + heading < len(top):
        top[last + heading :] = bottom[heading : heading + len(top) - last - heading]
    return heading


def _prose(texts: Sequence[str], weights: Sequence[Weight]) -> Iterator[str]:
    """Yield the lines that are surely a document's sentences."""
    return (text for text, weight in zip(texts, weights, strict=True) if weight.value == PROSE)


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
        if weight.value <= _STOP:
            break
        rows += weight.several
        total += 2 * STRANGER if again else weight.value  # a list of things with a price or a size each
        if total >= best and weight.sure and not again:
            best, count, told = total, number, len(signs) + rows
    return count if best >= evidence and told >= signs_of_site + 3 else 0


def _block(weights: Sequence[Weight]) -> int:
    """Return how many lines at the end begin with a sure one of the site and are sure ones in good part."""
    without_text = [*takewhile(lambda weight: weight.value > _STOP, weights)]
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
    begin = next((place for place, weight in enumerate(weights) if weight.value <= _STOP), 0)
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


def _open_lists(weights: list[Weight], texts: Sequence[str]) -> None:
    """Let lines below a heading of other documents weigh nothing (in place), up to text; titles can be numbered."""
    is_list, number = False, 0
    for place, weight in enumerate(weights):
        numbered = _NUMBERED.match(texts[place]) if is_list and weight.value == ITEM else None
        if weight.rule == OTHERS:
            is_list, number = True, 0
        elif numbered and int(numbered[1]) == number + 1:
            weights[place], number = Weight(0.0), number + 1
        elif weight.value <= _STOP:
            is_list = False
        elif is_list and weight.value < 0:
            weights[place] = Weight(0.0)


def _over_menus(lines: Sequence[Line], weights: Sequence[Weight]) -> int | None:
    """Return the place of the heading over other documents below which there is nothing but menus."""
    for place in range(len(lines) - 1, 0, -1):
        if len(lines[place].text) > _LONGEST_MENU or not is_menu(lines[place].text):
            return place if weights[place].rule == OTHERS and place + 1 < len(lines) else None
    return None
