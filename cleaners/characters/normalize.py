"""Characters as the author would have typed them: Unicode, width, spaces. docs/normalization.md lists all of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

from cleaners.characters.debris import has_field, printed_once, without_doubled_marks, without_fields
from cleaners.characters.private_use import BULLETS, with_private_signs
from cleaners.characters.spacing import close_gaps, has_gaps, is_letter_spaced_heading
from cleaners.characters.substitutes import CHARACTERS, INVISIBLE, with_marks_of_numbers
from cleaners.lazily import lazily

# What printable lines can have that wants work: radicals, full-width letters and digits, a filler; repeated marks.
_FORMS: Final = lazily(r"[\u2e80-\u2fd5\ufe10-\ufe19\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3164]")
_MARKS: Final = "[\uff0c\u3002\uff1b\uff1a]"
_DOUBLED: Final = lazily(_MARKS + _MARKS)
# Joiners mean something inside emoji and inside scripts that join their letters, and nothing elsewhere.
_STRAY_JOINERS: Final = lazily(r"(?:^|(?<=[\x00-\u05ff\u2e80-\ud7ff\uff00-\uffef]))[\u200c\u200d]+|[\u200c\u200d]+$")
_LONGEST_HEADING: Final = 80
_VERBATIM: Final = {**INVISIBLE, **dict.fromkeys(map(ord, "\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029"), " ")}


def normalize(text: str) -> str:
    """Normalize the characters of one line; applying it twice changes nothing.

    Tabs become spaces: the cells of a ``tr`` line are normalized one by one.
    """
    return _worked(text) if _wants_work(text) else _spaced(text)


def normalizer(texts: Iterable[str]) -> Callable[[str], str]:
    """Return what normalizes each of some lines: of what lines can want, few documents have more than one thing."""
    whole = "".join(texts)
    wanted = [has_it for has_it in _WORK if has_it(whole)]
    if not wanted:
        return _spaced

    def normalize_one(text: str) -> str:
        for has_it in wanted:
            if has_it(text):
                return _worked(text)
        return _spaced(text)

    return normalize_one


def _is_unprintable(text: str) -> bool:
    return not text.isprintable()


def _is_composed_otherwise(text: str) -> bool:
    return not unicodedata.is_normalized("NFC", text)


_WORK: Final[tuple[Callable[[str], object], ...]] = (
    _is_unprintable,
    _FORMS.search,
    _DOUBLED.search,
    has_field,
    _is_composed_otherwise,
)
"""What tells that characters or marks want work; in lines on end no less than in each."""


def _wants_work(text: str) -> bool:
    return any(has_it(text) for has_it in _WORK)


def _spaced(text: str) -> str:
    """Normalize a line whose characters and marks want no work."""
    if " " in text and has_gaps(text):
        return _worked(text)
    return _printed_once(text)


def _worked(text: str) -> str:
    while (better := _pass(text)) != text:
        text = better
        if not (_wants_work(text) or has_gaps(text)) and _printed_once(text) == text:
            break
    return text


def _printed_once(text: str) -> str:
    return printed_once(text) if len(text) <= _LONGEST_HEADING else text


def normalize_verbatim(text: str) -> str:
    """Take control and zero-width characters out of a line of code or verse, where every space counts."""
    return (text if text.isprintable() else text.translate(_VERBATIM)).rstrip()


def normalize_fact(text: str) -> str:
    """Normalize the characters of a title, name or the like.

    Its spaces stay, as they part headlines and names; but not those between all of its characters.
    """
    words = _characters(text).split()
    return ("" if is_letter_spaced_heading(words) else " ").join(words)


def _characters(text: str) -> str:
    text = with_marks_of_numbers(unicodedata.normalize("NFC", text))
    text = with_private_signs(text.translate(CHARACTERS))
    return _STRAY_JOINERS.sub("", text) if "\u200c" in text or "\u200d" in text else text


def _pass(text: str) -> str:
    """One pass over all normalizations; each can only shorten the text or map it, so that passes come to an end."""
    if _wants_work(text):
        text = without_doubled_marks(without_fields(_characters(text)))
    text = close_gaps(text)
    if text[:1] in BULLETS:
        text = BULLETS[text[0]] + text[1:]
    return _printed_once(text)
