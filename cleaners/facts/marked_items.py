"""What sites put as items of a list: their phrases behind a bullet, a number or a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.facts.finder import TITLE, Finder, Said
from cleaners.lazily import lazily

FILE_NAME: Final = "file-name"
"""Name of the rule for the title as a file is called."""
_MARKS: Final = frozenset("-•·*0123456789")
_PICTURES: Final = "\U0001f2ff"
_MARK: Final = lazily(r"(?:[\U0001f300-\U0001faff]\ufe0f?\s*|[-•·*]\s*|\d{1,2}[.、．]\s*)(?:\d{1,2}[.、．]\s*)?")


def behind_marks(texts: Sequence[str], finder: Finder, head: int) -> dict[int, Said]:
    """Return what is said of lines that are one phrase of a site's behind the mark of an item in a list.

    Args:
        texts: the lines.
        finder: compares them with the phrases.
        head: how many lines at the top can be badges.
    """
    marks = {
        place: mark
        for place, text in enumerate(texts)
        if (text[0] in _MARKS or text[0] > _PICTURES) and (mark := _MARK.match(text))
    }
    rests = [texts[place][mark.end() :] for place, mark in marks.items()]
    said = finder.phrases(rests, finder.keys(rests))
    return {
        place: (rule, facts)
        for at, place in enumerate(marks)
        if at in said
        for rule, facts in [said[at]]
        if not (rule is TITLE or rule.name == FILE_NAME)
        and (
            rule.strength == "certain"
            or rule.to == "notices"
            or (place < head and rule.strength == "badge" and not rule.ambiguous)
        )
    }
