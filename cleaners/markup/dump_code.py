"""Code in a text dump: lines whose indents say something, where they are certainly code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily

# What begins a block, of Python and of languages with braces; words alone (``for example:``) begin none.
_PYTHON: Final = lazily(
    r"(?:async )?def \w+\(.*\).*:|class \w+(?:\([\w., =]*\))?:|(?:async )?for \w[\w, ()]* in \S.*:"
    r"|(?:if|while) .*(?:[=<>\[\]]|\w\().*:|try:|with \w[\w.]*\(.*\).*:"
)
_PYTHON_LINE: Final = lazily(
    r".*(?:[=\[\]{}]|\w\().*|.*[:,]|#.*|@\w+.*|(?:return|yield|raise|import|from|assert|del|global)\b.*|pass|break|continue"
)
_GOES_ON: Final = lazily(r"(?:elif\b.*|else|except\b.*|finally):")
_BRACED: Final = lazily(r"[^\u3001-\u9fff\uff00-\uffef]*[\w)>\]\"=(] ?\{|\{|[)\w>] ?=> ?\{")
_CLOSED: Final = lazily(r"[}\])][\w\s{}()\[\];,.:]*")
_STATEMENT: Final = lazily(r".*[;{},]|[}\])].*|//.*|/\*.*|\*.*|#\w+.*|\"[^\"]*\": .*")
_APART: Final = lazily(r"\"[^\"]*\"|'[^']*'|`[^`]*`|#.*|//.*|/\*.*|^\*.*")  # where code has words of any language
_WIDE: Final = lazily(r"[\u2e80-\u9fff\uff00-\uffef]")
_MAY_BEGIN: Final = lazily(r"(?m)[:{][^\S\n]*\r?\n\s*[^\S\n]")
_MOSTLY: Final = 0.8


def with_code(lines: list[Line], text: str) -> list[Line]:
    """Return a dump's lines, those of a block of code as ``pre`` with their indents.

    A block begins with a line that only code has (``def f(x):``, ``int main() {``) and holds the deeper lines below; it
    ends where they do, or with the brace that closes it.
    """
    if not any(line.indent for line in lines) or not _MAY_BEGIN.search(text):
        return lines
    lines = list(lines)
    for start, end in _blocks(lines):
        margin = lines[start].indent
        for place in range(start, end):
            line = lines[place]
            lines[place] = line._replace(tag="pre", text=" " * (line.indent - margin) + line.text)
    return lines


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield where blocks begin and end, the outermost ones."""
    place = 0
    blocks = None
    while place < len(lines) - 1:
        text = lines[place].text
        end = place
        is_python = text[-1] == ":" and _PYTHON.fullmatch(text) is not None
        if is_python or (text[-1] == "{" and _BRACED.fullmatch(text)):
            blocks = blocks or _Blocks(lines)
            end = blocks.python_end(place) if is_python else blocks.braced_end(place)
        if end > place:
            yield _above(lines, place) if lines[place].text == "{" else place, end
        place = max(end, place + 1)


def _above(lines: Sequence[Line], place: int) -> int:
    """Return the place of the line that names the block of a brace on a line of its own: ``int main(void)``."""
    before = lines[place - 1] if place else None
    return place - 1 if before and before.indent == lines[place].indent and before.text[-1] == ")" else place


class _Blocks:
    """Where blocks end. Each line is looked at once, however many blocks it stands in."""

    __slots__ = ("_ends", "_lines", "_python", "_stated")

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._ends = _ends(lines)
        self._python = [0, *accumulate(_PYTHON_LINE.fullmatch(line.text) is not None for line in lines)]
        self._stated = [0, *accumulate(_STATEMENT.fullmatch(line.text) is not None for line in lines)]

    def python_end(self, start: int) -> int:
        """Return where a block ends whose line ends with a colon; ``start`` if it is none."""
        lines, indent, end = self._lines, self._lines[start].indent, self._ends[start]
        stated = self._python[end] - self._python[start + 1]
        if stated == 0 or 2 * stated < end - start - 1:
            return start
        while end < len(lines) and lines[end].indent == indent and _GOES_ON.fullmatch(lines[end].text):
            inner = self._ends[end]
            if inner == end + 1:
                break
            end = inner
        return end

    def braced_end(self, start: int) -> int:
        """Return where a block of braces ends, with those that go on at its closing brace; ``start`` if it is none."""
        lines, indent, place = self._lines, self._lines[start].indent, start
        while True:
            end = self._ends[place]
            if end == place + 1 or end == len(lines) or lines[end].indent != indent:
                return place
            stated = self._stated[end] - self._stated[place + 1]
            if not _CLOSED.fullmatch(lines[end].text) or stated < _MOSTLY * (end - place - 1):
                return place
            if lines[end].text[-1] != "{":
                return end + 1
            place = end  # } else {


def _ends(lines: Sequence[Line]) -> list[int]:
    """Return for each line where the lines below it end that are deeper and may be code."""
    ends = [len(lines)] * len(lines)
    code = [_is_code(line) for line in lines]
    for place in range(len(lines) - 2, -1, -1):
        end = place + 1
        while end < len(lines) and code[end] and lines[end].indent > lines[place].indent:
            end = ends[end]
        ends[place] = end
    return ends


def _is_code(line: Line) -> bool:
    """Tell whether a line may be code: Han characters stand in strings and comments only."""
    return line.tag in ("", "pre") and not _WIDE.search(_APART.sub("", line.text))
