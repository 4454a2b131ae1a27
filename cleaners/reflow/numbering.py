"""The numberings that lines begin with: their styles, levels and values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from cleaners.lazily import lazily
from cleaners.reflow.evidence import NUMERAL, End
from cleaners.reflow.sizes import HAN

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | dict(
    zip("〇两壹贰叁肆伍陆柒捌玖", (0, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
WORKS = lazily(r"(?:(?:主要)?[参參]考(?:文[献獻]|[书書]目)|引用文[献獻]|References|REFERENCES|Bibliography)[:\uff1a]?")
"""The heading of a list of works."""
GAP_OF_WORKS = 5
"""Numbers, at most, by which works below it count on: an excerpt lists those that it cites."""
_ENTRY = lazily(r"\[(\d{1,3})\]\s?[^\W\d_]")
_ENTRY_OPEN = ",:，：、-"
_LONGEST_ENTRY = 4  # lines
_UNITS = frozenset("十拾百")
PLAIN = "plain"
NUMBERINGS = (
    "chapter",
    "ordinal",
    "han",
    "bracketed",
    "section",
    "nested",
    "arabic",
    "circled",
    "option",
    "annex",
)
# Each numbering style by its name; the group is the value.
NUMBERED = lazily(
    "|".join(
        (
            rf"(?P<chapter>第\s?(?P<a>[{NUMERAL}\d]+)\s?[章节節条條编編篇部卷回讲講课課])(?=[\s、:\uff1a]|[{HAN}]|$)",
            rf"(?P<ordinal>(?:第|其)(?P<b>[{NUMERAL}\d]+)(?:[,\uff0c、:\uff1a]|是))",
            rf"(?P<han>(?P<c>[{NUMERAL}]+)[、.\uff0e])",
            rf"(?P<bracketed>[(\uff08](?P<d>[{NUMERAL}]+|\d{{1,2}}|[a-zA-Z])[)\uff09])",
            rf"(?P<section>(?P<j>\d{{1,2}})\s(?=[{HAN}]|[A-Z][a-z]))",
            r"(?P<nested>(?P<e>\d{1,2}(?:\.\d{1,2}){1,4})(?:\.(?!\d)|(?![\d.%~+_/a-z-])))",
            r"(?P<arabic>(?P<f>\d{1,3})(?:\s?[、.\uff0e](?!\d)|[)\uff09]))",
            r"(?P<circled>(?P<g>[①-⑳➀-➓]))",
            r"(?P<option>(?P<h>[A-Ha-h])\s?[、.\uff0e)\uff09](?=\s*\S))",
            rf"(?P<annex>(?:附件|附表|附[录錄]|表|[图圖])\s?(?P<i>[{NUMERAL}\d]+)[:\uff1a.\s])",
        )
    )
)


class Numbered(NamedTuple):
    """The number of a line: its style and level, what stands before its last part, and the value of that."""

    level: str
    parent: str
    value: int


def openings(texts: Sequence[str], ends: Sequence[End]) -> list[str | None]:
    """Tell with what numbering each line begins that ends in mid-phrase, if any: headings number alike, as items do."""
    return [
        ((found.lastgroup or PLAIN) if (found := NUMBERED.match(text)) else PLAIN) if end == End.PHRASE else None
        for text, end in zip(texts, ends, strict=True)
    ]


def numbering_levels(texts: Sequence[str]) -> list[Numbered | None]:
    """Tell for each line the level of the numbering that it begins with, if any, and where it stands in it."""
    return [_numbered(found) if (found := NUMBERED.match(text)) else None for text in texts]


def _numbered(found: re.Match[str]) -> Numbered:
    style, number = found.lastgroup or "", found[(found.lastindex or 0) + 1]
    unit = found[0].strip()[-1] if style == "chapter" else number.count(".")
    return Numbered(f"{style} {unit}", number.rpartition(".")[0], ordinal(number))


def ordinal(label: str) -> int:
    """Value of a number in digits, Chinese numerals, letters or circled; of ``2.3.4`` the last."""
    last = label.rsplit(".", 1)[-1]
    if last.isdecimal():
        return int(last)
    if len(last) == 1 and last not in NUMERAL:
        code = ord(last)
        return code - 0x245F if code >= 0x2460 else ord(last.upper()) - 64
    return han_number(last)


def han_number(label: str) -> int:
    """Value of a number in Chinese numerals, below a thousand, or digit by digit: ``一〇五``."""
    if len(label) > 1 and not _UNITS.intersection(label):
        return int("".join([str(_DIGITS.get(char, 0)) for char in label]))
    value = part = 0
    for char in label:
        if char in "十拾百":
            value += (part or 1) * (100 if char == "百" else 10)
            part = 0
        else:
            part = _DIGITS.get(char, 0)
    return value + part


def within_entries(texts: Sequence[str]) -> set[int]:
    """Return the places of lines between two entries of a bibliography that count on: the rest of the first one.

    That of the last one, where these end the text, goes on behind lines that leave it open.
    """
    found: set[int] = set()
    last, number, gap = 0, None, 1
    for place, text in enumerate(texts):
        if entry := _ENTRY.match(text):
            if place and WORKS.fullmatch(texts[place - 1]):
                gap = GAP_OF_WORKS
            if number is not None and 0 < int(entry[1]) - number <= gap and place - last <= _LONGEST_ENTRY:
                found.update(range(last + 1, place))
            last, number = place, int(entry[1])
    if found and len(texts) - last <= _LONGEST_ENTRY:
        open_lines = takewhile(lambda place: texts[place - 1][-1] in _ENTRY_OPEN, range(last + 1, len(texts)))
        found.update(open_lines)
    return found
