"""Lists in Markdown: the mark of each item, and how far what goes on in it is set in."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cleaners.document import Line

_MOST: Final = 999_999_999  # by CommonMark
_DIGITS: Final[tuple[str, ...]] = ("", *"一二三四五六七八九")
_TYPED: Final = re.compile(
    r"第?(?P<bare>\d{1,9}|[一二三四五六七八九十]{1,3})(?:[、:：)）条章节]|[.．](?!\d))"
    r"|[(（\[【〔](?P<inside>\d{1,9}|[一二三四五六七八九十]{1,3})[)）\]】〕]"
    r"|(?P<circled>[①-⑳])"
)


class Mark(NamedTuple):
    """What stands before an item: its text, and whether a list may go on with it without an empty line."""

    text: str
    tight: bool


class _Open(NamedTuple):
    item: int
    level: int
    width: int


class Items:
    """The items that are open at a place of a document."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._last: dict[int, tuple[int, str]] = {}  # by depth, number and sign of the item before

    def hold(self, line: Line) -> bool:
        """Tell whether a line goes on in an item that is open."""
        return line.item > 0 and any(one.item == line.item for one in self._open)

    def begin(self, line: Line) -> Mark:
        """Open the item that a line begins, and return its mark."""
        self._close(next((place for place, one in enumerate(self._open) if one.level >= line.level), len(self._open)))
        depth, indent = len(self._open), self._indent()
        before = self._last.get(depth)
        sign = self._sign(line, depth)
        self._open.append(_Open(line.item, line.level, len(sign) + 1))
        goes_on = before is not None or not depth
        return Mark(f"{indent}{sign} ", sign == "-" or goes_on or line.ordinal == 1)

    def go_on(self, line: Line) -> str:
        """Return the indent of a line that begins no item, and close those that it does not stand in."""
        self._close(next((place for place, one in enumerate(self._open, 1) if line.item and one.item == line.item), 0))
        self._last.pop(len(self._open), None)
        return self._indent()

    def _close(self, left: int) -> None:
        """Close all items but so many."""
        del self._open[left:]
        self._last = {depth: last for depth, last in self._last.items() if depth <= left}

    def _indent(self) -> str:
        return " " * sum([one.width for one in self._open])

    def _sign(self, line: Line, depth: int) -> str:
        """Return the sign of an item; where numbers do not go on by one, another sign begins another list."""
        number = line.ordinal
        if number is None or not 0 <= number <= _MOST or _is_typed(line.text, number):
            self._last.pop(depth, None)
            return "-"
        before, sign = self._last.get(depth, (number - 1, "."))
        if number != before + 1:
            sign = ")" if sign == "." else "."
        self._last[depth] = number, sign
        return f"{number}{sign}"


def _is_typed(text: str, number: int) -> bool:
    """Tell whether the author typed the number of an item, which the page shows beside it once more."""
    typed = _TYPED.match(text)
    if not typed:
        return False
    if typed["circled"]:
        return ord(typed["circled"]) - ord("①") + 1 == number
    return (typed["bare"] or typed["inside"]) in (str(number), _in_han(number))


def _in_han(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not 0 < tens < 10:
        return _DIGITS[ones] if not tens else ""
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + _DIGITS[ones]
