"""Single characters that stand for others, and characters that stand for nothing."""

from __future__ import annotations

import unicodedata
from typing import Final

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
# Private-use code points that GB 18030-2005 assigned and the edition of 2022 gave their Unicode characters.
_GB18030: Final = dict(
    zip(
        "\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue794\ue795\ue796\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864",
        "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19\u9fb4\u9fb5\u9fb6\u9fb7\u9fb8\u9fb9\u9fba\u9fbb",
        strict=True,
    )
)
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

_FORMS: Final = {**_RADICALS, **_KANGXI, **_GB18030, **_WIDTHS, **_SPACES, "\uf0b7": "•"}
CHARACTERS: Final[dict[int, str | None]] = {**{ord(char): form for char, form in _FORMS.items()}, **_NOTHING}
"""For ``str.translate``: the usual form of a character, a space, or ``None`` for what is taken out."""

INVISIBLE: Final = _NOTHING
"""For ``str.translate``: what is taken out of verbatim text too."""

BULLETS: Final = dict(
    zip(
        "\uf06c\uf06e\uf071\uf075\uf076\uf0a7\uf0a8\uf0b2\uf0d8\uf0e8\uf0fc\uf0fe",
        "●■❑◆❖▪◻⬧➢➔✓☑",
        strict=True,
    )
)
"""Bullets of Wingdings as Word saves them; certain at the beginning of a line only, as Symbol has letters there."""
