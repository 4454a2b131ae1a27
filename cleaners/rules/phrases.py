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
from functools import lru_cache
from typing import NamedTuple

from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.values import AGO, AGO_HEADS, COUNT, DATE, PRICE, SIZE, TYPES, WHOLE

TITLE_SIGN = "\x01"
_KIN = "相关|相似|类似|同类|热门|最新|猜你喜欢的|您可能感兴趣的|你可能感兴趣的"
_WORKS = "文档|文章|文件|资料|资源|论文|试题|试卷|课件|教案|范文|模板|视频|主题|内容|帖子|博文|文献|下载|阅读|搜索"
_PUTS = "上传|上载|发布|发表|分享|更新|收录|贡献|录入|添加|上架|整理|入库|投稿|提交|提供"
_THIS = "本文档|此文档|该文档|本文|文档|本资料|该资料|此资料|本文件|该文件|本帖|本贴|本资源|该资源"
DIGITS = tuple("0123456789")
_new = tuple.__new__  # what NamedTuple does, without its Python frame
_MONTHS = ("ja", "fe", "ma", "ap", "ju", "au", "se", "oc", "no", "de")


def _sides(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what words, parted by bars, begin and end with."""
    each = words.split("|")
    return tuple(sorted({word[:2] for word in each})), tuple(sorted({word[-2:] for word in each}))


# By name: the source, what the value can begin with (a character or two; empty: any) and what it can end with.
_PLACEHOLDERS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "n": (WHOLE, DIGITS, DIGITS),
    "count": (f"(?:{COUNT})", DIGITS, (*DIGITS, *"千万亿kwm+")),
    "plus": (r"\d[\d,.]*(?:[千万萬亿億w]\+?|k?\+)", DIGITS, tuple("千万亿w+")),
    "size": (f"(?:{SIZE})", DIGITS, tuple("kmbs节")),
    "price": (PRICE, (*DIGITS, *"¥￥$", "us", "hk", "nt", "rm", "人民"), (*DIGITS, *"币豆券贝元分值点千万亿kwm+")),
    "date": (f"(?:{DATE})", (*DIGITS, *_MONTHS), (*DIGITS, *"日z")),
    "when": (f"(?:{DATE}|{AGO})", (*DIGITS, *_MONTHS, *AGO_HEADS), (*DIGITS, *"日z前天刚", "go")),
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
_PATTERNS = 1024  # those of all rules are a third
_HOLE = lazily(r"\{(?:(\w+):)?(\w+)\}")


class Phrase(NamedTuple):
    """A read phrase with placeholders.

    Attributes:
        ends: what its keys can end with, a character or two, by which it is looked for; empty: any.
        is_open: it matches lines of any length.
        head: what stands before its first placeholder.
        tail: what stands behind its last one.
        needle: its longest literal part.
        holes: fact and kind of each placeholder.
        pattern: of what stands between head and tail.
    """

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
    return read_key(key, len(phrase)) if "{" in key else key


def read_key(key: str, length: int) -> Phrase:
    """Read the key of a phrase with placeholders, which has so many characters.

    Raises:
        ValueError: it is open at both ends, or names an unknown placeholder.
    """
    parts = _HOLE.split(key)
    literals, kinds = parts[::3], parts[2::3]
    for kind in kinds:
        if kind not in _PLACEHOLDERS:
            raise ValueError(f"unknown placeholder {{{kind}}} in phrase {key!r}")
    holes = tuple([(fact or "", kind) for fact, kind in zip(parts[1::3], kinds, strict=True)])
    head, tail = literals[0], literals[-1]
    heads, tails = sides_of(key)
    if "" in heads and "" in tails:
        raise ValueError(f"phrase {key!r} must begin or end with text: else it is compared with no line")
    ends = ("",) if head and not tail else tails
    pattern = _KINDS[kinds[0]] if len(kinds) == 1 else _pattern(tuple(literals[1:-1]), holes)
    wide = is_open(key, length)
    return _new(Phrase, (ends, wide, head, tail, max(literals, key=len), holes, pattern))


def sides_of(key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what lines that a phrase's key matches can begin and end with, a character or two; empty: with any."""
    first, last = key.find("{"), key.rfind("}") + 1
    heads = (key[: min(first, 2)],) if first else _PLACEHOLDERS[_kind(key[1 : key.index("}")])][1]
    tails = (key[last:][-2:],) if last < len(key) else _PLACEHOLDERS[_kind(key[key.rfind("{") + 1 : -1])][2]
    return heads, tails


def is_open(key: str, length: int) -> bool:
    """Tell whether the key of a phrase, which has so many characters, matches lines of any length."""
    return length > BOUNDED or "any}" in key or "name}" in key


def _kind(hole: str) -> str:
    return hole.rpartition(":")[2]


@lru_cache(_PATTERNS)
def _pattern(between: tuple[str, ...], holes: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Return a pattern of placeholders and of the literals between them; phrases that differ around these share it."""
    source = ""
    for (fact, kind), literal in zip(holes, [*map(re.escape, between), ""], strict=True):
        inner = _PLACEHOLDERS[kind][0]
        source += (f"(?P<{fact}>{inner})" if fact else inner) + literal
    return lazily(source)


def facts_of(phrase: str) -> list[str]:
    """Return the names of the facts to which a phrase's placeholders give values."""
    return [fact for fact, _ in _HOLE.findall(phrase) if fact]
