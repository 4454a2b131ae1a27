"""Rows of controls that a site repeats within a text: under the posts of a thread, under the questions of an exam."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.content.posts import SENTENCE
from cleaners.lazily import lazily
from cleaners.markup.outline import Outline
from cleaners.places import are_apart
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import rulebook
from cleaners.rules.vocabulary import site_share

_OWN: Final = frozenset(("pre", "tr"))  # code and tables are alike in themselves
_LONGEST: Final = 24
_LONGEST_BAR: Final = 80
_MOSTLY: Final = 0.4  # share of words of sites in a row of controls
_SOME: Final = 0.25  # ... and in one that ends with the same pieces
_OFTEN: Final = 3
_LONGEST_LINK: Final = 8  # characters of a control that is a link by itself
_LINKED: Final = 0.4
_OPENING: Final = "[【（("
_CLOSING: Final = "]】）)"
_LISTED: Final = frozenset(("pre", "tr", "li"))
_LAST: Final = 2  # pieces that bars end or begin with
_BARS: Final = 2  # between what a site says of each question
_DAY: Final = lazily(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}")
_RATED: Final = lazily(  # how hard a question is
    r"^[^\W\d_]{1,4}题\s?\|\s?(?:容易|较易|適中|适中|一般|较难|較難|困难|困難)\s?[(（]0\.\d{1,2}[)）]$"
)
_CONTROLS: Final = frozenset(("button", "post-control"))
_DIGITS: Final = lazily(r"\d+")


def controls(outline: Outline, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of rows of controls: lines alike but for their counts, never two in a row, in words of sites.

    What readers write in words of sites (`thanks for sharing`) is one run of text without a number.

    Args:
        outline: a page.
        places: the lines that are content, in order.
    """
    alike: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    rows, pieces, has_digit = outline.rows, outline.pieces, _DIGITS.search
    for order, place in enumerate(places):
        row = rows[place]
        if len(row[0]) <= _LONGEST and (row[8] in pieces or has_digit(row[0])):
            text, tag, level, depth, *_ = row
            if tag == "li" or not (level or tag in _OWN):
                alike[_DIGITS.sub("0", text), tag, depth].append(order)
    for (text, _, _), orders in alike.items():
        if are_apart(orders) and len(orders) >= _OFTEN and site_share(text) >= _MOSTLY and not SENTENCE.search(text):
            yield from (places[order] for order in orders)


def bars(outline: Outline, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of bars of controls: lines of several pieces, the last or first ones alike, with text between.

    Also those that are nothing but controls and their counts, which need not stand again: 收藏 6 支持 3.

    Args:
        outline: a page.
        places: the lines that are content, in order.
    """
    rows, pieces = outline.rows, outline.pieces
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    links: dict[str, list[int]] = defaultdict(list)
    rated: dict[int, list[int]] = defaultdict(list)
    for order, place in enumerate(places):
        row = rows[place]
        if len(row[0]) <= _LONGEST_LINK and row[4] >= _LINKED and not row[2] and row[1] not in _LISTED:
            links[row[0]].append(place)
        if 0 < row[0].count("|") <= _BARS and len(row[0]) <= _LONGEST_BAR and row[1] not in _LISTED:
            sign = _DAY if row[0].count("|") == _BARS else _RATED
            rated[row[3]] += [order] if sign.search(row[0]) else []
        if row[8] in pieces and len(row[0]) <= _LONGEST_BAR and row[1] not in _OWN:
            shown = [*map(str.strip, pieces[row[8]])]
            parts = [part for part in shown if len(part) > 1]
            if len(row[0]) <= _LONGEST and _counts_controls(shown):
                yield place
            elif len(parts) > _LAST:
                alike[row[1], "", *parts[-_LAST:]].append(order)
                alike[row[1], *parts[:_LAST]].append(order)
    for (_, *ends), orders in alike.items():
        if len(orders) >= _OFTEN and are_apart(orders):
            end = site_share("".join(ends)) if not ends[0] else 0.0
            if all(_is_bar(rows[places[order]][0], end) for order in orders):
                yield from (places[order] for order in orders)

    for orders in rated.values():
        if len(orders) >= _OFTEN and are_apart(orders):
            yield from (places[order] for order in orders)  # 单选题 | 适中(0.85), 单选题 | 适中 | 2023-07-05更新
    for text, same in links.items():
        if len(same) >= _OFTEN and text[0] in _OPENING and text[-1] in _CLOSING:
            yield from same  # [编辑] beside each heading


def _counts_controls(parts: Sequence[str]) -> bool:
    """Tell whether pieces of a line are controls of a site, two or more, and counts, one or more."""
    words = [part for part in parts if part and not part.isdecimal()]
    if len(words) < _LAST or not any(map(str.isdecimal, parts)) or not any(map(site_share, words)):
        return False
    found = [rulebook().matcher.find(key_of(word)) for word in words]
    return all(one is not None and one[0].name in _CONTROLS for one in found)


def _is_bar(text: str, end: float) -> bool:
    """Tell whether a line is in words of sites, or what it ends with is, of which ``end`` is the share."""
    return max(end, site_share(text)) >= _SOME and not SENTENCE.search(text)
