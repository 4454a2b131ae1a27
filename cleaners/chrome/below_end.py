"""What is left of a dump below the line that ends its text, where many lines there are known as the site's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.comments import says_when
from cleaners.chrome.end_marks import EDITED
from cleaners.chrome.others_below import is_paragraph
from cleaners.document import Line
from cleaners.facts.finding import STAMP, Findings, Rules
from cleaners.lazily import lazily
from cleaners.places import runs
from cleaners.rules.around import counts_answers
from cleaners.rules.others import heads_others

BELOW: Final = "below-end"
_LONGEST: Final = 40  # characters of a line that ends a text
_PROSE: Final = 30  # characters of a line that says something
_SAID: Final = 60  # characters that a text says, at the least
_HALF, _PART = 0.5, 0.3  # of what the longest run of lines says: another that says so much is text, or may be
_LEAST: Final = 8  # lines below
_KNOWN: Final = 0.5  # share of them that are known as the site's
_KNOWN_BELOW_NAME: Final = 0.3  # ... below the editor's name: in a volume nearly all of them are kept
_AT_ONCE: Final = 3  # lines below a heading of comments that are the site's, where no comment says when
_SOON: Final = 8  # lines below in which a text goes on
_EDITOR: Final = lazily(
    r"[\[(（【•\s]*(?:责任编辑|責任編輯|责编|責編)\s?[:：\s]\s?[\w·]{2,12}(?: ?[A-Z]{1,4}\d{1,6})?[\])）】\s]*"
)
_COMMENTS: Final = lazily(
    r"\W*(?:热门|熱門|最新|全部|精彩|[网網]友|最[热熱])(?:评论|評論|留言|跟[贴貼帖])\W*\d*[条條]?\W*"
)


def drop_below_end(lines: Sequence[Line], found: Findings, rules: Rules) -> None:
    """Let lines go (in place) below the name of the editor, a heading of comments or of others, under the text.

    The text is the longest run of kept lines, and others that say half as much or more, comments left out.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
    """
    kept = runs([place for place in range(len(lines)) if place not in rules])
    prose = [[place for place in run if len(lines[place].text) >= _PROSE] for run in kept]
    said = [(sum([len(lines[place].text) for place in run]), run[-1]) for run in prose if run]
    most = max(said, default=(0, 0))[0]
    if most < _SAID:
        return
    name = _name_below(lines, found, rules, [end for size, end in said if size >= _HALF * most])
    heading = _heading_below(lines, rules, [end for size, end in said if size >= _PART * most])
    stamp = next((place for place, rule in rules.items() if rule == STAMP), len(lines))  # a thread has no such end
    for mark, least in (name, _KNOWN_BELOW_NAME), (heading, _KNOWN):
        below = range(mark + 1, len(lines))
        if len(below) >= _LEAST and mark < stamp and sum(at in rules for at in below) >= least * len(below):
            for place in range(mark, len(lines)):
                rules.setdefault(place, BELOW)
            return


def _name_below(lines: Sequence[Line], found: Findings, rules: Rules, ends: Sequence[int]) -> int:
    """Return the place of the editor's name or the heading of comments that stands below the first text.

    The number of lines where there is none, or where a further text follows that is no comments, as in a volume.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
        ends: the places at which what may be text ends.
    """
    below = range(ends[0] + 1, len(lines))
    names = [place for place in below if _is_signed(lines, found, place)]
    comments = (at for at in below if len(lines[at].text) <= _LONGEST and _COMMENTS.fullmatch(lines[at].text))
    head = next(comments, len(lines))
    mark = min([*names[:1], head])
    more = [end for end in ends if end > mark]
    told = head < len(lines) and (
        all(at in rules for at in range(head + 1, head + 1 + _AT_ONCE)) or any(map(says_when, lines[head:]))
    )
    if more and (head > more[0] or not told):
        return len(lines)  # another piece, and not what readers wrote
    if names and any(is_paragraph(lines[at]) for at in range(mark + 1, names[-1])):
        return len(lines)
    return mark


def _is_signed(lines: Sequence[Line], found: Findings, place: int) -> bool:
    if place in found and found[place].rule.name in EDITED:
        return True
    return len(lines[place].text) <= _LONGEST and _EDITOR.fullmatch(lines[place].text) is not None


def _heading_below(lines: Sequence[Line], rules: Rules, ends: Sequence[int]) -> int:
    """Return the place of the heading of others that is gone already and stands below the last text.

    The number of lines where there is none, or where a paragraph is kept soon below: a card stands in mid-text.

    Args:
        lines: the lines of a dump.
        rules: the rule by which each line is removed so far.
        ends: the places at which what may be text ends.
    """
    below = (at for at in range(ends[-1] + 1, len(lines)) if at in rules)
    mark = next((at for at in below if heads_others(lines[at].text) or counts_answers(lines[at].text)), len(lines))
    soon = range(mark + 1, min(mark + 1 + _SOON, len(lines)))
    return len(lines) if any(at not in rules and is_paragraph(lines[at]) for at in soon) else mark
