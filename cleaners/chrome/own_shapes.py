"""Lines whose shape no site's lines have, whatever they read like: rows, pieces, sections, the cover of a standard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import Final

from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import names_work

_BORDER: Final = " |"
_ROW: Final = lazily(r"[^|]*\w[^|]*\| [^|]*\w[^|]* \|")
_ROWS: Final = 5
_MARK: Final = frozenset(".,()，。、（）；：")
_PIECES: Final = 10
_TENTH: Final = 10
_LONGEST_PIECE: Final = 16  # characters
_RULE: Final = lazily(r"[-—=*_]{3,}")
_SECTION: Final = lazily(r"(\d{1,2}(?:\.\d{1,2}){1,3})(?:\s?(?=[\u3400-\u9fff])| (?=[A-Z])|$)")
_SECTIONS: Final = 4
_PRICE: Final = 2  # numbers of a price or a size; one of the sections has more
_COUNTING: Final = "0123456789一二三四五六七八九十篇 "
_LONGEST_HALF: Final = 60
_TITLE: Final = 8  # characters of a title's beginning, over two lines
_OF_YEAR: Final = lazily(r"(?:19|20)\d\d.{4,40}$")
_FIRST: Final = lazily(r"(?:1[.．、]|一、|第一[部大]?[题題章])\s?\D")
_HEAD: Final = 5  # lines of a title and of what stands below it
_CLASS: Final = lazily(r"(?:ICS|CCS)\s?[A-Z\d][\d.]{1,12}")


def own_shapes(texts: Sequence[str], removed: Sequence[bool], titles: Set[int]) -> set[int]:
    """Return the places of lines that are a document's by their shape.

    Args:
        texts: the lines of a dump.
        removed: which of them a rule has removed.
        titles: the places of lines that are the title.
    """
    names = {texts[place] for place in titles}
    return {
        *_rows(texts, removed),
        *_pieces(texts),
        *_sections(texts),
        *_cover(texts),
        *_head(texts, removed),
        *(_of_title(texts, names) if names else ()),
    }


def _of_title(texts: Sequence[str], names: Set[str]) -> Iterator[int]:
    """Yield the heads of works that are the title with a number, and two lines with which the title begins."""
    for place, text in enumerate(texts):
        if text not in names and text.rstrip(_COUNTING) in names:
            yield place
        both = text + texts[place + 1] if place + 1 < len(texts) and 1 < len(text) < _LONGEST_HALF else ""
        if len(both) >= _TITLE and len(both) > len(text) + 1 and any(name.startswith(both) for name in names):
            yield from (place, place + 1)


def _rows(texts: Sequence[str], removed: Sequence[bool]) -> list[int]:
    """Return the rows of a table, each with a border behind it, where no rule knows one as the site's.

    Words of a menu have a bar behind them, too, but most rows have two cells.
    """
    rows = [place for place, text in enumerate(texts) if text.endswith(_BORDER)]
    known = any(removed[place] for place in rows)
    cells = [place for place in rows if _ROW.fullmatch(texts[place])] if len(rows) >= _ROWS and not known else ()
    return rows if len(cells) >= _ROWS and 2 * len(cells) >= len(rows) else []


def _pieces(texts: Sequence[str]) -> Iterator[int]:
    """Yield the short lines of a text that was torn at each change of its face, of which many are a mark alone."""
    marks = [place for place, text in enumerate(texts) if text in _MARK]
    if len(marks) >= _PIECES and _TENTH * len(marks) >= len(texts):
        for place in range(marks[0], marks[-1] + 1):
            if len(texts[place]) <= _LONGEST_PIECE and not _RULE.fullmatch(texts[place]):
                yield place


def _sections(texts: Sequence[str]) -> Iterator[int]:
    """Yield the headings of sections (``3.1.1``) that count up, and what one that is a number alone has below it."""
    found = [(place, match[1]) for place, text in enumerate(texts) if (match := _SECTION.match(text))]
    numbers = [tuple(map(int, number.split("."))) for _, number in found]
    nested = max(map(len, numbers), default=0) > _PRICE
    if len(found) < _SECTIONS or not nested or not all(above < below for above, below in pairwise(numbers)):
        return
    for place, number in found:
        yield place
        if texts[place] == number and place + 1 < len(texts):
            yield place + 1


def _cover(texts: Sequence[str]) -> Iterator[int]:
    """Yield the classes of a standard, one below the other, with which its cover begins."""
    for place, (above, below) in enumerate(pairwise(texts)):
        if _CLASS.fullmatch(above) and _CLASS.fullmatch(below):
            yield from (place, place + 1)


def _head(texts: Sequence[str], removed: Sequence[bool]) -> range:
    """Return the title with a year with which a text begins, down to its first number, where no rule knows a line."""
    first = next((at for at, text in enumerate(texts[:_HEAD]) if _FIRST.match(text)), 0)
    told = first and not any(removed[: first + 1]) and _OF_YEAR.match(texts[0])
    return range(first if told and names_work(key_of(texts[0])) else 0)
