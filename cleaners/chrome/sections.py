"""Parts of a page that a heading opens and that are not the document: related documents, notices, comments."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from cleaners.chrome.edges import Edges
from cleaners.document import HEADINGS, Line
from cleaners.facts.finding import Finding, Findings, Rules, is_title
from cleaners.lazily import lazily
from cleaners.rules.vocabulary import site_share

_SITE_WORDS = lazily(
    r"本站|网站|文档|文件|资源|下载|上传|侵权|版权|用户|会员|预览|积分|金币|客服|支付|解压|登录|压缩包"
)
_BULLET = lazily(r"[•·●○■◦▪*+-]\s")
_PLAIN = 4  # lines
_ITEM = lazily(r"[(（]?\d{1,2}\s*[、.．:：)）]")
_FINAL = lazily(r"[。！？!?；;，,、：:]")
_FLOWING = lazily(r"[。！？；].|[，,].{4,}[，,].")
_COMMA = lazily(r"[，,。；]")
_SHORT = 80
_WRAPPED, _GO_ON = 40, 2  # characters of such a line; lines that begin with a small letter
_ENDS = ("end", "notices")
_NOTICES_LIMIT = 20
_MOST = 0.5
_OF_SITES = 0.25  # share of a site's words in a line that speaks of a site


def mark_sections(lines: Sequence[Line], found: Findings, rules: Rules, edges: Edges) -> None:
    """Mark the lines of sections in ``rules`` (in place) with the name of the rule that opened them.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
        edges: where the document's own lines are: only notices go on from above them.
    """
    openers = [
        place
        for place in sorted(found)
        if found[place].rule.strength == "section"
        and (place >= edges.start or found[place].rule.to == "notices")
        and not _heads_prose(lines, found, place)
    ]
    if not openers:
        return
    passed = [0, *accumulate(len(line.text) for line in lines)]
    end = 0
    for place in openers:
        if place < end:
            continue
        end = _section_end(lines, found, place, passed[place] / (passed[-1] or 1))
        if place < edges.core and found[place].rule.to == "prose":
            end = min(end, edges.core)
        if end > place + 1 or (end > place and found[place].rule.to == "end"):
            for at in range(place, end):
                rules.setdefault(at, found[place].rule.name)


def _section_end(lines: Sequence[Line], found: Findings, start: int, passed: float) -> int:
    """Return the place behind the last line of the section that opens at ``start``; ``start`` where it opens nothing.

    ``passed`` is the share of the page's characters before it.
    """
    to = found[start].rule.to
    if to == "end":
        return len(lines) if passed > _MOST else start
    if to == "notices":
        return _notices_end(lines, found, start)
    end, without = start + 1, 0
    is_marked = end < len(lines) and _BULLET.match(lines[end].text) is not None
    while end < len(lines) and not (_begins_text(lines, end) or _ends_section(found.get(end))):
        without = without + 1 if is_marked and not _BULLET.match(lines[end].text) else 0
        end += 1
        if without == _PLAIN:
            return end - without  # a list whose entries have bullets ends where they do
    while end < len(lines) and end > start + 1 and lines[end - 1].broken and _COMMA.search(lines[end - 1].text):
        end -= 1  # the beginning of the same hard-wrapped paragraph
    rest = lines[end:]
    if passed > _MOST and rest and not _mostly_prose(rest):
        return len(lines)
    return end


def _ends_section(finding: Finding | None) -> bool:
    """Another section, the title or a row of facts begins something new."""
    return finding is not None and (
        finding.rule.strength == "section" or finding.rule.name == "labelled-facts" or is_title(finding.rule)
    )


def _heads_prose(lines: Sequence[Line], found: Findings, place: int) -> bool:
    """Tell whether a tree has a line as a heading right over text without links: it lists no other documents there."""
    if lines[place].tag not in HEADINGS or found[place].rule.to in _ENDS or place + 1 in found:
        return False
    below = lines[place + 1] if place + 1 < len(lines) else lines[place]
    return below.tag == "p" and not below.links and len(below.text) > _SHORT and reads_on(below)


def reads_on(line: Line) -> bool:
    """A line that a list of titles does not have: long, or with the punctuation of sentences."""
    text = line.text
    return len(text) > _SHORT or (len(text) > 4 and bool(_FINAL.search(text[-1:]) or _FLOWING.search(text)))


def _begins_text(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is of a text: by itself, or with those below it, which wrap as no list of titles does."""
    wrapped = all(len(line.text) >= _WRAPPED for line in lines[place : place + 3])
    below = lines[place + 1 : place + 4]
    return reads_on(lines[place]) or (wrapped and sum([line.text[0].islower() for line in below]) >= _GO_ON)


def _mostly_prose(lines: Sequence[Line]) -> bool:
    return sum(map(reads_on, lines)) > _MOST * len(lines)


def opens_text(lines: Sequence[Line], found: Findings, place: int) -> bool:
    """Tell whether the document goes on below a heading of notices: with prose or items that speak of no site."""
    if place + 1 >= len(lines) or place + 1 in found or _notices_end(lines, found, place) > place:
        return False
    after = lines[place + 1]
    own = reads_on(after) or _ITEM.match(after.text) is not None
    return own and not _SITE_WORDS.search(after.text) and site_share(after.text) < _OF_SITES


def _notices_end(lines: Sequence[Line], found: Findings, start: int) -> int:
    """Notices are numbered, or speak of the site; a document's own list of the same heading does neither throughout."""
    end = start + 1
    while (
        end < len(lines)
        and end - start <= _NOTICES_LIMIT
        and not _ends_section(found.get(end))
        and (_ITEM.match(lines[end].text) or _SITE_WORDS.search(lines[end].text))
    ):
        end += 1
    items = lines[start + 1 : end]
    told = sum(bool(_SITE_WORDS.search(line.text)) for line in items)
    return end if items and told >= _MOST * len(items) else start
