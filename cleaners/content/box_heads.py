"""Boxes that open with a heading of the site: ``rules/box_heads.toml``. What a box says of itself needs no name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from cleaners.content.box_names import AGAINST, COMMENTS, DESCRIBES, THREAD
from cleaners.lazily import lazily
from cleaners.markup.nesting import children, lines_in, span
from cleaners.markup.outline import Outline
from cleaners.package_data import read_table
from cleaners.rules.others import heads_others

LONGEST: Final = 24
_LINK: Final = 0.9
_SEVERAL: Final = 3
_CARD: Final = 2  # lines
_CLOSING: Final = ")）"
_COUNT: Final = lazily(r"[(（](\d{1,3})[)）]$")
_LABEL: Final = lazily(r"[\[【（(]?(\S[^:：\]】）)]{1,22}?)(?:[:：]|[\]】）)][:：]?)")
_UNITS: Final = ("条", "條", "个", "個", "则", "則")  # 其他回答（2条）
_AROUND: Final = "0123456789()（）[]【】:： >》»·•|"


def boxes_by_heads(outline: Outline, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield each box that a heading opens, with the group of ``box_names`` that the heading puts it into.

    A heading over other documents, in whatever words, opens a box of links or cards, or stands right above one.

    Args:
        outline: a page.
        places: its lines of up to ``LONGEST`` characters that are no links: a menu has the same words.
    """
    heads, rows, holders = _heads(), outline.rows, outline.holders
    for place in places:
        is_first = place == 0 or holders[place - 1] != holders[place]
        is_above = rows[place][2] > 1 and place + 1 < len(holders) and holders[place + 1] != holders[place]
        if not (is_first or is_above):
            continue
        text = rows[place][0]
        group = heads.get(_words(text), 0)
        if not group and not heads_others(text):
            continue
        box = _opened(place, holders, outline.parents) if is_first else 0
        if box > 0 and (group or _holds_others(outline, box)):
            yield box, group or AGAINST
        elif is_above and not group & ~AGAINST and (below := _box_below(outline, place)):
            yield below, AGAINST


def _box_below(outline: Outline, place: int) -> int:
    """Return the box of links or cards that begins right below a heading; 0 where none does."""
    box, around = outline.holders[place + 1], outline.holders[place]
    while box > 0 and outline.parents[box] != around:
        box = outline.parents[box]
    return box if box > 0 and _holds_others(outline, box) else 0


def _holds_others(outline: Outline, box: int) -> bool:
    """Tell whether a box holds several links or cards, as a list of other documents does."""
    return _holds_links(outline, box) or _holds_cards(outline, box)


def _holds_links(outline: Outline, box: int) -> bool:
    """Tell whether a box holds several links, each a line of its own."""
    lines = lines_in(outline, span(outline.parents, box))
    return sum([outline.rows[at][4] > _LINK for at in lines]) >= _SEVERAL


def _holds_cards(outline: Outline, box: int) -> bool:
    """Tell whether a box holds nothing but several boxes of a line or two each, its heading aside."""
    cards = [*children(outline.parents, box)]
    lines = [len(lines_in(outline, span(outline.parents, card))) for card in cards]
    whole = len(lines_in(outline, span(outline.parents, box)))
    return len(cards) >= _SEVERAL and max(lines) <= _CARD and sum(lines) >= whole - 1


def heads_answers(text: str) -> bool:
    """Tell whether a line is a heading of the site over answers: 满意回答, 其他回答（2条）."""
    return len(text) <= LONGEST and _heads().get(_words(text), 0) & THREAD > 0


def _words(text: str) -> str:
    """Return a heading without signs and a count around it."""
    text = text.strip(_AROUND)
    return text[:-1].rstrip(_AROUND) if text[-1:] in _UNITS else text


def boxes_by_counts(outline: Outline, headings: Iterable[int]) -> Iterator[int]:
    """Yield each box whose heading counts more than it shows, links among it: 作品（29）, over two of them.

    Args:
        outline: a page.
        headings: the places of its headings that are no links.
    """
    for place in headings:
        text = outline.rows[place][0]
        if text[-1] not in _CLOSING or not (count := _COUNT.search(text)):
            continue
        box = _opened(place, outline.holders, outline.parents)
        lines = lines_in(outline, span(outline.parents, box)) if box > 0 else ()
        if 0 < len(lines) <= int(count[1]) and any(outline.rows[at][4] > _LINK for at in lines):
            yield box


def is_labelled(text: str) -> bool:
    """Tell whether a line begins with a heading of the site as its label: [相关推荐] A | B."""
    label = _LABEL.match(text)
    return label is not None and _heads().get(label[1], 0) & AGAINST > 0


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
    groups = {"against": AGAINST, "describes": AGAINST | DESCRIBES, "comments": COMMENTS, "thread": THREAD}
    return {head: groups[name] for name, heads in read_table("rules", "box_heads.toml").items() for head in heads}
