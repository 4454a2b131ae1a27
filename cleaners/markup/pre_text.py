"""Prose that a page shows in ``pre`` as its author's file had it, line by line: wrapped text, no code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily

_LEAST: Final = 3  # lines
_GOES_ON: Final = lazily(r"[a-z]")
_LETTERS: Final = lazily(r"[A-Za-z ,.]")
_RUNNING: Final = 0.4  # share of lines that begin in small letters: sentences go on
_WORDS: Final = 0.9  # share of characters of letters, spaces, commas and full stops
_WIDE: Final = 40  # characters of a line in the mean
_MOSTLY: Final = 0.6  # share of characters that are Han
_HAN: Final = lazily("[\u3400-\u9fff。，、；：？！“”《》（）]")
_CODE: Final = lazily(r"[{}=<>$\\|]|;$|;(?<![\u3400-\u9fff\d%‰];)(?![\u3400-\u9fff])|\t|[-+─│┌┐└┘├┤]{3}")
_FEW: Final = 0.1  # share of lines with signs of code and of drawings, or of rows
_ROW: Final = lazily(r"\S {4,}\S")
_FIGURES: Final = lazily(r"\d {3,}\S|\d$")  # a row of a table
_GAP: Final = lazily(r" {3,}")  # between two cells of a row; a narrower one spaces the letters of a word
_SAYS: Final = lazily("[\u3400-\u9fff].*[，。；,;]|[，。；,;].*[\u3400-\u9fff]")
_TOLD: Final = 0.5  # share of lines that are prose: what stands in columns between them are its tables
_TAB: Final = 4


def with_prose_of_pre(lines: list[Line]) -> list[Line]:
    """Return lines, those of ``pre`` boxes that hold prose as lines of text that may be wrapped."""
    if not any(line.tag == "pre" for line in lines):
        return lines  # most pages
    shown: list[Line] = []
    for (tag, _), group in groupby(lines, lambda line: (line.tag, line.box)):
        some = list(group)
        shown += map(_as_text, some) if tag == "pre" and _is_prose(some) else some
    return shown


def _is_prose(lines: Sequence[Line]) -> bool:
    """Tell whether lines are mostly Han, or sentences in letters that go on from line to line; and no code."""
    most = _FEW * len(lines)
    if len(lines) < _LEAST or sum([_CODE.search(line.text) is not None for line in lines]) > most:
        return False
    rows = [line.text for line in lines if _ROW.search(line.text)]
    if len(rows) > most and not (
        _tells(lines) and 2 * sum([_FIGURES.search(row) is not None for row in rows]) > len(rows)
    ):
        return False
    text = "".join([line.text for line in lines])
    if len(_HAN.findall(text)) >= _MOSTLY * len("".join(text.split())):
        return True
    running = sum([_GOES_ON.match(line.text) is not None for line in lines[1:]])
    letters = len(_LETTERS.findall(text))
    return running >= _RUNNING * (len(lines) - 1) and len(text) >= _WIDE * len(lines) and letters >= _WORDS * len(text)


def _tells(lines: Sequence[Line]) -> bool:
    """Tell whether most lines are sentences with Han in them."""
    return sum([_SAYS.search(line.text) is not None for line in lines]) >= _TOLD * len(lines)


def _as_text(line: Line) -> Line:
    bare = line.text.strip()
    if _ROW.search(bare):
        return line._replace(text="\t".join([" ".join(cell.split()) for cell in _GAP.split(bare)]), tag="tr")
    space = line.text[: len(line.text) - len(bare)].expandtabs(_TAB)
    return line._replace(text=bare, tag="p", broken=True, indent=len(space) + space.count("\u3000"))
