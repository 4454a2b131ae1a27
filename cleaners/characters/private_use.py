"""Private-use code points whose meaning is known: what GB 18030 kept there, and the fonts Symbol and Wingdings.

Symbol and Wingdings share U+F020-U+F0FF, so that ``\\uf06c`` is a lambda of the one and a bullet of the other: which it
is, its neighbours say. Where they do not, a character stays as it is.
"""

from __future__ import annotations

from itertools import chain
from typing import Final

from cleaners.lazily import lazily

# GB 18030 of 2000 and 2005, and GBK: characters that Unicode had not yet. Vertical punctuation (U+E78D-U+E796) becomes
# what it is in a line across, U+E815-U+E864 are the 80 at FE50-FEA0.
_PLACES: Final = chain(range(0xE78D, 0xE797), (0xE7C7, 0xE7C8), range(0xE7E7, 0xE7F4), range(0xE815, 0xE865))
_GB18030: Final = (
    "\uff0c\u3002\u3001\uff1a\uff1b\uff01\uff1f〖〗…ḿǹ〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻"
    "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹"
    "䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻"
)
# The same punctuation where Unicode has it.
_VERTICAL: Final = dict(zip(range(0xFE10, 0xFE1A), "\uff0c\u3001\u3002\uff1a\uff1b\uff01\uff1f〖〗…", strict=True))
# Adobe's and Apple's pieces of tall brackets, from U+F8E6 on.
_PIECES: Final = "⏐⎯®©™⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪⎮⎞⎟⎠⎤⎥⎦⎫⎬⎭"
PRIVATE: Final[dict[int, str]] = {
    **dict(zip(_PLACES, _GB18030, strict=True)),
    **_VERTICAL,
    **dict(zip(range(0xF8E6, 0xF8FF), _PIECES, strict=True)),
    0xF0B7: "•",
    0xF0E0: "→",  # what Word makes of ``-->``
}
"""For ``str.translate``: what is certain wherever it stands."""

# Signs of Symbol that documents have; each is a code point without its U+F000.
_SYMBOL: Final = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **dict(zip(range(0xB0, 0xBC), "°±″≥×∝∂•÷≠≡≈", strict=True)),
    **dict(zip(range(0xC4, 0xD2), "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇", strict=True)),
    **dict(zip(range(0xD6, 0xDF), "√⋅¬∧∨⇔⇐⇑⇒", strict=True)),
    **{ord(sign): sign for sign in "()+<=>[]{|}"},
    **{0x2D: "−", 0x5C: "∴", 0x5E: "⊥", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xF2: "∫", 0xE5: "∑"},
}
_FORMULA: Final[dict[int, str]] = {0xF000 + code: sign for code, sign in _SYMBOL.items()}
_BOXES: Final = {"\uf052": "☑", "\uf06f": "□", "\uf0a3": "☐", "\uf0a8": "◻", "\uf0fe": "☑"}
BULLETS: Final = {
    **dict(zip("\uf06c\uf06e\uf071\uf075\uf076\uf077\uf0a7\uf0a8\uf0b2", "●■❑◆❖⬥▪◻⬧", strict=True)),
    **dict(zip("\uf0d8\uf0e8\uf0fc\uf0fe\uf09f\uf0a1\uf0ab\uf0f0", "➢➔✓☑•○★⇨", strict=True)),
}
"""Bullets of Wingdings as Word saves them; certain at the beginning of a line only, as Symbol has letters there."""

_OF_FONTS: Final = lazily(r"[\uf021-\uf0fe]")
# What a formula has on either side of a sign: letters, digits, brackets, signs of its own.
_TERM: Final = r"0-9A-Za-z\u0391-\u03d6)\]}°′″²³%"
_START: Final = r"0-9A-Za-z\u0391-\u03d6(\[{∠√−+"
_RELATION: Final = (
    r"\uf02b\uf02d\uf03c-\uf03e\uf05e\uf0ae\uf0b1\uf0b3-\uf0b5\uf0b8-\uf0bb\uf0c4-\uf0cf\uf0d7\uf0d9-\uf0de"
)
_BEHIND: Final = rf"[{_START}\uf061-\uf07a\uf0d0\uf0d6\uf02d\uf028\uf0a5]"
_SIGN: Final = lazily(
    rf"(?<=[{_TERM}])[{_RELATION}](?={_BEHIND})|(?<=[{_TERM}] )[{_RELATION}](?= {_BEHIND})"
    r"|(?<=\d)\uf0b0|(?<=[\d°])\uf0a2|(?<=[\d′])\uf0b2"  # degrees, minutes, seconds
    r"|\uf0d0(?= ?[A-Z\d\u03b1-\u03c9\uf061-\uf071])|(?<![A-Za-z])\uf044(?=[A-Za-z])|\uf0d6(?=[\d(])"
    rf"|(?<=[=(,\uff08\uff0c:\uff1a±×÷<>≤≥≠])[\uf02d\uf0b1](?=[{_START}])|(?<=[−+±]|→|\uf0ae)\uf0a5"
    # letters beside those of the formula; those that may be bullets or boxes, behind some only
    r"|(?<=[0-9A-Za-z=(+×÷/√∠^<>≤≥≠−±∈])[\uf046\uf047\uf051\uf053\uf057\uf059\uf061-\uf06e\uf070-\uf07a]"
    r"|[\uf057\uf061-\uf06b\uf06d\uf070\uf073\uf074\uf077-\uf07a](?=[0-9A-Za-z=)+×÷/^<>≤≥≠−±∈\uf03d\uf02b\uf02d\uf0b3])"
    r"|[\uf06c\uf06e\uf071\uf072](?=[=<>≤≥≠\uf03d])"
    r"|(?<=[\u3001-\uff0c])[\uf061\uf062\uf067]"  # signs of the zodiac stand in no sentence
    r"|(?<=[^\s\uf021-\uf0fe])\uf05c|^\uf05c(?=[0-9A-Za-z∠√\u0391-\u03d6\uf0d0])"
)
_AT_MOST: Final = lazily(rf"(?<=[{_TERM}])( ?)\uf0a3(?=\1[{_START}\uf061-\uf07a])")
_SEEN: Final = 2  # characters on either side of a sign that tell what it is
_PAIRS: Final = {"\uf029": "\uf028", "\uf05d": "\uf05b", "\uf07d": "\uf07b"}
_BRACKET: Final = lazily(r"[\uf028\uf029\uf05b\uf05d\uf07b\uf07d]")
_BOX: Final = lazily(
    rf"(?<![{_TERM}=])(?<![{_TERM}=] )[{''.join(_BOXES)}](?= ?[\u3400-\u9fff])"
    rf"|(?<=[\u3400-\u9fff])[{''.join(_BOXES)}](?=$|\uff08)"
)


def with_private_signs(text: str) -> str:
    """Give signs of Symbol and boxes of Wingdings their Unicode characters where their neighbours show which they are.

    Takes a line, and is cheap for one without any. What comes out is more of a formula than what went in: callers
    repeat it until nothing changes.
    """
    if not _OF_FONTS.search(text):
        return text
    text = _with_signs(_with_brackets(text))
    if text.count("\uf0a3") == len(_AT_MOST.findall(text)):  # a row of boxes has some that are none
        text = _AT_MOST.sub(r"\1≤", text)
    return _BOX.sub(lambda found: _BOXES[found[0]], text)


def _with_brackets(text: str) -> str:
    """Give pairs of brackets theirs; one that stands alone, or has nothing inside, stays, and parts those around it."""
    if not any(closing in text for closing in _PAIRS):
        return text
    chars = list(text)
    open_ones: dict[str, list[int]] = {opening: [] for opening in _PAIRS.values()}
    for found in _BRACKET.finditer(text):
        place = found.start()
        if (opening := _PAIRS.get(found[0])) is None:
            open_ones[found[0]].append(place)
        elif open_ones[opening]:
            start = open_ones[opening].pop()
            if start + 1 == place:
                open_ones[opening].clear()
            else:
                chars[start], chars[place] = opening.translate(_FORMULA), found[0].translate(_FORMULA)
    return "".join(chars)


def _with_signs(text: str) -> str:
    """Give signs theirs, then once more from left to right, so that each sees what those before it became."""
    text = _SIGN.sub(lambda found: found[0].translate(_FORMULA), text)
    chars = list(text)
    for found in _OF_FONTS.finditer(text):
        place = found.start()
        first = max(0, place - _SEEN)
        if _SIGN.match("".join(chars[first : place + _SEEN + 1]), place - first):
            chars[place] = found[0].translate(_FORMULA)
    return "".join(chars)
