"""Parts of a standard or a paper on one line that are worded alike everywhere: 前言, 摘要, 关键词, 1 范围, 参考文献."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cleaners.lazily import lazily
from cleaners.reflow.blob_outline import Entry

_AGAIN: Final = lazily(r"((?!(.)\2)[\u4e00-\u9fff]{3,14}?)(?=\1)")
_THIS: Final = "本(?:标准|標準|规程|規程|规范|規範|文件|导则|導則|指南|部分)"
_WHOLE: Final = lazily(  # headings, before what can only be their text
    rf"(?:范围|範圍)(?={_THIS})|(?:规范性引用文件|規範性引用文件)(?=下列|本文件)|(?:术语和定义|術語和定義)(?=下列|本|GB)"
    r""
)
_OPEN_CLOSE: Final = lazily(  # of chapters
    r"(?:引言|绪论|緒論|结论|結論|结语|結語|结束语|結束語)(?=[\u4e00-\u9fff])(?![与與和及的性是为為可中部])"
)
_FOREWORD: Final = lazily(rf"前\s*言(?={_THIS})")
_ABSTRACT: Final = lazily(  # with a blank within a heading wherever a sentence ends
    r"(?:\A摘\s*|(?<=[\s。！？)\uff09\d])摘\s+)要(?=[\u4e00-\u9fff])(?![是应應的中部])"
)
_KEYWORDS: Final = lazily(r"(?<=[。；;！])\s?(?:[关關]\s?[键鍵]\s?[词詞])\s?[:\uff1a]")
_FIELD: Final = lazily(r"(?:中[图圖]分[类類][号號]|文[献獻][标標][识識志誌][码碼]|文章[编編][号號])\s?[:\uff1a]")
_LONGEST_ABSTRACT, _FIELDS = 2000, 200  # characters; those in which fields stand behind the key words
_CLAUSE: Final = lazily(
    rf"(?<=。){_THIS}(?:按照|依据|依據|由|代替|适用于|適用於|起草单位|起草單位|主要起草|起草人|参加起草|參加起草|为首次|為首次)"
)
_CITING: Final = lazily("规范性引用文件|規範性引用文件")
_STANDARD: Final = lazily(
    r"(?<=[\u4e00-\u9fff。)\uff09])[A-Z]{2,4}\d{0,4}(?:/[A-Z]{1,3})?\s?\d{1,6}(?:\.\d+)?(?:[-—–]\d{2,4})?(?=[\s\u4e00-\u9fff(\uff08])"
)
_WORKS: Final = lazily(r"(?:\A|(?<=[\s。！？.\d)\uff09]))[参參]考文[献獻][:\uff1a]?\s?(?=\[1\])")
_SHORTEST_WORK: Final = 8  # characters
_FEWEST: Final = 3  # works
_HAN: Final = "\u3400"  # no entry ends in a word: figures and full stops are below


def parts_told(text: str, outline: Sequence[Entry]) -> Iterator[int]:
    """Yield where parts begin and headings end that the wording of standards and papers tells.

    Args:
        text: a document, its lines joined.
        outline: its numbered headings.
    """
    for entry in outline:
        ended = _AGAIN.match(text, entry.end) or _WHOLE.match(text, entry.end)
        if ended or (ended := _OPEN_CLOSE.match(text, entry.end) if len(entry.parts) == 1 else None):
            yield ended.end()
    for entry, after in pairwise(outline):
        if _CITING.match(text, entry.end):
            yield from (found.start() for found in _STANDARD.finditer(text, entry.end, after.start))
    if opened := _FOREWORD.match(text):
        yield opened.end()
    second = next((entry.start for entry in outline if entry.parts == (2,)), outline[0].start)
    yield from (found.start() for found in _CLAUSE.finditer(text, 0, second))


def front_matter(text: str) -> Iterator[int]:
    """Yield where the abstract of a paper begins and its heading ends, its key words and what fields stand behind them.

    Args:
        text: a document, its lines joined.
    """
    heading = _ABSTRACT.search(text)
    words = _KEYWORDS.search(text, heading.end(), heading.end() + _LONGEST_ABSTRACT) if heading else None
    if heading and words:
        yield from heading.span()
        yield words.start()
        yield from (found.start() for found in _FIELD.finditer(text, words.end(), words.end() + _FIELDS))


def works_listed(text: str) -> Iterator[int]:
    """Yield where the works ``[1]``, ``[2]`` that are listed behind 参考文献 begin, and that heading.

    Args:
        text: a document, its lines joined.
    """
    for heading in _WORKS.finditer(text):
        places = [heading.end()]
        while (place := text.find(f"[{len(places) + 1}]", places[-1])) >= 0 and text[place - 1] < _HAN:
            places.append(place)
        sizes = [after - before for before, after in pairwise(places)]
        if len(places) >= _FEWEST and min(sizes) >= _SHORTEST_WORK:
            yield heading.start()
            yield from places
