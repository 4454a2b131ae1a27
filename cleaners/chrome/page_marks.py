"""Marks that a viewer sets on each page of a text dump: ``第3张``, ``Slide 3``, ``>>> 2 of 11 <<<``, its address.

Most are numbered; a watermark is the same line on each page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings, is_title, states
from cleaners.furniture.number_forms import candidates
from cleaners.lazily import lazily
from cleaners.rules.preview_words import says_whole
from cleaners.rules.rulebook import Rule
from cleaners.rules.strangers import is_prose
from cleaners.rules.vocabulary import site_share

PAGE_MARK: Final = Rule("page-marker", "certain", marker=True, position=True)
PAGE_BREAK: Final = Rule("page-marker", "certain", marker=True)
"""Between pages, the first of which has none above it."""
_MARK: Final = lazily(
    r"(?i)(第|slide|page|幻灯片|投影片|[页頁]面|p[.:]?|)\s?(\d{1,3})\s?(张|張|页|頁|屏|幅|面|P|of\s\d{1,4}|)"
)
_SHOWN: Final = lazily(r"(\d{1,3})\s?[/／]\s?(\d{1,4})")  # page and pages, as a viewer shows them beside its buttons
_CONTROL: Final = "viewer-control"
_FIRST_OF: Final = lazily(r"(1) (?:of|/) (\d{1,4})")
_ALONE: Final = lazily(r"(\d{1,3})\.?")
_TRANSCRIPT: Final = lazily(r"(?i)\b(?:presentation|slides?) transcript\b|\btranscript:?$")
_BELOW_HEADING: Final = 2  # lines
_LONGEST_HEADING: Final = 200  # characters
PAGE_NUMBER: Final = lazily(r"第\s?\d{1,4}\s?[页頁]")
_ALL: Final = lazily(r"共\s?\d{1,4}\s?[页頁]")
_READ: Final = 20  # characters
_AROUND: Final = "【】[]()（）<>=*—–-~·•●◆■▲▼△▽◢◣◤◥►◄☆★ "
_COUNTED: Final = lazily(  # words, page, a sign, pages, words: 幻灯片1/18, 1 of 7, 试题第1页（共6页）
    r"((?:.{0,40}?[^\d\s.,:：](?=\s*\d))?)\s*(\d{1,4})\s?([/／∕⁄]|of|[页頁张張屏幅面P][\s,，/／(（]{0,2}[共总總])\s?(\d{1,4})(\D{0,6})"
)
_NUMBERED: Final = lazily(r"\d\s?(?:[/／∕⁄页頁张張屏幅面P]|of)")  # in both, and quickly found to be in few lines
_WITH_NUMBER: Final = lazily(r"(.{2,40}?)\s?第\s?(\d{1,4})\s?[页頁]")
_SENTENCE_END: Final = lazily(r"[。！？!?][”’」』\"）)]?$")
_HEAD_LINES: Final = 60
_LAST_PAGE: Final = 16  # lines of the last page, in which a sentence ends
_SLIDES: Final = "pp"  # ppt, pptx, pps
_FIRST_SLIDE: Final = "01"
_OF_FLIPBOOKS: Final = "p:"  # P:02, which nobody else writes
_LEAST: Final = 3  # pages
_STATED: Final = 2  # facts of a site above the first one
_CUT: Final = 6  # characters of a mark that is cut off
_LONGEST: Final = 18  # characters
_OF_SITES: Final = 0.25  # share of words of sites in a menu
_LONGEST_HEAD: Final = 60
_LEAST_HEAD: Final = 10  # characters of a line of the document's head
_SLIDE: Final = 6  # lines of the slide with the title
_OFTEN: Final = 2  # pages with a watermark, or with a head that counts them


def find_page_marks(lines: Sequence[Line], found: Findings) -> None:
    """Find marks that count up with text between them below facts of a site, in ``found`` (in place).

    They stand above their pages: no text above the first; where they begin with 2, that of the first page. Numbers
    below pages are the document's own (``furniture``). Bare numbers are marks of slides, from 01 on.
    """
    _find_cut_mark(lines, found)
    families: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, line in enumerate(lines):
        if len(line.text) <= _LONGEST and (mark := _MARK.fullmatch(line.text.strip(_AROUND))):
            families[mark[1].lower() + mark[3]].append((place, int(mark[2])))
        elif shown := _SHOWN.fullmatch(line.text):
            families["/" + shown[2]].append((place, int(shown[1])))
    _find_beside_marks(lines, found)
    stated = {one.facts["page_count"] for one in found.values() if "page_count" in one.facts}
    are_slides = any(one.facts.get("doc_type", "").startswith(_SLIDES) for one in found.values())
    for words, marks in families.items():
        place, first = marks[0]
        counted = _count_up(marks)
        of_all = words[:1] == "/" and words[1:] in stated and first == 1 and len(marks) >= _OFTEN
        if of_all and counted and _has_text_above(lines, found, place):
            found.update({at: Finding(PAGE_BREAK, {"page": str(number)}, lines[at]) for at, number in marks})
            continue
        if words[:1] == "/" and sum(_by_control(found, at) for at, _ in marks) < _LEAST:
            continue
        bare = not words and not (are_slides and lines[place].text == _FIRST_SLIDE)
        least = _LEAST - (len(words) > 1 and words[0] in "第页頁")
        if bare or len(marks) < least or not counted:
            continue
        if words != _OF_FLIPBOOKS and sum(states(one) for at, one in found.items() if at < place) < _STATED:
            continue
        has_above = _has_text_above(lines, found, place)
        if has_above == (first != 1):
            rule = PAGE_BREAK if has_above else PAGE_MARK
            found.update({at: Finding(rule, {"page": str(number)}, lines[at]) for at, number in marks})


def find_slides(lines: Sequence[Line], found: Findings) -> None:
    """Find the numbers over the slides of a transcript, ``1`` or ``1.``, each in a line, in ``found`` (in place).

    They count up to the number that the viewer states above them, ``1 of 24``, or begin right below its heading;
    numbers at the foot of pages do not.
    """
    numbers: list[int] = []
    first, count = -1, 0
    for at, line in enumerate(lines):
        text = line.text if len(line.text) <= _LONGEST_HEADING else ""
        if not numbers and (shown := _FIRST_OF.fullmatch(text)):
            first, count = at, int(shown[2])
        elif not numbers and _TRANSCRIPT.search(text):
            first, count = at, 0
        elif first >= 0 and (alone := _ALONE.fullmatch(text)) and int(alone[1]) == len(numbers) + 1:
            numbers.append(at)
            if len(numbers) > 1 and numbers[-2] == at - 1:
                numbers = []  # a column of links to the slides
    apart = all(after - at > 1 for at, after in pairwise(numbers))
    told = len(numbers) == count if count else len(numbers) >= _LEAST and numbers[0] <= first + _BELOW_HEADING
    if not numbers or not apart or not told:
        return
    if count:
        found[first] = Finding(PAGE_BREAK, {"page_count": str(count)}, lines[first])
    found.update({at: Finding(PAGE_MARK, {"page": str(page)}, lines[at]) for page, at in enumerate(numbers, 1)})


def pages_over_marks(lines: Sequence[Line], found: Findings) -> range | None:
    """Return the places of all pages, from the title on, where each stands above its mark; ``None`` elsewhere.

    So it is where the site goes on right behind the last mark: what is between title and first mark is the first page.
    """
    marks = _marks_with_pages(found)
    if len(marks) < _LEAST or found[marks[0]].facts["page"] != "1":
        return None
    last = marks[-1] + 1
    below = found.get(last)
    known = below and not (below.rule.marker or below.rule.ambiguous or is_title(below.rule))
    if not (known or last == len(lines) or says_whole(lines[last].text)):
        return None
    titles = [at for at in range(marks[0]) if at in found and is_title(found[at].rule)]
    if not titles or titles[-1] + _SLIDE < marks[0] or found.keys() >= {*range(titles[-1] + 1, marks[0])}:
        return None  # nothing is shown there
    return range(titles[-1] + 1, last)


def above_first_mark(lines: Sequence[Line], found: Findings, head: int) -> int:
    """Return where the head ends: at the first mark, where each stands above its page and no sentence above all.

    Page 1 can stand above its mark instead; what is shown from a later page on has nothing above.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        head: the place behind the head as far as it is known.
    """
    marks = _marks_with_pages(found)
    pages = [int(found[place].facts["page"]) for place in marks]
    counted = len(marks) >= _LEAST and pages[0] > 1 and pages == [*range(pages[0], pages[0] + len(pages))]
    if not counted or marks[0] <= head:
        return head
    above = range(head, marks[0])
    of_site = len(above) <= _HEAD_LINES and any(place in found for place in above)
    told = any(_SENTENCE_END.search(lines[place].text) for place in above)
    shown = all(place + 1 < len(lines) and place + 1 not in found for place in marks)
    last = lines[marks[-1] + 1 : marks[-1] + 1 + _LAST_PAGE]  # where marks stand below pages, the site goes on
    return marks[0] if of_site and not told and shown and any(_SENTENCE_END.search(one.text) for one in last) else head


def _marks_with_pages(found: Findings) -> list[int]:
    """Return the places of the marks that say which page they are of."""
    return [place for place in sorted(found) if found[place].rule.marker and "page" in found[place].facts]


def names_of_marks(lines: Sequence[Line], found: Findings) -> set[int]:
    """Return the places of lines that several page marks begin with: the document's name, as its own pages have it.

    What stands between the title and that name is its head.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
    """
    marks = [_WITH_NUMBER.fullmatch(lines[place].text) for place in found if found[place].rule.marker]
    names = Counter(mark[1] for mark in marks if mark)
    told = {name for name, count in names.items() if count >= _OFTEN}
    if not told:
        return set()
    own = {place for place, line in enumerate(lines) if place not in found and line.text in told}
    title = next((place for place in range(_SLIDE) if place in found and is_title(found[place].rule)), None)
    first = min(own, default=0)
    head = range(title + 1, first) if title is not None and first <= title + _SLIDE else range(0)
    is_site = any(place in found or len(lines[place].text) < _LEAST_HEAD for place in head)
    return own if is_site else {*own, *head}


def _has_text_above(lines: Sequence[Line], found: Findings, place: int) -> bool:
    return any(at not in found and _is_text(lines[at]) for at in range(place))


def _count_up(marks: Sequence[tuple[int, int]]) -> bool:
    """Tell whether marks, never two in a row, each count one more than the one before: places and their numbers."""
    return all(place > at + 1 and page == before + 1 for (at, before), (place, page) in pairwise(marks))


def _by_control(found: Findings, place: int) -> bool:
    """Tell whether a button of a viewer stands beside a line: numbers of pages that the document has lack that."""
    beside = [found[at] for at in (place - 1, place + 1) if at in found]
    return any(one.rule.name == _CONTROL and not one.facts for one in beside)


def _is_text(line: Line) -> bool:
    return is_prose(line) and site_share(line.text) < _OF_SITES


def _find_beside_marks(lines: Sequence[Line], found: Findings) -> None:
    """Find a second mark right beside one of the same page, and the number of pages: ``第 2 页`` over ``共 9 页``."""
    for place, (text, after) in enumerate(pairwise([line.text[:_READ] for line in lines])):
        if _ALL.fullmatch(after) and PAGE_NUMBER.fullmatch(text):
            found[place + 1] = Finding(PAGE_BREAK, {}, lines[place + 1])
    for place in [at for at, one in found.items() if one.rule.marker and "page" in one.facts]:
        for at in (place - 1, place + 1):
            text = lines[at].text if 0 <= at < len(lines) and at not in found else ""
            mark = _MARK.fullmatch(text.strip(_AROUND)) if 0 < len(text) <= _LONGEST else None
            if mark and mark[1] + mark[3] and mark[2] == found[place].facts["page"]:
                found[at] = Finding(PAGE_BREAK, {}, lines[at])


def find_page_heads(lines: Sequence[Line], found: Findings, host: str | None) -> None:
    """Find lines that stand on several pages, in ``found`` (in place): the site's address, words over ``2/31``.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
        host: the registrable host of the page.
    """
    same: dict[str, list[int]] = defaultdict(list)
    counted: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for place, line in enumerate(lines):
        if len(line.text) > _LONGEST_HEAD or (place in found and found[place].rule.marker):
            continue
        if place not in found and host and host in line.text.lower():
            same[line.text].append(place)
        elif not _NUMBERED.search(line.text):
            continue
        elif (
            (head := _COUNTED.fullmatch(line.text)) and int(head[2]) <= int(head[4]) and (head[1] or head[3].isalpha())
        ):
            counted[head[1], head[3], head[4], head[5]].append((place, int(head[2])))
        elif head := _WITH_NUMBER.fullmatch(line.text):
            counted[head[1], "", "", ""].append((place, int(head[2])))
    marks = [place for places in same.values() if len(places) >= _OFTEN for place in places]
    for places in counted.values():
        if len(places) >= _OFTEN and _count_up(places):
            marks += _with_watermarks(lines, [place for place, _ in places])
    for place in marks:
        facts = found[place].facts if place in found else {}
        found[place] = Finding(PAGE_BREAK, facts, lines[place])


def _with_watermarks(lines: Sequence[Line], marks: Sequence[int]) -> list[int]:
    """Return the places of marks, and those of a line that stands right above each of them or below."""
    places = list(marks)
    for step in (-1, 1):
        beside = {lines[at + step].text if 0 <= at + step < len(lines) else "" for at in marks}
        if len(beside) == 1 and 0 < len(beside.pop()) <= _LONGEST_HEAD:
            places += [at + step for at in marks]
    return places


def find_marks_in_tree(lines: Sequence[Line], found: Findings, host: str | None) -> None:
    """Find such lines of a tree, in ``found`` (in place), that neither rules know nor those who count pages.

    Args:
        lines: the main content of a page.
        found: what the rules found in it.
        host: the registrable host of the page.
    """
    marks: Findings = {}
    find_page_heads(lines, marks, host)
    known = found.keys() | {mark.at for mark in candidates(lines)} if marks else ()
    found.update({place: mark for place, mark in marks.items() if place not in known})


def _find_cut_mark(lines: Sequence[Line], found: Findings) -> None:
    """Find the last line where it is the beginning of one more of the marks above: ``Page 5: V``."""
    last = len(lines) - 1
    marks = [at for at, one in found.items() if one.rule.marker and "page" in one.facts]
    text = lines[last].text if lines else ""
    if len(marks) < _LEAST - 1 or last in found or len(text) < _CUT:
        return
    above, number = lines[marks[-1]].text, found[marks[-1]].facts["page"]
    if number.isdecimal() and above.replace(number, str(int(number) + 1), 1).startswith(text):
        found[last] = Finding(PAGE_MARK, {}, lines[last])
