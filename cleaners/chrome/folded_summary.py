"""The site's summary in a block that folds: a heading such as 摘要, controls such as 展开, and a text of its own.

The text stands between heading and controls, or behind both. A document has none of the controls, so that the block is
the site's whatever its text says; where nothing tells how far the text goes, only as much is taken as is surely its.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from cleaners.chrome.duplicates import REPEATED
from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules, is_title
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import rulebook
from cleaners.rules.strangers import NUMBERED

SUMMARY: Final = "summary"
SITES_SUMMARY: Final = lazily(
    r"(?:[资資]源|[资資]料|文[档檔件]|全文|AI|智能)(?:智能)?(?:摘要|[总總][结結]|概要|速[览覽])"
)
"""What heads the summary of a site, and no abstract: 全文摘要, AI总结."""
_REACH: Final = 12  # lines of a summary
_INLINE: Final = lazily(r"(.{2,12}?[:：】\]])\s*(?=\S)")  # a heading with the text in the same line
_CONTROLS: Final = lazily(r".{0,8}?[:：】\]]?\s*(?:(?:展开|收起|更多|全文|全部|隐藏|显示)\s*[<>»«↓↑∨∧]*\s*)+")
_KEYWORDS: Final = 3  # lines below an abstract in which its keywords begin
_LABEL: Final = 12
_MOST: Final = 3  # paragraphs of a summary without a heading
_ANSWERS: Final = "answers-head"
_PAIR: Final = 2
_MORE: Final = 2  # times as much follows it
_WRAP: Final = 60  # characters of a line in a document that is wrapped
_WIDER: Final = 1.25


def mark_folded(lines: Sequence[Line], found: Findings, rules: Rules) -> None:
    """Mark the lines of folded summaries in ``rules`` (in place).

    Args:
        lines: lines in page order.
        found: what the rules found in them; headings of the document's own left out.
        rules: the rule by which each line is removed so far.
    """
    for place in [place - 1 for place, rule in rules.items() if place and rule == REPEATED]:
        if place not in rules and place not in found and _CONTROLS.fullmatch(lines[place].text):
            rules[place] = SUMMARY
    for place in sorted(place for place, finding in found.items() if finding.rule.folds):
        if place in rules:
            continue
        run = _run(found, place)
        texts = _texts(lines, found, run)
        texts = _below_title(lines, found, run) if texts is None else texts
        if texts is None:
            continue
        if again := [at for at in texts if at > run.start and rules.get(at) == REPEATED]:
            texts = [at for at in texts if at <= again[-1]]  # what stands below the document's beginning is none of it
        first, last = min([*run, *texts]), max([*run, *texts])
        for at in range(first, last + 1):
            rules.setdefault(at, found[at].rule.name if at in found else SUMMARY)


def without_heading(text: str) -> str:
    """Return a summary without the heading in its first line."""
    cut = heading_in(text)
    return text[cut:] if cut else text


def _run(found: Findings, place: int) -> range:
    """Return the places of the controls and headings in a row, one of which is at ``place``."""

    def belongs(at: int) -> bool:
        return at in found and (found[at].rule.folds or found[at].rule.folded)

    start, stop = place, place + 1
    while belongs(start - 1):
        start -= 1
    while belongs(stop):
        stop += 1
    return range(start, stop)


def _texts(lines: Sequence[Line], found: Findings, run: range) -> Sequence[int] | None:
    """Return the places of heading and text beside the controls; ``None`` where no heading is."""
    if any(found[at].rule.folded for at in run):
        return _behind(lines, found, run)
    above = takewhile(lambda at: at not in found or found[at].rule.folded, range(run.start - 1, -1, -1))
    for at, _ in zip(above, range(_REACH), strict=False):
        if at in found:
            return range(at, run.start)
        if heading_in(lines[at].text):
            return None if is_own(lines, at, run.stop) else range(at, run.start)
    below = run.stop < len(lines) and run.stop not in found and heading_in(lines[run.stop].text)
    return range(run.stop, run.stop + 1) if below and not is_own(lines, run.stop, run.stop + 1) else None


def _below_title(lines: Sequence[Line], found: Findings, run: range) -> Sequence[int] | None:
    """Return the places of the paragraphs of a dump between the title and two controls, to unfold them and to fold.

    A text that is folded itself has one control, and what is folded is less than what follows.
    """
    kinds = {lines[at].text for at in run if found[at].rule.folds}
    start = run.start
    while start > max(0, run.start - _MOST) and start - 1 not in found:
        start -= 1
    title = found.get(start - 1)
    if len(kinds) < _PAIR or lines[0].tag or start == run.start or title is None or not is_title(title.rule):
        return None
    if any("全文" in kind for kind in kinds) or any(NUMBERED.match(lines[at].text) for at in range(start, run.start)):
        return None  # the beginning of the text
    if any(one.rule.name == _ANSWERS for one in found.values()):
        return None  # what was asked
    folded = sum([len(line.text) for line in lines[start : run.start]])
    below = sum([len(line.text) for line in lines[run.stop :]])
    return range(start, run.start) if below >= _MORE * folded else None


def _behind(lines: Sequence[Line], found: Findings, run: range) -> Sequence[int]:
    """Return the places of the text below heading and controls: up to the next control or the end, or one long line."""
    unknown = takewhile(lambda at: at not in found, range(run.stop, min(len(lines), run.stop + _REACH + 1)))
    texts = list(unknown)
    if not texts:
        return []
    stop = texts[-1] + 1
    if len(texts) <= _REACH:
        if stop in found and found[stop].rule.folds:
            return [*texts, *_run(found, stop)]
        above = sum(len(line.text) for at, line in enumerate(lines[: run.start]) if at not in found)
        if above >= sum(len(lines[at].text) for at in texts):
            return texts
    longest = max((len(lines[at].text) for at in texts[1:]), default=_WRAP + 1)
    is_blob = longest <= _WRAP and len(lines[run.stop].text) > _WIDER * longest
    return texts[:1] if is_blob else []


def is_own(lines: Sequence[Line], at: int, below: int) -> bool:
    """Tell whether the heading that a line begins with is that of a paper, whose keywords follow."""
    words = _rule_in(lines[at].text)[1]
    return any(key_of(line.text[:_LABEL]).startswith(words) for line in lines[below : below + _KEYWORDS])


def heading_in(text: str) -> int:
    """Return the length of the heading that a line begins with, the text behind it; 0 where it has none."""
    return _rule_in(text)[0]


def _rule_in(text: str) -> tuple[int, tuple[str, ...]]:
    """Return the length of the heading in a line, and the words that make it a document's own."""
    inline = _INLINE.match(text)
    found = rulebook().matcher.find(key_of(inline[1])) if inline else None
    return (inline.end(), found[0].own_with) if inline and found and found[0].folded else (0, ())
