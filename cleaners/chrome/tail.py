"""Where the tail of a page begins: what a site says below the text, lists of others, calls on readers, keywords."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.calls import above_calls, offered_again
from cleaners.chrome.doubled import DOUBLED
from cleaners.chrome.end_marks import find_end
from cleaners.chrome.others_below import dated_list, informed_list, sourced_list, teased_list
from cleaners.chrome.site_notices import gives_notice, is_notice
from cleaners.chrome.telling import offers_others
from cleaners.document import Line
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import LABEL_PAIR, Finding, Findings, Rules
from cleaners.facts.keyword_list import ends_with_list, list_above, unmarked
from cleaners.lazily import lazily
from cleaners.rules.around import counts_answers
from cleaners.rules.strangers import is_stranger
from cleaners.rules.vocabulary import topic_of

_STRANGERS: Final = 2
_BRIEF: Final = 120  # characters of a notice at the end
_ITS_OWN: Final = lazily(
    r"[本此该該](?:报告|報告|表|公司|食谱|书|書|刊|手册|规程|标准|办法|院|所|中心|研究|指南|须知)"
)  # speaks of itself


def tail_start(lines: Sequence[Line], found: Findings, rules: Rules, head: int, title: str | None) -> int:
    """Return the place from which on the last lines are the site's, with few between them that no rule knows.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
        head: the place behind the head.
        title: the title without site suffix.
    """
    start, strangers = len(lines), 0
    topic = topic_of(title)
    for place in range(len(lines) - 1, head - 1, -1):
        if rules.get(place) == DOUBLED:
            continue
        finding = found.get(place)
        known = place in rules or (finding and not finding.rule.ambiguous and finding.rule is not TITLE)
        text = lines[place].text
        told = is_notice(text) or (
            len(text) <= _BRIEF and gives_notice(text, topic) and not (lines[place].tag and _ITS_OWN.search(text))
        )
        if known or told or ends_with_list(lines, place, start) or offers_others(lines[place]) or counts_answers(text):
            start, strangers = place, 0
        elif strangers == _STRANGERS or not is_stranger(lines[place]):
            break
        else:
            strangers += 1
    return start


def tail_of_dump(lines: Sequence[Line], found: Findings, body: range, pages: range | None) -> int:
    """Return where the tail of a dump begins: at a mark that ends the text, a list of others; behind the last page.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        body: the places of the document's own lines as far as they are known.
        pages: those from the first to the last page of a viewer.
    """
    listed = (dated_list(lines, found, body), *(others(lines, body) for others in (teased_list, sourced_list)))
    stop = min(find_end(lines, found, body), informed_list(lines, body), *listed)
    return max(stop, pages.stop) if pages else stop


def above_calls_and_keywords(lines: Sequence[Line], found: Findings, tail: int, head: int) -> int:
    """Return where the text of a dump ends above calls on readers and the site's keywords, which become findings.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them; changed.
        tail: the place behind the text as far as it is known.
        head: the place behind the head.
    """
    tail = offered_again(lines, above_calls(lines, found, tail, head), head)
    words = list_above(lines, tail)
    if words is None:
        return tail
    for at in words:
        said = unmarked(lines[at].text) if at == words[-1] else ""
        tags = {"tags": said} if len(said.split()) > 1 else {}
        found[at] = Finding(LABEL_PAIR, tags, lines[at])
    return min(tail, words.start)
