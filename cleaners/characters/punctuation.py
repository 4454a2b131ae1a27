"""The width of punctuation beside Han characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from cleaners.characters.literals import STAND_IN, around_literals, without_literals
from cleaners.lazily import lazily

_HAN: Final = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE: Final = _HAN + r"\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f”’"
_MARKS: Final = "\uff0c\uff1a\uff1b\uff1f\uff01\u3002"
_FULL: Final = str.maketrans(",:;?!", _MARKS[:5])
_HALF: Final = str.maketrans(_MARKS, ",:;?!.")

_LETTER: Final = lazily(rf"[{_HAN}]")
_LATIN_WORD: Final = lazily(r"[A-Za-z]{2,}|\b[AIa]\b")  # other lone letters are variables and options
_WIDE_CHAR: Final = lazily(rf"[{_WIDE}]")

# After a Han character or before one; not the colon of an address, nor an operator.
_NARROW_MARK: Final = lazily(rf"(?<=[{_WIDE}]) ?([,:;?!])(?![=/]) *| ?([,:;?!]) *(?=[{_HAN}])")
_AFTER_MARK: Final = lazily(f"(?<=[{_MARKS}]) +")
_STOP: Final = lazily(
    rf"(?<=[{_WIDE}])(?<!\.)(?<!第[一二三四五六七八九十])\.(?!\.)(?= *$|[{_WIDE}“‘]|\[\d| +[^\s.]|[A-Z][a-z])"
    rf"|(?<=[{_WIDE}])(?<![一二三四五六七八九十])\.(?=\d)"
    rf"|(?<=[{_HAN}])( ?[A-Za-z]{{2,}})\.(?=[{_HAN}])"
    rf"|(?<=[]%℃{STAND_IN}])(?<!^\[\d\])(?<!^\[\d\d\])\.(?=[{_HAN}])"
)
# Behind a Latin word or a number at the end of a line of Chinese; not of an abbreviation, nor of an item's number.
_LAST_STOP: Final = lazily(
    r"(?<=[^\s.,:;!?(（])(?<!\b[A-Za-z])(?<!\b[Ee]tc)(?<!\bal)(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bNo)\.$", re.A
)
_SENTENCE_MARK: Final = lazily("[\uff0c。\uff1f\uff01\uff1b]")
_LONE_NUMBER: Final = lazily(r"\s\d{1,2}\.$")
_LEAST_HAN: Final = 2
_UNITS: Final = ("%", "℃")  # no item's number has one
_ITEM_NUMBER: Final = lazily(r"[一二三四五六七八九十]+\.")
# Kinds of works in references (GB/T 7714), whose stops part the fields.
_REFERENCE: Final = lazily(r"\[(?:[A-Z]|EB|DB|CP)(?:/(?:OL|CD|DK|MT))?\]")

_PARENTHESES: Final = lazily(r"\(([^()]*)\)")
_WIDE_PARENTHESES: Final = lazily("\uff08([^\uff08\uff09]*)\uff09")
_NAME: Final = lazily(r"[A-Z][\w .&/-]+", re.A)
_ARGUMENT: Final = ("", '"', "'")
# A quote behind a digit is inches, a single one behind a letter an apostrophe.
_APOSTROPHE: Final = lazily(r"(?<=[0-9A-Za-z])'(?=[A-Za-z])")
_STRAIGHT: Final = (
    (re.compile(r'(?<!\d)"([^"]*)"'), '"', "“”"),
    (re.compile(r"(?<![0-9A-Za-z])'((?:[^']|(?<=[0-9A-Za-z])'(?=[A-Za-z]))*)'"), "'", "‘’"),
)
_WITHIN: Final = lazily(r'"([^"]*[:\uff1a,\uff0c] ?)"([^"]*)""(?!")')  # "他说:"好""
# One of a pair is curly already.
_MIXED: Final = (re.compile(r'“([^“”"]*)(?<!\d)"'), re.compile(r'(?<!\d)"([^“”"]*)”'))
_CURLY: Final = ((re.compile("“([^“”]*)”"), '"'), (re.compile("‘([^‘’]*)’"), "'"))
_BESIDE_QUOTES: Final = lazily(rf"[{_WIDE}\s.,:;!?)]?")
_BEFORE_VALUE: Final = tuple("=([{\\")
_AFTER_VALUE: Final = tuple(")]}=")
_WIDE_MARK: Final = lazily(rf"(?<=[{_WIDE}“‘])[{_MARKS}]|(?<!\d)\u3002(?=[{_WIDE}“‘])|[{_MARKS[:5]}](?=[{_WIDE}“‘])")


def widen(text: str) -> str:
    """Give punctuation beside Han characters its full width, straight quotes that pair their curly form.

    Decimals, times, addresses, code and Latin sentences keep theirs. Twice changes nothing. Keeps line ends.
    """
    return "\n".join([_until_done(line, _widen_line) if _is_chinese(line) else line for line in text.split("\n")])


def narrow(text: str) -> str:
    """Give punctuation beside Han characters half width, curly quotes that pair their straight form.

    Marks that have no half-width form (``、``, ``《》``) stay. Twice changes nothing. Keeps line ends.
    """
    return "\n".join([_until_done(line, _narrowed) if _is_chinese(line) else line for line in text.split("\n")])


def _until_done(line: str, rewrite: Callable[[str], str]) -> str:
    """Rewrite a line around its literals until nothing changes; what is done may show one more literal."""
    while (better := around_literals(line, rewrite)) != line:
        line = better
    return line


def _is_chinese(line: str) -> bool:
    """Tell whether Han characters outnumber Latin words: else the line is a Latin sentence that quotes some."""
    if line.isascii():
        return False
    han = len(_LETTER.findall(line))
    return han > 0 and han >= len(_LATIN_WORD.findall(without_literals(line)))


def _widen_line(line: str) -> str:
    item = _ITEM_NUMBER.match(line)
    head, line = (item[0], line[item.end() :]) if item else ("", line)
    return head + _widened(line, stops=not _REFERENCE.search(line))


def _widened(line: str, stops: bool) -> str:
    line = _NARROW_MARK.sub(lambda match: (match[1] or match[2]).translate(_FULL), line)
    if stops:
        line = _STOP.sub(lambda match: f"{match[1] or ''}\u3002", line)
        line = _LAST_STOP.sub("\u3002", line) if line.endswith(".") and _is_sentence(line) else line
    line = _PARENTHESES.sub(_widen_pair, _AFTER_MARK.sub("", line))
    if line.count("“") != line.count("”"):
        for mixed in _MIXED:
            line = mixed.sub(r"“\1”", line)
    line = _WITHIN.sub(r"“\1“\2””", line) if '""' in line else line
    for pair, quote, curly in _STRAIGHT:
        if _are_even(line, quote):
            line = pair.sub(lambda match, curly=curly: _requoted(match, curly), line)  # type: ignore[misc]
    return line


def _are_even(line: str, quote: str) -> bool:
    """Tell whether quotes may pair: apostrophes aside, their number is even."""
    apostrophes = len(_APOSTROPHE.findall(line)) if quote == "'" else 0
    return (line.count(quote) - apostrophes) % 2 == 0


def _is_sentence(line: str) -> bool:
    """Tell whether a line that ends with a stop is a sentence, not a label with an item's number behind."""
    if _SENTENCE_MARK.search(line) or line[-2:-1] in _UNITS:
        return True
    return len(_LETTER.findall(line)) >= _LEAST_HAN and not _LONE_NUMBER.search(line)


def _widen_pair(match: re.Match[str]) -> str:
    """Widen parentheses beside Han characters or around one; those of a call (``f(x)``, ``print("词")``) stay."""
    inside = match[1]
    before, after = _around(match, 1)
    called = before.isascii() and (before.isalnum() or before == "_") and inside[:1] in _ARGUMENT
    aside = _is_wide(after) and (not before.strip() or _NAME.fullmatch(inside))
    if _is_wide(before) or aside or (_LETTER.search(inside) and not called):
        return f"\uff08{inside}\uff09"
    return match[0]


def _requoted(match: re.Match[str], quotes: str) -> str:
    """Change the quotes of a pair with Han characters in or beside it, unless it is a value in code."""
    before, after = _around(match)
    in_code = before.rstrip().endswith(_BEFORE_VALUE) or after.lstrip().startswith(_AFTER_VALUE)
    sides = before[-1:], after[:1]
    wide = [_is_wide(side) for side in sides]
    han = _LETTER.search(match[1]) or (any(wide) and all(map(_BESIDE_QUOTES.fullmatch, sides)))
    return f"{quotes[0]}{match[1]}{quotes[-1]}" if han and not in_code else match[0]


def _around(match: re.Match[str], reach: int = 8) -> tuple[str, str]:
    """Return what stands right before and after a match."""
    start, end = match.span()
    return match.string[max(0, start - reach) : start], match.string[end : end + reach]


def _is_wide(char: str) -> bool:
    return bool(char) and bool(_WIDE_CHAR.match(char))


def _narrowed(line: str) -> str:
    """Narrow marks and quotes, each beside the line as it was: all keep their places."""
    marks = _MARKS[:5] if (reference := _REFERENCE.search(line)) else _MARKS
    narrow = _WIDE_MARK.sub(lambda match: match[0].translate(_HALF) if match[0] in marks else match[0], line)
    narrow = f"{narrow[:-1]}." if line.endswith("\u3002") and not reference else narrow
    narrow = _WIDE_PARENTHESES.sub(_narrow_pair, narrow)
    for pair, quote in _CURLY:
        if not _are_even(line, quote):
            continue
        quoted = pair.sub(lambda match, quote=quote: _requoted(match, quote), line)  # type: ignore[misc]
        if quoted != line:
            signs = zip(line, quoted, narrow, strict=True)
            narrow = "".join([own if own != was else other for was, own, other in signs])
    return narrow


def _narrow_pair(match: re.Match[str]) -> str:
    """Narrow parentheses with a Han character in or beside them."""
    before, after = _around(match, 1)
    beside = _is_wide(before) or _is_wide(after) or _LETTER.search(match[1])
    return f"({match[1]})" if beside else match[0]
