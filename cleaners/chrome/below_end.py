"""What is left of a dump below the line that ends its text, where most lines there are known as the site's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.end_marks import EDITED
from cleaners.content.posts import STAMP
from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.places import runs
from cleaners.rules.around import counts_answers
from cleaners.rules.others import heads_others

BELOW: Final = "below-end"
_PROSE: Final = 30  # characters of a line that says something
_PART: Final = 0.3  # of the prose of the longest run: one with more may be text as well
_MOST: Final = 0.5  # share of lines below that are known
_LEAST: Final = 8  # lines below
_SAID: Final = 60  # characters that a text says, at the least


def drop_below_end(lines: Sequence[Line], found: Findings, rules: Rules) -> None:
    """Let lines go (in place) below the name of the editor, a heading of others or of comments, under all of the text.

    The text is the longest run of kept lines and all that say nearly as much; a thread has no such end.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
    """
    kept = [*runs([place for place in range(len(lines)) if place not in rules])]
    said = [sum([len(lines[place].text) for place in run if len(lines[place].text) >= _PROSE]) for run in kept]
    longest = max(said, default=0)
    if longest < _SAID or STAMP in rules.values():
        return
    last = max(run[-1] for run, size in zip(kept, said, strict=True) if size >= _PART * longest)
    mark = next((place for place in range(last + 1, len(lines)) if _is_end(lines, found, rules, place)), len(lines))
    below = range(mark + 1, len(lines))
    known = sum(place in rules for place in below)
    if len(below) >= _LEAST and known >= _MOST * len(below):
        for place in below:
            rules.setdefault(place, BELOW)


def _is_end(lines: Sequence[Line], found: Findings, rules: Rules, place: int) -> bool:
    """Tell whether a line that is gone already ends a text by what it says."""
    if place not in rules:
        return False
    text = lines[place].text
    known = place in found and found[place].rule.name in EDITED
    return known or rules[place] in EDITED or heads_others(text) or counts_answers(text)
