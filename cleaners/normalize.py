"""Characters as the author would have typed them: Unicode, width, spaces. docs/normalization.md lists all of it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from cleaners.characters import BULLETS, CHARACTERS, INVISIBLE
from cleaners.debris import printed_once, without_doubled_marks, without_fields
from cleaners.lazily import lazily
from cleaners.spacing import close_gaps, has_gaps

# What printable lines can have that wants work: radicals, full-width letters and digits, field codes, repeated marks.
_WORK: Final = re.compile(
    r"[\u2e80-\u2fd5\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\\_]|[\uff0c\u3002\u3001\uff1b\uff1a]{2}|HYPERLINK|EMBED"
    r"|错误|錯誤|Error! "
)
# Joiners mean something inside emoji and inside scripts that join their letters, and nothing elsewhere.
_STRAY_JOINERS: Final = lazily(r"(?:^|(?<=[\x00-\u05ff\u2e80-\ud7ff\uff00-\uffef]))[\u200c\u200d]+|[\u200c\u200d]+$")
_LONGEST_HEADING: Final = 80
_VERBATIM: Final = {**INVISIBLE, **dict.fromkeys(map(ord, "\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029"), " ")}


def normalize(text: str) -> str:
    """Normalize the characters of one line; applying it twice changes nothing.

    Tabs become spaces: the cells of a ``tr`` line are normalized one by one.
    """
    if text.isprintable() and not (_WORK.search(text) or has_gaps(text)) and unicodedata.is_normalized("NFC", text):
        return text if len(text) > _LONGEST_HEADING else printed_once(text)
    while (better := _pass(text)) != text:
        text = better
    return text


def normalize_verbatim(text: str) -> str:
    """Take control and zero-width characters out of a line of code or verse, where every space counts."""
    return (text if text.isprintable() else text.translate(_VERBATIM)).rstrip()


def normalize_fact(text: str) -> str:
    """Normalize the characters of a title, name or the like; its spaces stay, as they part headlines and names."""
    return " ".join(_characters(text).split())


def _characters(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(CHARACTERS)
    return _STRAY_JOINERS.sub("", text) if "\u200c" in text or "\u200d" in text else text


def _pass(text: str) -> str:
    """One pass over all normalizations; each can only shorten the text or map it, so that passes come to an end."""
    text = close_gaps(without_doubled_marks(without_fields(_characters(text))))
    if text[:1] in BULLETS:
        text = BULLETS[text[0]] + text[1:]
    return printed_once(text) if len(text) <= _LONGEST_HEADING else text
