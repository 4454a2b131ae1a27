"""Lines between those of the site behind a document's end: counts, names and words of its boxes, lists of others."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import Final

from cleaners.chrome.site_notices import gives_notice
from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.lazily import lazily
from cleaners.places import runs
from cleaners.rules.around import turns_pages
from cleaners.rules.others import heads_others

ISLAND: Final = "island"
_SAYS: Final = lazily(r"[，。！？；：,;:!?]|(?:19|20)\d\d|[日号號]$|\d{1,4}[.、．)]|[(（\[【]")
_MOST: Final = 3  # lines of an island
_LONGEST: Final = 12  # characters of each
_BETWEEN: Final = 4  # lines of the site above the first island
_BELOW: Final = 2  # ... and below each
_TEXT: Final = 20  # characters of a line that is text
_HEADING: Final = 12  # ... of a heading over a list of others
_PROSE: Final = lazily(r".{30,}[。！？…”]$")
_NEAR: Final = 2  # lines beside such a heading that are the site's


def drop_islands(lines: Sequence[Line], found: Findings, rules: Rules) -> None:
    """Let short lines go (in place) that stand by themselves below a dump's text, in the midst of lines of the site.

    What a document ends with stands under its text: an institution and a day, an answer, another item. So none of these
    go, nor anything that has no more than a mark of pages above it.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
    """
    kept = [*runs([place for place in range(len(lines)) if place not in rules])]
    islands: list[list[int]] = []
    for above, run in reversed([*pairwise(kept)]):
        below = (islands[-1][0] if islands else len(lines)) - run[-1] - 1
        if below < _BELOW or not _is_island(lines, run):
            break
        islands.append(run)
        over = [place for place in range(above[-1] + 1, run[0]) if not (place in found and found[place].rule.marker)]
        if len(over) >= _BETWEEN and _is_text(lines, above):
            rules.update((place, ISLAND) for island in islands for place in island)
            return


def drop_below_others(lines: Sequence[Line], rules: Rules) -> None:
    """Let the lines below a heading of other documents go (in place) where it and its neighbours went already.

    Nothing goes where a paragraph stands below, other than a notice.

    Args:
        lines: the lines of a dump.
        rules: the rule by which each line is removed so far.
    """
    first = next((place for place in range(len(lines)) if place not in rules), len(lines))
    heads = (
        place
        for place in range(first, len(lines))
        if place in rules and len(lines[place].text) <= _HEADING and heads_others(lines[place].text)
    )
    for head in heads:
        beside = [at for at in range(head - _NEAR, head + _NEAR + 1) if at in rules]
        below = [at for at in range(head + 1, len(lines)) if at not in rules]
        texts = [lines[at].text for at in below]
        if len(beside) > 2 * _NEAR and not any(_PROSE.match(text) and not gives_notice(text) for text in texts):
            rules.update(dict.fromkeys(below, rules[head]))
            return


def drop_trailing(lines: Sequence[Line], found: Findings, rules: Rules, topic: Set[str]) -> None:
    """Let last lines go (in place) that rules know, turn pages or give notice, with lines of the site below them.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
        topic: words of sites that the document is about.
    """
    last = next((place for place in reversed(range(len(lines))) if place not in rules), -1)
    if last + 1 == len(lines):
        return
    while last > 0 and last not in rules:
        known, text = found.get(last), lines[last].text
        if known and known.rule.strength == "weak" and not (known.rule.ambiguous or known.rule.marker):
            rules[last] = known.rule.name
        elif turns_pages(text) or gives_notice(text, topic):
            rules[last] = ISLAND
        else:
            return
        last -= 1


def _is_island(lines: Sequence[Line], run: Sequence[int]) -> bool:
    texts = [lines[place].text for place in run]
    return len(texts) <= _MOST and not any(len(text) > _LONGEST or _SAYS.search(text) for text in texts)


def _is_text(lines: Sequence[Line], run: Sequence[int]) -> bool:
    return len(run) > _MOST or any(len(lines[place].text) >= _TEXT for place in run)
