"""Headings of a document's own that read like a site's: 摘要 above an abstract, 温馨提示 above what a manual says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import takewhile
from typing import Final

from cleaners.chrome.folded_summary import SITES_SUMMARY
from cleaners.chrome.own_outline import outline
from cleaners.chrome.sections import opens_text
from cleaners.document import Line
from cleaners.facts.finding import Findings, is_title
from cleaners.facts.marked_items import FILE_NAME
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.strangers import is_prose

_REACH: Final = 40  # lines below an abstract's heading in which its keywords follow
_LABEL: Final = 12
_OPENING: Final = ("notices", "prose")
_FOLDED: Final = 14  # lines below a summary's heading in which the control stands that folds it
_WORKS: Final = 2
_HEADINGS: Final = frozenset(("h2", "h3", "h4"))
_SEVERAL: Final = 2
_WORK: Final = lazily(
    r"(?:\d{1,2}[.、．]\s*)?《[^《》]+(?:法|条例|办法|规定|规范|标准|通知|意见|细则|规程|导则|决定|章程|制度|准则|指南|规则|公约)》[；;。]?"
)
_CUT: Final = lazily(r"(?:\.{2,}|…+)$")
_REFERENCES: Final = ("参考文献", "references", "bibliography")
_ABSTRACTS: Final = ("摘要", "abstract", "内容摘要", "中文摘要")
_COMPARED: Final = 24

_FIRST_WORK: Final = lazily(r"(?:第[一1]篇|篇[一1])\s?[:：]")
_NEXT_WORK: Final = lazily(r"(?:第[二2]篇|篇[二2])\s?[:：]")
_OF_MEMBERS, _PLACE = "post-control", "Location:"
_BESIDE: Final = 4  # lines of a member's column

_FOLIO: Final = lazily(r"(?!0?1$)[-—–－―·\s]*\d{1,4}[-—–－―·\s]*|第\s?\d{1,4}\s?[页頁]")
_FOLIO_BELOW: Final = lazily(r"[-—–―－·]\s?\d{1,4}\s?[-—–―－·]|[ivxIVX]{1,5}|第\s?\d{1,4}\s?[页頁]")
_LONGEST_FOLIO: Final = 20  # characters


def forget_own_headings(lines: Sequence[Line], found: Findings) -> set[int]:
    """Take out of the findings (in place) the headings that are the document's own, and return their places.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
    """
    own: set[int] = set()
    for place in [place for place, finding in found.items() if finding.rule.own_with or finding.rule.to in _OPENING]:
        rule = found[place].rule
        if rule.to == "prose":
            is_own = _lists_works(lines, found, place)
        elif rule.to:
            is_own = opens_text(lines, found, place)
        elif SITES_SUMMARY.match(lines[place].text):
            continue
        else:
            is_own = _comes_with(lines, found, place, rule.own_with) or _heads_text(lines, found, place)
        if is_own:
            del found[place]
            own.add(place)
    return own


def heads_abstract(lines: Sequence[Line], found: Findings, rules: Mapping[int, str], place: int) -> bool:
    """Tell whether the last line above a text is the heading of its abstract, which nothing repeats."""
    if place < 0 or place + 1 >= len(lines) or place not in found or not found[place].rule.folded:
        return False
    alone = place not in rules and place + 1 not in rules and place + 1 not in found
    return alone and key_of(lines[place].text).strip(":[]") in _ABSTRACTS and is_prose(lines[place + 1])


def _lists_works(lines: Sequence[Line], found: Findings, place: int) -> bool:
    """Tell whether a heading stands over regulations or the like that are no links, as no site lists documents."""
    below = (lines[at] for at in range(place + 1, len(lines)) if at not in found)
    works = list(takewhile(lambda line: not line.links and _WORK.fullmatch(line.text), below))
    return len(works) >= _WORKS


def _heads_text(lines: Sequence[Line], found: Findings, place: int) -> bool:
    """Tell whether a heading such as 摘要 stands over text of the document that nothing folds and nothing repeats."""
    folded = any(at in found and found[at].rule.folds for at in range(place - 1, place + _FOLDED))
    if folded or place + 1 >= len(lines) or _is_late(lines, place):
        return False
    if not (_stands_in_text(lines, place) or _is_paper(lines) or _is_one_of_several(lines, found, place)):
        return False
    text = lines[place + 1].text
    if place + 1 in found or not is_prose(lines[place + 1]) or _CUT.search(text):
        return False
    start = key_of(text)[:_COMPARED]
    return not any(start in key_of(line.text) for at, line in enumerate(lines) if at != place + 1)


def _stands_in_text(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a tree has a heading and the line below it in the box that holds most of the text."""
    box = lines[place].box
    if not lines[place].tag or lines[place + 1].box != box:
        return False
    return 2 * sum(len(line.text) for line in lines if line.box == box) > sum(len(line.text) for line in lines)


def _is_one_of_several(lines: Sequence[Line], found: Findings, place: int) -> bool:
    """Tell whether a tree has other headings of the same kind and depth, which no rule knows, over text below it."""
    kind = lines[place].tag, lines[place].depth
    return kind[0] in _HEADINGS and (
        sum(
            (line.tag, line.depth) == kind and at not in found and at + 1 not in found
            for at, line in enumerate(lines[place + 1 :], place + 1)
        )
        >= _SEVERAL
    )


def _is_paper(lines: Sequence[Line]) -> bool:
    """Tell whether a document has numbered headings, or references at its end."""
    return bool(outline(lines)) or any(key_of(line.text[:_LABEL]).startswith(_REFERENCES) for line in lines)


def _is_late(lines: Sequence[Line], place: int) -> bool:
    """Tell whether most of the page's text stands above a line."""
    return sum(len(line.text) for line in lines[:place]) > sum(len(line.text) for line in lines[place:])


def _comes_with(lines: Sequence[Line], found: Findings, place: int, words: tuple[str, ...]) -> bool:
    """Tell whether a line below begins with one of the words, and none of the site's stands between."""
    if place + 1 in found:
        return False
    below = lines[place + 1 : place + 1 + _REACH]
    return any(key_of(line.text[:_LABEL]).startswith(words) for line in below)


def forget_first_of_works(lines: Sequence[Line], found: Findings) -> set[int]:
    """Take the title as head of the first of several works out of the findings (in place); return its place.

    The heads of the others, ``第二篇：…``, stay as well. As the first line that says the title it is that.
    """
    title = min((place for place, finding in found.items() if is_title(finding.rule)), default=0)
    first = {
        place
        for place, finding in found.items()
        if place > title and finding.rule.name == FILE_NAME and _FIRST_WORK.match(lines[place].text)
    }
    if not first or not any(_NEXT_WORK.match(line.text) for line in lines[max(first) + 1 :]):
        return set()
    for place in first:
        del found[place]
    return first


def forget_own_places(lines: Sequence[Line], found: Findings) -> None:
    """Take ``Location: …`` out of the findings (in place) where no line near says more of a member, as in minutes."""
    for place, finding in [*found.items()]:
        if finding.rule.name == _OF_MEMBERS and lines[place].text.startswith(_PLACE):
            near = {at for at in range(place - _BESIDE, place + _BESIDE + 1) if at in found and at != place}
            if not any(found[at].rule.between for at in near):
                del found[place]


def forget_running_titles(lines: Sequence[Line], found: Findings, own: Set[int]) -> None:
    """Take the title out of the findings (in place) where it stands right below a page's number, as a running head.

    Below a bare 1 it stands on the first slide. Above a number, too, where the document has begun with a heading.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        own: the places of headings that are the document's.
    """
    titles = sorted(place for place, finding in found.items() if is_title(finding.rule))
    begun = min(own, default=len(lines))
    for place in titles:
        above = place != titles[0] and _FOLIO.fullmatch(lines[place - 1].text[:_LONGEST_FOLIO])
        below = begun < place < len(lines) - 1 and _FOLIO_BELOW.fullmatch(lines[place + 1].text[:_LONGEST_FOLIO])
        if above or below:
            del found[place]
