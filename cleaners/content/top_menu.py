"""The menus of a whole page that was saved as lines: what stands above the path to the document, or above its title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.facts.badge_signs import with_badges
from cleaners.facts.breadcrumb import STEP, is_path, without_label
from cleaners.facts.labels import bare_label
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.strangers import width
from cleaners.rules.vocabulary import site_share
from cleaners.values import FILE_NAME, read_date

MENU: Final = "menu"
"""Rule of the lines above."""
_LEAST: Final = 8  # lines of a menu
_MOST: Final = 400
_WAY: Final = 160  # characters of a path
_STEPS: Final = 3
_HOME: Final = frozenset(map(key_of, ("首页", "首頁", "Home")))
_STEP: Final = 12  # characters
_ROW: Final = 80  # ... of a row that says when the document was put up
_TITLE: Final = 60
_OVER: Final = 5  # lines above a row among which the title is, over its member and how to follow him
_NAMED: Final = 10  # columns of a title
_SHORT: Final = 24  # columns of a menu's item
_HALF: Final = 0.5
_MEASURED: Final = 1000  # characters of a line that are looked at, but for its last one
_TEXT: Final = 80  # columns of a paragraph
_BELOW: Final = 4  # lines below a row in which the text begins
_STATED: Final = 1  # lines above that may state facts
_ALL_MENU: Final = 16  # lines above a text that are a menu whatever they say
_MOSTLY: Final = 0.8  # of them are short
_FAR: Final = 24  # lines between the last item of a menu and the text
_SURE: Final = 3  # words of sites among them
_WORD: Final = 8  # characters
_GAP: Final = 4  # lines between two items of one menu
_ITEM: Final = lazily(r"[•·▪◦*]\s*")
_ENDED: Final = lazily(r"[。！？；：…!?;:”」』]$|[a-z)]\.[\"’]?$")
_SENTENCE: Final = lazily(r"[。；;]$")  # a title may ask
_LABEL: Final = lazily(r"[:：](?!\d\d)|\s\d{1,2}:\d\d|[来來]源|[发發][布佈]|更新")
_FACT: Final = lazily(r"([^\W\d_]{2,4})[:：]\s?\S{1,12}$")
_OF_POST: Final = lazily(r"只看[该該]作者|[显顯]示全部[楼樓][层層]|[楼樓]主\s?[|｜]")
_THANKS: Final = lazily("感[谢謝]")  # below a text: 本文发布于:2023-04-02 19:27:40,感谢您对本站的认可!
_DATE: Final = lazily(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}")


def menus_above(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a dump that are the site's menus above the document, but for the name of its home."""
    count = _menus(lines)
    home = without_label(STEP.split(lines[count].text)[0]) if count else ""
    named = count > 0 and key_of(lines[0].text) == key_of(home)
    return list(lines[named:count])


def _menus(lines: Sequence[Line]) -> int:
    """Return how many lines stand above the path to the document, or above its title.

    Facts of a document above its path, or text there, tell that the page begins higher up.
    """
    texts = [line.text[:_MEASURED] + line.text[_MEASURED:][-1:] for line in lines[:_MOST]]
    text = [place for place, one in enumerate(texts) if width(one) >= _TEXT and _ENDED.search(one)]
    signed = [place for place in with_badges(texts) if not _ITEM.match(texts[place])]  # headlines with their days
    for place, one in enumerate(texts):
        if sum(at < place for at in text) > place / 20 or sum(at < place for at in signed) > _STATED + place / 20:
            return 0
        if place < _LEAST and len(one) <= _WAY and len(STEP.findall(one)) >= _STEPS - 1:
            return 0
        if len(one) <= _WAY and STEP.search(one) and (is_path(one) or _is_way(one, texts[:place])):
            return place if place >= _LEAST else 0
        if place > _LEAST and _is_row(one) and any(place < at <= place + _BELOW for at in text):
            over = next((at for at in range(place - 1, place - 1 - _OVER, -1) if _may_name(texts[at])), place)
            over -= _is_longer(texts[over - 1], texts[over])
            while over and FILE_NAME.search(texts[over - 1]):
                over -= 1
            over = _above_steps(texts, over)
            over -= STEP.search(texts[over - 1]) is not None  # a path without home
            return over if _stands_over(texts, over) else 0
        if place in text and place == text[0] and place >= _ALL_MENU and (over := _below_items(texts, place)):
            return over
    return 0


def _above_steps(texts: Sequence[str], over: int) -> int:
    """Return the place of the home with which a path of a step a line begins, where a menu has it higher up as well."""
    steps = range(over - 1, max(over - 1 - _OVER, 0), -1)
    return next((at for at in steps if key_of(texts[at]) in _HOME and texts[at] in texts[: at - _STEPS]), over)


def _may_name(text: str) -> bool:
    """Tell whether a line above a row may be the title: no short word, and no fact with its label."""
    fact = _FACT.match(text)
    return width(text) >= _NAMED and not (fact and bare_label(fact[1]))


def _is_longer(text: str, below: str) -> bool:
    """Tell whether a line is the title above a member's name: twice as wide, and no item of a menu."""
    return width(text) > _SHORT and width(text) >= 2 * width(below) and _may_name(text)


def _below_items(texts: Sequence[str], begin: int) -> int:
    """Return the place of the line below the menus of a site that stand above a text; else 0.

    That is the one right above the text, or the first one behind the items, as the title and who wrote it may be.
    """
    last = next((at for at in range(begin - 1, -1, -1) if _ITEM.match(texts[at])), 0)
    if begin - last > _FAR:
        return 0  # verse stands between
    above = [text for text in texts[: begin - 1] if width(text) <= _SHORT]
    items = sum(_ITEM.match(text) is not None for text in above)
    sure = sum(len(text) <= _WORD and site_share(text) == 1 for text in map(_bare, above))
    if sum(map(_states, above)) > _STATED:
        return 0  # what the site says of the document
    if len(above) < _MOSTLY * (begin - 1) or items < _LEAST or sure < _SURE or _ITEM.match(texts[begin - 1]):
        return 0
    over = _behind_items(texts[: begin - 1])
    return over if width(texts[over]) >= _NAMED and _stands_over(texts, over) else 0


def _behind_items(above: Sequence[str]) -> int:
    """Return the place behind the last item of the menu that some lines begin with; what stands there has no sign."""
    items = [place for place, text in enumerate(above) if _ITEM.match(text)]
    apart = (one for one, other in pairwise(items) if other - one > _GAP)
    return next(apart, items[-1]) + 1


def _states(text: str) -> bool:
    """Tell whether an item is a fact with its label: ``• 格式：DOCX``."""
    fact = _FACT.match(_bare(text))
    return fact is not None and bare_label(fact[1]) is not None


def _bare(text: str) -> str:
    return _ITEM.sub("", text)


def _is_way(text: str, above: Sequence[str]) -> bool:
    """Tell whether a line is a path of several short steps below short lines, wherever it begins."""
    steps = STEP.split(text)
    if len(steps) < _STEPS or not all(1 < len(step) <= _STEP for step in steps[:-1]):
        return False
    return len(above) >= _LEAST and sum(width(one) <= _SHORT for one in above) >= _MOSTLY * len(above)


def _is_row(text: str) -> bool:
    """Tell whether a line says when the document was put up, with a label or a source; a post has its card above.

    What thanks the readers stands below a text.
    """
    return (
        len(text) <= _ROW
        and _LABEL.search(text) is not None
        and _DATE.search(text) is not None
        and read_date(text) is not None
        and not _OF_POST.search(text)
        and not _THANKS.search(text)
    )


def _stands_over(texts: Sequence[str], place: int) -> bool:
    """Tell whether a line may be a title with menus above it: most of these are short."""
    if len(texts[place]) > _TITLE or _SENTENCE.search(texts[place]):
        return False
    return sum(width(text) <= _SHORT for text in texts[:place]) >= _HALF * place
