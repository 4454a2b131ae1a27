"""Rows of labelled facts: ``上传人:U 页数:21 大小:311.37KB``, in a line or in table cells."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleaners.lazily import lazily
from cleaners.phrases import key_of
from cleaners.rulebook import Label, rulebook
from cleaners.traditional import to_simplified
from cleaners.values import COUNT, DATE, PRICE, SIZE, TYPES

_SIGN = re.compile("[:\uff1a\t]")
_SEPARATOR = rf"\s*{_SIGN.pattern}\s*"
_TRIM = " \t\r\n\u3000|｜,，;；、/-·•［］[]【】"
_VALUES = {
    "n": lazily(r"\d{1,7}(?:页|p|pages?|頁)?"),
    "count": lazily(rf"(?:{COUNT})(?:次|人|人次|views?|downloads?)?"),
    "size": lazily(SIZE),
    "date": lazily(DATE),
    "type": lazily(rf"\.?(?:{TYPES})(?:文档|格式|文件)?"),
    "price": lazily(rf"{PRICE}|(?:{COUNT})点?|免费|free|vip专?[免享]?"),
}
_BARE = _TRIM + ":\uff1a"
_NAME_LIMIT = 40
_NO_NAME = lazily(r"[。！？!?|｜]|\s{2}|\s(?:19|20)\d\d[-/.年]\d|\d [KM]?B\b|\d[KM]B\b")
_COLON = lazily("[:：]")
_ROW_LIMIT = 400


class Row(NamedTuple):
    """A line that is labelled facts and nothing else.

    ``facts`` are the values as shown, ``labels`` the number of labels, ``typed`` that of labels whose value is not
    free text.
    """

    facts: dict[str, str]
    labels: int
    typed: int


@cache
def _label_pattern() -> re.Pattern[str]:
    words = sorted(rulebook().labels, key=len, reverse=True)
    label = "|".join(map(re.escape, words))
    return re.compile(rf"(?<![\w])({label})(?:[(（][^)）:：]{{1,6}}[)）])?{_SEPARATOR}", re.IGNORECASE)


@cache
def label_starts() -> frozenset[str]:
    """Return the characters that a row of labels can start with."""
    return frozenset("-|·•[【(" + "".join(label[0] + label[0].upper() for label in rulebook().labels))


def read_row(text: str) -> Row | None:
    """Read a row of labelled facts; ``None`` where a part of the line is neither label nor fitting value."""
    if len(text) > _ROW_LIMIT or not _SIGN.search(text):
        return None
    start = len(text) - len(text.lstrip(_TRIM))
    folded = to_simplified(text)
    if not _label_pattern().match(folded, start):
        return None
    found = list(_label_pattern().finditer(folded, start))
    facts: dict[str, str] = {}
    typed = 0
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=True):
        label = rulebook().labels[match[1].lower()]
        value = text[match.end() : end].strip(_TRIM)
        if not fits(label, value):
            return None
        typed += label.kind in _VALUES
        if label.fact != "none" and value:
            bare = label.kind == "price" and value.isdigit()
            facts.setdefault(label.fact, text[match.start() : end].strip(_TRIM) if bare else value)
    return Row(facts, len(found), typed)


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
    return len(value) <= limit and (label.kind in ("list", "path") or not _NO_NAME.search(value))


def bare_label(text: str) -> Label | None:
    """Return the label that a line consists of, its value then standing in the next line."""
    word = text.strip(_BARE)
    labels = rulebook().labels
    return labels.get(word) or labels.get(to_simplified(word).lower())


def with_labels_parted(text: str) -> str:
    """Put a space before each label with a colon that runs on from the value of the one before."""
    return _run_on_label().sub(r" \g<0>", text)


@cache
def _run_on_label() -> re.Pattern[str]:
    words = sorted((word for word in rulebook().labels if len(word) > 1 and not word.isascii()), key=len, reverse=True)
    return re.compile(rf"(?<=\w)(?:{'|'.join(map(re.escape, words))})(?=[:\uff1a])")
