"""What Word and print drivers leave in a text that its author never typed."""

from __future__ import annotations

from typing import Final

from cleaners.lazily import lazily

_QUOTED: Final = r"""(?:"[^"\n]{0,2000}"|“[^”\n]{0,2000}”)"""
_SWITCH: Final = rf"\s*\\(?:\*\s*[A-Za-z]+|u\d+|[a-zA-Z](?:\s*{_QUOTED}|\s*\d+-\d+|\s*_(?:Toc|Ref)\d+)?)"
_WORD: Final = "(?<![A-Za-z0-9_])"  # Han characters may run into it
_FIELD: Final = lazily(
    rf"{_WORD}TOC(?:{_SWITCH})+\s?"
    rf"|{_WORD}HYPERLINK(?:\s*{_QUOTED}|{_SWITCH})+\s?"
    rf"|{_WORD}(?:PAGEREF|NOTEREF|REF)\s*_(?:Toc|Ref)\d+(?:{_SWITCH})*\s?"
    rf"|\b(?:INCLUDEPICTURE|LINK)\s*{_QUOTED}(?:{_SWITCH})*\s?"
    rf"|\bSEQ\s+\S{{1,10}}(?:{_SWITCH})+\s?"
    rf"|\bEMBED\s+[A-Z][A-Za-z]+\.[A-Za-z0-9.]+(?:{_SWITCH})*\s?"
    rf"|\b(?:MERGEFIELD\s+\S{{1,40}}|STYLEREF\s+\S{{1,40}}|PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME|FILENAME|SHAPE)(?:{_SWITCH})+\s?"
    r"|= ?\d{1,3} ?\\\* ?[A-Z]+\d?(?: ?\\\* ?MERGEFORMAT)? ?"  # the number that the next character draws
    r"|\\[lh]\s*[\"“]_(?:Toc|Ref)\d+[\"”]\s?|\b_(?:Toc|Ref)\d{6,}\b\s?|\\\*\s*MERGEFORMAT(?:INET)?\b\s?"
)
_NO_TARGET: Final = lazily(
    r"(?:错误|錯誤)[!\uff01](?:未找到引用源|未定义书签|找不到參照來源|尚未定義書籤|超链接引用无效)[。.]?|"
    r"Error! (?:Bookmark not defined|Reference source not found|Hyperlink reference not valid)\."
)
_BRACES: Final = lazily(r"\{\s*\}\s?")
_SIGN: Final = lazily(r"\\|_|HYPERLINK|EMBED|错误|錯誤|Error! ")
# Three and more stand for an ellipsis and stay.
_DOUBLED_MARK: Final = lazily(r"([\uff0c\u3002\uff1b\uff1a])(?<!\1\1)\1(?!\1)")
# A line that is one phrase two to four times over, of four characters or more: bold by overprinting. One with the marks
# of a sentence in it is a refrain.
_NO_MARK: Final = r"[^\uff0c\u3002\uff01\uff1f\uff1a\uff1b,!?:;]"
_OVERPRINT: Final = lazily(rf"({_NO_MARK}{{4,}}?)\1{{1,3}}")
_HEADING_WORD: Final = (
    r"第.{1,3}[章节節条條篇编編]|简介|簡介|目录|目錄|摘要|前言|引言|序言|绪论|緒論|概述|概论|概論|总则|總則|附则|附則|附录|附錄|附件"
    r"|正文|结论|結論|总结|總結|后记|後記|致谢|致謝|参考文献|參考文獻"
)
_SHORT_OVERPRINT: Final = lazily(rf"({_HEADING_WORD})(?: ?\1){{1,3}}")
# With spaces between the copies headings only: the columns of a table are named twice, too (``姓名 分数 姓名 分数``).
_SPACED_OVERPRINT: Final = lazily(
    rf"((?:第.{{1,3}}[章节節条條篇编編]|[一二三四五六七八九十]{{1,3}}、|[(\uff08][一二三四五六七八九十]{{1,3}}[)\uff09]){_NO_MARK}{{1,40}}?)"
    r"(?: \1){1,3}"
)
_LEADER: Final = lazily(r"(?<=\S)\s*(?:(?:\.\s?){4,}|…{2,}|[·⋯．]{4,}|_{6,})\s*(?=[(（]?\d{1,4}[)）]?$)")
_EACH_TWICE: Final = lazily(r"(?:([\u4e00-\u9fff])\1){3,}")
_HAN: Final = lazily(r"[\u4e00-\u9fff]")


def has_field(text: str) -> bool:
    """Tell cheaply whether a text may have field codes: most have none of their signs."""
    return _SIGN.search(text) is not None


def without_fields(line: str) -> str:
    """Take out Word's field codes (``TOC \\o "1-2" \\h``, ``PAGEREF _Toc123 \\h``); what a field shows stays."""
    if not has_field(line):
        return line
    bare = _NO_TARGET.sub("", _FIELD.sub("", line))
    return line if bare == line else _BRACES.sub("", bare)


def without_doubled_marks(line: str) -> str:
    """Take out the second of two equal punctuation marks: OCR reads them twice, nobody types them."""
    return _DOUBLED_MARK.sub(r"\1", line)


def printed_once(line: str) -> str:
    """Undo overprinted bold where a whole line shows it: each character twice, or one phrase two to four times."""
    if line[:1] == line[1:2]:
        return line[::2] if _EACH_TWICE.fullmatch(line) and len(set(line)) > 2 else line
    if line.find(line[:2], 2) < 0:
        return line
    if match := _SHORT_OVERPRINT.fullmatch(line) or _SPACED_OVERPRINT.fullmatch(line):
        return match[1]
    if (match := _OVERPRINT.fullmatch(line)) and len(set(match[1])) > 2 and _HAN.search(match[1]):
        return match[1]
    return line


def without_leaders(text: str) -> str:
    """Put one space for the leader of a line of a table of contents: ``Introduction ........ 3``."""
    return _LEADER.sub(" ", text)
