"""What a question says below its title, in a dump of a page of answers: the site's facts stand below it."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.chrome.answerers import ANSWERS_HEAD
from cleaners.document import Line
from cleaners.facts.finding import Findings, is_title
from cleaners.rules.strangers import is_prose


def asked_above(lines: Sequence[Line], found: Findings, head: int) -> int:
    """Return where the head ends: right below the title, where prose stands between it and the first of its facts.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        head: where the head ends by its facts.
    """
    titles = [at for at, one in found.items() if at < head and is_title(one.rule)]
    if not titles or not any(one.rule.name == ANSWERS_HEAD for one in found.values()):
        return head
    start = max(titles) + 1
    facts = next((at for at in range(start, head) if at in found), start)
    return start if any(is_prose(lines[at]) for at in range(start, facts)) else head
