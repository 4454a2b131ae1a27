"""Where the site's part of a dump surely ends: at the title's second place, a heading over the text, a page's mark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise, zip_longest
from typing import Final

from cleaners.chrome.line_weights import DOCUMENT, Weight
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import BREADCRUMB, Finding, Findings, is_title
from cleaners.facts.marked_items import FILE_NAME
from cleaners.lazily import lazily
from cleaners.rules.others import OTHERS

_SIGNS: Final = 2  # different things that speak for a site
_TEXT: Final = 3  # lines that read like text, in a row
_SURELY: Final = 4  # lines of the site between two copies of the title
_PAGE_BEFORE: Final = "Page "  # such a mark stands before the text of its page
_SENTENCE: Final = lazily(r".{15}[。！？]$")
_COLONS: Final = ("：", ":", "】")
_PAGE_ONE: Final = lazily(r"第\s?[1一]\s?[页頁]")
_LISTS: Final = "prose"  # how far a section of other documents goes
_ENTRY: Final = 6  # lines of an entry in it
_TEXT_HEAD: Final = "site-head"
_TAGS: Final = 5  # lines in a row that no rule knows, among what a site says of a document: keywords


def sure_start(found: Findings, weights: Sequence[Weight]) -> int:
    """Return how many lines at the top are surely the site's, whatever some of them say."""
    return max(
        _second_title(weights),
        _last_title(found, weights),
        first_page(found, len(weights)),
        _opened(found, weights),
        _headed(found, weights),
        _below_others(found, weights),
    )


def _headed(found: Findings, weights: Sequence[Weight]) -> int:
    """Return how many lines stand up to the title below a path or above a row of facts, menus and the like above."""
    for place in sorted(place for place in found if 0 < place < len(weights)):
        if not is_title(found[place].rule):
            continue
        way = found.get(place - 1)
        row = found.get(place + 1)
        told = (way and way.rule is BREADCRUMB) or (row and "published" in row.facts and not row.rule.ambiguous)
        sure = sum(weight.sure for weight in weights[:place])
        if told and sure >= max(_SIGNS, 2 * sum(weight.value <= DOCUMENT for weight in weights[:place])):
            return place + 1
    return 0


def _second_title(weights: Sequence[Weight]) -> int:
    """Return how many lines stand up to the title's second place, where lines between are surely the site's; else 0."""
    titles: list[int] = []
    sure = False
    for number, weight in enumerate(weights, 1):
        if weight.value <= DOCUMENT:
            break
        if weight.rule == TITLE.name:
            titles.append(number)
            if len(titles) > 1:
                return number if sure else 0
        sure = sure or (weight.sure and bool(titles))
    return 0


def _last_title(found: Findings, weights: Sequence[Weight]) -> int:
    """Return how many lines stand up to the title's second place, where half of those between are surely the site's.

    What reads like text between them are notices, and what the site says of the file.
    """
    titles = [place for place in range(len(weights)) if place in found and is_title(found[place].rule)]
    for above, again in pairwise(titles):
        between = weights[above + 1 : again]
        stated = any(at in found and found[at].facts for at in range(above + 1, again))
        least = _SIGNS if stated else _SURELY
        if again - above > _TEXT and all(weight.value <= DOCUMENT for weight in between[-_TEXT:]):
            continue  # text stands above it: a section of the document has its title
        if sum(weight.sure for weight in between) >= max(least, len(between) / 2):
            return again + 1
    return 0


def _opened(found: Findings, weights: Sequence[Weight]) -> int:
    """Return how many lines stand up to a site's heading over the text, the title and what a site says of it above.

    Nothing need stand above where the first mark of a page follows.
    """
    text = [place for place, weight in enumerate(weights) if weight.value <= DOCUMENT]
    first = min((at for at, one in found.items() if one.rule.marker and "page" in one.facts), default=0)
    for place in sorted(place for place in found if place < len(weights)):
        rule = found[place].rule
        if rule.opens and place + 1 == first:
            return place + 2
        twice = rule.opens and place + 1 in found and found[place + 1].rule.opens
        if rule.opens and sum(weight.sure for weight in weights[:place]) > (2 - twice) * sum(at < place for at in text):
            return place + 1 + twice
        if rule.name != _TEXT_HEAD or rule.folded or sum(at < place for at in text) > 1 or place + 1 in found:
            continue
        titles = [at for at in found if at < place and is_title(found[at].rule)]
        between = weights[min(titles) + 1 : place] if titles else ()
        if len({weight.rule for weight in between if weight.sure}) >= _SURELY and _in_doubt(between) <= _TAGS:
            return place + 1
    return 0


def _in_doubt(weights: Sequence[Weight]) -> int:
    """Return how many lines in a row are not surely the site's, at most."""
    return max((len([*run]) for sure, run in groupby(weights, key=lambda weight: weight.sure) if not sure), default=0)


def first_page(found: Findings, limit: int) -> int:
    """Return how many lines stand up to the viewer's mark of the first page; 0 where none surely is one.

    Where the reader is, only a viewer says; a page's name is its mark below facts, or where the next page has one.
    """
    marks = [place for place in sorted(found) if found[place].rule.marker and "page" in found[place].facts]
    for place, after in zip_longest(marks, marks[1:]):
        finding = found[place]
        if place >= limit:
            return 0
        if finding.facts["page"] == "1":
            if finding.rule.position:
                return place + 1
            stated = sum(bool(found[at].facts) for at in found if at < place)
            again = after is not None and after > place + 1 and found[after].facts["page"] == "2"
            told = finding.line.text.startswith(_PAGE_BEFORE)
            return place + 1 if told and (again or stated >= _SIGNS) else 0
    return 0


def named_text(found: Findings, limit: int) -> int:
    """Return how many lines stand up to the one with which a viewer names the document right over its text; else 0."""
    return next((at + 1 for at in sorted(found) if at < limit and names_text(found[at])), 0)


def names_text(finding: Finding) -> bool:
    """Tell whether a line is a viewer's heading over the text that gives the document's title: ``T Powered By N``."""
    return finding.rule.opens and "title" in finding.facts


def page_one(texts: Sequence[str], weights: Sequence[Weight], found: Findings) -> int:
    """Return how many lines stand up to a lone ``第1页`` right below a control, which facts stand above; 0 without."""
    marks = [place for place in range(1, len(weights)) if _PAGE_ONE.fullmatch(texts[place])]
    if len(marks) != 1 or not weights[marks[0] - 1].sure:
        return 0
    above = range(marks[0])
    stated = {fact for at in above if at in found for fact in found[at].facts}
    prose = [at for at in above if _SENTENCE.search(texts[at])]  # the site's summary, below its heading
    if len(prose) > 1 or not all(texts[at - 1][-1:] in _COLONS for at in prose):
        return 0
    return marks[0] + 1 if len(stated) > _SIGNS else 0


def below_file(found: Findings, limit: int) -> int:
    """Return how many lines stand up to a title below its file's name, facts above and no chrome below; else 0."""
    stated = False
    for place in sorted(place for place in found if place < limit):
        is_last = stated and place + 1 not in found and found[place].rule is TITLE
        if is_last and place - 1 in found and found[place - 1].rule.name == FILE_NAME:
            return place + 1
        stated = stated or bool(found[place].facts and not is_title(found[place].rule))
    return 0


def _below_others(found: Findings, weights: Sequence[Weight]) -> int:
    """Return how many lines stand up to the last control of a list of others above the text, which each entry ends in.

    Such a list stands below the facts of this document, and hardly any text above its heading.
    """
    head = next((at for at in sorted(found) if at < len(weights) and found[at].rule.to == _LISTS), 0)
    above = weights[:head]
    stated = sum(bool(found[at].facts) for at in found if at < head)
    if stated < _SIGNS or sum(one.sure for one in above) <= 2 * sum(one.value <= DOCUMENT for one in above):
        return 0
    seen: dict[str, int] = {}
    stop = last = head
    for place in range(head + 1, len(weights)):
        one = weights[place]
        if place - last > _ENTRY or all(line.value <= DOCUMENT for line in weights[place - 1 : place + 1]):
            break
        if one.sure and one.rule not in ("", OTHERS):
            stop = place + 1 if one.rule in seen else stop
            seen[one.rule] = last = place
    return stop if stop > head else 0
