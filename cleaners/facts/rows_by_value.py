"""Rows of facts at the top of a text dump whose labels no rule knows: ``翻看 1204 · 入藏 2019-03-22 · 共5页``.

Each fact is told by its value (``told_by_value``); one alone says nothing, two of different kinds make a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from cleaners.facts.author_labels import is_author_label, labelled_author
from cleaners.facts.labels import bare_label
from cleaners.facts.names import IN_CAPITALS, is_someone
from cleaners.facts.told_by_value import COUNT_ALONE, NAME, by_value, read_labelled, told_alone
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import ends_with_work
from cleaners.rules.vocabulary import site_share

_LONGEST: Final = 100  # characters of a row
_KINDS: Final = 2  # facts of different kinds that make a row
_STRANGERS: Final = 3  # words in it that say nothing
_LONGEST_WORD: Final = 12
_LONGEST_LABEL: Final = 6
_WITH_VALUE: Final = 2  # words: a label and its value
_OF_SITES: Final = 0.4  # share of a site's words in what is no name
_SENTENCE: Final = lazily(r"[。！？；!?;]|[，,]\D{12}")
_SEPARATOR: Final = lazily(
    r"\s*(?:[·•|｜、;\[\]【】()（）\t]|[,，](?!\d{3}(?!\d)|\u2060)|(?<!\d)[/／]|[/／](?!\d))\s*|\s+"
)
_DATE_SPACE: Final = lazily(
    r"(?<=\d)\s+(?=\d{1,2}:\d\d)|(?<=[A-Za-z]) (?=\d{1,2}(?:st|nd|rd|th)?, (?:19|20)\d\d)"
    r"|(?<=\d,) (?=(?:19|20)\d\d)|(?<=\d[a-z]{2},) (?=(?:19|20)\d\d)"
)
_UNIT_SPACE: Final = lazily(
    r"(?<=于) +(?=\d)"
    r"|(?<=[\d+]) +(?=[次人位条條页頁张張]|P\b|[KMGkmg]i?[Bb]\b|(?i:views|reads|pages|downloads|words)\b)"
    r"|(?<=[¥￥]) +(?=\d)"
)
_GLUED: Final = lazily(  # elements of a row that a copy has run together: VIP5页27KBWORD, 青山2022-10-08上传
    r"(?<=[^\W\d_])(?=(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})|(?<=\d[-/.]\d\d)(?=[^\W\d_])"
    r"|(?<=\d[页頁张張])(?=[A-Z\d])|(?<=\d[KMG]B)(?=[^\W_])|(?<=[a-zA-Z])(?=\d+[页頁])"
    r"|(?<=[看览读载过])(?=\d+[人次])|(?<=[A-Z]{3})(?=可)|(?<=\d[KMG])(?=[\u4e00-\u9fff])"
    r"|(?<=\d)(?=[\u4e00-\u9fff]{2}\d|VIP|免[费費])|(?<=[文档][档件章])(?=\d+[页頁])"
)
_BARS: Final = lazily(r"\s*[·•|｜]\s*")
_GAPS: Final = lazily(r"\s{2,}|\s*[|｜·•]\s*")
_PAIR: Final = lazily(r"[^\W\d_][^:：]{1,15}[:：]\s?[^:：。]{1,30}")
_PUTS: Final = frozenset(("提供", "分享", "上传", "上傳", "投稿", "贡献", "貢獻", "整理", "发布", "發佈"))
_TITLED: Final = lazily(r"(?:[^\s:：]{2,6}[:：])?([^\s\[(（【].{5,60}?)\s*[\[(（【][^\[\]()（）【】]+[\])）】]$")
_BARE_NUMBER: Final = lazily(r"\d{1,6}|\d\.\d")
_OFFICE: Final = lazily("(?:[院部委会會局署厅廳府庭社室]|第\\d+[号號])$")
_ACT: Final = lazily(
    "提[问問出]|[发發][布佈表帖]|上[传傳载載]|分享|投稿|[创創]建|更新|[转轉][载載]|回[答复復]|[编編][辑輯]"
)
_MEASURED: Final = lazily(  # of what a site counts: 题量:6道, 927字
    r"[\u4e00-\u9fff]{2}:\d+(?:\.\d+)?[\u4e00-\u9fff%]?|\d{2,5}(?:字|words)"
)
_GRADE: Final = lazily("(?:[小初高大][学中一二三]?)?[一二三四五六七八九]?年[级級]|[小初高大][学中一二三]")
_HOUR: Final = lazily(r"[上下中]午\s?\d{1,2}\s?[时時点點]")  # of what the document tells of
_PAGE: Final = lazily(r"第\s?\d{1,4}\s?[页頁张張]")


class ByValue(NamedTuple):
    """Facts of a line by name, as shown, how many of its words say something, and the word right before a date."""

    facts: dict[str, str]
    told: int
    name: str


def row_by_values(text: str) -> ByValue | None:
    """Read a row of facts, two kinds of them at least; ``None`` where too much else stands there."""
    if len(text) > _LONGEST or _SENTENCE.search(text) or not any(char.isdigit() for char in text):
        return None
    if _PAGE.match(text) or _HOUR.search(text):
        return None  # 第 1 頁，共 8 頁; 時間：5月18日下午2時
    if pairs := _pairs_in(text):
        return ByValue(pairs, len(pairs), "")
    text = _GLUED.sub(" ", text)
    facts: dict[str, str] = {}
    told = strangers = numbers = 0
    title = _title_in(text)
    name = before = ""
    for word, stated in _entries(text):
        if stated is None:
            if _BARE_NUMBER.fullmatch(word):
                numbers += 1  # marks of readers and counts without a word
                continue
            if len(word) > _LONGEST_WORD * (1 + word.isascii()) and word != title:
                return None
            strangers += 1
            before = before if before and _ACT.fullmatch(word) else word
            continue
        told += 1
        if before and facts.keys() <= {"access_text"} and ("published" in stated or told == strangers == 1):
            name = "" if ":" in before or "：" in before else before
        for fact, value in stated.items():
            facts.setdefault(fact, value)
        before = ""
    if told < _KINDS or not facts or strangers > min(_STRANGERS, told) or numbers > told or _is_enacted(facts):
        return None
    if title and not any(sign.isspace() for sign in title):
        facts["title"] = title
        return ByValue(facts, told, "")
    if "author" not in facts and "published" in facts and before and not name and is_someone(before):
        facts["author"] = before  # the last word of the row
    return ByValue(facts, told, name if site_share(name) < _OF_SITES and not ends_with_work(key_of(name)) else "")


def _title_in(text: str) -> str:
    """Return the title that a row begins with, its file's facts in brackets behind it; none of 档案:docx(97KB)."""
    titled = _TITLED.match(text)
    if not titled or titled[1][-1] in ":：" or told_alone(titled[1]):
        return ""
    return "" if read_labelled(titled[0].partition("(")[0].partition("（")[0]) else titled[1]


def _pairs_in(text: str) -> dict[str, str]:
    """Return what a row of labels with colons states, parted by bars or wide gaps, unknown labels among them."""
    parts = [part.strip() for part in _GAPS.split(text) if part.strip()]
    if len(parts) < _KINDS or not all(_PAIR.fullmatch(part) for part in parts):
        return {}
    facts: dict[str, str] = {}
    for part in parts:
        stated = read_labelled(part) or labelled_author(part) or {}
        facts = {**stated, **facts}
    return facts if len(facts) >= _KINDS else {}


def _is_enacted(facts: Mapping[str, str]) -> bool:
    """Tell whether nothing is stated but when an office issued a rule: ``1986年10月11日 国务院发布``."""
    if facts.keys() != {"published", "author"}:
        return False
    return "年" in facts["published"] and _OFFICE.search(facts["author"]) is not None


def _entries(text: str) -> Iterator[tuple[str, Mapping[str, str] | None]]:
    """Yield the words of a row with what each states; ``None`` for one that says nothing."""
    words = _words(_UNIT_SPACE.sub("", _DATE_SPACE.sub("\u2060", text)))
    stated: Mapping[str, str] | None = None
    at = 0
    while at < len(words):
        word = words[at]
        stated, used = _entry(word, words[at + 1] if at + 1 < len(words) else "", stated or {})
        yield word, stated
        at += used


def _entry(word: str, after: str, before: Mapping[str, str]) -> tuple[Mapping[str, str] | None, int]:
    """Return what a word states, and how many it takes.

    Args:
        word: the word.
        after: the next one; empty at the end.
        before: what the word before states.
    """
    if (stated := told_alone(word)) is not None:
        return stated, 1
    if after in _PUTS and NAME.fullmatch(word) and site_share(word) < _OF_SITES:
        return {"author": word}, _WITH_VALUE
    if ":" in word.replace("：", ":")[1:-1] and (author := labelled_author(word)):
        return author, 1
    if (word in _PUTS and "published" in before) or _MEASURED.fullmatch(key_of(word)) or _GRADE.fullmatch(word):
        return {}, 1
    label = word.rstrip(":：")
    pair = _pair(label, after) if after and len(label) <= _LONGEST_LABEL and not label.isdigit() else None
    return (None, 1) if pair is None else (pair, _WITH_VALUE)


def _pair(label: str, value: str) -> Mapping[str, str] | None:
    """Return what a label and the word behind it state: who put the document up, or a count."""
    known = bare_label(label)
    named = (known and known.fact == "author") or (is_author_label(label) and NAME.fullmatch(value))
    if named and told_alone(value) is None:
        return {"author": value}
    return by_value(label, value) if COUNT_ALONE.fullmatch(key_of(value)) else None


def _words(text: str) -> list[str]:
    """Return the words of a row; where bars part it, what stands between two of them may be one word."""
    parts = [part.strip() for part in _BARS.split(text)]
    if len(parts) <= _KINDS:
        return [word for word in _SEPARATOR.split(text) if word]
    words: list[str] = []
    for part in parts:
        whole = " " in part and (told_alone(part) is not None or IN_CAPITALS.fullmatch(part))
        words += [part] if whole else [word for word in _SEPARATOR.split(part) if word]
    return words
