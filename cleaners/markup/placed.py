"""Text that a viewer places run by run, with ``top`` and ``left``, becomes lines again.

Readers that draw a typeset page put each run of characters into an element of its own. The runs of one height are a
line, from left to right, whatever their order in the source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaners.lazily import lazily

_LEAST: Final = 8  # so many runs make a typeset page; fewer are pop-ups and badges
_SIDE: Final = lazily(r"(?:^|[;\s])(top|left|width|line-height|height|font-size)\s*:\s*(-?\d+(?:\.\d+)?)", re.I)
_SAME: Final = 0.5  # of the height: how far apart the runs of a line stand, as with a superscript
_GAP: Final = 0.8  # of the height: a wider gap parts words or columns
_WORDS: Final = lazily(r"[!-~]\n[A-Za-z0-9(]")


class _Run(NamedTuple):
    """A run of text: its place and size, in whatever unit the page uses; -1 where it is not stated."""

    top: float
    left: float
    width: float
    height: float
    text: str


def join_placed(tree: LexborHTMLParser, nodes: Sequence[LexborNode]) -> bool:
    """Put placed runs together, in the tree: the first run of each page holds its lines, the others go.

    Args:
        tree: the parsed page; changed where the answer is true.
        nodes: the elements whose style places them.
    """
    if len(nodes) < _LEAST:
        return False
    pages: dict[int, list[tuple[_Run, LexborNode]]] = defaultdict(list)
    for node in nodes:
        parent = node.parent
        if parent is not None and (run := _run(node)):
            pages[parent.mem_id].append((run, node))
    if sum(map(len, pages.values())) < _LEAST:
        return False
    for placed in pages.values():
        if len(placed) > 1:
            _put_together(tree, placed)
    return True


def _run(node: LexborNode) -> _Run | None:
    """Return the run that an element is; ``None`` for one that holds blocks or says nothing."""
    if any(child.tag in ("div", "p", "img", "ul", "table") for child in node.iter()):
        return None
    text = node.text().strip("\r\n\t")
    sides = {name.lower(): float(value) for name, value in _SIDE.findall(node.attributes.get("style") or "")}
    if not text.strip() or "top" not in sides or "left" not in sides:
        return None
    height = next((sides[name] for name in ("font-size", "height", "line-height") if name in sides), -1.0)
    return _Run(sides["top"], sides["left"], sides.get("width", -1.0), height, text)


def _put_together(tree: LexborHTMLParser, placed: list[tuple[_Run, LexborNode]]) -> None:
    first = placed[0][1]
    for child in list(first.iter(include_text=True)):
        child.remove()
    for _, node in placed[1:]:
        node.remove()
    for number, line in enumerate(_lines(run for run, _ in placed)):
        if number:
            first.insert_child(tree.create_node("br"))
        first.insert_child(line)


def _lines(runs: Iterable[_Run]) -> list[str]:
    """Return the text of each line, from the top of the page down."""
    lines: list[list[_Run]] = []
    for run in sorted(runs):
        if lines and run.top - lines[-1][0].top <= max(0.0, _SAME * run.height):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [_text(sorted(line, key=lambda run: run.left)) for line in lines]


def _text(line: list[_Run]) -> str:
    """Join the runs of a line; a gap between them, or between two words, is a space."""
    text, end = "", -1.0
    for run in line:
        apart = end >= 0 and run.left - end > _GAP * run.height > 0
        words = end < 0 and _WORDS.fullmatch(f"{text[-1:]}\n{run.text[:1]}")
        text += (" " if apart or words else "") + run.text
        end = run.left + run.width if run.width >= 0 else -1.0
    return text
