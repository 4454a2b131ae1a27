"""Where the head of a page ends: title, badges, facts, and what strangers stand between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaners.chrome.above_title import is_own, is_sites
from cleaners.chrome.doubled import DOUBLED
from cleaners.chrome.facts_below import facts_below
from cleaners.chrome.line_weights import has_file_label, is_menu
from cleaners.chrome.site_notices import is_hint
from cleaners.chrome.telling import (
    SITE_HEAD,
    is_post_stamp,
    is_presenting,
    is_row,
    is_way,
    listed_title,
    stands_as_hint,
)
from cleaners.document import Line
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import LABEL, STAMP, Findings, Rules, has_label, is_title
from cleaners.facts.stamps import is_stamp
from cleaners.lazily import lazily
from cleaners.rules.strangers import LABELLED, NUMBERED, is_icon, is_prose, is_stranger

OF_DUMPS = frozenset(("", "tr", "pre"))
"""Tags of lines that no tree has."""
_LABELLED = lazily(r"[^\W\d_]{2,6}\s?[:：]\s?[^\s,，。]{1,16}")  # by a label that no rule knows
_HEAD_LIMIT = 200
_STRANGERS = 2
_ABOVE_TITLE = 20
_WORD = lazily(r"\w")
_ISSUER = lazily(r"[^\W\d_]{4,30}文件")
_MASTHEAD = lazily(r"[^\W\d_]{0,30}(?:[会會][议議][纪紀]要|[简簡][报報]|通[报報]|公[报報]|[专專][报報])")
_NUMBER_OF = lazily(r"(?:[〔［\[(（]?(?:19|20)\d\d[〕］\])）]?年?)?\(?第\d{1,4}期\)?")
_UNDERLINE = lazily(r"([*＊=＝~～—─-])\1{3,}")
_AUTHORITY = lazily(r"[^\W\d_]{3,29}[局委处處部府厅廳院室会會办辦校司]")
_ISSUE = lazily(r"\S{1,14}[〔［\[(（【](?:19|20)\d\d[〕］\])）】]\s?(?:第\s?)?\d+\s?[号號]")
_CIRCULAR = lazily(r"[^\W\d_]{2,16}\s?第?\s?\d{1,4}\s?[／/]\s?(?:19|20)\d\d\s?[号號]")  # 教育局通告第12／2018號
_FILED = lazily(r"[檔档][号號案]\s?[:：]")
_OVER_TITLE, _LONGEST_HEAD = 3, 5  # lines, the title included
_COMPANY = lazily(r"[\u4e00-\u9fff()\uff08\uff09]{2,16}(?:股份|[责責]任)有限公司")
_CLASS = lazily(r"ICS\s?\d{2}(?:\.\d{2,3}){1,2}")
_COUNT = lazily(r"[\ue000-\uf8ff]?(?!(?:19|20)\d\d$)\d{1,7}\+?")  # behind the sign of an icon font
_COUNTS = 3
_TELLING = 3  # digits
_PARAGRAPH = 40  # characters
_LONGEST_NAME = 24  # characters of an authority's
_EDITED = lazily(r"最[后後].{0,60}[编編][辑輯]")
_OVER_NUMBER = (1, 2)  # lines of a head: a number, with the title or without
_DECREE = 2  # lines below a head in which it begins
_MONTH = lazily(r"[A-Z][a-z]{2,8}")


def head_end(lines: Sequence[Line], found: Findings, rules: Rules) -> int:
    """Return the place of the first line that the site's head does not hold: title, badges, and few words between.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
    """
    begin = _title_place(lines, found)
    end = firm = begin
    over = facts_below(lines, found, begin)
    strangers = 0
    mixed = False
    stated: set[str] = set()
    badges: set[str] = set()
    for place, line in enumerate(lines[begin:_HEAD_LIMIT], begin):
        if rules.get(place) == DOUBLED or place < over or _is_picture(line, begun=end > begin):
            continue
        finding = found.get(place)
        below_title = place > 0 and place - 1 in found and found[place - 1].rule is TITLE
        written_out = "年" in line.text or (line.text.isascii() and _MONTH.search(line.text))  # as documents do
        said = (below_title or written_out) and finding and not stated.isdisjoint(finding.facts)
        if finding and finding.rule.ambiguous and (said or (place == 0 and not line.tag and 1 not in found)):
            break  # the document's own date: the site has said one already, or a diary begins so
        if finding and finding.rule.name == LABEL.name and _stands_alone(lines, found, place):
            break  # a labelled line among the document's own: 时间, 作者
        if finding and finding.rule.strength == "badge":
            if strangers and finding.rule.name in badges:
                return firm  # a list of things with a price or a size each
            badges.add(finding.rule.name)
        if finding:
            stated.update(finding.facts)
        if place in rules or (finding and (not strangers or not (finding.rule.ambiguous or finding.rule.marker))):
            end, strangers = place + 1, 0
            mixed = mixed and not (finding and finding.rule is TITLE)
            firm = firm if mixed else end
        elif has_file_label(line.text):
            end, strangers = place + 1, 0
            firm = firm if mixed else end
        elif strangers == _STRANGERS or not is_stranger(line) or is_presenting(found.get(place - 1)):
            if not stands_as_hint(lines, found, place):
                break
        elif not (_LABELLED.fullmatch(line.text) and place - 1 in found and place + 1 in found):
            mixed = True
            strangers += 1
    return end


def _is_picture(line: Line, *, begun: bool) -> bool:
    """Tell whether a line is a picture below the head's first line, or one that stands for a word above it."""
    return is_icon(line) or (begun and line.tag == "img")


def ends_with_date(lines: Sequence[Line], found: Findings, head: int) -> bool:
    """Tell whether the line below the head is a date in digits, the first one that the site states."""
    finding = found.get(head)
    if not head or finding is None or "published" not in finding.facts or "年" in finding.line.text:
        return False
    above = found.get(head - 1)
    return not (above and is_title(above.rule)) and not any("published" in found[at].facts for at in found if at < head)


def below_edited(lines: Sequence[Line], found: Findings, head: int) -> int:
    """Return where the head ends at the latest: where the post begins below the line that says who edited it when."""
    stamps = [
        at for at in range(head) if at in found and found[at].rule.name == STAMP and _EDITED.search(lines[at].text)
    ]
    return next((at for at in range(stamps[-1] + 1, head) if at not in found), head) if len(stamps) == 1 else head


def below_keywords(lines: Sequence[Line], found: Findings, head: int) -> int:
    """Return where the head ends at least: at the site's heading over the text, right below its list of keywords."""
    for place in range(head, min(head + _ABOVE_TITLE, len(lines) - 1)):
        if place in found and found[place].rule.name == SITE_HEAD and place - 1 in found:
            above = found[place - 1], found.get(place - 2)
            return place + 1 if any(one and "tags" in one.facts for one in above) else head
    return head


def past_counts(lines: Sequence[Line], head: int) -> int:
    """Return the place below bare counts between the site's head and the first paragraph: of readers, of comments.

    A lone figure counts where it has three digits or more, or a sign, several where they have fewer than five; one that
    the next number follows further down numbers a part of the document, and a year heads one.
    """
    stop = head
    while stop < len(lines) - 1 and stop < head + _COUNTS and _COUNT.fullmatch(lines[stop].text):
        stop += 1
    if stop == head or len(lines[stop].text) < _PARAGRAPH:
        return head
    counts = [line.text for line in lines[head:stop]]
    if len(counts) > 1:
        return head if any(len(count) > _TELLING + 1 for count in counts) else stop
    numbers = counts[0].isdecimal() and any(line.text == str(int(counts[0]) + 1) for line in lines[stop:])
    return head if numbers or (counts[0].isdecimal() and len(counts[0]) < _TELLING) else stop


def past_underline(lines: Sequence[Line], found: Findings, head: int) -> int:
    """Return where the head ends behind the row of signs that underlines the title."""
    under = 0 < head < len(lines) and head - 1 in found and is_title(found[head - 1].rule)
    return head + bool(under and _UNDERLINE.fullmatch(lines[head].text))


def above_number(lines: Sequence[Line], head: int) -> int:
    """Return where the head ends at the latest: above an authority or masthead that its document's number follows.

    The number may stand alone, as the first line above the title.
    """
    if head in _OVER_NUMBER and is_number_of_office(lines[0].text):
        return 0
    return next((at for at, (one, after) in enumerate(pairwise(lines[: head + 1])) if _is_numbered(one, after)), head)


def _is_numbered(line: Line, below: Line) -> bool:
    """Tell whether a line is an authority's, or a masthead in spaced letters or not, and its number stands below it."""
    if len(line.text) > _HEAD_LIMIT:
        return False
    name, number = ("".join(one.text.split()) for one in (line, below))
    return is_red_head(name, number) or (
        _NUMBER_OF.fullmatch(number) is not None and _MASTHEAD.fullmatch(name) is not None
    )


def own_red_heads(lines: Sequence[Line], found: Findings) -> set[int]:
    """Take a red head that is also the page's title, stated above, out of the findings (in place); return its place."""
    titles = sorted(place for place, finding in found.items() if is_title(finding.rule))
    own = {
        place
        for place in titles[1:]
        if place + 1 < len(lines)
        and lines[place].text.endswith("文件")
        and _is_numbered(lines[place], lines[place + 1])
    }
    for place in own:
        del found[place]
    return own


def is_red_head(name: str, number: str) -> bool:
    """Tell whether a line without spaces is an office's red head, ``某局文件``, above the number of what it issued."""
    return _ISSUER.fullmatch(name) is not None and _ISSUE.match(number) is not None


def is_number_of_office(text: str) -> bool:
    """Tell whether a line is the number of what an office issued: ``某发〔2021〕17号``."""
    return len(text) <= _LONGEST_NAME and _ISSUE.fullmatch(text) is not None


def above_office(lines: Sequence[Line], found: Findings, head: int) -> int:
    """Return where the head of a tree ends: above an office, its number and the title that begin the main content.

    Where the title is a heading there, or the site says more below it, they are the page's.
    """
    if head < _OVER_TITLE or not (head - 1 in found and is_title(found[head - 1].rule)) or lines[head - 1].level:
        return head
    for at in range(max(0, head - _LONGEST_HEAD), head - 2):
        over = range(at, head - 1)
        if any((place in found and not found[place].rule.ambiguous) or lines[place].level for place in over):
            continue
        first, second = lines[at].text, lines[at + 1].text
        issued = _AUTHORITY.fullmatch(first) and _ISSUE.fullmatch(second)
        if at == head - _OVER_TITLE and (issued or is_red_head("".join(first.split()), "".join(second.split()))):
            return at
        if _CIRCULAR.fullmatch(first) and _FILED.match(second):
            return at
    return head


def above_company(lines: Sequence[Line], found: Findings, head: int) -> int:
    """Return where the head of a dump ends: above a company that stands between the page's facts and its title.

    A company's rules and announcements begin with its name; who runs the site is named above what it states.
    """
    if head < _OVER_TITLE or not (head - 1 in found and is_title(found[head - 1].rule)) or head - 2 in found:
        return head
    stated = any(found[at].facts and has_label(found[at].rule) for at in found if at < head - 2)
    return head - 2 if stated and _COMPANY.fullmatch(lines[head - 2].text) else head


def above_decree(lines: Sequence[Line], head: int) -> int:
    """Return where the head ends at the latest: above the name of an authority whose decree stands below the title.

    Collections of laws put the authority between two copies of the title: ``T`` / ``X政府`` / ``T`` / ``X政府令``.
    """
    for place in range(1, head):
        name = lines[place].text
        if len(name) <= _LONGEST_NAME and any(line.text == name + "令" for line in lines[place + 1 : head + _DECREE]):
            return place
    return head


def above_cover(lines: Sequence[Line], head: int) -> int:
    """Return where the head ends at the latest: above the class by which the cover of a standard begins.

    Among labelled facts of a file the class is one of them.
    """
    classes = (place for place in range(head) if _CLASS.fullmatch(lines[place].text))
    return next((place for place in classes if not LABELLED.match(lines[place + 1].text)), head)


def _title_place(lines: Sequence[Line], found: Findings) -> int:
    """Return the place of the title where only words of a site's navigation stand above it or a path, else 0."""
    if lines and lines[0].tag not in OF_DUMPS:
        return _title_in_tree(lines, found)
    if (listed := listed_title(lines, found)) > 0:
        return listed
    for place in range(1, min(_ABOVE_TITLE, len(lines)) if lines and not lines[0].tag else 0):
        if place in found and is_title(found[place].rule):
            below = next((at for at in (place + 1, place + 2) if at in found and found[at].rule.strength != "weak"), -1)
            told = is_way(found.get(place - 1)) or is_post_stamp(found.get(below))
            if told or (place <= _STRANGERS and is_row(found.get(place + 1))):
                return place
            break
    told = doubtful = False
    for place, line in enumerate(lines[:_ABOVE_TITLE]):
        if line.tag not in OF_DUMPS:
            return 0
        if place in found and is_title(found[place].rule):
            told = told or bool(found[place].facts)  # the day that the site set behind it
            return place if told or not (doubtful or any(is_own(above.text) for above in lines[:place])) else 0
        told = told or is_sites(line.text) or (place in found and not found[place].rule.ambiguous)
        if not (place in found or is_stranger(line) or is_menu(line.text) or _heads_chrome(lines, found, place)):
            doubtful = True
            if is_own(line.text):
                return 0
    return 0


def _title_in_tree(lines: Sequence[Line], found: Findings) -> int:
    """Return the place of a tree's title below lines without prose of which some are links or known, else 0."""
    place = min([at for at in found if at < _ABOVE_TITLE and found[at].rule is TITLE], default=0)
    above = lines[:place]
    told = any(at in found or line.links or is_hint(line.text) for at, line in enumerate(above))
    return place if told and not any(at not in found and is_prose(line) for at, line in enumerate(above)) else 0


def _heads_chrome(lines: Sequence[Line], found: Findings, place: int) -> bool:
    """Tell whether a line is a heading of the site's: no prose, no number, what rules know right below."""
    return place + 1 in found and not is_prose(lines[place]) and not NUMBERED.match(lines[place].text)


def _stands_alone(lines: Sequence[Line], found: Findings, place: int) -> bool:
    """Tell whether a line is beside no finding but the title, and in the box of the text below if there are boxes."""
    below = place + 1
    while below < len(lines) and not _WORD.search(lines[below].text):
        below += 1  # a bar between two facts
    below_title = place > 0 and place - 1 in found and is_title(found[place - 1].rule)
    if below_title and "published" in found[place].facts and is_stamp(lines, place):
        return False
    beside = [found[at].rule for at in (place - 1, below) if at in found]
    if any(rule is not TITLE for rule in beside) or below >= len(lines):
        return False
    if below in found and not found[place].facts:
        return False  # a field that the site left empty, over the title
    if place and has_file_label(lines[place - 1].text):
        return False
    return not lines[place].tag or lines[place].box == lines[place + 1].box
