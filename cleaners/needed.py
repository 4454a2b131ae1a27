"""What a pattern needs of a text: most texts lack it, which is known without compiling the pattern.

Read off the pattern as it is written, in a tenth of the time that compiling takes. The reading is not whole but safe:
what it does not know needs nothing.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple, Protocol

_TOKEN: Final = re.compile(
    r"(?s:(?P<set>\[\^?\]?(?:[^\]\\]|\\.)*\])"
    r"|\\(?:u(?P<hex>[0-9a-fA-F]{4})|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[0-9]+|[AbBZ]|(?P<kind>[a-zA-Z])|(?P<escaped>.))"
    r"|(?P<open>\((?:\?(?:P<\w+>|P=\w+\)|<?[=!]|[a-zA-Z-]*[:)]|>))?)"
    r"|(?P<close>\))"
    r"|(?P<bar>\|)"
    r"|(?P<repeat>(?:[*+?]|\{(?P<times>\d*)(?:,\d*)?\})[?+]?)"
    r"|[\^$]"
    r"|(?P<any>\.)"
    r"|(?P<literals>[^\[\\()|*+?{^$.]+(?![*+?{])|.))"
)
_UNREAD: Final = re.compile(r"\(\?(?:[(#]|[a-wyz]*x)|\\N")  # conditions, comments and named characters
_SOME_KIND: Final = re.compile(r"\\[^\Wu]|\\-")
_CODE: Final = re.compile(r"\\u(?P<hex>....)|\\(?P<char>.)")
_ANY_CASE: Final = re.compile(r"\(\?[a-zA-Z]*i")
_OTHER_CASES: Final = (
    dict.fromkeys("kK", "\u212a") | dict.fromkeys("sS", "\u017f") | dict.fromkeys("iI", "\u0130\u0131")
)
_CONTROLS: Final = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_MOST: Final = 64  # characters of a set; hardly any text is without one of more


class _Chars(Protocol):
    def isdisjoint(self, text: str, /) -> bool: ...


class _Kind:
    """The characters of a kind that are too many to list."""

    def __init__(self, pattern: str) -> None:
        self._search = re.compile(pattern).search

    def isdisjoint(self, text: str, /) -> bool:
        return self._search(text) is None


class Needs(NamedTuple):
    """What every match, with the text around it, holds.

    Attributes:
        least: characters.
        chars: one of each of these sets.
        choices: what one of the alternatives needs, of each group of them.
    """

    least: int = 0
    chars: tuple[_Chars, ...] = ()
    choices: tuple[tuple[Needs, ...], ...] = ()

    def lacks(self, text: str) -> bool:
        """Tell that a text holds no match."""
        if len(text) < self.least:
            return True
        for chars in self.chars:
            if chars.isdisjoint(text):
                return True
        for choice in self.choices:
            for needs in choice:
                if not needs.lacks(text):
                    break
            else:
                return True
        return False


_NOTHING: Final = Needs()
_ONE: Final = Needs(1)  # some character
_KINDS: Final = {kind: Needs(1, (_Kind(rf"\{kind}"),)) for kind in "ds"}


def needed(source: str, flags: int = 0) -> Needs:
    """Return what a pattern needs.

    Args:
        source: a pattern that compiles.
        flags: with which it is compiled.
    """
    if flags & re.X or _UNREAD.search(source):
        return _NOTHING
    return _Reading(source, any_case=bool(flags & re.I)).alternatives()


class _Reading:
    """The state of one reading: the tokens to come, and whether case counts."""

    def __init__(self, source: str, *, any_case: bool) -> None:
        self._tokens = _TOKEN.finditer(source)
        self._any_case = any_case

    def alternatives(self) -> Needs:
        """Read up to the end of a group."""
        found: list[Needs] = []
        row: list[Needs] = []
        for token in self._tokens:
            kind = token.lastgroup
            if kind == "close":
                break
            if kind == "bar":
                found.append(_together(row))
                row = []
            elif kind == "repeat":
                if row:
                    row.append(_repeated(row.pop(), token))
            elif kind == "open":
                row.append(self._group(token[0]))
            else:
                row.append(self._one(kind, token))
        found.append(_together(row))
        if len(found) == 1:
            return found[0]
        least = min([needs.least for needs in found])
        return Needs(least, (), () if _NOTHING in found else (tuple(found),))

    def _group(self, opening: str) -> Needs:
        """Read a group to its end; what must not stand there needs nothing, and what looks on takes no place."""
        if opening.endswith(")"):  # (?i), which holds for all that follows, or a name
            self._any_case |= _ANY_CASE.match(opening) is not None
            return _NOTHING
        before = self._any_case
        self._any_case |= _ANY_CASE.match(opening) is not None
        needs = self.alternatives()
        self._any_case = before
        return _NOTHING if opening.endswith("!") else needs._replace(least=0) if opening.endswith("=") else needs

    def _one(self, kind: str | None, token: re.Match[str]) -> Needs:
        """Return what a token needs that stands for characters."""
        if kind is None:
            return _NOTHING
        text = token[kind]
        if kind == "literals":
            return Needs(len(text), self._sets(text[0], text[-1]) if len(text) > 1 else self._sets(text))
        if kind == "set":
            return self._set(text[1:-1])
        if kind == "any":
            return _ONE
        if kind == "kind":
            return _KINDS.get(text) or Needs(1, self._sets(_CONTROLS.get(text, "")))
        return Needs(1, self._sets(chr(int(text, 16)) if kind == "hex" else text))

    def _set(self, inside: str) -> Needs:
        """Read a set that lists its characters, or short ranges of them."""
        if inside[0] == "^":
            return _ONE
        if "\\" in inside:
            if _SOME_KIND.search(inside):
                return _ONE
            inside = _CODE.sub(_char_of, inside)
        chars = ""
        while (at := inside.find("-", 1, -1)) > 0:
            first, last = ord(inside[at - 1]), ord(inside[at + 1])
            if last - first > _MOST:
                return _ONE
            chars += "".join(map(chr, range(first, last + 1)))
            inside = inside[: at - 1] + inside[at + 2 :]
        return Needs(1, self._sets(chars + inside))

    def _sets(self, *sets: str) -> tuple[_Chars, ...]:
        """Return sets of characters as they count in either case; without those of which too little is known."""
        if self._any_case:
            sets = tuple([_either_case(chars) for chars in sets])
        return tuple([frozenset(chars) for chars in sets if 0 < len(chars) <= _MOST])


def _char_of(found: re.Match[str]) -> str:
    return chr(int(found["hex"], 16)) if found["hex"] else found["char"]


def _either_case(chars: str) -> str:
    """Add the other case of Latin letters; of others it is not known."""
    if chars.lower() == chars.upper():
        return chars
    if any(not char.isascii() and char.lower() != char.upper() for char in chars):
        return ""
    return chars.lower() + chars.upper() + "".join([_OTHER_CASES.get(char, "") for char in chars.lower()])


def _repeated(needs: Needs, token: re.Match[str]) -> Needs:
    times = 1 if token[0][0] == "+" else int(token["times"] or 0)
    return needs._replace(least=needs.least * times) if times else _NOTHING


def _together(row: list[Needs]) -> Needs:
    """Return what all that stands in a row needs."""
    chars = [one for needs in row for one in needs.chars]
    choices = [choice for needs in row for choice in needs.choices]
    return Needs(sum([needs.least for needs in row]), tuple(chars), tuple(choices))
