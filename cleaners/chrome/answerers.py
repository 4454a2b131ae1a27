"""Who answers a question, between the site's heading over his answer and the answer: ``孙明远 主任医师``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.post_blocks import DAY, POSTER
from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings, is_title
from cleaners.lazily import lazily
from cleaners.places import runs
from cleaners.rules.keys import key_of
from cleaners.rules.strangers import is_prose, is_stranger

_MOST: Final = 3  # lines
_TOP: Final = 12  # lines
ANSWERS_HEAD: Final = "answers-head"
"""Rule of a heading over answers, and of how many found one of use."""
_VOTES: Final = lazily(r"[\d,.]+ ?[万千wk]? ?人?(?:赞同|贊同|赞|觉得)")
_LONGEST: Final = 24  # characters
_SIGNS: Final = 2  # of a thread elsewhere in a page
_HEAD: Final = lazily(r".{0,8}(?:回答|解答|回复|答复|答案|采纳|诊断|答疑)[:(\d)个条]*")
ASKED: Final = frozenset(("问:", "问题:", "提问:", "q:", "question:"))
"""Keys of what stands over a question, and of what stands over its answer."""
ANSWERED: Final = frozenset(("答:", "回答:", "答案:", "解答:", "a:", "answer:"))
_WHO: Final = lazily(
    r"医[师生]|律师|教授|专家|老师|顾问|达人|[院科]$|等级|采纳|擅长|认证|级$|事务所|执业|职称|医院|工程师|编辑|网友|用户"
)


def _find_asked(lines: Sequence[Line], found: Findings) -> None:
    """Find the two labels over one question, which is the title, and its answer."""
    titles = [at for at in found if at < _TOP and is_title(found[at].rule)]
    for at in titles:
        labels = [key_of(lines[place].text) for place in (at - 1, at + 1)] if 0 < at < len(lines) - 1 else ["", ""]
        if labels[0] in ASKED and labels[1] in ANSWERED:
            found.update({place: Finding(POSTER, {}, lines[place]) for place in (at - 1, at + 1)})


def _find_below_controls(lines: Sequence[Line], found: Findings) -> None:
    """Find who answers between what stands under an answer, its time and controls, and the next answer's text.

    As many lines stand above each answer, the first one's below a heading over all of them.
    """
    ends = [run[-1] for run in runs(sorted(found)) if any(_ends_post(found[at]) for at in run)]
    blocks = [who for end in ends if (who := _who_below(lines, found, end + 1))]
    if len(blocks) < _SIGNS or len({len(who) for who in blocks}) > 1:
        return
    heads = [at for at, one in found.items() if one.rule.between and at < blocks[0].start]
    first = [who for at in heads if len(who := _who_below(lines, found, at + 1)) == len(blocks[0])]
    for who in (*first[-1:], *blocks):
        found.update({at: Finding(POSTER, {}, lines[at]) for at in who})


def _ends_post(finding: Finding) -> bool:
    return finding.rule.between and DAY.search(finding.line.text) is not None


def _who_below(lines: Sequence[Line], found: Findings, start: int) -> range:
    """Return the places of a few short lines above text; an empty range where others stand there."""
    at = start
    while at < len(lines) and at not in found and is_stranger(lines[at]) and len(lines[at].text) <= _LONGEST:
        at += 1
    over_text = at < len(lines) and at not in found and is_prose(lines[at])
    return range(start, at) if over_text and at - start <= _MOST else range(0)


def _find_above_votes(lines: Sequence[Line], found: Findings) -> None:
    """Find who answers and what he says of himself, between what a site says and who agrees: ``482 人赞同了该回答``."""
    votes = [at for at in sorted(found) if found[at].rule.name == ANSWERS_HEAD and _VOTES.match(lines[at].text)]
    for vote in votes if len(votes) > 1 else ():
        at = vote
        while at and at - 1 not in found and is_stranger(lines[at - 1]) and vote - at < _MOST:
            at -= 1
        if at < vote and at and at - 1 in found:
            found.update({place: Finding(POSTER, {}, lines[place]) for place in range(at, vote)})


def find_answerers(lines: Sequence[Line], found: Findings) -> None:
    """Find them in a page that is a thread by other signs, in ``found`` (in place).

    Args:
        lines: lines in page order.
        found: what the rules found in them.
    """
    _find_asked(lines, found)
    _find_below_controls(lines, found)
    _find_above_votes(lines, found)
    heads = [at for at, one in found.items() if one.rule.between and _HEAD.fullmatch(key_of(lines[at].text))]
    if sum(one.rule.between for one in found.values()) - len(heads) < _SIGNS:
        return
    for head in heads:
        at = head + 1
        while at < len(lines) and at not in found and is_stranger(lines[at]):
            at += 1
        who = range(head + 1, at)
        told = any(_WHO.search(lines[place].text) for place in who)
        if 0 < len(who) <= _MOST and told and at < len(lines) and at not in found and is_prose(lines[at]):
            found.update({place: Finding(POSTER, {}, lines[place]) for place in who})
            found[head] = Finding(POSTER, {}, lines[head])
