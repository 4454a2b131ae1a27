"""One pass over a tree: nodes in, rows of text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

from selectolax.lexbor import LexborNode

from cleaners.elements import KINDS, LEVELS, NAMES, TEXT, Kind
from cleaners.formulas import formula, image_formula
from cleaners.hidden import hides
from cleaners.outline import Row
from cleaners.tables import Grid, is_data_table

SKIP, LEAF, BOX, ITEM, INLINE, LINK = Kind.SKIP, Kind.LEAF, Kind.BOX, Kind.ITEM, Kind.INLINE, Kind.LINK
IMAGE = Kind.IMAGE
Attributes = dict[str, str | None]
Frame = tuple[int, int, int, Attributes]  # kind, tag number, depth and attributes of an open block
_SHORT = 160  # characters of a line that may be a row of badges
MARKED = 64  # added to the kind of an element that changes the mark


class Walk:
    """The state of one pass.

    Args:
        marks: by ``mem_id``, the label of each marked subtree.
        shown: ``mem_id`` of subtrees that count as visible although the markup hides them.
        left_out: ``mem_id`` of subtrees that the pass leaves out.
    """

    def __init__(self, marks: Mapping[int, str], shown: Set[int] = frozenset(), left_out: Set[int] = frozenset()):
        self.rows: list[Row] = []
        self.holders: list[int] = []
        self.parents: list[int] = []  # by box
        self.tags: list[int] = []
        self.attributes: list[Attributes] = []
        self.hidden: list[LexborNode] = []
        self.placed: list[LexborNode] = []
        self.pieces: dict[int, tuple[str, ...]] = {}  # by number, the inline pieces of short lines that have several
        self.formulas = False
        self._special = marks.keys() | shown | left_out
        self._labels, self._shown, self._left_out = marks, shown, left_out
        self._number = 0
        self._words: list[str] = []
        self._frames: list[Frame] = []  # open blocks
        self._numbers: list[int] = []  # and the numbers of their boxes; -1 without a line so far
        self._marks = [""]
        self._images: list[str] = []
        self._link = -1  # index into words where the open link began
        self._linked = 0  # characters of closed links among the words
        self._lists = self._quotes = self._verbatim = 0
        self._item_depth = -1  # depth of a list item without a line so far
        self._grids: list[Grid | None] = []
        self._cell: list[tuple[str, int]] | None = None  # open cell of a data table: text, linked characters

    def run(self, root: LexborNode) -> None:
        """Walk over ``root`` and everything below it, without recursion."""
        kind_of, words, frames, numbers, special = KINDS.get, self._words, self._frames, self._numbers, self._special
        stack: list[tuple[LexborNode, int]] = []
        self._open(root, BOX, 0, root.attributes)
        node = root.first_child
        while True:
            while node is None:
                if not stack:
                    return self._flush()
                node, kind = stack.pop()
                if kind <= ITEM:
                    if words:
                        self._flush()
                    if kind == ITEM:
                        self._item_depth = -1
                    frames.pop()
                    numbers.pop()
                elif kind != INLINE:
                    self._close(kind)
                node = node.next
            number = node.tag_id
            if number == TEXT:
                text = node.text_content or ""
                if words or not text.isspace() or self._verbatim:
                    words.append(text)
            elif (kind := kind_of(number, INLINE)) != SKIP:
                attributes = node.attributes
                child = node.first_child
                if ("style" in attributes or "hidden" in attributes) and self._hides(node, attributes):
                    pass
                elif special and node.mem_id in special:
                    if self._open_marked(node, kind, len(stack), attributes):
                        stack.append((node, kind + MARKED))
                        node = child
                        continue
                elif kind <= ITEM:
                    if words:
                        self._flush()
                    if child is not None:
                        if kind == ITEM:
                            self._item_depth = len(stack)
                        frames.append((kind, number, len(stack), attributes))
                        numbers.append(-1)
                        stack.append((node, kind))
                        node = child
                        continue
                elif kind <= LINK and child is not None and child.tag_id == TEXT and child.next is None:
                    words.append(text := child.text_content or "")
                    if kind == LINK:
                        self._linked += len(text)
                elif kind == INLINE:
                    if child is not None:
                        stack.append((node, kind))
                        node = child
                        continue
                elif kind == IMAGE:
                    if attributes.get("alt"):
                        self._image(attributes)
                elif self._open(node, kind, len(stack), attributes):
                    stack.append((node, kind))
                    node = child
                    continue
            node = node.next

    def _open(self, node: LexborNode, kind: int, depth: int, attributes: Attributes) -> bool:
        """Enter an element; false leaves its children out."""
        if kind == INLINE:
            return True
        if kind == IMAGE:
            return self._image(attributes)
        if kind in _INSIDE_TEXT:
            return _INSIDE_TEXT[kind](self, node)
        if self._words:
            self._flush()
        if kind == Kind.DIALOG and "open" not in attributes:
            return False
        if kind == Kind.ROW or kind == Kind.CELL:
            if self._grids and (grid := self._grids[-1]) is not None:
                if kind == Kind.CELL:
                    self._cell = []
                    grid.open_cell(attributes)
                return True
        elif kind == ITEM:
            self._item_depth = depth
        elif kind == Kind.LIST:
            self._lists += 1
        elif kind == Kind.QUOTE:
            self._quotes += 1
        elif kind == Kind.PRE:
            self._verbatim += 1
        elif kind == Kind.TABLE:
            self._grids.append(Grid() if is_data_table(node) else None)
        self._frames.append((kind, node.tag_id, depth, attributes))
        self._numbers.append(-1)
        return True

    def _close(self, kind: int) -> None:
        """Leave an element that was entered."""
        if kind >= MARKED:
            self._flush()
            self._marks.pop()
            kind -= MARKED
        if kind == INLINE:
            return
        if kind == Kind.LINK:
            self._linked += len("".join(self._words[self._link :]).strip())
            self._link = -1
            return
        if self._words:
            self._flush()
        if (kind == Kind.ROW or kind == Kind.CELL) and self._grids and (grid := self._grids[-1]) is not None:
            self._close_in_grid(kind, grid)
            return
        self._frames.pop()
        self._numbers.pop()
        if kind == ITEM:
            self._item_depth = -1
        elif kind == Kind.LIST:
            self._lists -= 1
        elif kind == Kind.QUOTE:
            self._quotes -= 1
        elif kind == Kind.PRE:
            self._verbatim -= 1
        elif kind == Kind.TABLE:
            self._grids.pop()

    def _close_in_grid(self, kind: int, grid: Grid) -> None:
        if kind == Kind.CELL:
            grid.close_cell(self._cell or [])
            self._cell = None
        else:
            text, links = grid.close_row()
            if text.strip():
                self._add(text, "tr", 0, links, False)
            self._show_images()

    def _hides(self, node: LexborNode, attributes: Attributes) -> bool:
        if "style" in attributes and (style := attributes["style"]) and "left:" in style and "top:" in style:
            self.placed.append(node)
        if not hides(attributes) or node.mem_id in self._shown:
            return False
        self.hidden.append(node)
        return True

    def _open_marked(self, node: LexborNode, kind: int, depth: int, attributes: Attributes) -> bool:
        if node.mem_id in self._left_out:
            return False
        self._flush()
        self._marks.append(self._labels.get(node.mem_id, self._marks[-1]))
        if self._open(node, kind, depth, attributes):
            return True
        self._marks.pop()
        return False

    def _flush(self, broken: bool = False) -> None:
        """Make the words so far a line: the end of a block or of a line in it."""
        words = self._words
        if self._link >= 0:
            self._linked += len("".join(words[self._link :]).strip())
            self._link = 0
        linked, self._linked = self._linked, 0
        text = "".join(words)
        several = tuple(words) if len(words) > 1 and len(text) < _SHORT else None
        words.clear()
        if self._verbatim and self._cell is None:
            self._add_verbatim(text, broken)
        elif text := " ".join(text.split()):
            if self._cell is None:
                if several:
                    self.pieces[self._number] = several
                tag, level = self._tag()
                self._add(text, tag, level, min(1.0, linked / len(text)) if linked else 0.0, broken)
            else:
                self._cell.append((text, linked))
        elif broken:
            self._number += 1
        if self._images and self._cell is None:
            self._show_images()

    def _tag(self) -> tuple[str, int]:
        """Return tag and level of a line that ends here."""
        _, number, depth, _ = self._frames[-1]
        tag, level = NAMES.get(number, "div"), 0  # a custom element can be where a hidden document starts
        if self._item_depth >= 0:
            if tag == "li" or (depth == self._item_depth + 1 and (tag == "p" or tag == "div")):
                tag, level = "li", self._lists or 1
            self._item_depth = -1
        elif tag == "li":
            level = self._lists or 1
        else:
            level = LEVELS.get(number, 0)
        if self._quotes and (tag == "p" or tag == "div"):
            tag = "blockquote"
        return tag, level

    def _add_verbatim(self, text: str, broken: bool) -> None:
        pieces = text.split("\n")
        if not pieces[-1].strip() and not broken:
            pieces.pop()
        for place, piece in enumerate(pieces, 1):
            if piece.strip():
                self._add(piece.rstrip(), "pre", 0, 0.0, broken or place < len(pieces))
            else:
                self._number += 1

    def _add(self, text: str, tag: str, level: int, links: float, broken: bool) -> None:
        kind, _, depth, _ = self._frames[-1]
        holder = self._numbers[-1]
        if holder < 0:
            holder = self._box()
        box = holder if kind == LEAF or tag == "tr" else max(0, self.parents[holder])
        number = self._number
        self.rows.append((text, tag, level, depth, links, box, broken, 0, number, self._marks[-1], 0))
        self.holders.append(holder)
        self._number = number + 1

    def _show_images(self) -> None:
        images, self._images = self._images, []
        for alt in images:
            self._add(alt, "img", 0, 0.0, False)

    def _box(self) -> int:
        """Number the open blocks that had no line so far; return the innermost that is no leaf."""
        frames, numbers, parents = self._frames, self._numbers, self.parents
        first = len(frames) - 1
        while first and numbers[first - 1] < 0:
            first -= 1
        parent = numbers[first - 1] if first else -1
        for place in range(first, len(frames)):
            kind, number, _, attributes = frames[place]
            if kind != LEAF:
                parents.append(parent)
                self.tags.append(number)
                self.attributes.append(attributes)
                parent = len(parents) - 1
            numbers[place] = parent
        return parent

    def _break(self, node: LexborNode) -> bool:
        if self._words:
            self._flush(broken=True)
        else:
            self._number += 1
        return False

    def _start_link(self, node: LexborNode) -> bool:
        if self._link < 0:
            self._link = len(self._words)
        return True

    def _image(self, attributes: Attributes) -> bool:
        alt = (attributes.get("alt") or "").strip()
        if not alt:
            return False
        tex = image_formula(attributes)
        if tex:
            self._words.append(tex)
        else:
            self._images.append(" ".join(alt.split()))
            if self._cell is None and not self._words:
                self._show_images()
        return False

    def _reading(self, node: LexborNode) -> bool:
        """A ruby text: in parentheses, its own if the page has them."""
        before = node.prev
        bare = before is None or before.tag != "rp"
        self._words.append(f"({node.text()})" if bare else node.text())
        return False

    def _formula(self, node: LexborNode) -> bool:
        self.formulas = True
        self._words.append(formula(node))
        return False

    def _script(self, node: LexborNode) -> bool:
        if (node.attributes.get("type") or "").startswith("math/tex"):
            self.formulas = True
            self._words.append(f" {node.text().strip()} ")
        return False


_INSIDE_TEXT: dict[int, Callable[[Walk, LexborNode], bool]] = {
    Kind.LINK: Walk._start_link,
    Kind.BREAK: Walk._break,
    Kind.RUBY: Walk._reading,
    Kind.MATH: Walk._formula,
    Kind.SCRIPT: Walk._script,
}
