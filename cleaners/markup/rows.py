"""Rows of text as a walk over a tree finds them: words become lines, open blocks become boxes."""

from __future__ import annotations

from cleaners.markup.elements import LINE_TAGS, Attributes, Kind
from cleaners.markup.introduced import LEAST, parted_introduction
from cleaners.markup.items import Counter
from cleaners.markup.outline import Row

LEAF = Kind.LEAF
Frame = tuple[int, int, int, Attributes]  # kind, tag number, depth and attributes of an open block
_INDENTS = ("\u3000\u3000", "\xa0\xa0\xa0\xa0")  # two Han characters wide, before a line
_DIV = "div", 0  # a custom element can be where a hidden document starts
_SHORT = 160  # characters of a line that may be a row of badges
INDENT = "\u3000\u3000"
"""With what a Chinese paragraph begins."""
_LONG = 200  # characters of a text with several paragraphs
_FEW = 2
_STOPS = "。！？…；：”』」）"
_EMPTY_LINES = 3  # in one run of text: nobody leaves so many in a page's source but for readers to see


class Rows:
    """The rows so far, and what the walk is in the middle of; the walk keeps the latter up to date.

    With those of the walk there are 29 attributes: Python finds the ones of an object quickly that has 30 at the most.

    Attributes:
        rows: the lines.
        holders: by line, the number of its box.
        parents: by box, the box around it.
        tags: by box, the parser's number of its tag.
        attributes: by box, its attributes.
        firsts: by box, the place of its first line.
        pieces: by number of a line, the inline pieces of short lines that have several.
        number: of the next line.
        words: text since the last line's end.
        frames: open blocks.
        numbers: the numbers of their boxes, as far as they have a line: the innermost ones may have none.
        marks: labels of the open subtrees that a profile marked.
        images: texts of images that wait for the end of a line.
        link: index into ``words`` where the open link began; -1 without one.
        linked: characters of closed links among the words.
        lists: by open list, the innermost last, what numbers its items.
        quotes, verbatim: how many of these are open.
        item_depth: depth of a list item without a line so far; -1 without one.
        cell: open cell of a data table, as text and linked characters of its lines.
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.holders: list[int] = []
        self.parents: list[int] = []
        self.tags: list[int] = []
        self.attributes: list[Attributes] = []
        self.firsts: list[int] = []
        self.pieces: dict[int, tuple[str, ...]] = {}
        self.number = 0
        self.words: list[str] = []
        self.frames: list[Frame] = []
        self.numbers: list[int] = []
        self.marks = [""]
        self.images: list[str] = []
        self.link = -1
        self.linked = 0
        self.lists: list[Counter | None] = [None]
        self.quotes = self.verbatim = 0
        self.item_depth = -1
        self.cell: list[tuple[str, int]] | None = None

    def flush(self, broken: bool = False) -> None:
        """Make the words so far a line: the end of a block or of a line in it."""
        words = self.words
        if self.link >= 0:
            self.linked += len("".join(words[self.link :]).strip())
            self.link = 0
        linked, self.linked = self.linked, 0
        raw = "".join(words)
        text = " ".join(raw.split())
        if self.cell is None and (self.verbatim or (len(raw) > _SHORT and "\n\n" in raw and _is_plain_text(words))):
            self._add_verbatim(raw, broken)
        elif not text:
            self.number += broken
        elif self.cell is None:
            size = len(raw)
            if size < _SHORT and len(words) > 1:
                self.pieces[self.number] = tuple(words)
            # White space at the beginning goes by the split: without any, nothing is indented.
            indent = 4 if raw[0] != text[0] and raw.lstrip(" \n\r\t").startswith(_INDENTS) else 0
            tag, level = self._tag() if self.item_depth >= 0 or self.quotes else LINE_TAGS.get(self.frames[-1][1], _DIV)
            if tag == "li":
                level = len(self.lists) - 1 or 1
            links = min(1.0, linked / len(text)) if linked else 0.0
            if size > LEAST:
                *above, text = _paragraphs(raw, text)
                for part in above:
                    self.add(part, tag, level, links, True, indent)
                    indent = 4
            self.add(text, tag, level, links, broken, indent)
        else:
            self.cell.append((text, linked))
        words.clear()
        if self.images and self.cell is None:
            self.show_images()

    def _tag(self) -> tuple[str, int]:
        """Return tag and level of a line that ends in a quotation, or in a list item that had none so far."""
        _, number, depth, _ = self.frames[-1]
        tag, level = LINE_TAGS.get(number, _DIV)
        if self.item_depth >= 0:
            level = 0
            if depth == self.item_depth + 1 and (tag == "p" or tag == "div"):
                tag = "li"
            self.item_depth = -1
        if self.quotes and (tag == "p" or tag == "div"):
            tag = "blockquote"
        return tag, level

    def _add_verbatim(self, text: str, broken: bool) -> None:
        pieces = text.split("\n")
        if not pieces[-1].strip() and not broken:
            pieces.pop()
        for place, piece in enumerate(pieces, 1):
            if piece.strip():
                self.add(piece.rstrip(), "pre", 0, 0.0, broken or place < len(pieces))
            else:
                self.number += 1

    def add(self, text: str, tag: str, level: int, links: float, broken: bool, indent: int = 0) -> None:
        """Add a line to the innermost open block; fields as in ``Line``."""
        frames, numbers = self.frames, self.numbers
        kind, _, depth, _ = frames[-1]
        holder = numbers[-1] if len(numbers) == len(frames) else self._box()
        box = holder if kind == LEAF or tag == "tr" or not holder else self.parents[holder]
        number = self.number
        self.rows.append((text, tag, level, depth, links, box, broken, 0, number, self.marks[-1], indent))
        self.holders.append(holder)
        self.number = number + 1

    def show_images(self) -> None:
        """Add a line for each image that waits."""
        images, self.images = self.images, []
        for alt in images:
            self.add(alt, "img", 0, 0.0, False)

    def _box(self) -> int:
        """Number the open blocks that had no line so far; return the innermost that is no leaf."""
        numbers, parents = self.numbers, self.parents
        parent = numbers[-1] if numbers else -1
        first, count = len(self.rows), len(parents)
        for kind, number, _, attributes in self.frames[len(numbers) :]:
            if kind != LEAF:
                parents.append(parent)
                self.tags.append(number)
                self.attributes.append(attributes)
                self.firsts.append(first)
                parent = count
                count += 1
            numbers.append(parent)
        return parent


def _paragraphs(raw: str, text: str) -> list[str]:
    """Return the paragraphs that a run of text holds, apart from what a site says before one."""
    *above, text = parts_at_indents(raw) if len(raw) > _LONG and INDENT in raw else (text,)
    return [*above, *parted_introduction(text)] if len(text) > LEAST else [*above, text]


def parts_at_indents(raw: str) -> list[str]:
    """Split a text where two ideographic spaces begin a paragraph within it; white space alone changes.

    Paragraphs end as sentences do; the gaps of a form do not stand behind these.
    """
    whole = " ".join(raw.split())
    parts = [part for piece in raw.split(INDENT) if (part := " ".join(piece.split()))]
    ended = sum([part[-1] in _STOPS for part in parts[:-1]])
    return parts if len(parts) > _FEW and 2 * ended >= len(parts) - 1 else [whole]


def _is_plain_text(words: list[str]) -> bool:
    """Tell whether a run of text has empty lines within: its box shows them (``white-space: pre-wrap``)."""
    return any("\n\n" in word and word.strip().count("\n\n") >= _EMPTY_LINES for word in words)
