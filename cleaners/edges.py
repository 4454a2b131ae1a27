"""Where the document begins and ends in a dump of a site that no rule describes: weighed line by line.

Lines of a site come in a row, at the top and at the bottom, and are made of the same few words (``rules/
vocabulary.toml``), whatever else they say. Each line weighs for the site or for the document; the edge is where the sum
from the outside is greatest, so that a line in doubt goes with the lines around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import Final, NamedTuple

from cleaners.document import Line
from cleaners.finder import TITLE
from cleaners.findings import FILE_NAME, Finding, Findings, is_title
from cleaners.labels import bare_label
from cleaners.lazily import lazily
from cleaners.others import OTHERS, heads_others, introduces
from cleaners.phrases import key_of
from cleaners.preview_words import says_part, says_whole
from cleaners.site_notices import gives_notice, is_notice, is_slogan, speaks_of_itself
from cleaners.strangers import width
from cleaners.vocabulary import own_labels, site_share, topic_of

_MIDDLE: Final = 1e6  # how much the lines between speak for the document
_LIMIT: Final = 80  # lines of a site at either end that are looked at
_NEAR: Final = 3  # lines below a title in which facts of the site begin
_EVIDENCE: Final = 3.0  # the least weight of an edge
_SIGNS: Final = 2  # ... and how many different things speak for it
_STOP: Final = -3.0  # a line of such weight ends the site's
_BY_STRENGTH: Final = {"certain": 4.0, "section": 4.0, "badge": 3.0, "weak": 2.0}
_AMBIGUOUS: Final = 0.5  # a date may be the document's own
_STRANGER: Final = -0.5  # a title in a list, a user's name, a line of a poem
_PROSE: Final = -6.0
_HEADING: Final = -6.0
_ITEM: Final = -3.5
_LISTED: Final = -1.5  # ... but sites number their lists as well
_LABEL: Final = 2.0
_LABEL_ALONE: Final = ":"  # what stands for a label whose value is in the next line
_BARE: Final = 1.0
_TELLING: Final = 0.4  # share of a site's words from which a short line or a label is one
_MOSTLY: Final = 0.6
_FEW: Final = 0.25
_ALMOST_ALL: Final = 0.8
_LONGEST: Final = 200  # characters
_LONG: Final = 40  # columns of a line that is prose whatever it ends with

_SENTENCE: Final = lazily(r"[。；;，,、]$|.{14}[！？!?]$|[。！？；].|[，,].{4,}[，,]")
_MARK: Final = lazily(r"[，。；：、,;:]")
_CHAPTER: Final = lazily(r"[(（]?[第一二三四五六七八九十]+[章节節条條篇编編、.．)）:：]|.{2,40}篇[一1][:：]?$")
_NUMBERED: Final = lazily(r"[(（]?(?:\d{1,3}|[①-⑳]|[IVX]+)[章节節条條篇编編、.．)）:：](?!\d)")
_LABELLED: Final = re.compile(r"([^\s:：]{2,6})\s?[:：]\s?\S.{0,30}")
_FACTS_OF_FILES: Final = frozenset(("doc_type", "page_count", "file_size", "views", "downloads"))
_PAGE_BEFORE: Final = "Page "  # such a mark stands before the text of its page
_PICTURE: Final = lazily(r"[\U0001f300-\U0001faff\u2b00-\u2bff]")  # no author begins a short line with one
_PARTS: Final = lazily(r"[|｜>›»]")
_MENU: Final = 3  # such signs in a menu; a title has fewer
_ITEM_OF_MENU: Final = lazily(r"[A-Za-z]{0,4}[\u4e00-\u9fff]{2,7}")
_BRIEF: Final = 48  # columns
_BLOB: Final = 100  # columns of a line, most of them Han, that is no title in a list
_FULL: Final = 72  # columns of an item that is text, of a document or of its viewer's chunks
_BLANK: Final = "____"  # to be filled in: a form
_CLOSING: Final = "”’」』）)]】》〉。，！？；"
_COUNT: Final = lazily(r"\d[\d,.]{0,8}(?:[万千wk]?\+?|/\d{1,4})")
_WORD: Final = lazily(r"[^\W_]")


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
    top = [_weigh(lines[place].text, found.get(place), place in copies, topic) for place in range(first)]
    bottom = [
        _weigh(lines[place].text, _below(found.get(place)), place in copies, topic) for place in range(last, size)
    ]
    _open_lists(bottom)
    if lines and is_slogan(lines[0].text):
        top[0] = _Weight(_LABEL, sure=True, rule=lines[0].text)
    for place in own:
        if place < first:
            top[place] = _Weight(_HEADING)
        if place >= last:
            bottom[place - last] = _Weight(_HEADING)
    core = _likest(top, bottom, size)
    least = max(_second_title(top), _first_page(found, first))
    until = _below_file(found, core.start) or core.start
    head = max(_furthest(_until_title(top[:until])), least)
    return Edges(head, size - _furthest(bottom[: core.stop - size - 1 : -1]), max(core.start, least))


def _likest(top: Sequence[_Weight], bottom: Sequence[_Weight], size: int) -> range:
    """Return the places of the lines in a row that speak most for the document, as far as both ends are known."""
    middle = size - len(top) - len(bottom)
    parts = [*top, *([_Weight(-_MIDDLE)] if middle > 0 else []), *bottom[max(0, -middle) :]]
    best = total = 0.0
    start = begin = end = 0
    for number, weight in enumerate(parts, 1):
        if total <= 0:
            total, start = 0.0, number - 1
        total -= _LISTED if weight.value == _ITEM else weight.value
        if total > best:
            best, begin, end = total, start, number
    return range(begin, end + max(0, middle - 1) * (end > len(top)))


class _Weight(NamedTuple):
    """How far a line is the site's (above zero) or the document's (below), and why.

    An edge may lie behind a line that is ``sure``; ``rule`` tells one sign of a site from another.
    """

    value: float
    sure: bool = False
    rule: str = ""


def _furthest(weights: Sequence[_Weight]) -> int:
    """Return how many lines from the outside weigh most together; none where that is too little."""
    total = best = 0.0
    count = told = 0
    before = ""
    signs = {"", TITLE.name, _LABEL_ALONE}  # the title says nothing of a site
    for number, weight in enumerate(weights, 1):
        again = weight.rule.startswith("badge") and weight.rule in signs and before != _LABEL_ALONE
        before = weight.rule
        signs.add(before)
        if weight.value <= _STOP:
            break
        total += 2 * _STRANGER if again else weight.value  # a list of things with a price or a size each
        if total >= best and weight.sure and not again:
            best, count, told = total, number, len(signs)
    return count if best >= _EVIDENCE and told >= _SIGNS + 3 else 0


def _until_title(weights: list[_Weight]) -> list[_Weight]:
    """Return the weights up to the second line that is the title: there the site stops, if it labels no facts below."""
    titles = [number for number, weight in enumerate(weights, 1) if weight.rule == TITLE.name]
    for number, after in pairwise([*titles[1:], 0]):
        labelled = (weight.sure and weight.rule.startswith("labelled") for weight in weights[number : number + _NEAR])
        if after != number + 1 and not any(labelled):
            return weights[:number]
    return weights


def _second_title(weights: Sequence[_Weight]) -> int:
    """Return how many lines stand up to the title's second place, where lines between are surely the site's; else 0."""
    titles: list[int] = []
    sure = False
    for number, weight in enumerate(weights, 1):
        if weight.value <= _STOP:
            break
        if weight.rule == TITLE.name:
            titles.append(number)
            if len(titles) > 1:
                return number if sure else 0
        sure = sure or (weight.sure and bool(titles))
    return 0


def _below_file(found: Findings, limit: int) -> int:
    """Return how many lines stand up to a title below its file's name, facts above and no chrome below; else 0."""
    stated = False
    for place in sorted(place for place in found if place < limit):
        is_last = stated and place + 1 not in found and found[place].rule is TITLE
        if is_last and place - 1 in found and found[place - 1].rule.name == FILE_NAME:
            return place + 1
        stated = stated or bool(found[place].facts and not is_title(found[place].rule))
    return 0


def _first_page(found: Findings, limit: int) -> int:
    """Return how many lines stand up to the viewer's mark of the first page, where facts stand above it; else 0."""
    for place in sorted(place for place in found if place < limit):
        finding = found[place]
        if finding.rule.marker and not finding.rule.position and finding.facts.get("page") == "1":
            stated = sum(bool(found[at].facts) for at in found if at < place)
            return place + 1 if stated >= _SIGNS and finding.line.text.startswith(_PAGE_BEFORE) else 0
    return 0


def _open_lists(weights: list[_Weight]) -> None:
    """Let lines below a heading of other documents weigh nothing (in place), up to text."""
    is_list = False
    for place, weight in enumerate(weights):
        if weight.rule == OTHERS:
            is_list = True
        elif weight.value <= _STOP:
            is_list = False
        elif is_list and weight.value < 0:
            weights[place] = _Weight(0.0)


def _below(finding: Finding | None) -> Finding | None:
    """Return a finding as far as it counts below a document: the title there is a running head."""
    return None if finding and (finding.rule is TITLE or finding.rule.marker or finding.rule.ambiguous) else finding


def _weigh(text: str, finding: Finding | None, is_copy: bool, topic: Set[str]) -> _Weight:
    if is_copy:
        return _Weight(_BY_STRENGTH["certain"], sure=True)
    if (finding and finding.rule.to == "prose") or heads_others(text):
        return _Weight(_BY_STRENGTH["section"], True, OTHERS)
    if finding and not finding.rule.ambiguous:
        is_title = finding.rule is TITLE
        rule = finding.rule.name if is_title or finding.rule.strength == "badge" else text
        return _Weight(1.0 if is_title else _BY_STRENGTH[finding.rule.strength], not is_title, rule)
    if gives_notice(text, topic):
        return _Weight(_LABEL, sure=True, rule=text)
    if len(text) > _LONGEST:
        return _Weight(2 * _PROSE)
    if speaks_of_itself(text):
        return _Weight(_BARE, sure=True, rule=text)
    if width(text) <= _BRIEF and (says_part(text) or says_whole(text) or _PICTURE.match(text)):
        return _Weight(_LABEL, sure=True, rule=text)
    if introduces(text):
        return _Weight(_LABEL, sure=True, rule=text)
    if (label := _LABELLED.fullmatch(text)) and _is_site_label(label[1]):
        return _Weight(_LABEL, sure=True, rule=label[1])
    if finding:
        return _Weight(_AMBIGUOUS, rule=_LABEL_ALONE if text[-1] in ":：" else "")
    if _COUNT.fullmatch(text):
        return _Weight(0.0, "/" in text)
    if not _WORD.search(text):
        return _Weight(_PROSE) if text[0] in _CLOSING or _BLANK in text else _Weight(_BARE, sure=True)
    if _CHAPTER.match(text):
        return _Weight(_HEADING)
    share = site_share(text, topic)
    columns = width(text)
    if _NUMBERED.match(text) and share < _TELLING:
        return _Weight(_PROSE if columns >= _FULL and share <= _FEW else _ITEM)
    if _SENTENCE.search(text) or (columns >= _LONG and _MARK.search(text)):
        if is_notice(text, topic) or share >= _ALMOST_ALL:
            return _Weight(_BARE, sure=True, rule=text)
        return _Weight(min(0.5, _PROSE * (1 - 2 * share)) if share > _FEW else _PROSE)
    if columns >= _BLOB and share <= _FEW and len(text) < 0.6 * columns:
        return _Weight(_PROSE)
    return _Weight(
        (2 if columns >= _LONG else 1) * _STRANGER + 2.5 * share, share >= _TELLING, text if share >= _MOSTLY else ""
    )


def is_menu(text: str) -> bool:
    """Tell whether a line is words parted as in a menu or a path."""
    words = text.split()
    return len(_PARTS.findall(text)) >= _MENU or (len(words) > _MENU and all(map(_ITEM_OF_MENU.fullmatch, words)))


def has_file_label(text: str) -> bool:
    """Tell whether a line is a label of a file's facts with a value, whatever that is: ``类型:论文写作``."""
    label = _LABELLED.fullmatch(text)
    return label is not None and _names_fact(label[1])


def _names_fact(label: str) -> bool:
    known = bare_label(label)
    return known is not None and known.fact in _FACTS_OF_FILES


def _is_site_label(label: str) -> bool:
    return _names_fact(label) or (key_of(label) not in own_labels() and site_share(label) >= _TELLING)
