"""What the site shows twice: the summary that repeats the document, the title as first line, text doubled line by line.

A document repeats itself too (forms, exams, refrains), so a copy goes only with a reason: it starts where the document
starts and is contained in the other copy from there to its own end, and it is cut with an ellipsis, stands apart behind
chrome, or lost its line ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate

from cleaners.chrome.alignment import ANCHOR, SLACK, common_run, letters_of, run_with_gaps
from cleaners.chrome.doubled import DOUBLED, chunks_again, doubled, read_twice, spaced_otherwise
from cleaners.chrome.site_notices import is_notice
from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.strangers import is_icon

_CONTROL = r"(?:\s*(?:展开|收起|查看|阅读|更多|全文|全部|详情|详细|[>»↓]+))*"
_ELLIPSIS = lazily(rf"(?:\.{{2,}}|…+|。。+)[\])）】]?{_CONTROL}$")
_LABEL = (
    r"(?:(?:内容|文档|文章|正文|资源|资料|全文)?(?:提示|简介|摘要|描述|介绍|概要|提要|预览)"
    r"|导读|导语|核心提示|推荐阅读|阅读提示|summary|description|abstract)"
)
_LEAD = lazily(f"{_LABEL}?")
_LEADS = lazily(f"{_LABEL}{{,2}}")  # the site's label, and the document's own behind the title
_LABEL_LIMIT = 12  # characters of the site's label and its signs
_LABEL_SIGNS = frozenset(_LABEL)
_PAGE = lazily(
    r"[\W\d_]{0,12}(?:第 ?\d{1,4} ?[页頁]\W{0,3})?(?:共 ?\d{1,4} ?[页頁])?[\W\d_]{0,12}"
)  # a page's number cuts neither copy
_PAGE_LIMIT = 32
_CONTROL_ENDS = frozenset("开起看读多文部情细>»↓")
_WINDOW = 12
_HEAD, _TEXTS = 40, 3  # lines of a site's head; lines below it that can begin the text
_TEXT_ENDS = frozenset("。，：:；")  # of a line that reads as text ...
_TEXT = 20  # ... or characters
_STARTS = 6
_BEFORE = 400  # characters
_TRIES = 20
_COPIES = 3
_LEAST = 24
_WRAPPED = 4  # lines of a title
_BETWEEN = 6  # lines between two copies, the title among them
_YEAR = lazily(r"(?:19|20)\d\d")
_TITLE = 1000  # characters of a line that could be a title's

REPEATED = "repeats-document"
TITLE_LINES = "title-repeated"


def mark_duplicates(lines: Sequence[Line], found: Findings, title: str | None) -> Rules:
    """Return the lines that are a second copy, with the rule that says so.

    Args:
        lines: lines in page order.
        found: what the rules found in them; such lines are not text of the document.
        title: the page's title.
    """
    places = [
        place
        for place, line in enumerate(lines)
        if (len(line.text) > _PAGE_LIMIT or not _PAGE.fullmatch(line.text))
        and (place not in found or found[place].rule.ambiguous)
    ]
    rules: Rules = {}
    texts = [lines[place].text for place in places]
    title_key = letters_of(title or "")
    if not (places and places[0] and lines[places[0] - 1].text == texts[0]):  # a refrain
        shown = [place for place in places if not is_icon(lines[place])]
        first = _title_lines([lines[place].text for place in shown], title_key)
        if shown and not first and _is_counted_title(lines[shown[0]], title):
            first = 1
        for place in shown[:first]:
            rules[place] = TITLE_LINES
    for at in (*doubled(texts), *(again := [*spaced_otherwise(texts)])):
        rules[places[at]] = DOUBLED
    if again:
        places = [place for at, place in enumerate(places) if at not in again]
        texts = [lines[place].text for place in places]
    rules.update((places[at], REPEATED) for at in chunks_again(texts))
    if not any(line.tag for line in lines):  # a machine reads no trees
        rules.update((places[at], REPEATED) for at in read_twice(texts))
    if not _may_repeat(texts, title or ""):
        return rules
    keys = list(map(_key, texts))
    stated = {place for place, finding in found.items() if finding.facts}
    for _ in range(_COPIES):
        span = _copy(lines, places, keys, title_key, stated)
        if span is None:
            break
        for place in places[slice(*span)]:
            rules.setdefault(place, REPEATED)
        del places[slice(*span)], keys[slice(*span)]
    return rules


def keep_a_copy(lines: Sequence[Line], rules: Rules, least: int = 0) -> None:
    """Take the lines that were removed as copies out of the rules (in place) whose other copy was removed since.

    Args:
        lines: the lines of a page.
        rules: the rule by which each line is removed so far.
        least: characters; briefer lines that read as the site's in one place do in the other.
    """
    copies = [place for place, rule in rules.items() if rule == REPEATED and len(lines[place].text) > least]
    if not copies or all(rule == REPEATED for rule in rules.values()):
        return
    kept = "".join(_key(line.text) for place, line in enumerate(lines) if place not in rules)
    for place in copies:
        key = _key(lines[place].text)
        starts = (0, len(key) // 2, max(0, len(key) - _WINDOW))
        if key and not any(key[start : start + _WINDOW] in kept for start in starts):
            del rules[place]


def _key(text: str) -> str:
    if text[-1:] in _CONTROL_ENDS and (cut := _ELLIPSIS.search(text)):
        text = text[: cut.start()]
    return letters_of(text)


def _may_repeat(texts: Sequence[str], title: str) -> bool:
    """Tell cheaply whether the beginning could begin a later line too: most documents end here."""
    whole = "".join(" ".join(texts).split())
    title = "".join(title.split())
    starts: list[int] = []
    at = 0
    first = _beginnings(texts)
    for place, text in enumerate(map("".join, map(str.split, texts[: max(first, default=-1) + 1]))):
        if place not in first:
            at += len(text)
            continue
        begin = at + _behind_title(text, title)
        for start in (begin, begin + _WINDOW):
            for again in _places_again(whole, start):
                starts = starts or [0, *accumulate(map(len, map("".join, map(str.split, texts))))]
                second = bisect_right(starts, again, hi=len(texts)) - 1
                same = _same(whole, start, again, starts[second], title)
                if same >= _LEAST or (same and (_is_cut(text) or _is_cut(texts[second]))):
                    return True
        at += len(text)
    return False


def _behind_title(text: str, title: str) -> int:
    """Return where a line goes on behind the title that it begins with, after the site's label or not; else 0."""
    at = text.find(title, 0, len(title) + _LABEL_LIMIT) if title else -1
    named = at == 0 or (at > 0 and _LEAD.fullmatch(letters_of(text[:at])) is not None)
    return at + len(title) if named else 0


def _beginnings(texts: Sequence[str]) -> list[int]:
    """Return where the document can begin: at the first lines; or at the first that read as text, if a copy is cut."""
    read = [place for place, text in enumerate(texts[:_HEAD]) if place >= _STARTS and _reads_as_text(text)]
    return [*range(min(_STARTS, len(texts))), *read[:_TEXTS]]


def _reads_as_text(text: str) -> bool:
    return len(text) >= _TEXT or text[-1:] in _TEXT_ENDS


def _places_again(whole: str, start: int) -> Iterator[int]:
    """Yield some places where the characters from a place on come again."""
    window = whole[start : start + _WINDOW]
    again = whole.find(window, start + _WINDOW) if len(window) == _WINDOW else -1
    for _ in range(_TRIES):
        if again == -1:
            return
        yield again
        again = whole.find(window, again + _WINDOW)


def _same(whole: str, start: int, again: int, line: int, title: str) -> int:
    """Count the letters around two places that are the same, to ``_LEAST`` ahead of them.

    None where more stands before the second, in the line that starts at ``line``, than can be label and title.
    """
    before = letters_of(whole[max(line, again - _BEFORE) : again])[::-1]
    same = _alike(before, letters_of(whole[max(0, start - _BEFORE) : start])[::-1])
    if not _LABEL_SIGNS.union(letters_of(title)).issuperset(before[same:]):
        return 0
    one, other = (letters_of(whole[place : place + 2 * _LEAST])[:_LEAST] for place in (start, again))
    return same + _alike(one, other)


def _alike(one: str, other: str) -> int:
    """Return the length of what two texts begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _title_lines(texts: Sequence[str], title_key: str) -> int:
    """Return how many first lines together are the title, wrapped."""
    read = ""
    for count, text in enumerate(texts[:_WRAPPED], 1):
        read += _key(text[:_TITLE])
        if read == title_key:
            return count if read else 0
        if not title_key.startswith(read):
            break
    return 0


def _is_counted_title(line: Line, title: str | None) -> bool:
    """Tell whether a heading is the title with a number right behind it, of points or readers: no part, no year."""
    behind = line.text[len(title) :] if title and line.level == 1 and line.text.startswith(title) else ""
    return behind.isdecimal() and len(behind) > 1 and not _YEAR.fullmatch(behind)


def _copy(
    lines: Sequence[Line], places: Sequence[int], keys: Sequence[str], title_key: str, stated: Set[int]
) -> tuple[int, int] | None:
    """Return the span, in ``places``, of the lesser of two copies of the document's beginning."""
    stream = "".join(keys)
    starts = [0, *accumulate(map(len, keys))]
    for first in _beginnings([lines[place].text for place in places[:_HEAD]]):
        begin = starts[first] + _lead(keys[first], title_key)
        anchor = stream[begin : begin + ANCHOR]
        if len(anchor) < ANCHOR:
            return None
        again = stream.find(anchor, begin + ANCHOR)
        for _ in range(_TRIES):
            if again == -1:
                break
            span = _lesser(lines, places, starts, stream, (first, begin, again), title_key, stated)
            if span and (first < _STARTS or _is_cut(lines[places[span[1] - 1]].text)):
                return span
            again = stream.find(anchor, again + ANCHOR)
    return None


def _lead(key: str, title_key: str) -> int:
    """Return the length of what stands before the text in a summary: a label such as 内容提示, and the title."""
    label = _LEAD.match(key)
    at = label.end() if label else 0
    return at + len(title_key) if title_key and key.startswith(title_key, at) else at


def _lesser(
    lines: Sequence[Line],
    places: Sequence[int],
    starts: Sequence[int],
    stream: str,
    where: tuple[int, int, int],
    title_key: str,
    stated: Set[int],
) -> tuple[int, int] | None:
    first, begin, again = where
    second = bisect_right(starts, again, hi=len(places)) - 1
    lead = stream[starts[second] : again]
    if lead and _LEADS.fullmatch(lead.replace(title_key, "")) is None:
        return None
    common = length = common_run(stream, begin, again)
    if _is_cut(lines[places[second]].text):
        common, length = run_with_gaps(stream, (begin, again), common, starts[second + 1])
    elif _is_cut(lines[places[first]].text):
        length, common = run_with_gaps(stream, (again, begin), common, starts[first + 1])
    if length < _LEAST:
        return None
    last = bisect_left(starts, again + length, second + 1, len(places)) - 1
    end = min(bisect_right(starts, begin + common + SLACK, hi=len(places)) - 1, second)
    ends = first < end <= second and begin + common >= starts[end] - SLACK  # the first copy, with a line
    opens = ends and end == first + 1 and last > second + 1 and last + 1 < len(places)  # a blob, cut nowhere
    if opens and _has_reason(lines, places, (first, first), second):
        return first, end
    if ends and last + 1 < len(places) and not stated.isdisjoint(range(places[end - 1], places[end])):
        return first, end  # facts of the site follow the first copy, more of the text the second one
    whole = bisect_right(starts, begin + common - 1, hi=len(places)) - 1  # the last line of the first copy
    one = ends and whole <= first + 1 and last == second and last + 1 < len(places)
    if one and _is_titled(lines, places[whole] + 1, places[second], title_key):
        return first, end  # the title stands over the second copy
    later_in_first = again + length >= starts[last + 1] - SLACK and begin + common <= starts[second]
    if later_in_first and not (ends and _is_cut(lines[places[end - 1]].text) and not _is_cut(lines[places[last]].text)):
        return (second, last + 1) if _has_reason(lines, places, (second, last), first) else None
    if ends and (end == second or _is_cut(lines[places[end - 1]].text)):  # a control may stand between
        return (first, end) if _has_reason(lines, places, (first, end - 1), second) else None
    return None


def _is_titled(lines: Sequence[Line], start: int, stop: int, title_key: str) -> bool:
    """Tell whether the few lines between two copies are a heading and the title, wrapped or not."""
    between = [_key(line.text) for line in lines[start:stop]] if 0 < stop - start <= _BETWEEN and title_key else ()
    return any("".join(between[at:]) == title_key for at in range(1, len(between)))


def _is_cut(text: str) -> bool:
    return _ELLIPSIS.search(text.strip()) is not None


def _has_reason(lines: Sequence[Line], places: Sequence[int], span: tuple[int, int], other: int) -> bool:
    """Tell whether the span of lines is the site's copy and not a repetition of the document's own."""
    first, last = span
    cut = _is_cut(lines[places[last]].text)
    later = max(first, other)
    between = lines[places[later - 1] + 1 : places[later]]
    apart = any(not _PAGE.fullmatch(line.text) for line in between) or is_notice(lines[places[later - 1]].text)
    one, whole = key_of(lines[places[first]].text), key_of(lines[places[other]].text)
    labelled = (label := _LEAD.match(one)) is not None and label.end() > 0
    blob = first == last and (labelled or len(one) > len(whole) + SLACK) and not whole.startswith(one[:80])
    return cut or apart or blob
