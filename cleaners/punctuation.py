"""The width of punctuation beside Han characters."""

from __future__ import annotations

import re
from typing import Final

_HAN: Final = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE: Final = _HAN + r"\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f”’"
_FULL: Final = str.maketrans(",:;?!", "\uff0c\uff1a\uff1b\uff1f\uff01")
_HALF: Final = str.maketrans("\uff0c\uff1a\uff1b\uff1f\uff01\u3002", ",:;?!.")

_LETTER: Final = re.compile(rf"[{_HAN}]")
_LATIN_WORD: Final = re.compile(r"[A-Za-z]+")
_ADDRESS: Final = re.compile(r"((?:https?|ftp)://[\x21-\x7e]+|[\w.+-]+@[\w-]+\.[\w.-]+)", re.A)
# After a Han character or before one; not the colon of an address, nor an operator.
_NARROW_MARK: Final = re.compile(rf"(?<=[{_WIDE}]) ?([,:;?!])(?![=/])(?: +(?=[{_WIDE}]))?|([,:;?!]) ?(?=[{_HAN}])")
_NARROW_STOP: Final = re.compile(rf"(?<=[{_WIDE}])(?<!\.)\.(?=$|[{_WIDE}]| *$)(?!\.)")
# Behind a Latin word or a number at the end of a line of Chinese; not of an abbreviation.
_LAST_STOP: Final = re.compile(r"(?<=[0-9A-Za-z)\]%])(?<!\b[A-Za-z])(?<!\b[Ee]tc)(?<!\bInc)(?<!\bLtd)(?<!\bNo)\.$")
_SENTENCE_MARK: Final = re.compile("[\uff0c。\uff1f\uff01\uff1b]")
_ITEM_NUMBER: Final = re.compile(r"^[一二三四五六七八九十]+\.")
_PARENTHESES: Final = re.compile(r"\(([^()]*)\)")
_WIDE_PARENTHESES: Final = re.compile("\uff08([^\uff08\uff09]*)\uff09")
_WIDE_CHAR: Final = re.compile(rf"[{_WIDE}]")
_QUOTES: Final = (re.compile(r'"([^"]*)"'), re.compile(r"'([^']*)'"))
_CURLY: Final = {'"': ("“", "”"), "'": ("‘", "’")}
_BEFORE_VALUE: Final = tuple("=([{\\")
_AFTER_VALUE: Final = tuple(")]}=")
_WIDE_MARK: Final = re.compile(
    rf"(?<=[{_WIDE}“‘])[\uff0c\uff1a\uff1b\uff1f\uff01\u3002]|[\uff0c\uff1a\uff1b\uff1f\uff01\u3002](?=[{_WIDE}“‘])"
)


def widen(text: str) -> str:
    """Give punctuation beside Han characters its full width, straight quotes that pair their curly form.

    Decimals, times, addresses, code and Latin sentences keep theirs. Twice changes nothing. Keeps line ends.
    """
    return "\n".join([_widen_line(line) for line in text.split("\n")])


def narrow(text: str) -> str:
    """Give punctuation beside Han characters half width, curly quotes that pair their straight form.

    Marks that have no half-width form (``、``, ``《》``) stay. Twice changes nothing. Keeps line ends.
    """
    return "\n".join([_narrow_line(line) for line in text.split("\n")])


def _is_chinese(line: str) -> bool:
    """Tell whether Han characters outnumber Latin words: else the line is a Latin sentence that quotes some."""
    han = len(_LETTER.findall(line))
    return han > 0 and han >= len(_LATIN_WORD.findall(_ADDRESS.sub("", line)))


def _widen_line(line: str) -> str:
    if line.isascii() or not _is_chinese(line):
        return line
    while (better := "".join([_widen_piece(part) for part in _ADDRESS.split(line)])) != line:
        line = better
    return _LAST_STOP.sub("\u3002", line) if line.endswith(".") and _SENTENCE_MARK.search(line) else line


def _widen_piece(piece: str) -> str:
    if _ADDRESS.fullmatch(piece):
        return piece
    piece = _NARROW_MARK.sub(lambda match: (match[1] or match[2]).translate(_FULL), piece)
    if not _ITEM_NUMBER.match(piece):
        piece = _NARROW_STOP.sub("\u3002", piece)
    piece = _PARENTHESES.sub(_widen_pair, piece)
    for pair in _QUOTES:
        if piece.count(pair.pattern[0]) % 2 == 0:
            piece = pair.sub(_curl, piece)
    return piece


def _widen_pair(match: re.Match[str]) -> str:
    """Widen parentheses that follow a Han character or hold one; those of a call (``f(x)``, ``print("词")``) stay."""
    before = match.string[match.start() - 1 : match.start()]
    inside = match[1]
    called = before.isascii() and (before.isalnum() or before == "_") and inside[:1] in ("", '"', "'")
    if _is_wide(before) or (_LETTER.search(inside) and not called):
        return f"\uff08{inside}\uff09"
    return match[0]


def _curl(match: re.Match[str]) -> str:
    """Curl a pair of straight quotes with Han characters in or beside it, unless it is a value in code."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    in_code = before.rstrip().endswith(_BEFORE_VALUE) or after.lstrip().startswith(_AFTER_VALUE)
    if not in_code and (_LETTER.search(match[1]) or (_is_wide(before[-1:]) and _is_wide(after[:1]))):
        opening, closing = _CURLY[match[0][0]]
        return f"{opening}{match[1]}{closing}"
    return match[0]


def _is_wide(char: str) -> bool:
    return bool(char) and bool(_WIDE_CHAR.match(char))


def _narrow_line(line: str) -> str:
    if line.isascii() or not _is_chinese(line):
        return line
    line = _WIDE_MARK.sub(lambda match: match[0].translate(_HALF), line)
    line = f"{line[:-1]}." if line.endswith("\u3002") else line
    while (better := _WIDE_PARENTHESES.sub(_narrow_pair, line)) != line:
        line = better
    if line.count("“") == line.count("”"):
        line = line.replace("“", '"').replace("”", '"')
    return line


def _narrow_pair(match: re.Match[str]) -> str:
    """Narrow parentheses with a Han character in or beside them."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    beside = _is_wide(before) or _is_wide(after) or _LETTER.search(match[1])
    return f"({match[1]})" if beside else match[0]
