"""Short lines between those of the site: counts, names and words of its boxes behind a document, counts before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.lazily import lazily
from cleaners.places import runs

ISLAND: Final = "island"
_SAYS: Final = lazily(r"[，。！？；：,;:!?]|(?:19|20)\d\d|[日号號]$|\d{1,4}[.、．)]|[(（\[【]")
_MOST: Final = 3  # lines of an island
_LONGEST: Final = 12  # characters of each
_BETWEEN: Final = 4  # lines of the site above the first island
_BELOW: Final = 2  # ... and below each
_TEXT: Final = 20  # characters of a line that is text
_COUNT: Final = lazily(r"(?!(?:19|20)\d\d$)\d[\d.,]{0,8}[%+万kKM]?")


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
        counts = all(_COUNT.fullmatch(lines[place].text) for place in run)
        if below < _BELOW - counts or not _is_island(lines, run):
            return
        islands.append(run)
        over = [place for place in range(above[-1] + 1, run[0]) if not (place in found and found[place].rule.marker)]
        enough = len(over) >= _BETWEEN or (over and _count_alike(lines, islands))
        if enough and _is_text(lines, above):
            rules.update((place, ISLAND) for island in islands for place in island)
            return


def drop_counts_above(lines: Sequence[Line], found: Findings, rules: Rules) -> None:
    """Let bare counts go (in place) above the first words of a dump's text, each between two lines of the site."""
    gone = {place for place in rules if not (place in found and found[place].rule.marker)}
    for place, line in enumerate(lines):
        if place in rules:
            continue
        if not (_COUNT.fullmatch(line.text) and gone.issuperset((place - 1, place + 1))):
            return
        rules[place] = ISLAND


def _count_alike(lines: Sequence[Line], islands: Sequence[Sequence[int]]) -> bool:
    """Tell whether several islands are the same counts, as controls have them that stand there again."""
    counted = {tuple(lines[place].text for place in island) for island in islands}
    return len(islands) > 1 and len(counted) == 1 and all(map(_COUNT.fullmatch, counted.pop()))


def _is_island(lines: Sequence[Line], run: Sequence[int]) -> bool:
    texts = [lines[place].text for place in run]
    return len(texts) <= _MOST and not any(len(text) > _LONGEST or _SAYS.search(text) for text in texts)


def _is_text(lines: Sequence[Line], run: Sequence[int]) -> bool:
    return len(run) > _MOST or any(len(lines[place].text) >= _TEXT for place in run)
