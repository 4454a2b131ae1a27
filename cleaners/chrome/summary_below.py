"""The summary that a site puts below a text in a dump: a heading of its own, a paragraph, and what the file is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.folded_summary import SUMMARY
from cleaners.chrome.telling import SITE_HEAD
from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules, has_label, states
from cleaners.lazily import lazily

_MOST: Final = 4  # lines of a summary
_FACTS: Final = 2  # of the file, that stand right below
_NEAR: Final = 4  # lines in which they stand
_MORE: Final = 3  # times as many characters stand above
_HEADING: Final = lazily(  # a document says 内容简介 or 摘要 of itself, and none that it is a file
    r"(?:文[档檔件]|[资資]料|[资資]源|[课課]件)(?:[简簡]介|介[绍紹]|描述|提要|概述|摘要)\s?[:：]?"
)


def mark_summary_below(lines: Sequence[Line], found: Findings, rules: Rules, body: range) -> int:
    """Mark the lines of such a summary in ``rules`` (in place), and return where the text ends above it.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
        body: the places of the text.
    """
    below = [found[at] for at in range(body.stop, body.stop + _NEAR) if at in found]
    if sum(states(one) or has_label(one.rule) for one in below) < _FACTS:
        return body.stop
    for place in range(body.stop - 2, max(body.start, body.stop - 2 - _MOST), -1):
        if _HEADING.fullmatch(lines[place].text):
            told = range(place + 1, body.stop)
            above = sum([len(lines[at].text) for at in range(body.start, place)])
            if above < _MORE * sum([len(lines[at].text) for at in told]):
                break
            rules.update({place: SITE_HEAD} | dict.fromkeys(told, SUMMARY))
            return place
    return body.stop
