"""Which lines the site wrote: general rules together with position, repetition and neighbourhood.

A page is a head (title, badges, buttons), the document, and a tail (summary, notices, related documents). Rules that
are certain count anywhere; words that a document could have as well count only in the head, the tail, or a cluster.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cleaners.document import Drop, Line
from cleaners.duplicates import mark_duplicates
from cleaners.findings import TITLE, Finding, find_in_lines
from cleaners.phrases import Matcher
from cleaners.rulebook import Rule
from cleaners.sections import mark_sections

_SENTENCE = re.compile(r"[。！？!?；;]|[,，、:：]$|[a-z,;]\.?\s+[a-z]+\s+[a-z]+\s+[a-z]+")
_NUMBERED = re.compile(
    r"[(（]?[第一二三四五六七八九十\d①-⑳IVX]+[章节条篇编、.．)）:：]|[(（][一二三四五六七八九十\d]+[)）]"
)
_HEAD_LIMIT = 200
_STRANGERS = 2
_STRANGER_WIDTH = 24
_CLUSTER = 5
_LINKED = 0.8


class Sifted(NamedTuple):
    """Lines kept, lines dropped, and all findings in page order (those of kept lines left out)."""

    kept: list[Line]
    drops: list[Drop]
    findings: list[Finding]


def sift(lines: Sequence[Line], title: str | None, own: Matcher[Rule] | None = None) -> Sifted:
    """Take out the lines that the site wrote or shows twice.

    Args:
        lines: the lines of a dump, or those of the main content of a tree.
        title: the title without site suffix.
        own: the site profile's own phrases.
    """
    found = find_in_lines(lines, title, own)
    rules: list[str | None] = [None] * len(lines)
    mark_duplicates(lines, found, title, rules)
    head = _head_end(lines, found, rules)
    for place in range(head):
        finding = found[place]
        rules[place] = rules[place] or (finding.rule.name if finding else "head")
    mark_sections(lines, found, rules, head)
    tail = _tail_start(lines, found, rules, head)
    for place in range(tail, len(lines)):
        finding = found[place]
        rules[place] = rules[place] or (finding.rule.name if finding else "tail")
    _mark_body(lines, found, rules, head, tail)
    kept = [line for line, rule in zip(lines, rules, strict=True) if rule is None]
    drops = [Drop(line.number, rule, line.text) for line, rule in zip(lines, rules, strict=True) if rule is not None]
    told = [finding for finding, rule in zip(found, rules, strict=True) if finding and rule]
    return Sifted(kept, drops, told)


def is_prose(line: Line) -> bool:
    """Tell whether a line reads like text of a document: long, or with the punctuation of sentences."""
    text = line.text
    return width(text) >= 40 or bool(_SENTENCE.search(text))


def width(text: str) -> int:
    """Return the columns a text takes, wide characters as two."""
    return len(text) + sum(char > "\u2e7f" for char in text)


def _is_stranger(line: Line) -> bool:
    """A short line that no rule knows and that is no heading: a user's name, a word of the navigation."""
    return (
        width(line.text) <= _STRANGER_WIDTH and not is_prose(line) and not _NUMBERED.match(line.text) and not line.level
    )


def _head_end(lines: Sequence[Line], found: Sequence[Finding | None], rules: Sequence[str | None]) -> int:
    end = strangers = 0
    for place, line in enumerate(lines[:_HEAD_LIMIT]):
        finding = found[place]
        if rules[place] or (finding and (not strangers or not (finding.rule.ambiguous or finding.rule.marker))):
            end, strangers = place + 1, 0
        elif strangers == _STRANGERS or not _is_stranger(line):
            break
        else:
            strangers += 1
    return end


def _tail_start(lines: Sequence[Line], found: Sequence[Finding | None], rules: Sequence[str | None], head: int) -> int:
    start, strangers = len(lines), 0
    for place in range(len(lines) - 1, head - 1, -1):
        finding = found[place]
        if rules[place] or (finding and not finding.rule.ambiguous and finding.rule is not TITLE):
            start, strangers = place, 0
        elif strangers == _STRANGERS or not _is_stranger(lines[place]):
            break
        else:
            strangers += 1
    return start


def _mark_body(
    lines: Sequence[Line], found: Sequence[Finding | None], rules: list[str | None], head: int, tail: int
) -> None:
    """Mark chrome between head and tail: certain rules, clusters of weak ones, weak ones that are links."""
    place = head
    while place < tail:
        end = place
        while end < tail and (rules[end] or _is_known(found[end])):
            end += 1
        run = [finding for finding in found[place:end] if finding]
        sure = any(_is_certain(finding) for finding in run) or any(rules[place:end])
        for at in range(place, end):
            finding = found[at]
            if finding and rules[at] is None:
                linked = lines[at].links >= _LINKED and finding.rule.strength == "weak"
                cluster = end - place >= _CLUSTER or (sure and not finding.rule.ambiguous)
                if _is_certain(finding) or linked or cluster:
                    rules[at] = finding.rule.name
        place = max(end, place + 1)


def _is_known(finding: Finding | None) -> bool:
    return finding is not None and finding.rule is not TITLE


def _is_certain(finding: Finding) -> bool:
    return finding.rule.strength == "certain" and finding.rule is not TITLE
