"""Text that was decoded wrongly once and saved so: read back the way it came, where that is possible."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from cleaners.decoding.plausible import plausibility, sample
from cleaners.lazily import lazily

# Bytes 80 to 9F as windows-1252 shows them; the five that it leaves undefined stay control characters.
_UNDEFINED: Final = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_CP1252: Final = {ord(bytes([byte]).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in _UNDEFINED}
_SEGMENT: Final = lazily(r"(?<![^<>\r\n])[^<>\r\n]*[^\x00-\x7f<>\r\n][^<>\r\n]*")
_WESTERN: Final = lazily(r"[\xc2-\xf4][\x80-\xbf\u2013-\u2122\u0152-\u0192\u02c6\u02dc]")
_STAND_IN: Final = "\x1a"  # for what is lost; no second byte of any encoding
_LOST: Final = lazily(f"\ufffd{_STAND_IN}?|{_STAND_IN}")
_HAN: Final = lazily(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_EASTERN: Final = lazily(r"[\u2e80-\ud7a3\uff00-\uffef\U00020000-\U0003ffff]")
_WIDE: Final = lazily(r"[^\x00-\x7f]")
_MOST_LOST: Final = 0.2
_GAIN: Final = 0.25
# What Chinese read as Chinese must show, since each pair of bytes is a character of both.
_LEAST_HAN: Final = 8
_SOUND: Final = 0.6


def _single_bytes(text: str) -> bytes:
    return text.translate(_CP1252).encode("latin-1")


def _reread(match: re.Match[str], wrong: Callable[[str], bytes], right: str) -> str:
    """Encode a segment the way it was wrongly read and decode it rightly; leave it where that fails."""
    segment = match[0]
    kept = segment.replace("\ufffd", "")  # to lose what is lost is no gain
    if kept.isascii() or (wrong is not _single_bytes and not _HAN.search(kept)):
        return segment
    try:
        fixed = wrong(segment.replace("\ufffd", _STAND_IN)).decode(right, "replace")
    except UnicodeEncodeError:
        return segment
    fixed = _LOST.sub("\ufffd", fixed)
    lost = fixed.count("\ufffd") > max(1, _MOST_LOST * len(fixed))
    if lost or plausibility(sample(fixed)) < max(plausibility(sample(segment)), plausibility(sample(kept))) + _GAIN:
        return segment
    return fixed


def _western(match: re.Match[str]) -> str:
    """Repair UTF-8 that was read as a single-byte encoding, in all the ways that ftfy knows."""
    from ftfy import fix_encoding  # noqa: PLC0415  # 0.1 s, and few pages need it

    return fix_encoding(match[0]) if _WESTERN.search(match[0]) else match[0]


_Way = Callable[[re.Match[str]], str]
_HAN_AS_UTF8: Final[tuple[_Way, ...]] = (
    partial(_reread, wrong=partial(str.encode, encoding="gb18030"), right="utf-8"),
    partial(_reread, wrong=partial(str.encode, encoding="big5hkscs"), right="utf-8"),
)
_HAN_AS_HAN: Final[tuple[_Way, ...]] = (
    partial(_reread, wrong=partial(str.encode, encoding="gb18030"), right="big5hkscs"),
    partial(_reread, wrong=partial(str.encode, encoding="big5hkscs"), right="gb18030"),
)
_REPAIRS: Final[tuple[_Way, ...]] = (
    _western,
    *_HAN_AS_UTF8,
    partial(_reread, wrong=_single_bytes, right="gb18030"),
    partial(_reread, wrong=_single_bytes, right="big5hkscs"),
    partial(_reread, wrong=_single_bytes, right="cp949"),
    partial(_reread, wrong=_single_bytes, right="cp932"),
    *_HAN_AS_HAN,
)


def _is_borne_out(way: _Way, text: str) -> bool:
    """Tell whether what a way makes of Han characters is sound; and much, where most bytes are read in both.

    番茄炒蛋 is four characters that are not frequent, but 楓フ陷粥 is no better; and 赚钱 is no Hebrew.
    """
    if way not in _HAN_AS_UTF8 and way not in _HAN_AS_HAN:
        return True
    pairs = [(found[0], way(found)) for found in _SEGMENT.finditer(text)]
    changed = "".join([fixed for segment, fixed in pairs if fixed != segment])
    if way in _HAN_AS_HAN:
        return len(_HAN.findall(changed)) >= _LEAST_HAN and plausibility(changed) >= _SOUND
    return 2 * len(_EASTERN.findall(changed)) >= len(_WIDE.findall(changed))


def repair(text: str) -> str:
    """Return the text as it was before a wrong decoding, or the same text where none of the known ways is sound.

    Known are UTF-8 read as windows-1252 and its likes (ftfy), UTF-8 read as GBK or Big5, encodings of East Asia read as
    windows-1252, GBK and Big5 read as each other: the way that suits a sample best is taken. Bytes that the wrong
    reading lost come back as U+FFFD. Segments between tags and line ends are judged one by one, so that a page that is
    wrong in part is repaired in that part.
    """
    some = sample(text)
    best, best_score = None, plausibility(some)
    for way in _REPAIRS:
        score = plausibility(_SEGMENT.sub(way, some))
        if score > best_score and _is_borne_out(way, some):
            best, best_score = way, score
    return _SEGMENT.sub(best, text) if best else text
