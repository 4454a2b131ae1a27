"""The title that a site writes before each heading of a text, and hides there: ``<span>落雁渡</span>历史沿革``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Drop
from cleaners.markup.outline import Outline

RULE: Final = "heading-prefix"
_SEVERAL: Final = 2


def without_title_prefixes(outline: Outline, places: Sequence[int]) -> tuple[Outline, list[Drop]]:
    """Take the title off the headings below it, where it stands in a run of its own before each of one level.

    Args:
        outline: a page.
        places: the lines of its content.

    Returns:
        The page, and what was taken from its lines.
    """
    rows = outline.rows
    headings = [place for place in places if rows[place][2] > 1 and rows[place][1] != "li"]
    if len(headings) < _SEVERAL:
        return outline, []
    title = next((row[0] for row in rows if row[2] == 1 and row[1] == "h1"), "")
    own = {place for place in headings if title and outline.pieces.get(rows[place][8], ("",))[0].strip() == title}
    level = min([rows[place][2] for place in headings])
    if len(own) < _SEVERAL or any(place not in own for place in headings if rows[place][2] == level):
        return outline, []
    rows, pieces = rows.copy(), dict(outline.pieces)
    for place in own:
        row = rows[place]
        rows[place] = (row[0].removeprefix(title).strip(), *row[1:])
        pieces[row[8]] = pieces[row[8]][1:]
    return outline._replace(rows=rows, pieces=pieces), [Drop(rows[place][8], RULE, title) for place in sorted(own)]
