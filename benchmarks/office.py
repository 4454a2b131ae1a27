"""Paragraph-break F1 on office documents, typeset as word processors do: ``python -m benchmarks.office``.

The documents in ``office/`` have a paragraph a line: ``^`` is centred, ``>`` set to the right, ``|`` a table's row.
Each is set in every layout and cleaned end to end, as a text dump or as a page.
"""

from __future__ import annotations

import argparse
import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.breaks import Score, score
from benchmarks.typesetting import Block
from cleaners import clean

_FOLDER = Path(__file__).parent / "office"
_HELD_OUT = 3  # every third document
_NO_START = set("。，、；：？！”’）》】〉」』％%…,.;:!?)]")
_NO_END = set("“‘（《【〈「『([")
_UNIT = re.compile(r"[!-~]+| +|.")
_NARROW, _WIDE = set(" .,:;!'()[]/ijlft-|I"), set("mwMWABCDEGHKNOQRUVXYZ%@&")


class Layout(NamedTuple):
    """How a document is set, and what of that its text still shows.

    Attributes:
        name: of the layout.
        width: of a line, in Han characters.
        first: Han characters by which first lines are set in.
        kept: the text shows that indent.
        hangs: a mark at the end of a full line stands in the margin; else it takes a character along to the next line.
        blank: a blank line parts paragraphs.
        page: lines of a page; 0: nothing tells the pages.
        number: the page's number, as it is printed; where left out, none is.
        head: every page begins with the document's title.
        feed: a form feed parts pages.
        form: ``dump``, or of a page what holds a visual line: ``br``, ``p``, ``div``.
        even: Latin letters are half as wide as Han; else of the widths of a printed face.
        cut: share of the document that is shown.
        held_out: weights were not set on it.
    """

    name: str
    width: int
    first: int = 2
    kept: bool = False
    hangs: bool = False
    blank: bool = False
    page: int = 0
    number: str = ""
    head: bool = False
    feed: bool = False
    form: str = "dump"
    even: bool = True
    cut: float = 1.0
    held_out: bool = False


LAYOUTS = (
    Layout("28, indents lost", 28),
    Layout("28, indents lost, pages", 28, page=22, number="- {} -"),
    Layout("36, no indents", 36, first=0, hangs=True, even=False),
    Layout("40, indents kept, bare numbers", 40, kept=True, page=40, number="{}"),
    Layout("32, blank lines", 32, first=0, blank=True, page=30, number="第{}页"),
    Layout("44, heads and form feeds", 44, page=38, number="{}", head=True, feed=True, even=False),
    Layout("24, line breaks", 24, form="br", hangs=True),
    Layout("34, a p a line", 34, form="p", page=28, number="- {} -"),
    Layout("38, a div a line", 38, form="div", even=False),
    Layout("18, narrow", 18, hangs=True),
    Layout("30, indents lost, preview", 30, page=20, number="{}", cut=0.6, even=False),
    Layout("26, hanging", 26, hangs=True, held_out=True),
    Layout("42, no indents, numbers", 42, first=0, page=36, number="{}", even=False, held_out=True),
    Layout("35, indents kept", 35, kept=True, even=False, held_out=True),
    Layout("48, line breaks", 48, form="br", page=40, number="第 {} 页 共 9 页", held_out=True),
    Layout("31, a p a line", 31, form="p", first=0, hangs=True, cut=0.7, held_out=True),
    Layout("21, pages", 21, page=26, number="{}", head=True, even=False, held_out=True),
)


def read_documents() -> Iterator[tuple[str, bool, list[str]]]:
    """Yield each document's name, whether it is held out, and its paragraphs with their marks."""
    for place, path in enumerate(sorted(_FOLDER.glob("*.txt"))):
        yield path.stem, place % _HELD_OUT == _HELD_OUT - 1, path.read_text("utf-8").splitlines()


def typeset(paragraphs: list[str], layout: Layout) -> bytes:
    """Return a document as a text dump or a page of visual lines."""
    title = paragraphs[0].strip("^")
    rows = _rows(paragraphs, layout)
    if layout.page:
        rows = list(_paged(rows, layout, title))
    return ("\n".join(rows) if layout.form == "dump" else _as_page(rows, layout.form, title)).encode()


def _rows(paragraphs: list[str], layout: Layout) -> list[str]:
    rows = [line for paragraph in paragraphs for line in (*_lines(paragraph, layout), *[""] * layout.blank)]
    return rows[: round(layout.cut * len(rows))]


def _lines(paragraph: str, layout: Layout) -> list[str]:
    kind, text = (paragraph[0], paragraph[1:]) if paragraph[0] in "^>|" else ("", paragraph)
    if kind == "|":
        return [text]
    first = 0 if kind else layout.first
    lines = _wrapped(text, layout, first)
    if not layout.kept:
        return lines
    room = layout.width - int(sum(_em(unit, layout.even) for unit in _UNIT.findall(text)))
    space = room // 2 if kind == "^" else room if kind == ">" else first
    return ["\u3000" * max(0, space) + lines[0], *lines[1:]]


def _wrapped(text: str, layout: Layout, first: int) -> list[str]:
    lines: list[str] = []
    line: list[str] = []
    left = float(layout.width - first)
    for unit in _UNIT.findall(text):
        size = _em(unit, layout.even)
        if line and size > left + 1e-6:
            if unit in _NO_START and layout.hangs and left > -0.5:
                line.append(unit)
                left -= size
                continue
            carried = _carried(line, unit)
            lines.append("".join(line).rstrip())
            line, left = carried, layout.width - sum(_em(each, layout.even) for each in carried)
            if unit == " ":
                continue
        line.append(unit)
        left -= size
    return [*lines, "".join(line)]


def _carried(line: list[str], unit: str) -> list[str]:
    """Take from the end of a line what may not stand there, or must stand before the unit that follows."""
    carried: list[str] = []
    while len(line) > 1 and ((carried or [unit])[0][0] in _NO_START or line[-1] in _NO_END):
        carried.insert(0, line.pop())
    return carried


def _em(unit: str, even: bool) -> float:
    """Width of a unit in Han characters."""
    if even:
        return sum(1.0 if ord(char) > 0x2000 else 0.5 for char in unit)
    return sum(1.0 if ord(char) > 0x2000 else _letter(char) for char in unit)


def _letter(char: str) -> float:
    return 0.29 if char in _NARROW else 0.74 if char in _WIDE else 0.5


def _paged(rows: list[str], layout: Layout, title: str) -> Iterator[str]:
    for number, start in enumerate(range(0, len(rows), layout.page), 1):
        page = rows[start : start + layout.page]
        head = [title] if layout.head else []
        foot = [layout.number.format(number)] if layout.number else []
        page = [*head, *page, *foot]
        if layout.feed and start:
            page[0] = "\f" + page[0]
        yield from page


def _as_page(rows: list[str], form: str, title: str) -> str:
    escaped = [html.escape(row) for row in rows]
    inner = "<br>\n".join(escaped) if form == "br" else "\n".join(f"<{form}>{row}</{form}>" for row in escaped)
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{html.escape(title)}</title></head>'
        f'<body><h1>{html.escape(title)}</h1><div class="content">{inner}</div></body></html>'
    )


def gold(paragraphs: list[str], layout: Layout) -> list[Block]:
    """Return the blocks to be found again, as far as the layout shows them."""
    left = sum(len("".join(row.split())) for row in _rows(paragraphs, layout))
    blocks = []
    for text in paragraphs:
        squeezed = "".join(text.lstrip("^>|").split())[:left]
        left -= len(squeezed)
        blocks += [Block(squeezed, verbatim=False)] if squeezed else []
    return blocks


def main() -> None:
    """Print one row a document (or layout), then the totals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="documents and layouts whose name holds this")
    parser.add_argument("--held-out", action="store_true", help="held-out documents and layouts as well")
    chosen = parser.parse_args()
    rows: dict[str, Score] = {}
    for name, hidden, paragraphs in read_documents():
        for layout in LAYOUTS:
            held = hidden or layout.held_out
            if chosen.only not in f"{name} {layout.name}" or (held and not chosen.held_out):
                continue
            document = clean(typeset(paragraphs, layout))
            lines = [line.text for line in document.lines]
            expected = gold(paragraphs, layout)
            if "".join(lines[0].split()) != expected[0].text:  # the title is no line of the text
                del expected[0]
            result = score(lines, expected)
            for key in (name + "*" * hidden, layout.name + "*" * layout.held_out, "HELD OUT" if held else "TUNED ON"):
                rows[key] = Score(*map(sum, zip(rows.get(key, Score(0, 0, 0)), result, strict=True)))
    for key, total in rows.items():
        print(f"{key:34}{total.f1:8.4f}{total.false_joins:6} ({total.false_share:.1%}){total.missed_joins:6}")


if __name__ == "__main__":
    main()
