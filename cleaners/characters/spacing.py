"""Spaces that a page or a PDF put where Chinese has none."""

from __future__ import annotations

from typing import Final

from cleaners.lazily import lazily

_HAN: Final = r"\u2e80-\u2fd5\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CLOSING: Final = r"\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\uff01\uff09\uff0c\uff1a\uff1b\uff1f"
_OPENING: Final = r"\u3008\u300a\u300c\u300e\u3010\u3014\u3016\uff08"
_GAP: Final = lazily(  # the space first, so that a search leaps from space to space
    rf" (?:(?<=[{_HAN}{_CLOSING}] )(?:"  # behind Han characters, also over a punctuation mark:
    rf"(?=[{_HAN}{_OPENING}])(?!(?<=\uff1a )[^\s\uff1a:]{{1,9}}[\uff1a:])"  # more of them, no field of a form
    r"|(?=[“‘][^\x00-\xff]|[,;:!?)\]”’]|\.(?![\w.])))"  # or a mark that belongs to them
    rf"|(?=[{_CLOSING}])(?!(?<=\uff08 )\uff09)|(?<=[{_OPENING}] )(?!\uff09)"  # inside of brackets, but for a blank
    r"|(?:(?<=[(\[“‘] )|(?<=[^\x00-\xff][”’] ))(?![\x00-\u2e7f]|$))"
)
_NUMERAL: Final = "〇零一二三四五六七八九十百千两兩"
_KINDS: Final = "[章节節条條款篇编編卷回讲講课課集题題幕场場]|部(?: ?分)?|[单單]元"
# What stands before a heading with a space: its number, or a label.
_NUMBER: Final = lazily(
    rf"(?:第 *(?:[{_NUMERAL}\d] *)+(?:{_KINDS})|[图圖表][{_NUMERAL}]+|摘 *要|[关關] *[键鍵] *[词詞字])(?: +|$)"
    r"|[一二三四五六七八九十]{1,3} (?=[^ \u3002\uff0c\uff1b]{2,30}$)"
)
# The same in mid-line: a site put several articles on one line.
_ARTICLE: Final = lazily(rf"(?<=[。；！？.;!?])(第[{_NUMERAL}\d]{{1,6}}[章节節条條款]) +(?=[^ ])")
_FIELD: Final = rf"[{_HAN}]{{1,8}}[:\uff1a] ?[^ :\uff1a，。；！？]{{1,20}}"
_FIELDS: Final = lazily(rf"{_FIELD}(?: {_FIELD}){{1,5}}")
_HELD: Final = "\x00"
_ALL_HAN: Final = lazily(rf"[{_HAN}]+")
_LEAST_WORDS: Final = 4
_WORD: Final = range(2, 5)
_PHRASE: Final = range(4, 17)
_RUN: Final = lazily(r"  +")


def has_gaps(line: str) -> bool:
    """Tell whether ``close_gaps`` might change a line."""
    if " " not in line:
        return False
    return line[0] == " " or line[-1] == " " or "  " in line or (not line.isascii() and _GAP.search(line) is not None)


def close_gaps(line: str) -> str:
    """Take out the spaces between Han characters, before closing and after opening CJK punctuation.

    Kept are those beside Latin words and numbers, the one after a heading's number (``第一章 总则``), and those of a
    line that is a row of short words or of fields (``编制：沈悦 审核：邱国栋``). Runs of spaces become one.
    """
    line = _RUN.sub(" ", line).strip(" ")
    if " " not in line or _is_row_of_words(line) or _are_parallel(line) or _FIELDS.fullmatch(line):
        return line
    number = _NUMBER.match(line)
    if number is None:
        return _closed(line)
    head, rest = number[0].replace(" ", ""), _closed(line[number.end() :])
    return f"{head} {rest}" if rest else head


def _is_row_of_words(line: str) -> bool:
    """Tell a row of names or of column heads: four or more words of two to four Han characters and nothing else."""
    words = line.split(" ")
    if len(words) < _LEAST_WORDS or not all(len(word) in _WORD for word in words):
        return False
    return _ALL_HAN.fullmatch("".join(words)) is not None


def _are_parallel(line: str) -> bool:
    """Tell phrases of one length, as of a couplet or a slogan."""
    letters = line.replace(" ", "")
    sizes = {len(phrase) for phrase in line.split(" ")}
    return len(sizes) == 1 and sizes.pop() in _PHRASE and letters.isalpha() and min(letters) > "\u2e7f"


def _closed(line: str) -> str:
    if "第" not in line:
        return _GAP.sub("", line)
    return _GAP.sub("", _ARTICLE.sub(rf"\1{_HELD}", line)).replace(_HELD, " ")
