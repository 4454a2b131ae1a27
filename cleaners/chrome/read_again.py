"""Lines of a dump that no rule knows as the site's, but that read so together with those around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, pairwise
from typing import Final

from cleaners.chrome.as_learned import as_learned
from cleaners.chrome.cells import cells_of_tables
from cleaners.chrome.duplicates import REPEATED
from cleaners.chrome.last_lines import signs_off
from cleaners.chrome.line_classifier import MOST, log_odds
from cleaners.chrome.line_shapes import READ
from cleaners.chrome.own_shapes import own_shapes
from cleaners.chrome.page_marks import PAGE_NUMBER
from cleaners.chrome.post_blocks import REPLY_TO
from cleaners.chrome.repeated_controls import repeated_controls
from cleaners.chrome.site_notices import gives_notice
from cleaners.chrome.sure_starts import names_text
from cleaners.chrome.text_above_summary import text_above_summary
from cleaners.chrome.two_groups import parting
from cleaners.chrome.wrapped_lines import running_lines
from cleaners.document import Line
from cleaners.facts.finding import READING_TIME, STAMP, Findings, Rules, is_title
from cleaners.furniture.folios import BARRED
from cleaners.furniture.number_forms import number_of
from cleaners.lazily import lazily
from cleaners.reflow.numbering import within_entries
from cleaners.rules.strangers import BLANK
from cleaners.rules.vocabulary import site_share

READS_SO: Final = "reads-as-chrome"
REPEATS: Final = "repeated-control"
_EVIDENCE: Final = 2.0  # the least that lines at an edge say together
_SURE: Final = 2.0  # ... and that one of them says alone
_LOW, _HIGH = 0.5, 2.0  # log odds between which a page's own measure lies: those of a line that goes at an edge
_PLAIN, _APART = 1.5, 3.0  # the measure of a page whose lines do not part that far in two
_DOUBT: Final = 0.7  # log odds that a line at an edge falls short of its own
_MORE: Final = 1.0  # of a line between the document's, above those of one at an edge
_WITHIN, _SENTENCE = 2.0, 3.0  # of a line, and of a sentence there, at the least: a post can read like a comment
_SAYS: Final = lazily(r"[，。！？；]|[,.!?]\s|[.!?]$")
_SEVERAL: Final = 4  # marks in a paragraph, which goes on from the code that it stands below
_PAGES: Final = 3  # marks of pages, between which the document is shown ...
_ITEM: Final = lazily(r"[•▪◦●■] ?\w{2}")
_ON_PAGE: Final = 12  # lines of the last page
_SHOWN: Final = 2.0  # ... and how much that says
_LONGEST_STAMP: Final = 60  # characters
_BEGUN: Final = 40  # lines below it
_SIGNED: Final = lazily(r"[^|｜]{1,20}[|｜]\s?(?:[发發][布佈表]|回答|提[问問])[于於]\s?(?:19|20)\d\d-.{3,20}")
_FORM: Final = lazily(r"□|☐|[(（][盖蓋]章[)）]|[签簽][字名章]?[:：]")
_BLANKS: Final = 4  # lines to be filled in
_ABOVE_FORM: Final = 4  # lines above the first of them
_OWN: Final = -6.0  # log odds of a line that is known to be the document's
_NUMBER: Final = lazily(
    r"\W{0,3}(?:第\s?)?(\d{1,4}|[〇零一二三四五六七八九十百]{1,5})\s?[页頁]?\W{0,3}(?:[共总總]\s?\d{1,4}\s?[页頁]\W{0,3})?"
)
_WORK: Final = lazily(r"(?:《[^《》]+》[、，,；;。]?)+")  # what a document gives as an example, or names
_ENDS_ENTRY: Final = lazily(r"\d[.。]?$")  # of a bibliography: its page or its year
_CLOSES: Final = lazily(r"[]})]{1,3}[;,]?")
_STEP, _PAGE = 2, 8  # of such numbers: every page or every second one; lines between them at the least
_PARAGRAPH: Final = 40  # characters of one
_RUN, _LATIN_RUN = 150, 300  # ... and of text that is one, wherever it breaks off
_CLAUSES: Final = 4
_MARKS: Final = lazily(r"[，。；：]")
_LATIN_MARKS: Final = lazily(r"[a-z][,.;:!?][\"”’)]?\s")
_WORD: Final = lazily(r"[^\W\d_]{2}")
_STOPS: Final = "。：；！？…"
_CLOSING: Final = "”’」』）)】》"
_REFERRED: Final = lazily(r"(?:\s?\[\d{1,3}(?:[-–,]\d{1,3})?\])+$")  # to a work: …。[2-3]
_OF_SITE: Final = 0.1  # share of a site's words
_FEW: Final = 3  # lines above a title, of which no rule knows any
_READ: Final = 500  # lines at either end that are read


def read_again(lines: Sequence[Line], found: Findings, rules: Rules, own: Set[int] = frozenset()) -> None:
    """Let lines go (in place) that read as chrome, where a dump shows by others that it is a site's page.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
        own: the places of lines that are known to be the document's.
    """
    silent = {place for place, finding in found.items() if is_title(finding.rule) or finding.rule.marker}
    told = rules.keys() - silent
    few = len({lines[place].text for place in told}) < _FEW
    sites = {place for place in found if place in rules or not found[place].rule.ambiguous}
    if not told or (few and sites <= silent):
        return  # a bare text may have a line above its title, and on each of its pages
    titles = {place for place in silent if is_title(found[place].rule)}
    size = len(lines)
    places = [*range(min(size, _READ)), *range(max(_READ, size - _READ), size)]
    texts = as_learned([lines[place].text for place in places])
    removed = [place in rules for place in places]
    named = {at for at, place in enumerate(places) if place in titles}
    odds = log_odds(texts, removed, named)
    shown = _shown(lines, found)
    ends = text_above_summary(found, {place for place, rule in rules.items() if rule == REPEATED})
    shown = (*shown, ends) if ends and ends[-1] not in rules else shown
    running = running_lines(texts) | {at for at in within_entries(texts) if _ENDS_ENTRY.search(texts[at])}
    running |= own_shapes(texts, removed, named)
    heads = _below_numbers(texts) | _barred(texts)
    cells = {*cells_of_tables(texts, removed)}
    for at, place in enumerate(places):
        if any(place in stretch for stretch in shown):
            odds[at] = _OWN if _ITEM.match(texts[at]) else odds[at] - _SHOWN
        if _begins_post(place, texts[at], rules):
            odds[at] -= _SENTENCE
        goes_on = place > 0 and lines[place - 1].tag == "pre" and len(_SAYS.findall(texts[at][:READ])) >= _SEVERAL
        prose = _is_prose(texts[at])
        closes = _ends_post(place, lines) or (odds[at] > 0.0 and signs_off(texts[at]))
        if place in own or closes or at in running or BLANK in texts[at] or goes_on or prose:
            odds[at] = _OWN
        elif _NUMBER.fullmatch(texts[at]) or texts[at] in heads or _WORK.fullmatch(texts[at]):
            odds[at] = 0.0  # numbers, and what stands below them again, are for those who know pages
        elif at in cells:
            odds[at] = min(odds[at], 0.0)
    for at in [*chrome_of(texts, odds, removed)]:
        if _CLOSES.fullmatch(texts[at]) and at and not removed[at - 1]:
            continue  # the code above it
        removed[at] = True
        rules[places[at]] = READS_SO
    rules.update((places[at], REPEATS) for at in repeated_controls(texts, odds, removed))
    rules.update((places[at], READS_SO) for at in _copies([*zip(places, texts, strict=True)], rules))


def _copies(lines: Sequence[tuple[int, str]], rules: Rules) -> Iterator[int]:
    """Yield which short lines, each with its place, are copies of several that read so, beside another of the site's.

    Heads and feet of pages stand so beside the site's own marks of pages: 内部资料 注意保存.
    """
    read = Counter([text for place, text in lines if rules.get(place) == READS_SO and len(text) <= _LONGEST_STAMP])
    often = {text for text, count in read.items() if count > 1 and _WORD.search(text)}
    for at, (place, text) in enumerate(lines):
        if text in often and place not in rules and not rules.keys().isdisjoint((place - 1, place + 1)):
            yield at


def _is_prose(text: str) -> bool:
    """Tell whether a line is a paragraph of several clauses, or a longer run of text, that hardly speaks of a site."""
    ended = _REFERRED.sub("", text).rstrip(_CLOSING)[-1:] in _STOPS
    latin = not _MARKS.search(text)
    long = len(text) >= (_LATIN_RUN if latin else _RUN)
    if not (long or (ended and not latin and len(text) >= _PARAGRAPH)):
        return False
    clauses = len((_LATIN_MARKS if latin else _MARKS).findall(text))
    return clauses >= _CLAUSES and site_share(text) < _OF_SITE and not gives_notice(text)


def _shown(lines: Sequence[Line], found: Findings) -> tuple[range, ...]:
    """Return where the document is, whatever its lines are.

    That is between marks of pages, where a form is filled in, below how long it takes to read, or a viewer's title.
    """
    timed = [
        place
        for place, finding in found.items()
        if names_text(finding) or (finding.rule.name == READING_TIME and _is_titled(found, place))
    ]
    marks = {place: finding for place, finding in found.items() if finding.rule.marker}
    pages = [at for at, one in marks.items() if "page" in one.facts or PAGE_NUMBER.search(one.line.text)]
    blanks = [place for place, line in enumerate(lines) if len(line.text) <= READ and _FORM.search(line.text)]
    return (
        range(min(pages), _last_item(lines, max(pages))) if len(pages) >= _PAGES else range(0),
        range(min(blanks) - _ABOVE_FORM, max(blanks) + 1) if len(blanks) >= _BLANKS else range(0),
        range(timed[0], timed[0] + _BEGUN) if len(timed) == 1 else range(0),
    )


def _last_item(lines: Sequence[Line], mark: int) -> int:
    """Return the place behind the last item on the page below a mark; that of the mark where it has none."""
    below = range(mark + 1, min(len(lines), mark + 1 + _ON_PAGE))
    return max((place for place in below if _ITEM.match(lines[place].text)), default=mark - 1) + 1


def _below_numbers(texts: Sequence[str]) -> set[str]:
    """Return the lines that stand again below numbers which count up, a page apart: heads of pages."""
    seen: dict[str, list[tuple[int, int]]] = {}
    for place, (above, text) in enumerate(pairwise(texts)):
        if (number := _NUMBER.fullmatch(above)) and text:
            seen.setdefault(text, []).append((place, number_of(number[1])))
    return {
        text
        for text, found in seen.items()
        if len(found) > 1
        and all(
            0 < after - value <= _STEP and below - place >= _PAGE for (place, value), (below, after) in pairwise(found)
        )
    }


def _barred(texts: Sequence[str]) -> set[str]:
    """Return the lines that have the same words and another number each, with a bar between: feet of pages."""
    alike: dict[str, set[str]] = {}
    for text in texts:
        if ("|" in text or "｜" in text) and len(text) <= READ and (found := BARRED.fullmatch(text)):
            alike.setdefault(found[1] or found[4], set()).add(text)
    return {text for same in alike.values() if len(same) > 1 for text in same}


def _is_titled(found: Findings, place: int) -> bool:
    return place - 1 in found and is_title(found[place - 1].rule)


def _ends_post(place: int, lines: Sequence[Line]) -> bool:
    """Tell whether a line is above a link to answer it, or an answer that is signed: ``N | 发布于2019-05-01 12:00``."""
    if place + 1 == len(lines) or len(lines[place + 1].text) > _LONGEST_STAMP:
        return False
    if lines[place + 1].text in REPLY_TO:
        return True
    signed = _SIGNED.fullmatch(lines[place + 1].text) is not None
    return signed and _SAYS.search(lines[place].text[:READ]) is not None


def _begins_post(place: int, text: str, rules: Rules) -> bool:
    """Tell whether a sentence stands right below the stamp of a post, or the floor beside it."""
    above = rules.get(place - 1) == STAMP or (place - 1 in rules and rules.get(place - 2) == STAMP)
    return above and place not in rules and _SAYS.search(text[:READ]) is not None


def chrome_of(texts: Sequence[str], odds: Sequence[float], removed: Sequence[bool]) -> Iterator[int]:
    """Yield the places of kept lines that go: at either end those that are the site's together, within what surely is.

    Args:
        texts: the lines of a dump.
        odds: for each line, the log odds that it is the site's.
        removed: which are gone already.
    """
    kept = [place for place, gone in enumerate(removed) if not gone]
    measure = _measure([odds[place] for place in kept])
    doubt = measure + _DOUBT
    above = _together([odds[place] - doubt for place in kept])
    below = len(kept) - _together([odds[place] - doubt for place in reversed(kept)])
    for number, place in enumerate(kept):
        within = above <= number < below
        least = max(measure + _MORE, _SENTENCE if _SAYS.search(texts[place][:READ]) else _WITHIN) if within else measure
        if odds[place] > least:
            yield place


def _measure(odds: Sequence[float]) -> float:
    """Return the log odds above which a page's line is the site's: verses and slides read more like it than prose."""
    middle, apart = parting([max(-MOST, min(MOST, value)) for value in odds])
    return min(_HIGH, max(_LOW, middle)) if apart >= _APART else _PLAIN


def _together(odds: Sequence[float]) -> int:
    """Return how many lines from the outside are most likely the site's together; none where that is little."""
    sums = [0.0, *accumulate(odds)]
    most = max(sums)
    count = sums.index(most)
    return count if most >= _EVIDENCE and max(odds[:count]) >= _SURE else 0
