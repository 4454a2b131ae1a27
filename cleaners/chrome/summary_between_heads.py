"""The summary between two headings of a site at the top of a page with markup: 标准简介, and 标准内容 over the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.folded_summary import SUMMARY
from cleaners.chrome.telling import SITE_HEAD
from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of

_TOP: Final = 4  # lines
_MOST: Final = 3  # paragraphs of a summary
_LEAST: Final = 20  # characters of one
_MORE: Final = 2  # times as much follows
_THING: Final = 2  # characters of what both headings name
_LONGEST: Final = 16  # characters of a heading
_INTRODUCES: Final = lazily(r"[简簡][介绍紹]|介[绍紹]|摘要|提要|概要|概述|描述|[导導][读讀]")
_OF_TEXT: Final = lazily(r"[内內]容|正文|全文|原文|文本")
_INTRODUCED: Final = lazily(r"[【\[［](?:[内內]容|[资資]料|文[档檔]|[标標][准準])[简簡]介[】\]］]")
_SHOWN: Final = lazily(
    r"[【\[［](?:正文|[内內]容|全文|原文)(?:[预預][览覽]|展示|[阅閱][读讀])[】\]］]"
)  # by a site alone
_ENDED: Final = lazily(r"[。！？!?；….][”’」』\"）)]?$")


def mark_summary_between_heads(lines: Sequence[Line], found: Findings, rules: Rules) -> None:
    """Mark such a summary and both headings in ``rules`` (in place).

    Args:
        lines: the lines of a tree's main content.
        found: what the rules found in them; headings of the document's own left out.
        rules: the rule by which each line is removed so far.
    """
    for place in range(min(_TOP, len(lines))):
        head = place in found and found[place].rule.name == SITE_HEAD and _INTRODUCES.search(lines[place].text)
        if not head and not _INTRODUCED.fullmatch(lines[place].text):
            continue
        stop = _text_head(lines, found, place)
        if stop and _more_follows(lines, range(place + 1, stop)):
            rules.update(dict.fromkeys(range(place + 1, stop), SUMMARY))
            rules[place] = rules[stop] = SITE_HEAD
        return


def _text_head(lines: Sequence[Line], found: Findings, place: int) -> int:
    """Return the place of the site's heading over the text behind the paragraphs of a summary; 0 without one."""
    thing = key_of(lines[place].text)[:_THING]
    for at in range(place + 1, min(place + _MOST + 2, len(lines))):
        text = lines[at].text
        if at > place + 1 and len(text) <= _LONGEST and _OF_TEXT.search(text):
            known = (at in found and found[at].rule.name == SITE_HEAD) or _SHOWN.fullmatch(text)
            return at if known or (lines[at].level and key_of(text).startswith(thing)) else 0
        if at in found or lines[at].level or len(text) < _LEAST or not _ENDED.search(text):
            return 0
    return 0


def _more_follows(lines: Sequence[Line], summary: range) -> bool:
    told = sum([len(lines[at].text) for at in summary])
    return sum([len(line.text) for line in lines[summary.stop + 1 :]]) >= _MORE * told
