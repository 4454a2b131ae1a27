"""What a line of a dump looks like: the signs from which a classifier learned to tell documents from their sites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cleaners.lazily import lazily
from cleaners.remembered import remembered
from cleaners.rules.strangers import width

READ: Final = 300
"""Characters of a line that are read."""
_LAST: Final = 4  # of which the last ones tell how it ends
_NARROW: Final = 40  # columns
_STEPS: Final = (8, 20)  # columns in a class of widths, of narrow and of wide lines
_WIDEST: Final = 22
_NEIGHBOURS: Final = 2  # lines before and behind whose shape counts
_EDGE: Final = 10  # lines from either end
_DIGITS: Final = lazily(r"\d+")
_LETTERS: Final = lazily(r"[A-Za-z]{2,}")
_MARKS: Final = lazily("[。！？；，]")
_ENDED: Final = lazily(r"[。！？!?；;…][”’」』\"）)]?$")
_ENDS: Final = {"，": ",", ",": ",", "、": ",", ":": ":", "：": ":", ".": "."} | dict.fromkeys('）)]】》”’"', ")")
_BARS: Final = lazily("[|｜]")
_SIGNS: Final = (
    ("chapter", lazily("[(（]?[第一二三四五六七八九十]+[章节節条條篇、.．)）]")),
    ("number", lazily(r"[(（]?\d{1,2}[、.．)）](?!\d)")),
    ("option", lazily("[A-H][.、．)]")),
    ("bullet", lazily("[•·▪◆●>»]")),
    ("label", lazily(r"[^\s:：]{2,6}\s?[:：]")),
    ("day", lazily(r"(?:\d{4}|[一二三四五六七八九〇○零]{4})年.{1,3}月.{1,3}[日号號]$")),
    (
        "signer",
        lazily(r"[^\W\d_]{3,24}(?:局|[厅廳]|[委会會]|室|公司|府|部|[处處]|院|中心|校|大[学學]|社|[组組]|[馆館])$"),
    ),
    ("date", lazily(r".*(?:19|20)\d\d[-/.年]\d")),
    ("time", lazily(r".*\d:\d\d")),
    ("address", lazily(r".*(?:https?:|www\.)")),
)


def is_ended(text: str) -> bool:
    """Tell whether a line ends as sentences do."""
    return _ENDED.search(text[-_LAST:]) is not None


@remembered
def shape_of(text: str) -> tuple[str, ...]:
    """Return the signs of a line, whatever its words are."""
    last, ended, text = text[-1:], is_ended(text), text[:READ]
    columns = width(text)
    step = _STEPS[0] if columns < _NARROW else _STEPS[1]
    first = text[:1]
    signs = [
        f"w{min(_WIDEST, columns // step + (8 if columns >= _NARROW else 0))}",
        f"e{'。' if ended else _ENDS.get(last) or _kind(last, 'x')}",
        f"b{_kind(first, first)}",
        f"m{min(4, len(_MARKS.findall(text)))}",
        f"s{min(6, len(text.split()))}",
        f"d{min(5, 10 * sum(map(str.isdigit, text)) // max(1, len(text)))}",
    ]
    if bars := len(_BARS.findall(text)):
        signs.append(f"|{min(3, bars)}")
    signs += [name for name, pattern in _SIGNS if pattern.match(text)]
    return tuple(signs)


def _kind(char: str, other: str) -> str:
    if char.isdigit():
        return "0"
    if char.isascii() and char.isalpha():
        return "a"
    return "字" if char.isalpha() else other


@remembered
def words_of_line(text: str) -> frozenset[str]:
    """Return the pairs of characters of a line, its ends marked and numbers as one digit, and its words in letters."""
    text = " ".join(text[:READ].split())
    pairs = {a + b for a, b in pairwise(f"^{_DIGITS.sub('0', text)}$")}
    return frozenset(pairs | {f"w:{word.lower()}" for word in _LETTERS.findall(text)})


def signs_of_lines(texts: Sequence[str]) -> Iterator[set[str]]:
    """Yield for each line its words, its shape, those of its neighbours, and how far it is from either end."""
    shapes = [shape_of(text) for text in texts]
    size = len(texts)
    for place, text in enumerate(texts):
        signs = {*words_of_line(text)}
        signs.update([f"s:{sign}" for sign in shapes[place]])
        for step in range(1, _NEIGHBOURS + 1):
            below = shapes[place + step] if place + step < size else ("end",)
            above = shapes[place - step] if place >= step else ("begin",)
            signs.update([f"+{step}:{sign}" for sign in below])
            signs.update([f"-{step}:{sign}" for sign in above])
        signs.add(f"top{min(_EDGE, place)}")
        signs.add(f"bottom{min(_EDGE, size - 1 - place)}")
        signs.add(f"part{_EDGE * place // size}")
        yield signs
