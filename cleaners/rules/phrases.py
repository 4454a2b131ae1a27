"""Marker phrases with placeholders, as people write them down, compiled to patterns over the key of a line.

A phrase is literal text; case, white space, script, politeness (您) and the width of punctuation do not count.
Placeholders: ``{n}`` a whole number, ``{count}`` a number as badges round it, ``{plus}`` one that is rounded
(``999+``, ``1.2万``), ``{price}`` in money or in points of any name, ``{size}``, ``{date}``, ``{when}`` a date or how
long ago, ``{type}`` a document type, ``{kin}``, ``{works}``, ``{puts}`` and ``{this}`` words such as 相关, 文档, 上传
and 本文档, ``{title}`` the page's title, ``{name}`` up to 30 characters, ``{any}`` anything. ``{fact:n}`` also gives
the value to the fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from cleaners.lazily import lazily
from cleaners.remembered import remembered
from cleaners.rules.traditional import TO_SIMPLIFIED
from cleaners.values import AGO, AGO_HEADS, COUNT, DATE, PRICE, SIZE, TYPES, WHOLE

TITLE_SIGN = "\x01"
_SPACES = dict.fromkeys(
    [*range(0x21), 0x85, 0xA0, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF]
)
_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_PUNCTUATION = str.maketrans("。、“”‘’【】「」〈〉《》﹥﹤›•·—–", ".,\"\"''[][]<><>><>..--")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉₊₋ₙ", "0123456789+-n" * 2)  # plain in titles and addresses
_FOLD = {**TO_SIMPLIFIED, **_SPACES, **_WIDTH, **_PUNCTUATION, **_RAISED, ord("您"): "你"}  # sites say either
# A pattern finds the few signs that fold four times as fast as ``str.translate``, which asks for every character.
SIGNS = {chr(code): chr(to) if isinstance(to, int) else to or "" for code, to in _FOLD.items()}
"""What single characters are compared by that are not so by themselves in lower case."""
_FREQUENT = " ，。、（）：“”\t—《》？·！；"  # most of what folds in a text
_LONG = 200  # characters of a text in which these are replaced first
_PARTING = "\ue0fe"  # stands for the end of a line where many are folded
_FOLDS = re.compile(f"[{re.escape(''.join(SIGNS))}]")
_KIN = "相关|相似|类似|同类|热门|最新|猜你喜欢的|您可能感兴趣的|你可能感兴趣的"
_WORKS = "文档|文章|文件|资料|资源|论文|试题|试卷|课件|教案|范文|模板|视频|主题|内容|帖子|博文|文献|下载|阅读|搜索"
_PUTS = "上传|上载|发布|发表|分享|更新|收录|贡献|录入|添加|上架|整理|入库|投稿|提交|提供"
_THIS = "本文档|此文档|该文档|本文|文档|本资料|该资料|此资料|本文件|该文件|本帖|本贴|本资源|该资源"
_DIGITS = tuple("0123456789")
_DIGIT = "0"  # stands for all of them
_new = tuple.__new__  # what NamedTuple does, without its Python frame
_MONTHS = ("ja", "fe", "ma", "ap", "ju", "au", "se", "oc", "no", "de")


def _sides(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what words, parted by bars, begin and end with."""
    each = words.split("|")
    return tuple(sorted({word[:2] for word in each})), tuple(sorted({word[-2:] for word in each}))


# By name: the source, what the value can begin with (a character or two; empty: any) and what it can end with.
_PLACEHOLDERS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "n": (WHOLE, _DIGITS, _DIGITS),
    "count": (f"(?:{COUNT})", _DIGITS, (*_DIGITS, *"千万亿kwm+")),
    "plus": (r"\d[\d,.]*(?:[千万萬亿億w]\+?|k?\+)", _DIGITS, tuple("千万亿w+")),
    "size": (f"(?:{SIZE})", _DIGITS, tuple("kmbs节")),
    "price": (PRICE, (*_DIGITS, *"¥￥$", "us", "hk", "nt", "rm", "人民"), (*_DIGITS, *"币豆券贝元分值点千万亿kwm+")),
    "date": (f"(?:{DATE})", (*_DIGITS, *_MONTHS), (*_DIGITS, *"日z")),
    "when": (f"(?:{DATE}|{AGO})", (*_DIGITS, *_MONTHS, *AGO_HEADS), (*_DIGITS, *"日z前天刚", "go")),
    "type": (f"(?:{TYPES})", _sides(TYPES)[0], tuple("cxsftblmjgprd")),
    "kin": (f"(?:{_KIN})", *_sides(_KIN)),
    "works": (f"(?:{_WORKS})", *_sides(_WORKS)),
    "puts": (f"(?:{_PUTS})", *_sides(_PUTS)),
    "this": (f"(?:{_THIS})", *_sides(_THIS)),
    "title": (TITLE_SIGN, (TITLE_SIGN,), (TITLE_SIGN,)),
    "name": (r"[^:]{1,30}?", ("",), ("",)),
    "any": (r".*", ("",), ("",)),
}
BOUNDED = 60
"""Longest line, in characters, that phrases without ``{any}`` and ``{name}`` are compared with."""
_KINDS = {kind: lazily(inner) for kind, (inner, _, _) in _PLACEHOLDERS.items()}
_HOLE = re.compile(r"\{(?:(\w+):)?(\w+)\}")


@remembered
def key_of(text: str) -> str:
    """Return what a line is compared by: no white space, simplified, half-width, lower case."""
    if len(text) > _LONG:
        for sign in _FREQUENT:
            text = text.replace(sign, SIGNS[sign])
    return _FOLDS.sub(_folded, text).lower()


def keys_of(texts: Sequence[str]) -> list[str]:
    """Return the key of each text; folding many at once takes a fraction of the time."""
    keys = key_of(_PARTING.join(texts)).split(_PARTING) if texts else []
    return keys if len(keys) == len(texts) else list(map(key_of, texts))


def _folded(found: re.Match[str]) -> str:
    return SIGNS[found[0]]


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
    """A read phrase with placeholders.

    Attributes:
        heads: what its keys can begin with, one character or two; empty: any.
        tails: what its keys can end with, likewise.
        ends: by which of these it is looked for: any where it begins with text.
        is_open: it matches lines of any length.
        head: what stands before its first placeholder.
        tail: what stands behind its last one.
        needle: its longest literal part.
        holes: fact and kind of each placeholder.
        pattern: of what stands between head and tail.
    """

    heads: tuple[str, ...]
    tails: tuple[str, ...]
    ends: tuple[str, ...]
    is_open: bool
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


def read_phrase(phrase: str) -> Phrase | str:
    """Read one phrase; one without placeholders is the key that it matches.

    Raises:
        ValueError: the phrase is empty, open at both ends, or names an unknown placeholder.
    """
    key = key_of(phrase)
    if not key:
        raise ValueError("a phrase must not be empty")
    return _read(key, len(phrase)) if "{" in key else key


def _read(key: str, length: int) -> Phrase:
    """Read the key of a phrase with placeholders, which has so many characters."""
    parts = _HOLE.split(key)
    literals, kinds = parts[::3], parts[2::3]
    if unknown := [kind for kind in kinds if kind not in _PLACEHOLDERS]:
        raise ValueError(f"unknown placeholder {{{unknown[0]}}} in phrase {key!r}")
    holes = tuple([(fact or "", kind) for fact, kind in zip(parts[1::3], kinds, strict=True)])
    head, tail = literals[0], literals[-1]
    heads = (head[:2],) if head else _PLACEHOLDERS[kinds[0]][1]
    tails = (tail[-2:],) if tail else _PLACEHOLDERS[kinds[-1]][2]
    if "" in heads and "" in tails:
        raise ValueError(f"phrase {key!r} must begin or end with text: else it is compared with no line")
    ends = ("",) if head and not tail else tails
    is_open = length > BOUNDED or "any" in kinds or "name" in kinds
    pattern = _KINDS[kinds[0]] if len(kinds) == 1 else lazily(_source(literals, holes))
    return _new(Phrase, (heads, tails, ends, is_open, head, tail, max(literals, key=len), holes, pattern))


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


_Side = dict[str, list[tuple[str, Phrase, _Rule]]]


class Matcher(Generic[_Rule]):
    """Finds the rule whose phrase is the whole key of a line.

    Phrases without placeholders are looked up; the others are tried by what the key begins and ends with, and one
    pattern a kind of placeholder serves most of them, since compiling one a phrase would cost more than a page.
    """

    def __init__(self, rules: Iterable[tuple[_Rule, Iterable[str]]]) -> None:
        pairs = [(phrase, rule) for rule, phrases in rules for phrase in phrases]
        self._literal: dict[str, _Rule] = {}
        # By what a key begins and ends with: the needles, phrases and rules. A page asks for few of the beginnings.
        self._table: dict[str, _Side[_Rule]] = {}
        self._asked: dict[str, _Side[_Rule]] = {}
        self._open: _Side[_Rule] = {}  # those of phrases that begin with anything
        self._begins: set[str] = set()
        self._long: set[str] = set()
        lasts: dict[str, set[str]] = {}
        keys = keys_of([phrase for phrase, _ in pairs])
        plain = [(key, rule) for key, (_, rule) in zip(keys, pairs, strict=True) if "{" not in key]
        if not all(key for key, _ in plain):
            raise ValueError("a phrase must not be empty")
        for key, rule in plain:
            self._literal.setdefault(key, rule)
            self._begins.add(key[:2])
            lasts.setdefault(key[0], set()).add(key[-1])
        reads = [(_read(key, len(phrase)), rule) for key, (phrase, rule) in zip(keys, pairs, strict=True) if "{" in key]
        for read, rule in reads:
            entry = read.needle, read, rule
            starts = {_DIGIT if start in _DIGITS else start for start in read.heads}
            stops = [end[-1:] for end in read.tails]
            self._begins.update(starts)
            if read.is_open:
                self._long.update([start[:1] for start in starts])
            for start in starts:
                lasts.setdefault(start[:1], set()).update(stops)
                side = self._table.setdefault(start, {}) if start else self._open
                for end in read.ends:
                    side.setdefault(end, []).append(entry)
        self._open = _widened(self._open)
        self._share_digits(lasts)
        self._any_first = frozenset(lasts.pop("", ()))
        # By the first character of a key, the last ones; ``None`` for any.
        self._lasts = {first: None if "" in ends else self._any_first | ends for first, ends in lasts.items()}

    def _share_digits(self, lasts: dict[str, set[str]]) -> None:
        """Let all digits begin what one does: numbers begin with any, and ten entries a phrase take long to make."""
        if _DIGIT not in self._table:
            return
        self._table.update(dict.fromkeys(_DIGITS, self._table[_DIGIT]))
        self._begins.update(_DIGITS if _DIGIT in self._begins else ())
        self._long.update(_DIGITS if _DIGIT in self._long else ())
        for digit in _DIGITS:
            lasts[digit] = lasts.get(digit, set()) | lasts[_DIGIT]

    def _side(self, start: str) -> _Side[_Rule] | None:
        """Return the phrases that begin as a key does, also with less of it, by what they end with."""
        side = self._asked.get(start)
        if side is None and start in self._table:
            side = _widened(self._table[start])
            for end, entries in (self._side(start[:-1]) or {}).items():
                side[end] = [*side.get(end, side.get(end[1:], side.get("", ()))), *entries]
            self._asked[start] = side
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
        side = self._side(key[:2]) or self._side(key[:1])
        entries = (side.get(two) or side.get(last) or side.get("")) if side else None
        for some in (entries, self._open.get(two) or self._open.get(last)):
            if some:
                for needle, phrase, rule in some:
                    if needle in key and (facts := phrase.facts_in(key)) is not None:
                        return rule, facts
        return None


def _widened(side: _Side[_Rule]) -> _Side[_Rule]:
    """Add to the phrases of each end those of ends that say less: one character, none."""
    wide: _Side[_Rule] = {}
    for end in sorted(side, key=len):
        less = wide.get(end[1:], wide.get("", ())) if len(end) > 1 else wide.get("", ()) if end else ()
        wide[end] = [*side[end], *less]
    return wide
