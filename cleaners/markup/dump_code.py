"""Code in a text dump: lines whose indents say something, where they are certainly code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    while place < len(lines) - 1:
        text = lines[place].text
        end = place
        if text[-1] == ":" and _PYTHON.fullmatch(text):
            end = _python_end(lines, place)
        elif text[-1] == "{" and _BRACED.fullmatch(text):
            end = _braced_end(lines, place)
        if end > place:
            yield _above(lines, place) if lines[place].text == "{" else place, end
        place = max(end, place + 1)


def _above(lines: Sequence[Line], place: int) -> int:
    """Return the place of the line that names the block of a brace on a line of its own: ``int main(void)``."""
    before = lines[place - 1] if place else None
    return place - 1 if before and before.indent == lines[place].indent and before.text[-1] == ")" else place


def _deeper(lines: Sequence[Line], start: int, indent: int) -> int:
    """Return where the lines end that are deeper than an indent and may be code."""
    end = start
    while end < len(lines) and lines[end].indent > indent and _is_code(lines[end]):
        end += 1
    return end


def _python_end(lines: Sequence[Line], start: int) -> int:
    indent = lines[start].indent
    end = _deeper(lines, start + 1, indent)
    stated = sum([_PYTHON_LINE.fullmatch(line.text) is not None for line in lines[start + 1 : end]])
    if stated == 0 or 2 * stated < end - start - 1:
        return start
    while end < len(lines) and lines[end].indent == indent and _GOES_ON.fullmatch(lines[end].text):
        inner = _deeper(lines, end + 1, indent)
        if inner == end + 1:
            break
        end = inner
    return end


def _braced_end(lines: Sequence[Line], start: int) -> int:
    indent = lines[start].indent
    end = _deeper(lines, start + 1, indent)
    if end == start + 1 or end == len(lines) or lines[end].indent != indent or not _CLOSED.fullmatch(lines[end].text):
        return start
    stated = sum([_STATEMENT.fullmatch(line.text) is not None for line in lines[start + 1 : end]])
    if stated < _MOSTLY * (end - start - 1):
        return start
    if lines[end].text[-1] == "{":  # } else {
        return max(_braced_end(lines, end), end)
    return end + 1


def _is_code(line: Line) -> bool:
    """Tell whether a line may be code: Han characters stand in strings and comments only."""
    return line.tag in ("", "pre") and not _WIDE.search(_APART.sub("", line.text))
