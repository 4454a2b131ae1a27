"""How each page begins, as a site lists it above the text: ``Page 2: Committee room, per h``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, takewhile
from typing import Final

from cleaners.chrome.alignment import letters_of
from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings
from cleaners.rules.rulebook import Rule

TEASER: Final = Rule("page-teaser", "certain")
_FIRST: Final = "Page 1: "
_LEAST: Final = 2  # long ones: an entry of a table of contents is shorter
_LONG: Final = 80  # characters
_SHOWN: Final = 24  # letters at the end of one, which the text has as well
_ENDS: Final = (".", "!", "?", "。", "！", "？", '."', ".”")  # of sentences: a site cuts pages where it likes
_CUT: Final = ("..", "…")


def find_page_teasers(lines: Sequence[Line], found: Findings) -> None:
    """Find such lines, one below the other from page 1 on, each of which the text below repeats (in place).

    Most are cut within a sentence; a document's own lines on its pages are not.
    Their number is that of the pages, where a line above is that number.
    """
    first = next((at for at, line in enumerate(lines) if line.text.startswith(_FIRST)), None)
    if first is None:
        return  # nearly all dumps
    numbered = enumerate([line.text for line in lines[first:]], 1)
    teasers = [text for _, text in takewhile(lambda one: one[1].startswith(f"Page {one[0]}:"), numbered)]
    long = [len(text) >= _LONG for text in teasers]
    whole = [text.endswith(_ENDS) and not text.endswith(_CUT) for text in compress(teasers, long)]
    if sum(long) < _LEAST or 2 * sum(whole) >= sum(long):
        return
    parts = [letters_of(line.text) for line in lines[first + len(teasers) :]]
    shown = [letters_of(text.partition(":")[2]) for text in teasers]
    below = "".join(parts)
    if not all(one[-_SHOWN:] in below for one in shown) or not {*parts}.isdisjoint(compress(shown, long)):
        return  # headings stand below in lines of their own
    count = str(len(teasers))
    facts = {"page_count": count} if any(line.text == count for line in lines[:first]) else {}
    for at in range(first, first + len(teasers)):
        found[at] = Finding(TEASER, facts if at == first else {}, lines[at])
