"""Which rule a line is, by its key: all phrases at once, since a page has many lines and the rules many phrases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Generic, TypeVar

from cleaners.rules.keys import keys_of
from cleaners.rules.phrases import DIGITS, Phrase, is_open, read_key, sides_of

_DIGIT = "0"  # stands for all of them
_Rule = TypeVar("_Rule")
_Side = dict[str, list[tuple[str, Phrase, _Rule]]]


class Matcher(Generic[_Rule]):
    """Finds the rule whose phrase is the whole key of a line.

    Phrases without placeholders are looked up; the others are tried by what the key begins and ends with, and one
    pattern a kind of placeholder serves most of them, since compiling one a phrase would cost more than a page.
    """

    def __init__(self, rules: Iterable[tuple[_Rule, Iterable[str]]]) -> None:
        pairs = [(phrase, rule) for rule, phrases in rules for phrase in phrases]
        self._literal: dict[str, _Rule] = {}
        # By what a key begins with, and by what it ends with: needles, phrases and rules. A page asks for few of the
        # beginnings, so that phrases are read when theirs is asked for.
        self._unread: dict[str, list[tuple[str, int, _Rule]]] = {}
        self._sides: dict[str, _Side[_Rule]] = {}
        self._begins: set[str] = set()
        self._long: set[str] = set()
        lasts: dict[str, set[str]] = {}
        keys = keys_of([phrase for phrase, _ in pairs])
        if not all(keys):
            raise ValueError("a phrase must not be empty")
        for key, (phrase, rule) in zip(keys, pairs, strict=True):
            if "{" in key:
                self._add(key, len(phrase), rule, lasts)
                continue
            self._literal.setdefault(key, rule)
            self._begins.add(key[:2])
            lasts.setdefault(key[0], set()).add(key[-1])
        self._share_digits(lasts)
        self._any_first = frozenset(lasts.pop("", ()))
        # By the first character of a key, the last ones; ``None`` for any.
        self._lasts = {first: None if "" in ends else self._any_first | ends for first, ends in lasts.items()}

    def _add(self, key: str, length: int, rule: _Rule, lasts: dict[str, set[str]]) -> None:
        """Add a phrase with placeholders by what its keys begin with; also to the last characters of each."""
        heads, tails = sides_of(key)
        stops = _lasts_of(tails)
        wide = is_open(key, length)
        for start in _starts_of(heads):
            self._begins.add(start)
            if wide:
                self._long.add(start[:1])
            lasts.setdefault(start[:1], set()).update(stops)
            self._unread.setdefault(start, []).append((key, length, rule))

    def _share_digits(self, lasts: dict[str, set[str]]) -> None:
        """Let all digits begin what one does: numbers begin with any, and ten entries a phrase take long to make."""
        if _DIGIT not in self._unread:
            return
        self._unread.update(dict.fromkeys(DIGITS, self._unread[_DIGIT]))
        self._begins.update(DIGITS if _DIGIT in self._begins else ())
        self._long.update(DIGITS if _DIGIT in self._long else ())
        for digit in DIGITS:
            lasts[digit] = lasts.get(digit, set()) | lasts[_DIGIT]

    def _side(self, start: str) -> _Side[_Rule] | None:
        """Return the phrases that begin as a key does, also with less of it, by what they end with."""
        side = self._sides.get(start)
        if side is not None or start not in self._unread:
            return side
        read = [(read_key(key, length), rule) for key, length, rule in self._unread[start]]
        narrow: _Side[_Rule] = {}
        for phrase, rule in read:
            for end in phrase.ends:
                narrow.setdefault(end, []).append((phrase.needle, phrase, rule))
        side = self._sides[start] = _widened(narrow)
        if len(start) > 1:
            for end, entries in (self._side(start[:-1]) or {}).items():
                side[end] = [*side.get(end, side.get(end[1:], side.get("", ()))), *entries]
        return side

    def may_begin(self, key: str) -> bool:
        """Tell whether a phrase that begins with text or a value could begin as the key does."""
        return key[0] in self._lasts and (len(key) == 1 or key[0] in self._begins or key[:2] in self._begins)

    def lasts(self, key: str) -> frozenset[str] | None:
        """Return the characters that a phrase can end with that begins as the key does; ``None`` for any."""
        return self._lasts[key[0]] if self.may_begin(key) else self._any_first

    def near(self, keys: Sequence[str]) -> list[int]:
        """Return the places of the keys that could match, told by their first and last characters: mostly few."""
        lasts, rest = self._lasts, self._any_first
        return [
            place
            for place, key in enumerate(keys)
            if key and ((ends := lasts.get(key[0], rest)) is None or key[-1] in ends)
        ]

    def may_be_long(self, first: str, last: str) -> bool:
        """Tell by the first and last character of the key of a long line whether a phrase could be all of it."""
        return first in self._long or last in self._any_first

    def find(self, key: str) -> tuple[_Rule, dict[str, str]] | None:
        """Return the first rule that the key matches as a whole, with the values of its facts."""
        rule = self._literal.get(key)
        if rule is not None:
            return rule, {}
        two, last = key[-2:], key[-1:]
        side = self._side(key[:2] if key[:2] in self._unread else key[:1]) if key else None
        some_begin = (side.get(two) or side.get(last) or side.get("")) if side else None
        wide = self._side("")  # of phrases that begin with anything
        for some in (some_begin, (wide.get(two) or wide.get(last)) if wide else None):
            if some:
                for needle, phrase, rule in some:
                    if needle in key and (facts := phrase.facts_in(key)) is not None:
                        return rule, facts
        return None


@cache
def _starts_of(heads: tuple[str, ...]) -> tuple[str, ...]:
    """Return beginnings with one digit for all."""
    return tuple(dict.fromkeys([_DIGIT if start in DIGITS else start for start in heads]))


@cache
def _lasts_of(tails: tuple[str, ...]) -> tuple[str, ...]:
    return tuple({end[-1:] for end in tails})


def _widened(side: _Side[_Rule]) -> _Side[_Rule]:
    """Add to the phrases of each end those of ends that say less: one character, none."""
    wide: _Side[_Rule] = {}
    for end in sorted(side, key=len):
        less = wide.get(end[1:], wide.get("", ())) if len(end) > 1 else wide.get("", ()) if end else ()
        wide[end] = [*side[end], *less]
    return wide
