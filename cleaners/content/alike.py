"""Boxes of a text that are alike in tag and class, some of which hold no prose: the first slide, the last one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.nesting import child_in, children, kind_of, lines_in, span
from cleaners.markup.outline import Outline
from cleaners.rules.strangers import LABEL
from cleaners.rules.vocabulary import site_share

_SEVERAL: Final = 4  # boxes with text
_FEW_MORE: Final = 2  # without prose
_MOSTLY: Final = 0.8  # share of the boxes, and of the text
_TOP: Final = 5  # lines of a question, with what a site says of it above
_OF_SITE: Final = 0.3  # share of words of sites in what is no question
_PRICED: Final = lazily(r"[¥￥$]\s?\d")


def lines_of_boxes_alike(outline: Outline, root: int, inside: Sequence[int], rules: Sequence[str]) -> list[int]:
    """Return the lines of boxes in the root that are alike, where most of the text is in such and few hold none.

    Args:
        outline: a page.
        root: the box around its text.
        inside: the places of the text's lines.
        rules: the rule of each box in the root, from the root on; empty for one that stays.
    """
    around = {place: box for place in inside if (box := child_in(outline.parents, root, outline.holders[place])) > root}
    filled = set(around.values())
    kinds = Counter([kind for box in filled if (kind := kind_of(outline, box))[1]])
    kind, count = max(kinds.items(), key=lambda item: item[1], default=((0, None), 0))
    if len(around) < _MOSTLY * len(inside):
        return []
    alike = [box for box in children(outline.parents, root) if kind_of(outline, box) == kind and not rules[box - root]]
    beyond = [box for box in alike if box not in filled]
    if (
        count < len(alike) >= _SEVERAL
        and _go_on(outline, alike)
        and not any(_is_of_site(outline, box) for box in beyond)
    ):
        return _lines_of(outline, alike)  # questions, however short
    few = count < max(_SEVERAL, _MOSTLY * len(filled)) or len(alike) > count + _FEW_MORE
    return [] if few or len(alike) == count else _lines_of(outline, alike)  # or a list, of which a few say something


def _is_of_site(outline: Outline, box: int) -> bool:
    """Tell whether all lines of a box are in words of sites, or one is a price: an offer with a number."""
    texts = _texts_of(outline, box)
    return any(map(_PRICED.match, texts)) or all(site_share(text) >= _OF_SITE for text in texts)


def _lines_of(outline: Outline, boxes: Sequence[int]) -> list[int]:
    return [place for box in boxes for place in lines_in(outline, span(outline.parents, box))]


def _texts_of(outline: Outline, box: int) -> list[str]:
    return [outline.rows[at][0] for at in _lines_of(outline, [box])]


def _go_on(outline: Outline, boxes: Sequence[int]) -> bool:
    """Tell whether each of the boxes has its number before one of its first lines, or begins with its own label."""
    tops = [_texts_of(outline, box)[:_TOP] for box in boxes]
    labels = [LABEL.match(top[0]) for top in tops if top]  # 【贮藏】
    if len({label[0] for label in labels if label}) == len(boxes):
        return True
    return all(any(re.match(rf"{number}\D", text) for text in top) for number, top in enumerate(tops, 1))
