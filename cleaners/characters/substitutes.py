"""Single characters that stand for others, and characters that stand for nothing."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from cleaners.characters.private_use import PRIVATE
from cleaners.lazily import lazily

# Radicals of the CJK Radicals Supplement that PDFs show instead of the ideograph of the same form. Forms that are no
# characters of their own (the components of hand, water, speech ...) are not here and stay.
_RADICALS: Final = dict(
    zip(
        "⺒⺟⺠⺝⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "巳母民月虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
_KANGXI: Final = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_WIDTHS: Final = {chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()}
_SPACES: Final = dict.fromkeys(
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u3164\uf020",
    " ",
)
# Zero-width, bidirectional and control characters; U+200C and U+200D join letters and emoji: see ``normalize``.
_NOTHING: Final[dict[int, str | None]] = dict.fromkeys(
    code
    for first, last in (
        *((0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x061C, 0x061C), (0x180E, 0x180E)),
        *((0x200B, 0x200B), (0x200E, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB)),
    )
    for code in range(first, last + 1)
)

_FORMS: Final = {**_RADICALS, **_KANGXI, **_WIDTHS, **_SPACES}
CHARACTERS: Final[dict[int, str | None]] = {
    **{ord(char): form for char, form in _FORMS.items()},
    **PRIVATE,
    **_NOTHING,
}
"""For ``str.translate``: the usual form of a character, a space, or ``None`` for what is taken out."""

INVISIBLE: Final = _NOTHING
"""For ``str.translate``: what is taken out of verbatim text too."""

_DIGIT: Final = r"[\uff10-\uff19]"
_LETTER: Final = r"[\uff21-\uff3a\uff41-\uff5a]"
_WIDE: Final = r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
_COUNTED: Final = "元圆圓人名个個件只吨噸万萬亿億米户戶平亩畝公册冊份条條次家台辆輛美日英欧歐港斤头頭株本字"
_NUMBERED: Final = "第表图圖题題例式"
# Marks between full-width digits or letters go with them: of a number, a time, an address.
_WIDE_MARKS: Final = lazily(
    # the number of an item: what stands behind its point is the item (１．５名学生), unless that is the whole line
    rf"(?P<item>^\s*{_DIGIT}{{1,3}}(?:\uff0e{_DIGIT}+)+(?!{_DIGIT}|\uff0e|\uff05?\s*$)|(?<!\S){_LETTER}\uff0e(?={_WIDE}))"
    rf"|(?<={_WIDE})(?:[\uff0b\uff0d-\uff0f\uff1d\uff20\uff3f]|\uff1a\uff0f\uff0f)(?={_WIDE})"
    rf"|(?<={_DIGIT})\uff05"
    # times, not the number of a table with its year (表１：２０２３年)
    rf"|(?<![{_NUMBERED}\uff10-\uff1a])(?<![{_NUMBERED}] )[\uff10-\uff12]?{_DIGIT}"
    rf"(?:\uff1a[\uff10-\uff15]{_DIGIT}){{1,2}}(?![\uff10-\uff1a年届屆级級名个個人元])"
    # commas of thousands, not those of a list (５，１００，２００): what tells is a count, a fraction or 000 behind
    rf"|(?<![第、\uff0c\uff0e\uff10-\uff19]){_DIGIT}{{1,3}}(?:(?:\uff0c{_DIGIT}{{3}})*\uff0c\uff10{{3}}(?![\uff0c\uff10-\uff19])"
    rf"|(?:\uff0c{_DIGIT}{{3}})+(?=\uff0e{_DIGIT})|\uff0c{_DIGIT}{{3}}(?=[{_COUNTED}]))"
)


def with_marks_of_numbers(text: str) -> str:
    """Give the marks between full-width digits or letters half width, before these get theirs."""
    return _WIDE_MARKS.sub(_narrow, text)


def _narrow(found: re.Match[str]) -> str:
    return found[0] if found["item"] else "".join([chr(ord(char) - 0xFEE0) for char in found[0]])
