"""Which lines are main content, on pages that no profile knows: the box that holds it, then the lines in that."""

from __future__ import annotations

from typing import Final, NamedTuple

from cleaners.content.choice import Choice
from cleaners.content.content_lines import ContentLines
from cleaners.content.measured import Measured, in_words, measured
from cleaners.content.posts import in_comments
from cleaners.markup.outline import Outline

_FEW: Final = 200  # where the best siblings hold less prose ...
_FEW_IN_ALL: Final = 500  # ... and all that count no more, the document may be none: verse, a form, slides


class Content(NamedTuple):
    """The rule that leaves each line out of the main content, empty for a line of it; and how many pages it fills."""

    rules: list[str]
    pages: int


def main_content(outline: Outline, url: str = "") -> list[str]:
    """Return for each line the rule that leaves it out of the main content; empty for a line of the content.

    Args:
        outline: a page.
        url: its address, where known.
    """
    return content_of(outline, url).rules


def content_of(outline: Outline, url: str = "") -> Content:
    """Return which lines are main content, and how many of a viewer's pages hold some; 0 where it has none.

    Args:
        outline: a page.
        url: its address, where known.
    """
    if not outline.rows:
        return Content([], 0)
    lines = measured(outline)
    choice = Choice(outline, lines, in_words=False, url=url)
    if choice.most < _FEW and choice.total < _FEW_IN_ALL and (not choice.thread or choice.boxes.mostly_comments):
        found = in_words(lines, outline)
        by_words = Choice(outline, found, in_words=True)
        if not choice.thread or _outweighs_comments(by_words, found):
            choice = by_words
    content = ContentLines(choice)
    return Content(content.rules(), sum(map(bool, content.pages)))


def _outweighs_comments(choice: Choice, found: Measured) -> bool:
    """Tell whether siblings above comments have more words than all of these do, as those of a song have."""
    inside = in_comments(choice.names, choice.parents)
    first = next((box for box, own in enumerate(inside) if own), 0)
    return (
        choice.root < first
        and not inside[choice.root]
        and choice.most > sum([line[4] for line in found.prose if inside[line[1]]])
    )
