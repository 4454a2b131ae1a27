"""Rows of labelled facts: ``上传人:U 页数:21 大小:311.37KB``, in a line or in table cells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cleaners.lazily import NOT_LATIN, lazily
from cleaners.package_data import read_table
from cleaners.remembered import remembered
from cleaners.rules.keys import SIGNS, key_of
from cleaners.rules.rulebook import Label, rulebook
from cleaners.rules.traditional import to_simplified
from cleaners.values import BY_PERIOD, COUNT, LABELLED_DATE, PRICE, SIZE, TYPES, WHOLE

_SIGN = lazily("[:\uff1a\t]")
_SEPARATOR = lazily(rf"(?:[(（][^)）:：]{{1,6}}[)）])?\s*{_SIGN.pattern}\s*")
_TRIM = " \t\r\n\u3000|｜,，;；、/-·•［］[]【】"
_VALUES = {
    "n": lazily(rf"(?:总?共|约)?{WHOLE}(?:页|p|pages?|頁|张)?(?:\([^()]{{1,16}}\))?"),
    "count": lazily(rf"(?:{BY_PERIOD}|约)?(?:{COUNT})(?:次|人|人次|views?|downloads?)?"),
    "size": lazily(rf"约?{SIZE}(?:\([\d,]+(?:字节|bytes?|b)\))?"),
    "date": lazily(rf"(?:{LABELLED_DATE})(?:[发發]布于[\u4e00-\u9fff]{{2,4}})?"),
    "type": lazily(rf"\.?(?:{TYPES})(?:文档|格式|文件)?(?:\(\.?(?:{TYPES})\)|/(?:{TYPES}))?"),
    "price": lazily(
        rf"(?:{PRICE}|(?:{COUNT})(?:[点分张个枚]|[\u4e00-\u9fff]{{1,3}}[点分币券豆贝])?|免费(?:下载|阅读|使用|[资資]源|版)?|free|vip专?[免享]?"
        r")(?:\([^()]{1,20}\))?"
    ),
}
TYPED = frozenset(("n", "count", "size", "date", "type", "price"))
"""Kinds of values that are no free text."""
_BARE = _TRIM + ":\uff1a"
_NAME_LIMIT = 40
_NO_NAME = lazily(r"[。！？!?|｜]|\s{2}|\s(?:19|20)\d\d[-/.年]\d|\d [KM]?B\b|\d[KM]B\b")
_SPACED_OUT = lazily(rf"{NOT_LATIN}(?:\s{{1,2}}{NOT_LATIN}){{1,3}}")  # 推 荐 人
_SOMEONE = lazily(r"[^\W\d][\w·.*@-]{1,11}")
_AUTHOR = Label("author", "name")
_COLON = lazily("[:：]")
_LONGER_LABEL = lazily(r"[，,;；、]\s?[\u4e00-\u9fff]{1,2}$")  # begins one that no rule knows: 发文日期
_ROW_LIMIT = 400
_LONGEST_LABEL = 32  # what is in brackets behind it included
_LONGEST_RUN_ON = 12
_LABELS = 2  # that can run on
_SHORTEST = 3  # characters of a label with what a site offers before it


class Row(NamedTuple):
    """A line that is labelled facts and nothing else.

    ``facts`` are the values as shown, ``labels`` the number of labels, ``typed`` that of labels whose value is not
    free text.
    """

    facts: dict[str, str]
    labels: int
    typed: int


@cache
def offered() -> tuple[str, ...]:
    """Return what sites offer, as they put it before labels: 课件大小, 素材格式."""
    return tuple(map(str.lower, read_table("rules", "things.toml")["offered"]))


@cache
def label_starts() -> frozenset[str]:
    """Return the characters that a row of labels can start with."""
    return _variants("-|·•[【(" + "".join(label[0] for label in (*rulebook().labels, *offered())))


@cache
def label_ends() -> frozenset[str]:
    """Return the characters that a line can end with that is a label."""
    return _variants(_BARE + "".join(label[-1] for label in rulebook().labels))


def _variants(signs: str) -> frozenset[str]:
    known = frozenset(signs + signs.upper())
    return known.union(sign for sign, folded in SIGNS.items() if folded in known)


def read_row(text: str) -> Row | None:
    """Read a row of labelled facts; ``None`` where a part of the line is neither label nor fitting value."""
    if len(text) > _ROW_LIMIT or not _SIGN.search(text):
        return None
    start = len(text) - len(text.lstrip(_TRIM))
    if not _SIGN.search(text, start, start + _LONGEST_LABEL):
        return None  # most lines with a colon
    folded = to_simplified(text)
    lowered = folded.lower()
    folded = lowered if len(lowered) == len(folded) else folded
    found = list(_labels_in(folded, start))
    if not found or found[0].start != start:
        return None
    facts: dict[str, str] = {}
    typed = 0
    ends = [label.start for label in found[1:]] + [len(text)]
    for (begin, stop, label), end in zip(found, ends, strict=True):
        value = text[stop:end].strip(_TRIM)
        label = meant(label, value)
        if not fits(label, value):
            return None
        typed += label.kind in _VALUES
        if label.fact != "none" and value:
            bare = label.kind == "price" and value.replace(".", "", 1).isdigit()
            facts.setdefault(label.fact, text[begin:end].strip(_TRIM) if bare else value)
    return Row(facts, len(found), typed)


class _Found(NamedTuple):
    """A label in a line: where it begins, where the sign behind it ends, and what it names."""

    start: int
    stop: int
    label: Label


def _labels_in(folded: str, start: int) -> Iterator[_Found]:
    """Yield the labels in a line that is simplified and in lower case; nothing where it begins with none.

    A pattern of all labels would take longer to compile than a page to read.
    """
    at = start
    for sign in _SEPARATOR.finditer(folded, start):
        end = sign.start()
        begin = max(at, end - _LONGEST_LABEL)
        if at == start and begin > start:
            return
        for place in range(begin, end):
            if place and (folded[place - 1].isalnum() or folded[place - 1] == "_"):
                continue
            if label := _label_named(folded[place:end]):
                yield _Found(place, sign.end(), label)
                at = sign.end()
                break
        else:
            if at == start:
                return


def _label_named(word: str) -> Label | None:
    """Return the label that a word is, with what a site offers before it or without: 课件大小."""
    labels = rulebook().labels
    if word[1:2].isspace() and " " in word and _SPACED_OUT.fullmatch(word):
        word = "".join(word.split())
    if known := labels.get(word):
        return known
    if len(word) <= _SHORTEST or not word.startswith(offered()):
        return None
    known = labels.get(word.removeprefix(next(thing for thing in offered() if word.startswith(thing))))
    return None if known and known.fact in ("author", "published", "title") and not known.act else known


def fits(label: Label, value: str) -> bool:
    """Tell whether a value is of the label's kind; an empty one fits, since sites leave fields empty."""
    if not value:
        return True
    pattern = _VALUES.get(label.kind)
    if pattern:
        return pattern.fullmatch(key_of(value)) is not None
    limit = _ROW_LIMIT if label.kind in ("list", "path") else _NAME_LIMIT
    if label.kind == "name" and _COLON.search(value):
        return False  # another label, that no rule knows
    return len(value) <= limit and (label.kind in ("list", "path") or is_name(value))


def meant(label: Label, value: str) -> Label:
    """Return what a label means before a value: 整理:2023-05-06 is a date, 整理:老井 a name."""
    return _AUTHOR if label.by and value and not fits(label, value) and _SOMEONE.fullmatch(value) else label


def is_name(value: str) -> bool:
    """Tell whether a value can be a name, by what stands in none: sentences, bars, dates and sizes."""
    return _NO_NAME.search(value) is None


@remembered
def bare_label(text: str) -> Label | None:
    """Return the label that a line consists of, its value then standing in the next line."""
    word = text.strip(_BARE)
    labels = rulebook().labels
    if word and word[-1] not in label_ends():
        return None
    return labels.get(word) or _label_named(to_simplified(word).lower())


def glued(text: str) -> dict[str, str] | None:
    """Read a label with its value right behind it, of a kind that is no free text: ``• 文本页数18页``."""
    word = text.strip(_BARE)
    if not _SHORTEST < len(word) <= _LONGEST_LABEL or word[0] not in label_starts():
        return None
    folded = to_simplified(word).lower()
    for stop in range(min(_LONGEST_RUN_ON, len(word) - 1), _SHORTEST, -1):
        label = _label_named(folded[:stop])
        if label and label.kind in TYPED and fits(label, value := word[stop:].lstrip("约約")):
            return {} if label.fact == "none" else {label.fact: value}
    return None


def with_labels_parted(text: str) -> str:
    """Put a space before each label with a colon that runs on from the value of the one before."""
    colons = [colon.start() for colon in _COLON.finditer(text)]
    if len(colons) < _LABELS:
        return text
    folded = to_simplified(text)
    places = [start for colon in colons if (start := _run_on_label(folded, colon))]
    for start in reversed(places):
        text = f"{text[:start]} {text[start:]}"
    return text


def _run_on_label(text: str, end: int) -> int:
    """Return where the longest label begins that ends at a place and runs on from a word; 0 where none does."""
    labels = rulebook().labels
    for start in range(max(1, end - _LONGEST_RUN_ON), end - 1):
        label = text[start:end]
        if label in labels and not label.isascii() and (text[start - 1].isalnum() or text[start - 1] == "_"):
            return 0 if _LONGER_LABEL.search(text, max(0, start - _LONGEST_RUN_ON), start) else start
    return 0
