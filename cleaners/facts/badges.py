"""Several facts in one line, ``2022-11-30 1.3万 3 页 VIP专享``: badges, labels with values, and words no rule knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice, takewhile
from typing import NamedTuple

from cleaners.facts.labels import TYPED, bare_label, fits, meant
from cleaners.facts.names import HELD, names_after_by
from cleaners.facts.plain_signs import with_counts_joined, with_labels_joined
from cleaners.facts.surnames import SURNAMES
from cleaners.lazily import lazily
from cleaners.rules.keys import keys_of, slice_of_key
from cleaners.rules.rulebook import Label, Rule, rulebook

_SIGNS = r"[^\s|｜·•,，、()（）\[\]【】「」]"
_WORD = lazily(rf"{_SIGNS}+(?:(?<=\d)[,，](?=\d){_SIGNS}*)*")
_BYLINES = frozenset(("by", "由"))
_COLONS = ":\uff1a"
_SIGNED = lazily(r"(?:作者|撰文)(?!单位|简介|介绍|何在|余下|须知)([\u4e00-\u9fff]{2,3})")
_BYLINE = lazily(r"(?:文|撰文|作者|编者)[/／](\D{2,12})")
_LABEL_END = lazily("[:\uff1a]")
_LABELLED = lazily(r"([^:\uff1a]{1,12})[:\uff1a](.+)", re.S)
_NAMES = frozenset(("author", "title"))
_HAS_LETTER = lazily(r"[\w¥￥$]")
_MOST_WORDS = 5
_AHEAD = _MOST_WORDS + 1
_PAIR = 2
_DAY_AND_HOUR = lazily(r"[-/.]\d{2,3}:")  # run together: 2023-5-6 9:05
_REST = lazily(r"[(（][^()（）]{1,12}[)）]\S*(?=$|\s)")  # of a title: 某办法(试行)》的通知
LABELLED = Rule("labelled-facts", "badge")
VIEWS = Rule("badge-views", "badge")
_ORDINAL = "第"
_PAGES_CITED = lazily(r"\d{1,5}[-–—]\d{1,5}")
_OTHER_COUNT = lazily(r"[人个個次](?:收藏|[点點][赞讚]|喜[欢歡]|[关關]注|[评評][论論]|做[过過])")
_CITES = lazily(r"\bpp?\.?$")
_NO_PRICE = lazily(r"(?i)(?:[kmg]i?b|分[钟鐘]|秒|小[时時]|天|步|[页頁级級]|人)")  # 下载需要: 12 MB
_NUMBER = lazily(r"\d[\d,.]*[万萬千wk]?\+?", re.IGNORECASE)
BARE_COUNT = lazily(r"\d{1,3}(?:,?\d{3})?")
# Two numbers that a key runs together; a date before its time, thousands and a year behind the day are one.
_TORN_NUMBER = lazily(r"\d\s+(?=\d)(?!\d{1,2}[:：时點点]|\d{3}(?![\d.])|(?:19|20)\d\d(?!\d))")


class Entry(NamedTuple):
    """One fact or word of the site in a line: the rule that speaks of it and the facts in it, as shown."""

    rule: Rule
    facts: dict[str, str]


def some_badges(text: str) -> list[Entry]:
    """Return the badges and labelled facts in a line; words that no rule knows are passed over."""
    joined = with_counts_joined(text := with_labels_joined(text))
    entries = [entry for entry in _read(joined) if entry]
    return entries if joined is text else [_with_spaces(entry, text) for entry in entries]


def all_badges(text: str, sure: Set[str] = frozenset()) -> list[Entry]:
    """Return the entries of a line that is badges and nothing else; none of any other line.

    Two at least, or one that states a fact of ``sure``.
    """
    text = with_labels_joined(text)
    if first_badge(text) is None:
        return []  # most lines end here: their other words need no reading
    entries = []
    for entry in _read(text):
        if entry is None:
            return []
        entries.append(entry)
    return entries if len(entries) > 1 or (entries and not sure.isdisjoint(entries[0].facts)) else []


def first_badge(text: str) -> Entry | None:
    """Return the entry that a line begins with."""
    first = list(islice(_words(text), _AHEAD))
    read = _entry(first, keys_of(first), 0) if first else None
    return read and read[0]


def apart(text: str) -> list[tuple[Entry | None, str]]:
    """Return the entries of a line in their order, and each word that no rule knows by itself."""
    words = list(_words(text))
    keys = keys_of(words)
    said: list[tuple[Entry | None, str]] = []
    at = 0
    while at < len(words):
        entry, used = _entry(words, keys, at) or (None, 1)
        said.append((entry and _with_brackets(entry, text), "" if entry else words[at]))
        at += used
    return said


def _words(text: str) -> Iterator[str]:
    return (word for found in _WORD.finditer(text) if (word := found[0]).isalnum() or _HAS_LETTER.search(word))


def _read(text: str) -> list[Entry | None]:
    """Return the entries of a line, word by word; ``None`` for a word that no rule knows."""
    words = list(_words(text))
    keys = keys_of(words)
    if _count_in_turn(words):
        pairs = [(words[at : at + _PAIR], keys[at : at + _PAIR]) for at in range(0, len(words), _PAIR)]
        read = [_entry(pair, pair_keys, 0) for pair, pair_keys in pairs]
        return [_with_brackets(entry[0], text) if entry and entry[1] == _PAIR else None for entry in read]
    entries: list[Entry | None] = []
    at = 0
    while at < len(words):
        entry, used = _entry(words, keys, at) or (None, 1)
        if entry and at and "page_count" in entry.facts and words[at - 1] == _ORDINAL:
            entry = None  # 第 1 页，共 3 页
        behind = words[at + used] if at + used < len(words) else ""
        cited = _PAGES_CITED.fullmatch(behind) and _CITES.search(words[at + used - 1])
        if entry and cited and "page_count" in entry.facts:
            entry = None  # (Apr. 1912), pp. 61-63
        if entry and "views" in entry.facts and _OTHER_COUNT.match(behind):
            entry = Entry(VIEWS, {})  # 1.2万 人收藏
        if entry and "file_size" in entry.facts and entries[-1:] == [None] and BARE_COUNT.fullmatch(words[at - 1]):
            before = entries[-2] if len(entries) > 1 else None
            counts = before and "published" in before.facts  # there a site says how many have read
            entries[-1] = Entry(VIEWS, {"views": words[at - 1], "views_text": words[at - 1]} if counts else {})
        entries.append(entry and _with_brackets(entry, text))
        at += used
    return entries


def _with_brackets(entry: Entry, text: str) -> Entry:
    """Return an entry as the line shows it, with brackets: readers, ``阅读(2306)``, and a title up to its end."""
    if (title := entry.facts.get("title")) and (rest := _REST.match(text.partition(title)[2])):
        return entry._replace(facts=entry.facts | {"title": title + rest[0]})
    shown = entry.facts.get("views_text", "")
    label, _, count = shown.partition(" ")
    if not count or shown in text:
        return entry
    whole = next(
        (form for form in (f"{label}({count})", f"{label}（{count}）", f"{label}({count}）") if form in text), shown
    )
    return entry._replace(facts=entry.facts | {"views_text": whole})


def _with_spaces(entry: Entry, text: str) -> Entry:
    """Return an entry whose badge of readers has the spaces that the line has in it: ``浏览 1,532 次``."""
    shown = entry.facts.get("views_text", "")
    found = re.search(r"\s*".join(map(re.escape, shown)), text) if shown else None
    return entry._replace(facts=entry.facts | {"views_text": found[0]}) if found else entry


def _count_in_turn(words: Sequence[str]) -> bool:
    """Tell whether words and numbers stand in turn, each number behind its word: ``学习 16 下载 2``."""
    if len(words) <= _PAIR or len(words) % _PAIR or not words[-1][0].isdigit() or words[0][0].isdigit():
        return False
    counts, labels = words[1::_PAIR], words[::_PAIR]
    return all(map(_NUMBER.fullmatch, counts)) and not any(map(_NUMBER.fullmatch, labels))


def _entry(words: Sequence[str], keys: Sequence[str], at: int) -> tuple[Entry, int] | None:
    """Read the entry that begins with a word, and count its words."""
    matcher = rulebook().matcher
    lasts = matcher.lasts(keys[at])
    best: tuple[Entry, int] | None = None
    for stop in range(min(at + _MOST_WORDS, len(words)), at, -1):
        if lasts is not None and keys[stop - 1][-1] not in lasts:
            continue
        found = matcher.find("".join(keys[at:stop]))
        if found and found[0].strength != "section":
            shown = " ".join(words[at:stop])
            if has_torn_number(shown):
                continue
            best = Entry(found[0], as_shown(found[1], shown) | _as_badge(*found, shown)), stop - at
            if _NAMES.isdisjoint(found[1]):
                break  # a name takes as few words as it can, all else as many
    return best or _labelled(words, at)


def has_torn_number(text: str) -> bool:
    """Tell whether two numbers stand side by side, which the text's key takes for one."""
    return " " in text and _TORN_NUMBER.search(text) is not None


def as_shown(facts: dict[str, str], text: str) -> dict[str, str]:
    """Return facts of a key as the line shows them: names keep their case and spaces, a day that before the time."""
    return facts and {
        fact: slice_of_key(text, value).replace(HELD, " ")
        if fact in _NAMES or (fact == "published" and _DAY_AND_HOUR.search(value))
        else value
        for fact, value in facts.items()
    }


def _as_badge(rule: Rule, facts: dict[str, str], shown: str) -> dict[str, str]:
    """Return the badges of a phrase as shown, since the line that it stands in shows others too."""
    return ({"views_text": shown} if "views" in facts else {}) | ({"access_text": shown} if rule.access else {})


def _labelled(words: Sequence[str], at: int) -> tuple[Entry, int] | None:
    """Read a label and its value, in one word or in the next ones."""
    word = words[at]
    if ("/" in word or "／" in word) and (byline := _BYLINE.fullmatch(word)):
        return Entry(LABELLED, {"author": byline[1].replace(HELD, " ")}), 1
    if at and at == len(words) - 1 and (signed := _signed(word)):
        return Entry(LABELLED, {"author": signed}), 1
    if (inline := _LABELLED.fullmatch(word)) and (label := bare_label(inline[1])):
        values, before = [inline[2], *words[at + 1 :]], 0
    elif label := bare_label(word):
        values, before = list(words[at + 1 :]), 1
        told = label.kind in TYPED or word[-1] in _COLONS or word.lower() in _BYLINES
        told = told or bool(at and len(values) == 1 and _signed(word + values[0]))
        if not told and (label.kind != "name" or at or not _states(" ".join(words[2:]))):
            return None  # 作者 老李 2023-05-06 is told by the date
        if word.strip(_COLONS).lower() == "by" and not names_after_by(words, at):
            return None
    else:
        return None
    if values and (inline or word[-1] in _COLONS):
        label = meant(label, values[0])
    if label.kind == "list":
        values = list(takewhile(lambda value: not bare_label(_LABEL_END.split(value)[0]), values))
        return Entry(LABELLED, _stated(label, " ".join(values))), max(1, len(values) + before)  # 关键词:标签 has none
    for size in range(min(3 if label.kind in TYPED else 1, len(values)), 0, -1):
        value = " ".join(values[:size])
        if fits(label, value) and not (size > 1 and bare_label(values[size - 1])):
            if label.kind == "price" and value.isdigit():
                if values[size : size + 1] and _NO_PRICE.match(values[size]):
                    return None
                value = word if not before else f"{word} {value}"
            return Entry(LABELLED, _stated(label, value)), size + before
    return None


def _signed(word: str) -> str | None:
    """Return the name behind a label without a colon in a row of facts: ``1164次阅读 | 作者李明``."""
    signed = _SIGNED.fullmatch(word)
    return signed[1] if signed and signed[1][0] in SURNAMES else None


def _states(text: str) -> bool:
    """Tell whether a line begins with a badge that states a fact."""
    badge = first_badge(text)
    return badge is not None and bool(badge.facts)


def _stated(label: Label, value: str) -> dict[str, str]:
    return {} if label.fact == "none" or not value else {label.fact: value.replace(HELD, " ")}
