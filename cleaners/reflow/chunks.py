"""Chunks that a site cut the text into, mid-word, and numbered: joined again, without the site's numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaners.document import Drop, Line
from cleaners.lazily import lazily
from cleaners.reflow.evidence import End, line_end
from cleaners.reflow.joining import Joiner

RULE = "chunk-number"
_NUMBER = lazily(r"(\d{1,4})、\s*")
_MIN_CHUNKS = 3
_NUMBERS_TWICE = lazily(  # the site counts before what the author counts
    r"1、\s*(?:第\s?[一二三四五六七八九十\d]{1,3}\s?[章节節编編篇部]|[一二三四五六七八九十]、|[(（][一二三四五六七八九十][)）]|1\.1|目\s*[录錄]|摘\s*要)"
)
_MARK = lazily(r"[，。；：？！,;:?!]")
_HALF = 0.5
_ENDS = "。！？；;:：.!? "
_BROKEN = 20  # characters of a line that breaks off where a chunk ends
_LONG = 100  # characters of a chunk of which all are as long
_EVEN = 0.1
_MIN_LENGTH = 40  # characters of a chunk in the middle; what an author numbers without a full stop is shorter


def join_chunks(lines: list[Line]) -> tuple[list[Line], list[Drop]]:
    """Join the chunks ``1、`` ``2、`` that a site cut in mid-phrase; the author's own numbering stays.

    Author's items end as sentences do, or are short; a site's chunks are long and most of them break off anywhere.
    """
    if not any(line.text.startswith("1、") for line in lines):
        return lines, []
    whole, lines = lines, [part for line in lines for part in _parts(line)]
    heads, sure = _counted(lines), _among_items(lines)
    if not _are_chunks(lines, heads) or len(heads) == len(sure):
        heads = sure
    if not heads:
        return whole, []
    joiner = Joiner(line.text for line in lines)
    starts = set(heads)
    joined: list[Line] = []
    drops: list[Drop] = []
    for index, line in enumerate(lines):
        if index not in starts:
            joined.append(line)
            continue
        number = _NUMBER.match(line.text)
        text = line.text[number.end() :] if number else line.text
        drops.append(Drop(line.number, RULE, line.text[: len(line.text) - len(text)].strip()))
        if index != heads[0] and index - 1 >= heads[0] and _breaks_off(joined[-1].text):
            before = joined[-1]
            joined[-1] = before._replace(text=joiner.join((before.text, text)), broken=line.broken)
        elif text:
            joined.append(line._replace(text=text))
    return joined, drops


def _parts(line: Line) -> list[Line]:
    """Split a line that holds several chunks, ``1、 … 2、 …``, before each number that goes on counting."""
    number = _NUMBER.match(line.text)
    if not number or len(line.text) < _MIN_CHUNKS * _MIN_LENGTH:
        return [line]
    borders = [0, *(place + 1 for place in _counting(line.text, " ", int(number.group(1)) + 1))]
    if len(borders) == 1:
        borders = _within_words(line.text)
    return [line._replace(text=line.text[a:b].strip()) for a, b in pairwise([*borders, len(line.text)])]


def _within_words(text: str) -> list[int]:
    """Return where chunks begin whose numbers stand within words of one line, ``圖面與實際位置出入較2、大``.

    They are about as long as each other; an author's numbers stand behind the end of something.
    """
    borders = [0, *_counting(text, "", 2, _MIN_LENGTH)]
    lengths = [b - a for a, b in pairwise([*borders, len(text)])]
    if len(lengths) < _MIN_CHUNKS or min(lengths) < max(_MIN_LENGTH, _HALF * max(lengths)):
        return [0]
    torn = sum(text[place - 1].isalpha() for place in borders[1:])
    ended = any(text[place - 1] in _ENDS for place in borders[1:])
    return borders if not ended and 2 * torn >= len(borders) - 1 else [0]


def _counting(text: str, before: str, number: int, apart: int = 1) -> Iterator[int]:
    """Yield where the numbers of chunks stand that go on counting from one, at least so many characters apart."""
    place = 0
    while (place := text.find(f"{before}{number}、", place + apart)) >= 0:
        yield place
        number += 1


def _counted(lines: Sequence[Line]) -> list[int]:
    """Return the indices of the lines that begin with 1、 2、 3、 in this order."""
    heads: list[int] = []
    for index, line in enumerate(lines):
        found = _NUMBER.match(line.text)
        if found and int(found.group(1)) == len(heads) + 1:
            heads.append(index)
    return heads


def _among_items(lines: Sequence[Line]) -> list[int]:
    """Return the indices at which chunks begin that hold paragraphs and numbers of the author's own; none if unsure.

    Each number after the first one stands behind a long line that breaks off, and the chunks are about as long.
    """
    heads: list[int] = []
    for index, line in enumerate(lines):
        found = _NUMBER.match(line.text)
        if found and int(found.group(1)) == len(heads) + 1:
            above = lines[index - 1].text if index and lines[index - 1].tag != "pre" else ""  # code breaks off nowhere
            if not heads or (len(above) >= _BROKEN and line_end(above) is End.PHRASE):
                heads.append(index)
    least = _MIN_CHUNKS - 1 if heads and _NUMBERS_TWICE.match(lines[heads[0]].text) else _MIN_CHUNKS
    if len(heads) < least or heads[0] > 1:
        return []
    lengths = [sum([len(line.text) for line in lines[a:b]]) for a, b in pairwise(heads)]
    return heads if min(lengths) >= max(_LONG // 2, max(lengths) / 3) else []


def _are_chunks(lines: Sequence[Line], heads: Sequence[int]) -> bool:
    """Tell whether numbered lines are a site's chunks: cut anywhere, or long and all as long."""
    lengths = [len(lines[index].text) for index in heads]
    if len(heads) >= _MIN_CHUNKS and _cut_anywhere(lines, heads):
        return True
    cut = any(_ends_open(lines[index - 1]) for index in heads[1:])
    if len(heads) < 2 or not cut or min(lengths[:-1]) < _LONG or lengths[-1] > max(lengths):
        return False
    even = max(lengths[:-1]) - min(lengths[:-1]) <= _EVEN * max(lengths)
    return even and (len(heads) >= _MIN_CHUNKS or line_end(lines[heads[1] - 1].text) is End.PHRASE)


def _cut_anywhere(lines: Sequence[Line], heads: Sequence[int]) -> bool:
    """Tell whether most chunks are long and break off in mid-phrase before the next number.

    A chunk of several lines is long as a whole; the rest of a phrase begins the next one then, with a mark in its line.
    The first one begins with the document, and mostly with its title.
    """
    lengths = sorted(len(lines[index].text) for index in heads[:-1])
    cut = sum(_ends_open(lines[index - 1]) for index in heads[1:])
    if cut * 5 < 3 * (len(heads) - 1):
        return False
    whole = sorted(sum([len(line.text) for line in lines[a:b]]) for a, b in pairwise(heads))
    marked = cut == len(heads) - 1 and all(_MARK.search(lines[index].text) for index in heads[1:])
    return lengths[len(lengths) // 2] >= _MIN_LENGTH or (marked and whole[len(whole) // 2] >= _LONG)


def _ends_open(line: Line) -> bool:
    return line.tag != "pre" and _breaks_off(line.text)


def _breaks_off(text: str) -> bool:
    return line_end(text) in (End.PHRASE, End.COMMA)
