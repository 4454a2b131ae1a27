"""The summary that a site shows among its facts at the top of a dump: heading, a few sentences, and words of its own.

Below a heading such as 简介 the document itself can begin as well. The summary is closed by another line of the site's,
or by the tags below it, and the document follows with more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.folded_summary import SITES_SUMMARY, SUMMARY, heading_in, is_own
from cleaners.chrome.tags_below import TAG, tags_below
from cleaners.chrome.telling import SITE_HEAD
from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings, Rules, states
from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule
from cleaners.rules.strangers import is_prose
from cleaners.rules.vocabulary import site_share

_TOP: Final = 48  # lines
_FACTS: Final = 2  # facts of the site above
_MOST: Final = 3  # paragraphs of a summary
_LEAST: Final = 20  # characters
_MORE: Final = 2  # times as much follows
_SHORT: Final = 20  # characters of a line that closes it
_OF_SITE: Final = 0.4  # share of words of sites in it
_ENDED: Final = lazily(r"[。！？!?;；….][”’」』\"）)]?$")
_INTRODUCES: Final = lazily(r"(?i)[简簡介][介绍紹]|摘要|提要|概要|描述|[导導][读讀]|description|summary")
_BRACKETED: Final = lazily(
    r"[【\[［](?:[导導][读讀语語]|[内內]容(?:提要|[简簡]介))[】\]］].{20}"
)  # is closed by itself
_PRESENTS: Final = lazily(  # a site's, right below its facts; a paper's abstract has other words
    r"(?:文[档檔件]|[资資]料|[资資]源|[课課]件|[内內]容)(?:[简簡]介|介[绍紹]|描述|提要|概述)\s?[:：].{20}"
    r"|(?:[资資]源|[资資]料|文件)摘要\s?[:：].{20}"
    r"|(?:文[档檔章]|[内內]容)(?:摘要|[导導][读讀])\s?[:：]\s?本(?:[教说說]案|[说說][课課]稿|[课課]件|文[档檔]|[资資]料|[范範]文|模板)"
    r".{0,80}(?:[适適](?:合|用|[于於])|供.{0,12}(?:[参參]考|使用)|下[载載])"
)
_FIRST: Final = lazily(r"[(（]?[1一][)）]?[\s、.．]|第[一1][章节節条條部编編]")
_RULED: Final = lazily(r"[-—–=_*·.]{6,}")


def mark_summary_in_head(lines: Sequence[Line], found: Findings, rules: Rules) -> None:
    """Mark the lines of such a summary in ``rules`` (in place).

    Args:
        lines: the lines of a dump.
        found: what the rules found in them; headings of the document's own left out.
        rules: the rule by which each line is removed so far.
    """
    stated = 0
    for place, line in enumerate(lines[:_TOP]):
        stated += len(found[place].facts) if place in found and states(found[place]) else 0
        if stated < _FACTS or place in rules:
            continue
        heads = place in found and _heads_summary(line.text, found[place].rule)
        inline = 0 if heads or place in found else heading_in(line.text)
        if not (heads or inline):
            continue
        first = place if inline else place + 1
        if first >= len(lines) or not (inline or is_prose(lines[first])):
            continue  # AI总结, a control
        alone = _BRACKETED.match(line.text) or (place - 1 in found and _PRESENTS.match(line.text))
        stop = place + 1 if inline and alone else _end(lines, found, rules, first)
        behind = _behind_text(lines, found, first)
        tags = tags_below(lines, found, behind) if not stop or (alone and stop == behind) else ()
        stop = tags[-1] + 1 if tags else stop or _above_first_heading(lines, place, behind)
        if stop and not is_own(lines, place, stop) and _more_follows(lines, found, first, stop):
            for at in range(place, stop):
                rules[at] = found[at].rule.name if at in found else SUMMARY
            _mark_tags(lines, found, rules, tags)
        return


def _mark_tags(lines: Sequence[Line], found: Findings, rules: Rules, tags: Sequence[int]) -> None:
    """Mark the tags below a summary as what they are (in place); the first one states them all."""
    words = "、".join([lines[at].text for at in tags])
    for at in tags:
        found[at] = Finding(TAG, {"tags": words} if at == tags[0] else {}, lines[at])
        rules[at] = TAG.name


def _heads_summary(text: str, rule: Rule) -> bool:
    """Tell whether a heading is one over a summary: below others the document begins."""
    return rule.folded or (rule.name == SITE_HEAD and _INTRODUCES.search(text) is not None)


def _end(lines: Sequence[Line], found: Findings, rules: Rules, first: int) -> int:
    """Return the place of the site's line that closes a summary which begins at ``first``; 0 where none does."""
    for at in range(first, min(first + _MOST + 1, len(lines))):
        text = lines[at].text
        if at > first and (at in rules or _closes(text, at, found)):
            return at
        if at == first and at + 1 in found and found[at + 1].rule.opens and at not in found:
            return at + 1  # above the heading over the text, whether it ends as a sentence does or not
        if at in found or len(text) < _LEAST or not _ENDED.search(text):
            return 0
    return 0


def _behind_text(lines: Sequence[Line], found: Findings, first: int) -> int:
    """Return the place behind the paragraphs of a summary that begins at ``first``; the dump's end without one."""
    stop = first
    while stop < min(first + _MOST, len(lines)) and stop not in found:
        if len(lines[stop].text) < _LEAST or not _ENDED.search(lines[stop].text):
            break
        stop += 1
    return stop if stop > first else len(lines)


def _above_first_heading(lines: Sequence[Line], place: int, behind: int) -> int:
    """Return the place behind a summary that a site heads in its own words, right above a first heading; else 0."""
    told = behind < len(lines) and SITES_SUMMARY.match(lines[place].text) and _FIRST.match(lines[behind].text)
    return behind if told else 0


def _closes(text: str, at: int, found: Findings) -> bool:
    if at in found and "tags" in found[at].facts:
        return True
    if at in found:
        return not (found[at].rule.ambiguous or found[at].rule.marker or found[at].facts)
    return _RULED.fullmatch(text) is not None or (len(text) <= _SHORT and site_share(text) >= _OF_SITE)


def _more_follows(lines: Sequence[Line], found: Findings, first: int, stop: int) -> bool:
    size = sum([len(line.text) for line in lines[first:stop]])
    below = [line.text for at, line in enumerate(lines[stop:], stop) if at not in found and is_prose(line)]
    return sum(map(len, below)) >= _MORE * size
