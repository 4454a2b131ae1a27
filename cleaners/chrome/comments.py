"""What readers wrote below a text in a dump, from the number of comments on: ``3 条评论`` over ``发表评论``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.lazily import lazily
from cleaners.rules.phrases import key_of

COMMENTS: Final = "comments"
_LONGEST: Final = 24  # characters
_COUNT: Final = lazily(
    r"(?:共有?|全部|已有)?\d{1,5}[条则個个篇](?:评论|留言|回应|回复|书评|读者评论|网友评论)|(?:评论|留言|回应|书评|热评)[(:]?\d{1,5}[)条]?"
    r"|\d{1,4}(?:comments?|responses?|replies|thoughtson.*)|(?:comments?|responses?)\(?\d{1,4}\)?"
)
_FORM: Final = lazily(
    r"(?:发表|写|我要|我来|提交|添加)(?:评论|留言|回应|书评|点评)|发表你的(?:看法|评论)|leavea(?:reply|comment)|post(?:a)?comment|addacomment"
)
_HALF: Final = 0.4  # of a page's text stands above its comments


def mark_comments(lines: Sequence[Line], found: Findings, rules: Rules) -> None:
    """Mark everything from there on in ``rules`` (in place), in a page that is no thread itself.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
    """
    counts = [at for at, line in enumerate(lines) if len(line.text) <= _LONGEST and _COUNT.fullmatch(key_of(line.text))]
    if not counts:
        return
    start = counts[-1]
    below = range(start + 1, len(lines))
    if not any(len(lines[at].text) <= _LONGEST and _FORM.fullmatch(key_of(lines[at].text)) for at in below):
        return
    above = sum(len(line.text) for line in lines[:start])
    is_thread = any(at < start and one.rule.between for at, one in found.items())
    if not is_thread and above >= _HALF * sum(len(line.text) for line in lines):
        for at in range(start, len(lines)):
            rules.setdefault(at, found[at].rule.name if at in found else COMMENTS)
