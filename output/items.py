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

    def is_begun(self, line: Line) -> bool:
        """Tell whether a line begins an item, and does not go on in one."""
        begins = line.tag == "li" or line.ordinal is not None
        return begins and not any(one.item in line.items[-1:] for one in self._open)

    def begin(self, line: Line) -> Mark:
        """Open the item that a line begins, and return its mark."""
        self._close(self._held(line.items[:-1]) if line.items else self._above(line.level))
        depth, indent = len(self._open), self._indent()
        follows = depth in self._last
        sign = self._sign(line, depth)
        self._open.append(_Open(line.items[-1] if line.items else -1, line.level, len(sign) + 1))
        return Mark(f"{indent}{sign} ", sign == "-" or follows or not depth or line.ordinal == 1)

    def go_on(self, line: Line) -> str:
        """Return the indent of a line that begins no item, and close those that it does not stand in."""
        self._close(self._held(line.items))
        self._last.pop(len(self._open), None)
        return self._indent()

    def _held(self, items: tuple[int, ...]) -> int:
        """Return how many of the open items are among some."""
        return next((place for place, one in enumerate(self._open) if one.item not in items), len(self._open))

    def _above(self, level: int) -> int:
        return next((place for place, one in enumerate(self._open) if one.level >= level), len(self._open))

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
