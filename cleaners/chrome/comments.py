"""What readers wrote below a text in a dump: from their number on, below most of a page, or a heading above times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of

COMMENTS: Final = "comments"
_LONGEST: Final = 24  # characters
_COUNT: Final = lazily(
    r"(?:共有?|全部|已有)?\d{1,5}[条则個个篇](?:评论|留言|回应|回复|书评|读者评论|网友评论)|(?:评论|留言|回应|书评|热评)[(:]?\d{1,5}[)条]?"
    r"|\d{1,4}(?:comments?|responses?|replies|thoughtson.*)|(?:comments?|responses?)\(?\d{1,4}\)?"
)
_FORM: Final = lazily(
    r"(?:发表|写|我要|我来|提交|添加)(?:评论|留言|回应|书评|点评)|发表你的(?:看法|评论)|leavea(?:reply|comment)|post(?:a)?comment|addacomment"
)
_HEADING: Final = lazily(r"评论|留言|跟帖|回应|comments?|feedback")  # buttons elsewhere
_TIME: Final = lazily(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:at |[上下]午)?\d{1,2}:\d\d")
_STAMP: Final = 100  # characters of a line that says who wrote and when
_OWN: Final = 1  # time above the comments: the document's
_SEVERAL: Final = 2
_PART: Final = 3  # lines to each that is the site's, at the most
_AGO: Final = lazily(
    r"\d{1,2}\s?(?:分钟|小时|天|周|个月|年|分鐘|小時|週|個月)前"
    r"|\b\d{1,2} (?:minute|hour|day|week|month|year)s? ago\b|[A-Z][a-z]{2} \d{1,2}, (?:19|20)\d\d$"
)
_AT_ONCE: Final = 3  # lines below the heading
_TEXT: Final = 100  # characters above
_HALF: Final = 0.4  # of a page's text stands above its comments
_MOST: Final = 0.65  # ... where no form for one more tells them


def mark_comments(lines: Sequence[Line], found: Findings, rules: Rules) -> None:
    """Mark everything from there on in ``rules`` (in place), in a page that is no thread itself.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
    """
    start = _above_times(lines, found)
    start = _above_form(lines, found) if start is None else start
    for at in range(start, len(lines)) if start is not None else ():
        rules.setdefault(at, found[at].rule.name if at in found else COMMENTS)


def _above_form(lines: Sequence[Line], found: Findings) -> int | None:
    """Return the place of the number of comments over the form for one more, or under most of a page."""
    counts = [at for at, line in enumerate(lines) if len(line.text) <= _LONGEST and _COUNT.fullmatch(key_of(line.text))]
    if not counts:
        return None
    start = counts[-1]
    below = range(start + 1, len(lines))
    has_form = any(len(lines[at].text) <= _LONGEST and _FORM.fullmatch(key_of(lines[at].text)) for at in below)
    above = sum(len(line.text) for line in lines[:start])
    is_thread = any(at < start and one.rule.between for at, one in found.items())
    if is_thread or not (has_form or _are_comments(lines, found, below)):
        return None
    return start if above >= (_HALF if has_form else _MOST) * sum(len(line.text) for line in lines) else None


def _are_comments(lines: Sequence[Line], found: Findings, below: range) -> bool:
    """Tell whether lines say when they were written, or are the site's in good part: a report counts comments too."""
    if any(says_when(lines[at]) for at in below):
        return True
    return _SEVERAL < len(below) <= _PART * sum(at in found for at in below)


def says_when(line: Line) -> bool:
    """Tell whether a short line has the time of a comment in it."""
    return len(line.text) <= _STAMP and bool(_TIME.search(line.text) or _AGO.search(line.text))


def _above_times(lines: Sequence[Line], found: Findings) -> int | None:
    """Return the place of a heading of comments with several lines below that say when, the first at once."""
    headings = [
        at
        for at, one in found.items()
        if len(lines[at].text) <= _LONGEST and (one.rule.name == COMMENTS or _HEADING.fullmatch(key_of(lines[at].text)))
    ]
    if not headings:
        return None
    times = [at for at, line in enumerate(lines) if len(line.text) <= _STAMP and _TIME.search(line.text)]
    for start in sorted(headings):
        below = [at for at in times if at > start]
        own = len(times) - len(below) <= _OWN and sum(len(line.text) for line in lines[:start]) >= _TEXT
        if own and len(below) >= _SEVERAL and below[0] - start <= _AT_ONCE:
            return start
    return None
