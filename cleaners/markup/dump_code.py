"""Code in a text dump: lines whose indents say something, where they are certainly code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
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
_WEAK: Final = (  # of languages that need no semicolon: what is code beside code
    r"(?:const|let|var|return|throw|await|yield|new)\b.*|[\w$][\w$.\[\]]* ?[-+*/]?= ?\S.*|[\w$][\w$.]*\(.*\).*"
)
_STATEMENT: Final = lazily(rf".*[;{{}},]|[}}\])].*|//.*|/\*.*|\*.*|#\w+.*|\"[^\"]*\": .*|{_WEAK}")
# ... and what is code wherever it stands; prose has no assignment or call that ends with a semicolon.
_CERTAIN: Final = lazily(
    r"(?:[\w<>\[\]*&:.?]+ ){0,3}[\w.$>\[\]-]+ ?[-+*/|]?=(?!=).*;|[\w$][\w$.:<>-]*\(.*\);"
    r"|>>> ?\S.*|(?:export )?(?:const|let|var) [\w$]+(?:: ?\S+)? = .*|(?:const|let|var) [{\[][^=]*[}\]] = .*"
)
_COMMENT: Final = lazily(r"//(?![\w.-]+\.[a-z]{2,4}(?:/|$)).*")
_BESIDE: Final = lazily(rf"{_WEAK}|\.\.\.(?: .*)?|[}}\])]+[\w()\[\],.]*;?|(?:using|import|#include)\b.*|.*[{{;]")
_MAY_STATE: Final = lazily(r"(?m);[^\S\n]*(?://[^\n]*)?$|^[^\S\n]*(?:(?:export )?(?:const|let|var)|>>>) ")
_LONGEST: Final = 400  # characters of a line of code
_OPENING: Final = 12  # lines of the parameters above a brace
_APART: Final = lazily(r"\"[^\"]*\"|'[^']*'|`[^`]*`|#.*|//.*|/\*.*|^\*.*")  # where code has words of any language
_WIDE: Final = lazily(r"[\u2e80-\u9fff\uff00-\uffef]")
_MAY_BEGIN: Final = lazily(r"(?m)[:{][^\S\n]*\r?\n\s*[^\S\n]")
_MOSTLY: Final = 0.8


def with_code(lines: list[Line], text: str) -> list[Line]:
    """Return a dump's lines, blocks of code as ``pre`` with their indents, and statements in a row as ``pre``.

    A block begins with a line that only code has (``def f(x):``, ``int main() {``) and holds the deeper lines below; it
    ends where they do, or with the brace that closes it.
    """
    blocks = any(line.indent for line in lines) and _MAY_BEGIN.search(text)
    states = _MAY_STATE.search(text)
    if not blocks and not states:
        return lines
    lines = list(lines)
    for start, end in [*_blocks(lines)] if blocks else ():
        margin = lines[start].indent
        for place in range(start, end):
            line = lines[place]
            lines[place] = line._replace(tag="pre", text=" " * (line.indent - margin) + line.text)
    for place in _statements(lines) if states else ():
        lines[place] = lines[place]._replace(tag="pre")
    return lines


def _statements(lines: Sequence[Line]) -> list[int]:
    """Return the places of lines that are statements one below the other, two of which are certainly code."""
    found: list[int] = []
    for _, group in groupby(enumerate(map(_kind, lines)), key=lambda one: one[1] > 0):
        kinds = dict(group)
        if sum([kind > 1 for kind in kinds.values()]) > 1:
            found += kinds
    return found


def _kind(line: Line) -> int:
    """Tell whether a line is certainly a statement (2), one or a comment where it stands beside such (1), or none."""
    text = line.text
    if line.tag or len(text) > _LONGEST or not _is_code(line):
        return 0
    if _COMMENT.match(text):
        return 1
    bare = _APART.sub(_quoted, text).rstrip()
    return 2 if _CERTAIN.fullmatch(bare) else int(_BESIDE.fullmatch(bare) is not None)


def _quoted(found: re.Match[str]) -> str:
    """Return an empty string for one in quotes, and nothing for a comment."""
    return found[0][0] * 2 if found[0][0] in "\"'`" else ""


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
            yield _above(lines, place), end
        place = max(end, place + 1)


def _above(lines: Sequence[Line], place: int) -> int:
    """Return the place at which a block begins: with its name above the brace, its parameters, or comments on it."""
    text, indent = lines[place].text, lines[place].indent
    before = lines[place - 1] if place else None
    if text == "{" and before and before.indent == indent and before.text[-1] == ")":
        place -= 1
    elif text[0] == ")":
        level = (at for at in range(place - 1, max(-1, place - 1 - _OPENING), -1) if lines[at].indent <= indent)
        opened = next(level, place)
        place = opened if lines[opened].text[-1] == "(" and lines[opened].indent == indent else place
    while place and lines[place - 1].indent == indent and _is_remark(lines[place - 1].text, text):
        place -= 1
    return place


def _is_remark(above: str, text: str) -> bool:
    """Tell whether a line is a comment on the block that another one begins, in the language of that."""
    return (text[-1] == ":" and above[:2] == "# ") or (text[-1] != ":" and _COMMENT.match(above) is not None)


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
