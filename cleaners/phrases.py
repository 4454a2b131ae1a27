"""Marker phrases with placeholders, as people write them down, compiled to patterns over the key of a line.

A phrase is literal text; case, white space, script, politeness (您) and the width of punctuation do not count.
Placeholders: ``{n}`` a whole number, ``{count}`` a number as badges round it, ``{plus}`` one that is rounded
(``999+``, ``1.2万``), ``{price}`` in money or in points of any name, ``{size}``, ``{date}``, ``{type}`` a document
type, ``{kin}`` and ``{works}`` words such as 相关 and 文档, ``{title}`` the page's title, ``{name}`` up to 30
characters, ``{any}`` anything. ``{fact:n}`` also gives the value to the fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import ascii_uppercase
from typing import Generic, NamedTuple, TypeVar

from cleaners.lazily import lazily
from cleaners.traditional import TO_SIMPLIFIED
from cleaners.values import COUNT, DATE, PRICE, SIZE, TYPES

TITLE_SIGN = "\x01"
_SPACES = dict.fromkeys(
    [*range(0x21), 0x85, 0xA0, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF]
)
_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_PUNCTUATION = str.maketrans("。、“”‘’【】「」〈〉《》﹥﹤›•·—–", ".,\"\"''[][]<><>><>..--")
_FOLD = {**TO_SIMPLIFIED, **_SPACES, **_WIDTH, **_PUNCTUATION, ord("您"): "你"}  # sites say either
# A pattern finds the few signs that fold four times as fast as ``str.translate``, which asks for every character.
_SIGNS = {chr(code): chr(to) if isinstance(to, int) else to or "" for code, to in _FOLD.items()}
_PARTING = "\ue0fe"  # stands for the end of a line where many are folded
_FOLDS = re.compile(f"[{re.escape(''.join(_SIGNS))}]")
_DIGITS = "0123456789"
_KIN = "相关|相似|类似|同类|热门|最新|猜你喜欢的|您可能感兴趣的|你可能感兴趣的"
_WORKS = "文档|文章|文件|资料|资源|论文|试题|试卷|课件|教案|范文|模板|视频|主题|内容|帖子|博文|文献|下载|阅读|搜索"
_PLACEHOLDERS = {
    "n": (r"\d{1,7}", _DIGITS),
    "count": (f"(?:{COUNT})", _DIGITS),
    "plus": (r"\d[\d,.]*(?:[千万萬亿億w]\+?|k?\+)", _DIGITS),
    "size": (f"(?:{SIZE})", _DIGITS),
    "price": (PRICE, _DIGITS + "¥￥$"),
    "date": (f"(?:{DATE})", _DIGITS + "jfmasond"),
    "type": (f"(?:{TYPES})", "dwpxterhcz"),
    "kin": (f"(?:{_KIN})", "".join(sorted({word[0] for word in _KIN.split("|")}))),
    "works": (f"(?:{_WORKS})", "".join(sorted({word[0] for word in _WORKS.split("|")}))),
    "title": (TITLE_SIGN, TITLE_SIGN),
    "name": (r"[^:]{1,30}?", ""),
    "any": (r".*", ""),
}
_ENDS = {"n": _DIGITS, "date": _DIGITS + "日z", "size": "bkms节", "plus": "+千万萬亿億w"}
"""Last characters of placeholders."""
_PRICE_ENDS = _DIGITS + "币豆券元分值点"
BOUNDED = 60
"""Longest line, in characters, that phrases without ``{any}`` and ``{name}`` are compared with."""
_KINDS = {kind: lazily(inner) for kind, (inner, _) in _PLACEHOLDERS.items()}
_HOLE = re.compile(r"\{(?:(\w+):)?(\w+)\}")


def key_of(text: str) -> str:
    """Return what a line is compared by: no white space, simplified, half-width, lower case."""
    return _FOLDS.sub(_folded, text).lower()


def keys_of(texts: Sequence[str]) -> list[str]:
    """Return the key of each text; folding many at once takes half as long."""
    keys = key_of(_PARTING.join(texts)).split(_PARTING) if texts else []
    return keys if len(keys) == len(texts) else list(map(key_of, texts))


def _folded(found: re.Match[str]) -> str:
    return _SIGNS[found[0]]


_Rule = TypeVar("_Rule")


def slice_of_key(text: str, key: str) -> str:
    """Return the part of a text that a part of its key came from; the key itself where it is not found."""
    folded = [(place, part) for place, char in enumerate(text) if (part := key_of(char))]
    whole = "".join(part for _, part in folded)
    at = whole.find(key)
    if at < 0 or len(whole) != len(folded):
        return key
    return text[folded[at][0] : folded[at + len(key) - 1][0] + 1]


class Phrase(NamedTuple):
    """A read phrase.

    Attributes:
        starts: characters that it can start with; empty: any.
        ends: characters that it can end with; empty: any.
        is_open: it matches lines of any length.
        literal: the key itself where it has no placeholder.
        head: what stands before its first placeholder.
        tail: what stands behind its last one.
        needle: its longest literal part.
        holes: fact and kind of each placeholder.
        pattern: of what stands between head and tail.
    """

    starts: str
    ends: str
    is_open: bool
    literal: str | None
    head: str
    tail: str
    needle: str
    holes: tuple[tuple[str, str], ...]
    pattern: re.Pattern[str]

    def facts_in(self, key: str) -> dict[str, str] | None:
        """Return the values of its facts where the phrase is the whole key, else ``None``."""
        if not (key.startswith(self.head) and key.endswith(self.tail)):
            return None
        found = self.pattern.fullmatch(key, len(self.head), len(key) - len(self.tail))
        if found is None:
            return None
        fact = self.holes[0][0]
        return found.groupdict() if len(self.holes) > 1 else {fact: found[0]} if fact else {}


def read_phrase(phrase: str) -> Phrase:
    """Read one phrase.

    Raises:
        ValueError: the phrase is empty, open at both ends, or names an unknown placeholder.
    """
    if "{" not in phrase:
        return _literal_phrase(key_of(phrase))
    parts = _HOLE.split(phrase)
    literals = list(map(key_of, parts[::3]))
    holes = tuple((fact or "", kind) for fact, kind in zip(parts[1::3], parts[2::3], strict=True))
    if not holes:
        return _literal_phrase(literals[0])
    if unknown := [kind for _, kind in holes if kind not in _PLACEHOLDERS]:
        raise ValueError(f"unknown placeholder {{{unknown[0]}}} in phrase {phrase!r}")
    first, last = holes[0][1], holes[-1][1]
    starts = literals[0][:1] or _PLACEHOLDERS[first][1]
    ends = literals[-1][-1:] or (_PRICE_ENDS if last == "price" else "" if starts else _ENDS.get(last, ""))
    if not starts and not ends:
        raise ValueError(f"phrase {phrase!r} must begin or end with text: else it is compared with no line")
    is_open = len(phrase) > BOUNDED or any(kind in ("name", "any") for _, kind in holes)
    pattern = _KINDS[first] if len(holes) == 1 else lazily(_source(literals, holes))
    return Phrase(starts, ends, is_open, None, literals[0], literals[-1], max(literals, key=len), holes, pattern)


def _literal_phrase(key: str) -> Phrase:
    if not key:
        raise ValueError("a phrase must not be empty")
    return Phrase(key[0], key[-1], False, key, key, "", key, (), _KINDS["any"])


def _source(literals: Sequence[str], holes: Sequence[tuple[str, str]]) -> str:
    """Return the source of a pattern of placeholders and of the literals between them."""
    source = ""
    for (fact, kind), literal in zip(holes, [*map(re.escape, literals[1:-1]), ""], strict=True):
        inner = _PLACEHOLDERS[kind][0]
        source += (f"(?P<{fact}>{inner})" if fact else inner) + literal
    return source


def facts_of(phrase: str) -> list[str]:
    """Return the names of the facts to which a phrase's placeholders give values."""
    return [fact for fact, _ in _HOLE.findall(phrase) if fact]


FOLDED = {char: form.lower() for char, form in {**{char: char for char in ascii_uppercase}, **_SIGNS}.items() if form}
"""What a single character is compared by, where that is not the character itself."""


class Matcher(Generic[_Rule]):
    """Finds the rule whose phrase is the whole key of a line.

    Phrases without placeholders are looked up; the others are tried by the key's first and last character. One pattern
    a kind of placeholder serves most of them, since compiling one a phrase would cost more than a page.
    """

    def __init__(self, rules: Iterable[tuple[_Rule, Iterable[str]]]) -> None:
        self._literal: dict[str, _Rule] = {}
        # By first and last character of a key, both empty for any.
        self._table: dict[str, dict[str, list[tuple[str, Phrase, _Rule]]]] = {}
        # By first character of a line, empty for any, the last ones that a phrase can have; empty for any, too.
        self._ends: dict[str, set[str]] = {"": set()}
        self._open_ends: dict[str, set[str]] = {"": set()}
        plain: list[tuple[str, _Rule]] = []
        for rule, phrases in rules:
            for phrase in phrases:
                if "{" in phrase:
                    self._add(read_phrase(phrase), rule)
                else:
                    plain.append((phrase, rule))
        for key, (_, rule) in zip(keys_of([phrase for phrase, _ in plain]), plain, strict=True):
            self._add(_literal_phrase(key), rule)
        self.starts = frozenset(filter(None, self._ends))

    def _add(self, phrase: Phrase, rule: _Rule) -> None:
        for start in phrase.starts or ("",):
            self._ends.setdefault(start, set()).update(phrase.ends or ("",))
            if phrase.is_open:
                self._open_ends.setdefault(start, set()).update(phrase.ends or ("",))
        if phrase.literal is not None:
            self._literal.setdefault(phrase.literal, rule)
            return
        entry = phrase.needle, phrase, rule
        for start in phrase.starts or ("",):
            by_end = self._table.setdefault(start, {})
            for end in phrase.ends or _ENDS.get(phrase.holes[-1][1]) or ("",):
                by_end.setdefault(end, []).append(entry)

    def may_match(self, first: str, last: str, length: int) -> bool:
        """Tell by the folded first and last character of a line and its length whether it could match: mostly no."""
        by_start = self._ends if length <= BOUNDED else self._open_ends
        ends = by_start.get(first)
        return (ends is not None and (last in ends or "" in ends)) or last in by_start[""]

    def find(self, key: str) -> tuple[_Rule, dict[str, str]] | None:
        """Return the first rule that the key matches as a whole, with the values of its facts."""
        rule = self._literal.get(key)
        if rule is not None:
            return rule, {}
        first, last = key[:1], key[-1:]
        for start, end in ((first, last), (first, ""), ("", last)):
            if (by_end := self._table.get(start)) and end in by_end:
                for needle, phrase, rule in by_end[end]:
                    if needle in key and (facts := phrase.facts_in(key)) is not None:
                        return rule, facts
        return None
