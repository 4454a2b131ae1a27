"""Controls and counters that a site puts under each answer or post in a text dump: ``赞 12``, ``踩``, ``评论``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily

_DIGITS: Final = lazily(r"[\d\s()（）+]+")
_TIME: Final = lazily(r"(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d:\d\d")
_OFTEN: Final = 3
_AGAIN: Final = 2


def between_posts(lines: Sequence[Line], found: Findings, body: range) -> set[int]:
    """Return the places of weak words that stand in rows alike between the document's texts, or as posts have them.

    One above a time to the second, as answers have it, goes with that.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        body: the places between the site's head and tail.
    """
    weak = [place for place in body if place in found and found[place].rule.strength == "weak"]
    runs = [[place for _, place in run] for _, run in groupby(enumerate(weak), lambda pair: pair[1] - pair[0])]
    words = [{_DIGITS.sub("", lines[place].text) for place in run} for run in runs]
    times = Counter(word for some in words for word in some)
    again = {word for word, count in times.items() if count >= _AGAIN}
    alike = (
        {at for run, some in zip(runs, words, strict=True) if some & again for at in run} if len(again) > 1 else set()
    )
    between = {place for place in weak if found[place].rule.between}
    timed = {place for place in between if place + 1 in body and _TIME.fullmatch(lines[place + 1].text)}
    alike |= {place + 1 for place in timed} | {at for run in runs if not timed.isdisjoint(run) for at in run}
    if len(between) < _OFTEN:
        return alike
    return alike | {place for run in runs if not between.isdisjoint(run) for place in run}
