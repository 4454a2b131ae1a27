"""The forms of page numbers: lines that are a number and nothing else, its value, and runs of them that count up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple
from unicodedata import normalize

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.numbering import han_number

_HAN_DIGITS: Final = "一二三四五六七八九零〇"
_DASHES: Final = r"-\uff0d\u2212—–―─"
_RULE: Final = rf"[{_DASHES}=*~\uff5e·•]{{1,8}}"
# In each form the one group that matches is the number.
_TOTALLED: Final = (
    rf"第 ?(\d{{1,4}}|[{_HAN_DIGITS}十百]{{1,5}}) ?[页頁]"
    r"(?: ?[,\uff0c/(\uff08]? ?[共总總] ?\d{1,4} ?[页頁][)\uff09]?)?"
    rf"|{_RULE} ?第 ?(\d{{1,4}}|[{_HAN_DIGITS}十百]{{1,5}}) ?[页頁] ?{_RULE}"
    rf"|[{_DASHES}]{{1,3}} ?第 ?(\d{{1,4}}) ?[页頁]|第 ?(\d{{1,4}}) ?[页頁] ?[{_DASHES}]{{1,3}}"
    r"|[共总總] ?\d{1,4} ?[页頁] ?[,\uff0c/]? ?第 ?(\d{1,4}) ?[页頁]"
    r"|[Pp](?:age|AGE|\.) ?(\d{1,4})(?: ?(?:of|/|sur) ?\d{1,4})?"
    r"|(\d{1,4}) ?\| ?P ?a ?g ?e|P ?a ?g ?e ?\| ?(\d{1,4})"  # as a program for office documents spaces it out
    r"|(?:P[áa]g(?:ina|\.)|Seite) ?(\d{1,4}) ?(?:de|di|von|/) ?\d{1,4}"
)
_DECORATED: Final = (
    rf"[{_DASHES}~\uff5e·•|*] ?(\d{{1,4}}|[ivxlIVXL]{{1,6}}) ?[{_DASHES}~\uff5e·•|*]"
    r"|[\[(\uff08<【〔] ?(\d{1,4}|[ivxlIVXL]{1,6}) ?[\])\uff09>】〕]"
    rf"|[{_DASHES}]{{2}} ?(\d{{1,4}}) ?[{_DASHES}]{{2}}"
    rf"|[{_DASHES}]{{1,2}} ?([{_HAN_DIGITS}十百]{{1,5}}) ?[{_DASHES}]{{1,2}}"
)
_SHARED: Final = r"(\d{1,4}) ?[/\uff0f] ?\d{1,4}|(\d{1,4}) of \d{1,4}|[Pp]\.? ?(\d{1,4})|(\d{1,4}) ?[页頁]"
_BARE: Final = r"(\d{1,4}|[ivxl]{1,6}|[IVXL]{1,6}|[\u2160-\u216b\u2170-\u217b])"
_WORDED: Final = r"[^\W\d_]{1,12} ?第 ?(\d{1,4}) ?[页頁]"  # 讲义 第 1 页
_SPELLED: Final = (  # ·四十七·, which can number a section as well
    rf"[~\uff5e·•] ?([{_HAN_DIGITS}十百]{{1,5}}) ?[~\uff5e·•]"
    rf"|[〔(\uff08]([{_HAN_DIGITS}十百]{{1,5}})[〕)\uff09]"
)
_NUMBER_LINE: Final = lazily(
    rf"^[^\S\n]*(?:(?P<totalled>{_TOTALLED})|(?P<decorated>{_DECORATED})|(?P<shared>{_SHARED})|(?P<bare>{_BARE})"
    rf"|(?P<worded>{_WORDED})|(?P<spelled>{_SPELLED})|(?P<lettered>[A-Z](\d\d)版?)|(?P<han>([{_HAN_DIGITS}十百]{{1,4}})))[^\S\n]*$"
)
_FAST: Final = lazily(
    rf"^[^\S\n]*(?:[{_DASHES}~\uff5e·•|*\[(\uff08<【〔]{{0,2}} ?(?:\d|[ivxlIVXL]{{1,6}}\b"
    r"|[\u2160-\u216b\u2170-\u217b]$)"
    rf"|[{_DASHES}~\uff5e·•〔(\uff08]{{1,2}} ?[{_HAN_DIGITS}十]|[{_HAN_DIGITS}十]{{1,4}}[^\S\n]*$"
    rf"|(?:{_RULE})? ?第 ?[\d{_HAN_DIGITS}十]|[共总總] ?\d|[Pp](?:age|\.| ?\d| a g)|P[áa]g|Seite"
    r"|[^\W\d_]{1,12} ?第 ?\d|[A-Z]\d\d版?[^\S\n]*$)",
    re.M,
)
_LEADERS: Final = ("....", "……", "····")  # of a table of contents: what follows is its number
_LONGEST: Final = 24  # characters
_ROMAN_DIGITS: Final = {"i": 1, "v": 5, "x": 10, "l": 50}


class Mark(NamedTuple):
    """A line that may be a page number: its place, form and value."""

    at: int
    form: str
    value: int


def candidates(lines: Sequence[Line]) -> list[Mark]:
    """Return the lines that are a number in one of the forms of page numbers."""
    short = [(index, line.text) for index, line in enumerate(lines) if len(line.text) <= _LONGEST and line.tag != "tr"]
    whole = "\n".join(text for _, text in short)
    if not _FAST.search(whole):
        return []
    marks = []
    for index, text in short:
        found = _NUMBER_LINE.match(text)
        if found and found.lastgroup and not (found["bare"] and index and lines[index - 1].text.endswith(_LEADERS)):
            _, label = filter(None, found.groups())
            form = "sign" if "\u2160" <= label <= "\u217f" else found.lastgroup
            marks.append(Mark(index, form, number_of(label)))
    return marks


def number_of(label: str) -> int:
    """Return the value of a page's number in digits, Roman or Chinese numerals."""
    if label.isdecimal():
        return int(label)
    roman = normalize("NFKC", label).lower()
    if roman[0] in _ROMAN_DIGITS:
        digits = [_ROMAN_DIGITS[char] for char in roman]
        return sum(-digit if digit < max(digits[place:]) else digit for place, digit in enumerate(digits))
    return han_number(label)


def longest_count(marks: Sequence[Mark]) -> list[Mark]:
    """Return the longest run of marks that counts up by 1 (a page without number may be skipped) in reading order."""
    best: list[list[Mark]] = []
    by_value: dict[int, list[Mark]] = {}
    for mark in marks:
        before = max((by_value.get(mark.value - step, []) for step in (1, 2, 3)), key=len)
        run = [*before, mark]
        if len(run) >= len(by_value.get(mark.value, [])):
            by_value[mark.value] = run
            best.append(run)
    return max(best, key=len, default=[])
