"""Prose that a page shows in ``pre`` as its author's file had it, line by line: wrapped text, no code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily

_LEAST: Final = 3  # lines
_FILE: Final = 20  # lines of a file
_ALL: Final = 0.9  # of a page's characters
_SOME_CODE: Final = 0.2  # share of a manual's lines
_OPEN: Final = lazily(r"[^\s.!?:;]\s*$")
_SOME_RUNNING: Final = 0.25
_SOME_ROWS: Final = 0.25
_NEARLY, _MOSTLY_FULL = 0.8, 0.8  # of the longest line that goes on; of these lines
_CELLS: Final = lazily(r"\S {3,}\S")
_DRAWN: Final = lazily(r"[-+=─│|]{3}")
_PATCH: Final = ("+++ ", "--- ", "@@ ", "Index: ")
_SOME_WORDS: Final = 0.75
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
_INSET: Final = 4  # columns from the margin to code in a file of text


def with_prose_of_pre(lines: list[Line]) -> list[Line]:
    """Return lines, those of ``pre`` boxes that hold prose as lines of text that may be wrapped."""
    if not any(line.tag == "pre" for line in lines):
        return lines  # most pages
    if _is_file(lines):
        return _as_typed(lines)
    shown: list[Line] = []
    for (tag, _), group in groupby(lines, lambda line: (line.tag, line.box)):
        some = list(group)
        shown += map(_as_text, some) if tag == "pre" and _is_prose(some) else some
    return shown


def _is_file(lines: Sequence[Line]) -> bool:
    """Tell whether a page shows a file of text, all of it in ``pre``: mostly sentences that go on from line to line."""
    typed = [line for line in lines if line.tag == "pre"]
    size = sum([len(line.text) for line in lines])
    if len(typed) < _FILE or sum([len(line.text) for line in typed]) < _ALL * size:
        return False
    if sum([_CODE.search(line.text) is not None for line in typed]) > _SOME_CODE * len(typed):
        return False
    text = "".join([line.text for line in typed])
    if sum([_is_row(line.text) for line in typed]) > _SOME_ROWS * len(typed):
        return False
    if any(line.text.startswith(_PATCH) for line in typed):
        return False
    open_ = [len(a.text) for a, b in pairwise(typed) if _OPEN.search(a.text) and _GOES_ON.match(b.text.lstrip())]
    running = len(open_) >= _SOME_RUNNING * len(typed) and _is_wrapped(open_)
    return running and len(_LETTERS.findall(text)) >= _SOME_WORDS * len(text)


def _is_row(text: str) -> bool:
    """Tell whether a line has cells, or is part of a drawing."""
    return _CELLS.search(text.strip()) is not None or _DRAWN.search(text) is not None


def _is_wrapped(sizes: Sequence[int]) -> bool:
    """Tell whether lines that go on are about as long as each other, as a wrap makes them; verse is ragged."""
    width = max(sizes, default=0)
    return sum([size >= _NEARLY * width for size in sizes]) >= _MOSTLY_FULL * len(sizes)


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


def _as_typed(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a file as those of a dump; code that is set in, rows and drawings stay as typed."""
    margin = min([_indent(line.text) for line in lines if line.tag == "pre"])
    typed: list[Line] = []
    for (tag, inset), group in groupby(lines, lambda line: (line.tag, _indent(line.text) >= margin + _INSET)):
        some = list(group)
        if tag != "pre" or (inset and _CODE.search(some[0].text)):
            typed += some
            continue
        typed += [line if _is_row(line.text) else _as_line(line) for line in some]
    return typed


def _as_line(line: Line) -> Line:
    return line._replace(text=line.text.strip(), tag="p", broken=True, indent=_indent(line.text))


def _indent(text: str) -> int:
    space = text[: len(text) - len(text.lstrip())].expandtabs(_TAB)
    return len(space) + space.count("\u3000")


def _as_text(line: Line) -> Line:
    bare = line.text.strip()
    if _ROW.search(bare):
        return line._replace(text="\t".join([" ".join(cell.split()) for cell in _GAP.split(bare)]), tag="tr")
    return _as_line(line)
