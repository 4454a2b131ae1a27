"""What the characters at a line's end and at the next line's beginning say of a seam."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from itertools import islice, pairwise

from cleaners.lazily import lazily
from cleaners.reflow.sizes import HAN, HAN_RUN


class End(IntEnum):
    """How a line ends."""

    PHRASE = 0  # in mid-phrase: a letter, a Han character, an opening bracket
    COMMA = 1
    COLON = 2  # a colon or semicolon: may end a paragraph or not
    SENTENCE = 3


class Inner(IntEnum):
    """The strongest mark within a line that ends in mid-phrase; headings have none, sentences do."""

    NONE = 0
    COMMA = 1
    SENTENCE = 2


_CLOSERS = "”’»«›‹」』】》〉)〕\uff09\uff3d'\")\\]"
SOURCES = r"(?:\s?[\[〔\uff3b](?:[注註] ?)?\d{1,3}(?:[-,–~]\d{1,3})*[\]〕\uff3d])+"
_SENTENCE_END = lazily(
    rf"(?:[。\uff01\uff1f!?…⋯.\uff0e]|\.\.\.)[{_CLOSERS}]*(?:{SOURCES}|[①-⑳]|[(\uff08][^()\uff08\uff09]{{1,8}}[)\uff09])?\s*$"
    rf"|^{SOURCES}\s*$"  # sources alone are those of the sentence before
)
_ABBREVIATED = lazily(
    r"(?:\b(?:[A-Z]|e\.g|i\.e|etc|et al|vs|cf|Mr|Mrs|Dr|[Nn]o|[Ff]ig|pp?)|[(\s][a-z]"
    r"|\[[A-Z]{1,2}(?:/[A-Z]{2})?\])\s?[.\uff0e]$"  # a kind of work, [J], stands before its journal
)
_PLAIN = "[^()\\uff08\\uff09]"
_ASIDE = lazily(  # a sentence in brackets of its own, which may hold some
    rf"(?:[。\uff01\uff1f!?]|(?<=[^\W\d_]{{2}})\.)\s?[(\uff08](?:{_PLAIN}|[(\uff08]{_PLAIN}*[)\uff09])*[)\uff09]$"
)
_SMILE = (":-)", ";-)")  # behind the last words of a message
_SMILED, _FACE = lazily(r"[.!?…] ?\w{2,16}\.gif$"), 24  # ... or its picture, as a copy of a forum names it
_ARROWS = "→⇒"
_REFERENCE = lazily(r"[→⇒]\s?https?://\S+$")  # an address that stands alone behind its arrow
_LONGEST_ASIDE = 200  # characters
_COLON_END = lazily(rf"[:\uff1a;\uff1b][{_CLOSERS}]*\s*$|[—―]{{2}}$")  # a dash leads in what follows, as a colon does
_COMMA_END = lazily(r"[,、\uff0c]\s*$")
# What the last character alone tells; brackets, quotes, digits in circles and blanks need a look at what is before.
_LAST = dict.fromkeys(",、\uff0c", End.COMMA) | dict.fromkeys(":\uff1a;\uff1b", End.COLON)
_LAST |= dict.fromkeys("。\uff01\uff1f!?…⋯", End.SENTENCE)
_BRACKETS = ")\uff09"
_NOTED = lazily(rf"(?:[。\uff01\uff1f]|[a-z]{{2}}[.?!])[{_CLOSERS}]*(\d{{1,2}})$")  # the number of a note
_UNCLEAR_LAST = frozenset(".\uff0e—―0123456789”’»«›‹」』】》〉)〕\uff09\uff3d'\"]") | {
    chr(code) for code in range(0x2460, 0x2474)
}

# The same marks within a line, and what is added to their counts: those of 200 places in common prose.
_WITHIN = (
    (re.compile(r"[、\uff0c](?=\S)|,(?=[^\d\s]| \S)"), 16),
    (re.compile(r"[\uff1a\uff1b:;](?=[^\d\n/])"), 2),
    (re.compile(rf"(?:[。\uff01\uff1f!?…]|\.(?= [^a-z]))[{_CLOSERS}]*(?=[^\n])"), 6),
)
# Patterns that begin with a set of marks pass over the other characters quickest.
_INNER_SENTENCE = lazily(r"[。\uff01\uff1f!?\uff1b;][^\s)\uff09]")
_INNER_LATIN_SENTENCE = lazily(r"[^\W\d_]{2}\. \S")
_INNER_COMMA = lazily(r"[\uff0c、\uff1a,:](?:(?<![,:])\S|(?<=,)(?=[^\d\s]| \S)|(?<=:)[^\d\s/])")
_WORDS, _MOST_HAN = 4, 6  # spaces of a line in letters; characters to one of Han
_OTHER_WORD = lazily(f"[^\\W_{HAN}]+")

NUMERAL = "一二三四五六七八九十百零〇两壹贰叁肆伍陆柒捌玖拾"
# A number or label before a line, whose marks are not those of a sentence.
_LABELLED = lazily(
    rf"(?:[{NUMERAL}]+[、.]|[(\uff08][^()\uff08\uff09]{{1,4}}[)\uff09]|\d+(?:\.\d+)*[、.\uff0e]?|[{HAN}]{{1,8}}[:\uff1a])+"
)


# A heading with the time that it takes: 三、示范讲解，突破难点（6分钟）.
_MEASURED = lazily(
    rf"\s*(?:[{NUMERAL}]{{1,3}}[、.\uff0e]|[(\uff08][{NUMERAL}]{{1,3}}[)\uff09])[^。\uff01\uff1f()\uff08\uff09]{{2,40}}"
    r"[(\uff08][^()\uff08\uff09。]{0,12}\d\s?(?:分[钟鐘]|[课課][时時]|学时|min)[)\uff09]"
)


def line_end(text: str) -> End:
    """Classify the end of a line."""
    last = text[-1:]
    if (known := _LAST.get(last)) is not None:
        return known
    if last not in _UNCLEAR_LAST and not last.isspace():
        return End.SENTENCE if last == "f" and _SMILED.search(text[-_FACE:]) else End.PHRASE
    if last.isdecimal():
        noted = _NOTED.search(text[-8:])
        return End.SENTENCE if noted and not _ABBREVIATED.search(text[-11 : -len(noted[1])]) else End.PHRASE
    if _COMMA_END.search(text):
        return End.COMMA
    if _COLON_END.search(text):
        return End.COLON
    if _SENTENCE_END.search(text) and not _ABBREVIATED.search(text[-8:]):
        return End.SENTENCE
    closed = last in _BRACKETS and (
        text.endswith(_SMILE) or _ASIDE.search(text[-_LONGEST_ASIDE:]) or _MEASURED.fullmatch(text)
    )
    return End.SENTENCE if closed else End.PHRASE


def ends_in_context(texts: Sequence[str]) -> list[End]:
    """Classify the ends of lines; those that an abbreviation or an address leaves open, by the next one's beginning."""
    ends = [line_end(text) for text in texts]
    for place, (text, after) in enumerate(pairwise(texts)):
        is_open = text[0] in _ARROWS and _REFERENCE.match(text) is not None
        if (is_open or text.endswith("etc.")) and (after[0].isupper() or after[0] > "\u2e7f"):
            ends[place] = End.SENTENCE
    return ends


def marks_inside(texts: Sequence[str], ends: Sequence[End]) -> list[Inner | None]:
    """Tell which marks stand within lines that end in mid-phrase or with a comma; ``None`` for all other lines."""
    return [_inner(text) if end in (End.PHRASE, End.COMMA) else None for text, end in zip(texts, ends, strict=True)]


def _inner(text: str) -> Inner:
    if label := _LABELLED.match(text):
        text = text[label.end() :]
    if _INNER_SENTENCE.search(text) or (". " in text and _INNER_LATIN_SENTENCE.search(text)):
        return Inner.SENTENCE
    return Inner.COMMA if _INNER_COMMA.search(text) else Inner.NONE


def is_prose(texts: Sequence[str]) -> bool:
    """Tell whether there are lines enough to learn from, and some as sentences are: with marks within, or lower case.

    Verse and lists have neither.
    """
    if len(texts) < 3:
        return False
    marked = (text for text in texts if text[0].islower() or _inner(text) != Inner.NONE)
    least = -(-len(texts) // 10)
    return sum(1 for _ in islice(marked, least)) == least


def ends_within(texts: Sequence[str]) -> tuple[float, ...]:
    """Share of the places at which a wrap could fall that stand behind each kind of ``End``, counted within lines."""
    whole = "\n".join(texts)
    marks = [len(pattern.findall(whole)) + least for pattern, least in _WITHIN]
    places = sum(map(len, HAN_RUN.findall(whole))) + len(_OTHER_WORD.findall(whole)) + 200
    shares = [min(0.2, mark / places) for mark in marks]
    return (1.0 - sum(shares), *shares)


def in_letters(text: str) -> bool:
    """Tell whether a line is running text in letters, with hardly a Han character."""
    return text.count(" ") >= _WORDS and _MOST_HAN * sum(map(len, HAN_RUN.findall(text))) <= len(text)
