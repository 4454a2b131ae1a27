"""The title again right above a text, a little shorter or longer, or as keywords: ``T`` for ``T论文``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.alignment import letters_of
from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.rules.site_words import is_offer

_LONGEST: Final = 200  # characters
_LEAST: Final = 6  # letters of a title
_WORDS: Final = lazily(r"[^\W_]+")
_KEYWORDS: Final = 4  # words of the title that a site makes of it
_MORE: Final = lazily(  # what sites hang behind a title, or leave out
    r"(?:毕业|本科|硕士|学位)?(?:论文|设计|教案|范文|文档|资料|模板|试卷|word|pdf|docx?|版|完整|打印|精品|最新|免费|下载"
    r"|含答案|详解|\d+字|[0-9一二三四五六七八九十]+篇)+"
)
_KEYWORD_LIST: Final = lazily(r"关键词[为是:：]|[,，].{1,12}[,，].{1,12}[,，]")


def says_title(line: Line, title: str | None) -> bool:
    """Tell whether a line is the title but for punctuation and what sites hang behind it, or its words as a list."""
    if not title or len(line.text) > _LONGEST:
        return False
    said, name = letters_of(line.text), letters_of(title)
    if len(name) < _LEAST or not said:
        return False
    if said == name or _is_more(said, name) or _is_more(name, said):
        return True
    begins = line.text.startswith(title) or said.startswith(name)
    if begins and _KEYWORD_LIST.search(line.text[len(title) - 1 :]):
        return True
    words = _WORDS.findall(line.text.lower())
    return len(words) >= _KEYWORDS and len(said) >= len(name) / 2 and _are_parts(words, name)


def says_title_above(lines: Sequence[Line], start: int, title: str | None) -> int:
    """Return the place behind the line at ``start``, the first of the text, if it says the title; else ``start``."""
    return start + 1 if 0 < start < len(lines) - 1 and says_title(lines[start], title) else start


def _is_more(longer: str, name: str) -> bool:
    if len(name) < _LEAST or not longer.startswith(name) or name[-1].isdigit():
        return False  # T1, the first of several
    rest = longer[len(name) :]
    return is_offer(rest) or _MORE.fullmatch(rest) is not None


def _are_parts(words: Sequence[str], name: str) -> bool:
    """Tell whether words stand in a title one after the other."""
    at = 0
    for word in words:
        at = name.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True
