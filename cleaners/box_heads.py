"""Boxes that open with a heading of the site: ``rules/box_heads.toml``. What a box says of itself needs no name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from cleaners.box_names import AGAINST, COMMENTS
from cleaners.nesting import span
from cleaners.package_data import read_table

_LONGEST: Final = 16
_LINKED: Final = 0.5  # a menu has the same words
_AROUND: Final = "0123456789()（）[]【】:： >》»·•|"


def boxes_by_heads(
    texts: Sequence[str], links: Sequence[float], holders: Sequence[int], parents: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield each box that a heading opens, with the group of ``box_names`` that the heading puts it into.

    Args:
        texts: the lines of a page.
        links: for each line the share of its characters that are links.
        holders: for each line the number of its box.
        parents: by box, the box around it.
    """
    heads = _heads()
    for place, (text, linked) in enumerate(zip(texts, links, strict=True)):
        if linked < _LINKED and len(text) <= _LONGEST and (group := heads.get(text.strip(_AROUND))):
            box = _opened(place, holders, parents)
            if box > 0:
                yield box, group


def _opened(place: int, holders: Sequence[int], parents: Sequence[int]) -> int:
    """Return the innermost box with more in it than a line that it begins with; 0 where it begins with another."""
    box = holders[place]
    while box > 0:
        inside = span(parents, box)
        if place and holders[place - 1] in inside:
            return 0
        if place + 1 < len(holders) and holders[place + 1] in inside:
            return box
        box = parents[box]
    return 0


@cache
def _heads() -> dict[str, int]:
    groups = {"against": AGAINST, "comments": COMMENTS}
    return {head: groups[name] for name, heads in read_table("rules", "box_heads.toml").items() for head in heads}
