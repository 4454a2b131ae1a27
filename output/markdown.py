"""Markdown (CommonMark with the tables of GFM): what the tree said of each line becomes markup again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from cleaners.document import Document, Line
from output.items import Items
from output.terminal import harmless
from output.text import front_matter

# Inline: what could open emphasis, code, a link, markup, an entity or a strike-through. An underscore inside a word
# does none of it.
_INLINE = re.compile(
    r"[\\`*]|(?<![^\W_])_|_(?![^\W_])|\[(?=[^\]]*\][(:\[])|\](?=[(\[:])|<(?=[A-Za-z/!?]|[^\s<>]*@)|&(?=#?\w+;)|~(?=~)"
)
# At the start of a line: heading, list, quotation, rule, fence.
_START = re.compile(r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[-=](?=[-=\s]*$)|~(?=~~))")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
# At the start of an item: a box to tick.
_BOX = re.compile(r"\[[ xX]\](?=\s)")
_KINDS = frozenset(("tr", "pre", "blockquote"))
_BACKTICKS = re.compile(r"`+")


def render_markdown(document: Document) -> str:
    """Return front matter and the document: headings, nested lists, tables, code and the alt text of images."""
    written = [front_matter(document)]
    for block, tight in _blocks(document.lines):
        written += ["\n" * (not tight), harmless(block), "\n"]
    return "".join(written)


def escape(text: str) -> str:
    """Return one line of text such that Markdown reads it as just that text."""
    text = _INLINE.sub(r"\\\g<0>", text)
    if match := _NUMBERED.match(text):
        return f"{match[1]}\\{text[match.end(1) :]}"
    return f"\\{text}" if _START.match(text) else text


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[str, bool]]:
    """Yield the blocks of a document, and of each whether it stands right below the one before: items of lists do."""
    items = Items()
    begun = False
    for (kind, *_), group in groupby(_with_whole_tables(lines), _kind):
        members = list(group)
        while members and items.is_begun(members[0]):
            line = members.pop(0)
            mark = items.begin(line)
            box = "\\" * bool(_BOX.match(line.text))
            yield f"{mark.text}{box}{escape(line.text)}", begun and mark.tight
            begun = True
        if members:
            begun = False
            indent = items.go_on(members[0])
            for block in _in_block(kind, members):
                yield "\n".join([f"{indent}{line}" if line else "" for line in block.split("\n")]), False


def _with_whole_tables(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines, the images in the cells of a table behind its last row."""
    images: list[Line] = []
    table: tuple[int, ...] = ()
    for line in lines:
        if line.tag == "img" and table:
            images.append(line)
            continue
        if images and table != (line.tag == "tr", line.box):
            yield from images
            images = []
        table = (True, line.box) if line.tag == "tr" else ()
        yield line
    yield from images


def _in_block(kind: str, lines: Sequence[Line]) -> Iterator[str]:
    if kind == "tr":
        yield _table([line.text.split("\t") for line in lines])
    elif kind == "pre":
        yield _code(_with_blank_lines(lines))
    elif kind == "blockquote":
        yield "\n>\n".join([f"> {escape(line.text)}" for line in lines])
    else:
        yield from (_paragraph(line) for line in lines)


def _kind(line: Line) -> tuple[str, int, tuple[int, ...], bool]:
    """Lines of one kind in a row make one block, inside of one item: rows, code and quotations of the same box."""
    own = line.tag in _KINDS
    return line.tag if own else "", line.box * own, line.items, line.tag == "li" or line.ordinal is not None


def _paragraph(line: Line) -> str:
    if line.tag == "img":
        return f"![{_label(line.text)}]()"
    if line.level and line.tag.startswith("h"):
        # A run of # at the end of a heading would be taken for its closing mark.
        return f"{'#' * line.level} " + re.sub(r"(?<!\\)(#+)$", r"\\\1", escape(line.text))
    return escape(line.text)


def _label(text: str) -> str:
    return re.sub(r"[\[\]]", r"\\\g<0>", _INLINE.sub(lambda m: m[0] if m[0] in "[]" else f"\\{m[0]}", text))


def _table(rows: Sequence[Sequence[str]]) -> str:
    width = max(len(row) for row in rows)
    cells = [[escape(cell.strip()).replace("|", "\\|") for cell in row] + [""] * (width - len(row)) for row in rows]
    head, *body = ("| " + " | ".join(row) + " |" for row in cells)
    return "\n".join([head, "|" + " --- |" * width, *body])


def _with_blank_lines(lines: Sequence[Line]) -> str:
    """Join the lines of a box of code, the empty ones among them, which the numbers of the others count."""
    text = lines[0].text
    for before, line in pairwise(lines):
        text += "\n" * max(1, line.number - before.number) + line.text
    return text


def _code(text: str) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"
