"""Spaces that a page or a PDF put where Chinese has none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.lazily import NOT_LATIN, lazily

_HAN: Final = r"\u2e80-\u2fd5\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CLOSING: Final = r"\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\uff01\uff09\uff0c\uff1a\uff1b\uff1f"
_OPENING: Final = r"\u3008\u300a\u300c\u300e\u3010\u3014\u3016\uff08"
# What is to be filled in: a day (``年 月 日``), a page (``第 页``), a sum. Behind two single characters the line is
# letter-spaced instead (``出 生 年 月``). The space behind a blank stays: without it, it were a word (``第 页码``).
_SINGLES: Final = r"[^\x00-\xff年月日至] [^\x00-\xff] "
_AFTER: Final = r"$|[ ,.;:!?)\]”’\u3001-\u3011\uff00-\uff5e"  # open, for what may follow each besides
_DAY: Final = rf"日(?={_AFTER}至起止前到—-])"
_PAGE: Final = rf"[页頁](?={_AFTER}第共])"
_BLANK: Final = "|".join(
    [
        rf"(?<! {_SINGLES})(?<!^{_SINGLES})年 月(?: {_DAY}|$)",
        rf"(?<=年 )(?<! {_SINGLES}年 )(?<!^{_SINGLES}年 )月(?: {_DAY}|$)",
        rf"(?<=月 )(?<! {_SINGLES}年 月 )(?<!^{_SINGLES}年 月 ){_DAY}",
        rf"(?<=月 日 )(?<! {_SINGLES}年 月 日 )(?<!^{_SINGLES}年 月 日 )(?![至起止前到])",
        rf"(?<=[第共] ){_PAGE}|(?<=[页頁] )[第共] {_PAGE}|(?<=[第共] [页頁] )",
        rf"(?<=[币幣額额] )[万萬]?[元圆圓](?={_AFTER}整])|(?<=[币幣額额] [元圆圓] )|(?<=[币幣額额] [万萬][元圆圓] )",
    ]
)
_GAP: Final = lazily(  # the space first, so that a search leaps from space to space
    rf" (?:(?<=[{_HAN}{_CLOSING}] )(?:"  # behind Han characters, also over a punctuation mark:
    rf"(?=[{_HAN}{_OPENING}])(?!(?<=\uff1a )[^\s\uff1a:]{{1,9}}[\uff1a:]|{_BLANK})"  # more, no field nor blank
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
_FIELD: Final = rf"{NOT_LATIN}{{1,8}}[:\uff1a] ?[^ :\uff1a，。；！？]{{1,20}}"
_FIELDS: Final = lazily(rf"{_FIELD}(?: {_FIELD}){{1,5}}")
_HELD: Final = "\x00"
_ALL_HAN: Final = lazily(rf"[{_HAN}]+")
_EACH_HAN: Final = lazily(rf"[{_HAN}]")
_LEAST_WORDS: Final = 2
_WORD: Final = range(2, 5)
_PHRASE: Final = range(4, 17)
_RUN: Final = lazily(r"  +")
_LEAST_LETTERS: Final = 4
# What a letter-spaced line has besides: half-width marks between its characters, and years.
_MARK_BETWEEN: Final = lazily(rf"(?<=[{_HAN}]) ?([,;:!?.)]) (?=[{_HAN}])")
_YEAR: Final = lazily(r"(?<![^ ])([12]) (\d) (\d) (\d) ?(?=[年届屆])")
# Options of a question, whose words stand apart (``A.酝酿 宛转 B.…``), and the label or number before a row of words.
_OPTION: Final = lazily(r"(?<![^ ])[A-H] ?[.\uff0e\u3001:\uff1a)\uff09] ?")
_LABEL: Final = lazily(
    rf"(?:{NOT_LATIN}{{2,6}}[:\uff1a] ?)|(?:\d{{1,2}}|[{_NUMERAL}]{{1,3}}) ?[.\uff0e\u3001] ?"
    r"|[①-⑳] ?|[(\uff08]\d{1,2}[)\uff09] ?"
)
_MEASURED: Final = lazily(  # 满分100分 考试时间90分钟, or 一、选择题 二、填空题
    rf"(?:{NOT_LATIN}{{2,8}}\d{{1,4}}{NOT_LATIN}{{1,3}}(?: |$)){{2,}}"
    rf"|(?:[{_NUMERAL}]{{1,3}}、{NOT_LATIN}{{2,20}}(?: |$)){{2,}}"
)
# An entry of a résumé or a schedule: when, what, where (``2022.09—2026.06 江淮财经学院 会计学``, ``第一週 課程說明``).
_TIMED: Final = lazily(
    rf"(?:(?:19|20)\d\d ?[./年-] ?\d{{1,2}}月?(?: ?[-—–~至到] ?(?:至今|今|(?:19|20)\d\d ?[./年-] ?\d{{1,2}}月?))?"
    rf"|第[{_NUMERAL}\d]{{1,3}}(?:[至到-][{_NUMERAL}\d]{{1,3}})?[周週天场場讲講轮輪组組站]|\d{{1,2}}[:\uff1a]\d\d(?:[-—–~]\d{{1,2}}[:\uff1a]\d\d)?)"
    r"(?: [^\s\u3002\uff01\uff1f\uff1b]{2,30}){1,4}"
)


def has_gaps(line: str) -> bool:
    """Tell whether ``close_gaps`` might change a line."""
    if " " not in line:
        return False
    return line[0] == " " or line[-1] == " " or "  " in line or (not line.isascii() and _GAP.search(line) is not None)


def close_gaps(line: str) -> str:
    """Take out the spaces between Han characters, before closing and after opening CJK punctuation.

    Kept are those beside Latin words and numbers, one after a number (``第一章 总则``), those to be filled
    in (``年 月 日``), those between the words of an option, and those of a line that is a row of short words or of
    fields (``编制：沈悦 审核：邱国栋``). Runs of spaces become one.
    """
    line = line.strip(" ")
    if "  " in line:
        line = _rows_closed(line) or _RUN.sub(" ", line)
    if " " not in line or _is_row(line):
        return line
    if _is_letter_spaced(line):
        line = _MARK_BETWEEN.sub(r"\1", _YEAR.sub(r"\1\2\3\4", line))
    if not _OPTION.match(line):
        return _closed_behind_number(line)
    options = [found.start() for found in _OPTION.finditer(line)]
    parts = [line[start:end] for start, end in zip(options, [*options[1:], None], strict=True)]
    return " ".join([_closed_option(part.strip(" ")) for part in parts])


def is_letter_spaced_heading(words: Sequence[str]) -> bool:
    """Tell a heading of single Han characters (``劳 动 合 同``)."""
    return len(words) > 1 and all(len(word) == 1 for word in words) and _ALL_HAN.fullmatch("".join(words)) is not None


def _is_letter_spaced(line: str) -> bool:
    """Tell a line in which a space stands between all characters, or nearly all (``今 天 , 我 们 2024 年``).

    A word counts by its Han characters: as one, closing gaps would make a line look more letter-spaced than it was.
    """
    pieces = line.split(" ")
    single = [piece for piece in pieces if len(piece) == 1]
    if len(single) < _LEAST_LETTERS:
        return False
    letters = [len(_EACH_HAN.findall(piece)) for piece in pieces]
    return any(letters) and 5 * len(single) >= 4 * sum(max(1, count) for count in letters)


def _rows_closed(line: str) -> str:
    """Close what wide gaps part piece by piece where that leaves a row of words or fields (``王 明  李 芳``)."""
    row = " ".join([_closed(piece) for piece in _RUN.split(line)])
    return row if _is_row(row) else ""


def _is_row(line: str) -> bool:
    """Tell a line whose spaces part words, phrases of one length, fields or measures."""
    if _is_row_of_words(line) or _are_parallel(line):
        return True
    if _FIELDS.fullmatch(line) or _MEASURED.fullmatch(line) or _TIMED.fullmatch(line):
        return True
    label = _LABEL.match(line)
    return label is not None and _is_row_of_words(line[label.end() :])


def _closed_option(option: str) -> str:
    label = _OPTION.match(option)
    end = label.end() if label else 0
    words = option[end:]
    return option if _is_row_of_words(words) or _are_parallel(words) else _closed(option)


def _closed_behind_number(line: str) -> str:
    number = _NUMBER.match(line)
    if number is None:
        return _closed(line)
    head, rest = number[0].replace(" ", ""), _closed(line[number.end() :])
    return f"{head} {rest}" if rest else head


def _is_row_of_words(line: str) -> bool:
    """Tell a row of names or of column heads: two or more words of two to four Han characters and nothing else."""
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
