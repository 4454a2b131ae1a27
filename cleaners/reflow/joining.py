"""How two visual lines become one: with a space, without, or with a hyphen undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.sizes import HAN

_WIDE = rf"{HAN}\u3000-\u303f\uff00-\uffef“”‘’…—"
_IS_WIDE = lazily(f"[{_WIDE}]")
_HAN_BESIDE_LATIN = lazily(rf"(?<=[{HAN}]) ?(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) ?(?=[{HAN}])")
# The same seams, found from their Latin side, of which most texts have little: a blank, or what is none.
_HAN_TO_LATIN = lazily(rf"[ A-Za-z0-9](?:(?<=[{HAN}] )(?=[A-Za-z0-9])|(?<=[{HAN}][A-Za-z0-9]))")
_LATIN_TO_HAN = lazily(rf"[A-Za-z0-9]( ?)(?=[{HAN}])")
_HAN_MARK = lazily(rf"[,:;!?](?<=[{HAN}].)( ?)(?=[A-Za-z0-9])")  # a half-width mark behind Han, before others
_HYPHENS = "-‐\u00ad"
_HYPHENATED = lazily(rf"[^\W\d_]+[{_HYPHENS}]$")
_HYPHEN_WITHIN = lazily(r"-(?<=[^\W\d_]-)(?=[^\W\d_])")
_COMPOUND = lazily(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_SPELLED_NUMBER = lazily(
    r"(?i:(?:twen|thir|for|fif|six|seven|eigh|nine)ty-(?:one|two|three|four|five|six|seven|eight|nine"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|odd|some)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine)-(?:halves|half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?))"
)
_URL_END = lazily(r"(?:https?|ftp)://[^\s<>]*[/\-_=&?.#%~]$")
_URL = lazily(r"(?:https?|ftp)://[!-~]+$")
_URL_REST = lazily(r"[!-~]*?(?:[/?=&%#_]|\.(?:s?html?|pdf|docx?|aspx?|php|jsp|com|cn|org|net)\b)")
_ADDRESS = lazily(r"[\w.+-]@[\w-]+\.[a-zA-Z]{2}", re.ASCII)  # of mail
_GROUPED = 40  # characters of it on either side of a seam
_CUT_GROUP = lazily(r"\d,(\d{1,2})$")
_DIGITS = lazily(r"\d+")
_HAN_NUMBER = lazily(rf"[{HAN}\uff0c。](?:\d+[,.])*\d+$")
_GROUP = 3  # digits between commas
_DIGITS_IN_HAN = lazily(rf"\d+(?:[,.]\d+)*[%\uff05]?[{HAN}]")
_LAST_WORD, _FIRST_WORD = lazily(r"[A-Za-z]+$"), lazily(r"[A-Za-z]+")
_TORN_NUMBER = lazily(r"(?:^|[^\d.])\d{1,3}(?:,\d{3})*[,.]$")
_CLOSING = lazily(r"[,.;:!?)\]}%’”]")
_JUDGED = (
    2000  # characters before a seam, at most, that tell how to join: those behind a blank, and no address is longer
)


class Joiner:
    """Joins lines as the document's own habits have it, each of which is looked up where a seam first needs it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._whole = "\n".join(texts)

    @cached_property
    def spaced(self) -> bool:
        """Tell whether the document sets a space between Han and Latin characters."""
        seams = _HAN_TO_LATIN.findall(self._whole) + _LATIN_TO_HAN.findall(self._whole)
        return 2 * seams.count(" ") > len(seams)

    @cached_property
    def marks_spaced(self) -> bool:
        """Tell whether it sets a space behind a half-width mark of a Chinese sentence, before letters and digits."""
        seams = _HAN_MARK.findall(self._whole)
        return 2 * seams.count(" ") > len(seams)

    @cached_property
    def compounds(self) -> set[str]:
        """Return the words that it writes with a hyphen within a line."""
        found = _COMPOUND.findall(self._whole) if _HYPHEN_WITHIN.search(self._whole) else ()
        return {word.lower() for word in found}

    @cached_property
    def words(self) -> Counter[str]:
        """Return how often it has each Latin word."""
        return Counter(_FIRST_WORD.findall(self._whole))

    def join(self, texts: Iterable[str]) -> str:
        """Join lines; only white space and a hyphen that the wrap put in may change."""
        done: list[str] = []
        end = ""
        for text in texts:
            blank = end.rfind(" ", -_JUDGED)
            cut = blank if blank >= 0 else len(end) - _JUDGED
            if cut > 0:
                done.append(end[:cut])
                end = end[cut:]
            end = self._joined(end, text)
        done.append(end)
        return "".join(done)

    def _joined(self, left: str, right: str) -> str:
        if not left or not right:
            return left + right
        if left[-1] in _HYPHENS and right[0].islower() and (hyphenated := _HYPHENATED.search(left)):
            return self._unhyphenate(left, hyphenated.group(), right)
        return left + self._gap(left, right) + right

    def _unhyphenate(self, left: str, fragment: str, right: str) -> str:
        rest = re.match(r"[^\W\d_]+", right)
        compound = fragment[:-1] + "-" + (rest.group() if rest else "")
        if fragment[-1] == "-" and (
            len(fragment) < 3 or compound.lower() in self.compounds or _SPELLED_NUMBER.fullmatch(compound)
        ):
            return left + right
        return left[:-1] + right

    def _gap(self, left: str, right: str) -> str:
        wide_left, wide_right = _IS_WIDE.match(left, len(left) - 1), _IS_WIDE.match(right)
        if wide_left and wide_right:
            return ""
        if wide_left or wide_right:
            return " " if self._between_scripts(left[-1], right[0]) else ""
        if left[-2:] == " -" and right[0].isalpha():
            return " "  # a dash
        if _CLOSING.match(right) or left[-1] in "([{$-/" or left[-1] == right[0] == "_":
            return ""
        if right[0] in "-–" and left[-1].isdigit() and right[1:2].isdigit():  # a range
            return ""
        if "@" in (left[-1], right[0]) and _ADDRESS.search(left[-_GROUPED:] + right[:_GROUPED]):
            return ""
        if _HAN_MARK.match(left[-2:] + right[0], 1):
            return " " if self.marks_spaced else ""
        if _URL_END.search(left) or (_URL.search(left) and _URL_REST.match(right)):
            return ""
        return "" if self._is_torn_number(left, right) or self._is_torn_word(left, right) else " "

    def _is_torn_number(self, left: str, right: str) -> bool:
        """Tell whether a wrap tore a number: at its mark, within a group of three, or between Han characters."""
        if not right[0].isdigit():
            return False
        if _TORN_NUMBER.search(left):
            return True
        group, rest = _CUT_GROUP.search(left), _DIGITS.match(right)
        if group and rest and len(group[1]) + len(rest[0]) == _GROUP:
            return True
        return left[-1].isdigit() and bool(_HAN_NUMBER.search(left) and _DIGITS_IN_HAN.match(right))

    def _is_torn_word(self, left: str, right: str) -> bool:
        """Tell whether a wrap tore a Latin word that the document has elsewhere, of pieces that it has nowhere."""
        last, first = _LAST_WORD.search(left), _FIRST_WORD.match(right)
        if not last or not first or last[0] + first[0] not in self.words:
            return False
        return self.words[last[0]] == 1 or self.words[first[0]] == 1

    def _between_scripts(self, left: str, right: str) -> bool:
        """Between Han and Latin the document's own habit counts; punctuation never takes a space here."""
        return _HAN_BESIDE_LATIN.search(left + right) is not None and self.spaced


def joined(lines: Sequence[Line], joins: Sequence[bool]) -> list[Line]:
    """Return paragraphs; ``joins`` tells for each line whether it goes on in the next."""
    joiner = Joiner(line.text for line in lines)
    paragraphs: list[Line] = []
    i = 0
    while i < len(lines):
        first, begun = lines[i], i
        while joins[i] and i + 1 < len(lines):
            i += 1
        i += 1
        if i - begun > 1:
            first = first._replace(text=joiner.join([line.text for line in lines[begun:i]]))
        paragraphs.append(first._replace(broken=False) if first.broken else first)
    return paragraphs
