"""Rows of facts in other languages than Chinese, at the top of a text dump: ``doc 41 trang Hải Hòa 08/03/2024``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cleaners.facts.badges import apart
from cleaners.facts.labels import TYPED, bare_label, fits, read_row
from cleaners.facts.stamps import stated_in
from cleaners.lazily import lazily
from cleaners.rules.vocabulary import site_share

_LONGEST: Final = 120  # characters
_SENTENCE: Final = lazily(r"[!?;]|\.\s+\S+\s+\S+\s")
_HAN: Final = lazily(r"[\u3040-\u9fff\uac00-\ud7a3]")
_LETTER: Final = lazily(r"[\u00c0-\u024f\u0400-\u04ff\u1e00-\u1eff]")
_COUNTS: Final = lazily(r"(?<=[^\W\d_\u2e80-\U0003ffff]{4})(?=\d)")
_DATE: Final = lazily(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])")
_WORD: Final = lazily(  # by which lines of dates in other languages than English are known
    r"(?i)\b(?:por|el|le|par|em|il|da|am|vom|von|oleh|pada|tanggal|data|fecha|datum|diunggah|publicado|enviado|subido|erstellt|trang|halaman)\b"
)
_RUN_ON: Final = lazily(
    r"(?<=\d)(?=[^\W\d_a-z][^\W\d_A-Z]|download)|(?<=[^\W\d_]{8})(?=\d)|(?<=^pdf)(?=\d)|(?<=^doc)(?=\d)|(?<=^docx)(?=\d)"
)  # 546Lượt
_NAME: Final = lazily(r"[^\W\d_][^\W_]*(?:[.'’-][^\W_]+)*\.?")
_SIZE: Final = lazily(r"(\d+(?:[.,]\d{1,2})?)\s?([KMGkmgКМГкмг])(?:[Bb]|[Бб])\b")
_ASIDE: Final = lazily(r"[(/]\S{1,3}\)?")  # Добавил(а)
_MONTH_FIRST: Final = lazily(r"(十[一二]?|[一二三四五六七八九])月 (\d{1,2}), ((?:19|20)\d\d)")
_SPACED: Final = lazily(r"((?:19|20)\d\d年) ?(\d{1,2}月) ?(\d{1,2}日)")
_HALF_DAY: Final = lazily(r"(?<=[\d日]) ?[上下中]午 ?(?=\d{1,2}:\d\d)")
_CELLS: Final = lazily(r"([^|]{2,30}) \| ([^|]{1,80}) \|")
_NUMERALS: Final = "一二三四五六七八九十"
_MONTHS: Final = 12
_LONGEST_NAME: Final = 4  # words
_OF_SITES: Final = 0.4


def row_abroad(text: str) -> dict[str, str] | None:
    """Read a line of facts, two or more or a labelled one; ``None`` where it is none."""
    if len(text) > _LONGEST or _HAN.search(text) or not (_LETTER.search(text) or _DATE.search(text)):
        return None
    if _SENTENCE.search(text):
        return None
    plain = _SIZE.sub(_latin, _RUN_ON.sub(" ", with_plain_dates(text)))
    if row := read_row(plain):
        return row.facts or None
    if labelled := _labelled(plain):
        return labelled
    said = apart(plain)
    facts = stated_in([entry for entry, _ in said if entry])
    unknown = [word for entry, word in said if entry is None]
    if len(facts.keys() - {"views_text", "access_text"}) < 2 or len(unknown) > 2 * _LONGEST_NAME:
        return None
    if "author" not in facts and "published" in facts and (name := _name_in([word for _, word in said])):
        facts["author"] = name
    return facts


def _labelled(text: str) -> dict[str, str] | None:
    """Read a label of several words with a value behind it that is no free text: ``Дата создания 18 мая 2015``."""
    name, colon, value = text.partition(": ")
    first = _ASIDE.sub("", name).split()
    if colon and 1 < len(first) <= _LONGEST_NAME and value.strip():
        label = bare_label(first[0])
        if label and label.kind in ("path", "list", "name") and label.fact in ("category", "tags", "author"):
            return {label.fact: value.strip(" .")}
    words = text.split()
    for count in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        label = bare_label(" ".join(words[:count]))
        if label and label.kind in TYPED and fits(label, value := " ".join(words[count:])):
            return {} if label.fact == "none" else {label.fact: value}
    return None


def _latin(size: re.Match[str]) -> str:
    return f"{size[1].replace(',', '.')} {'KMG'['кмг'.find(size[2].lower())] if size[2] > 'z' else size[2]}B"


def _name_in(words: Sequence[str]) -> str | None:
    """Return the one run of words that no rule knows, if it can be a name: each in capitals, none of a site."""
    shown = "\n".join("" if word.isdigit() else word for word in words)
    runs = [run.strip("\n") for run in shown.split("\n\n") if run.strip("\n")]
    name = runs[0].split("\n") if len(runs) == 1 else []
    fits = 0 < len(name) <= _LONGEST_NAME and all(_NAME.fullmatch(word) and word[0].isupper() for word in name)
    return " ".join(name) if fits and site_share(" ".join(name)) < _OF_SITES else None


def _in_digits(found: re.Match[str]) -> str:
    """Return a date that begins with the month's name: ``十一月 8, 2015``."""
    month = (_NUMERALS.index(found[1][-1]) + 1) + (10 if found[1][0] == "十" and len(found[1]) > 1 else 0)
    return f"{found[3]}-{month:02}-{int(found[2]):02}"


def with_plain_dates(text: str) -> str:
    """Return a text with dates that begin with the day in the order of ISO 8601; which comes first must be certain.

    Spaces within a date go (``2024年 8月 25日``), and those that do not break a line are spaces as any other.
    Counters that run on, each a number and its word, are parted: ``57 views3 pages``.
    """
    if text[-1] == "|" and (cells := _CELLS.fullmatch(text)) and (label := bare_label(cells[1])):
        value = cells[2].replace(",", ".") + "B" * (cells[2][-1] in "KMGКМГ") if label.kind == "size" else cells[2]
        text = f"{cells[1]}: {value}"
    text = text.replace("\xa0", " ")
    if len(text) <= _LONGEST and "月 " in text:
        text = _SPACED.sub(r"\1\2\3", _MONTH_FIRST.sub(_in_digits, text))
    if len(text) <= _LONGEST and "午" in text:
        text = _HALF_DAY.sub(" ", text)
    if text[0].isdigit() and len(text) <= _LONGEST:
        text = _COUNTS.sub(" ", text)
    if len(text) > _LONGEST or not _DATE.search(text):
        return text
    abroad = _LETTER.search(text) is not None or _WORD.search(text) is not None

    def plain(found: re.Match[str]) -> str:
        first, second = int(found[1]), int(found[3])
        if second > _MONTHS >= first > 0:
            first, second = second, first
        certain = abroad or found[2] == "." or first > _MONTHS
        return f"{found[4]}-{second:02}-{first:02}" if certain and second <= _MONTHS else found[0]

    return _DATE.sub(plain, text)
