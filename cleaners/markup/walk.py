"""One pass over a tree: nodes in, rows of text out (``rows``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

from selectolax.lexbor import LexborNode

from cleaners.markup.elements import BUTTON, KINDS, OL, TEXT, Attributes, Kind
from cleaners.markup.formulas import formula, image_formula
from cleaners.markup.hidden import fills_heading, has_no_size, hides, is_panel
from cleaners.markup.items import counter_of
from cleaners.markup.link_targets import links_itself, marks_itself, stays
from cleaners.markup.preformatted import PROPERTY, keeps_lines
from cleaners.markup.raised import raised_text
from cleaners.markup.rows import Rows
from cleaners.markup.tables import Grid, is_data_table

SKIP, LEAF, BOX, ITEM, INLINE, LINK = Kind.SKIP, Kind.LEAF, Kind.BOX, Kind.ITEM, Kind.INLINE, Kind.LINK
IMAGE = Kind.IMAGE
_OF_ANCHORS = frozenset(("name", "id", "style"))  # what has no more is a place, often never closed
_ASKS = ("?", "\uff1f")
MARKED = 64  # added to the kind of an element that changes the mark


class Walk(Rows):
    """The state of one pass.

    Args:
        marks: by ``mem_id``, the label of each marked subtree.
        shown: ``mem_id`` of subtrees that count as visible although the markup hides them.
        left_out: ``mem_id`` of subtrees that the pass leaves out.
        first: number of the first line.
    """

    def __init__(
        self,
        marks: Mapping[int, str],
        shown: Set[int] = frozenset(),
        left_out: Set[int] = frozenset(),
        first: int = 0,
    ) -> None:
        super().__init__()
        self.number = first
        self.hidden: list[LexborNode] = []
        self.placed: list[LexborNode] = []
        self.formulas = False
        self._special = marks.keys() | shown | left_out
        self._labels, self._shown, self._left_out = marks, shown, left_out
        self._lined: set[int] = set()  # boxes that keep the ends of lines, as met
        self._grids: list[Grid | None] = []

    def run(self, root: LexborNode) -> None:
        """Walk over ``root`` and everything below it, without recursion."""
        words, frames, numbers, special = self.words, self.frames, self.numbers, self._special
        kinds, known, lists = KINDS, len(KINDS), self.lists
        stack: list[tuple[LexborNode, int]] = []
        self._open(root, BOX, 0, root.attributes)
        node = root.first_child
        while True:
            while node is None:
                if not stack:
                    return self.flush()
                node, kind = stack.pop()
                if kind <= ITEM:
                    if words:
                        if kind == LEAF and self.linked and "id" in frames[-1][3] and links_itself(node):
                            self.linked = 0
                        self.flush()
                    if kind == ITEM:
                        self.item_depth = -1
                    frames.pop()
                    if len(numbers) > len(frames):
                        numbers.pop()
                elif kind == LINK:
                    self._end_link(node)
                elif kind != INLINE:
                    self._close(kind, node)
                node = node.next
            number = node.tag_id
            if number == TEXT:
                if words or self.verbatim:
                    words.append(node.text_content or "")
                elif not node.is_empty_text_node and not (text := node.text_content or "").isspace():
                    words.append(text)
            elif (kind := kinds[number] if number < known else INLINE) != SKIP:
                attributes = node.attributes
                child = node.first_child
                if number == BUTTON and fills_heading(node):
                    kind = INLINE
                if attributes and ("style" in attributes or "hidden" in attributes) and self._hides(node, attributes):
                    pass
                elif special and node.mem_id in special:
                    if node.mem_id in self._lined:
                        kind = Kind.PRE
                    if self._open_marked(node, kind, len(stack), attributes):
                        stack.append((node, kind + MARKED))
                        node = child
                        continue
                elif kind <= ITEM:
                    if words:
                        self.flush()
                    if child is not None:
                        if kind == ITEM:
                            self.item_depth = len(stack)
                            if counter := lists[-1]:
                                counter.count(attributes)
                        frames.append((kind, number, len(stack), attributes))
                        stack.append((node, kind))
                        node = child
                        continue
                    if kind == ITEM and (counter := lists[-1]):
                        counter.count(attributes)
                elif kind <= LINK and child is not None and child.tag_id == TEXT and child.next is None:
                    words.append(text := child.text_content or "")
                    if kind == LINK and not (text[-1:] in _ASKS and stays(attributes)) and not marks_itself(attributes):
                        self.linked += len(text)
                elif kind <= LINK:
                    if child is not None:
                        if kind == LINK and "href" not in attributes and _OF_ANCHORS.issuperset(attributes):
                            kind = INLINE
                        elif kind == LINK and self.link < 0:
                            self.link = len(words)
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
        if kind == Kind.SCRIPT:
            return self._script(node, attributes)
        if kind in _INSIDE_TEXT:
            return _INSIDE_TEXT[kind](self, node)
        if self.words:
            self.flush()
        if kind == Kind.DIALOG and "open" not in attributes:
            return False
        if kind == Kind.ROW or kind == Kind.CELL:
            if self._grids and (grid := self._grids[-1]) is not None:
                if kind == Kind.CELL:
                    self.cell = []
                    grid.open_cell(attributes)
                return True
        elif kind == ITEM:
            self.item_depth = depth
            if counter := self.lists[-1]:
                counter.count(attributes)
        elif kind == Kind.LIST:
            counts = node.tag_id == OL or "style" in attributes
            self.lists.append(counter_of(node, attributes) if counts else None)
        elif kind == Kind.QUOTE:
            self.quotes += 1
        elif kind == Kind.PRE:
            self.verbatim += 1
        elif kind == Kind.TABLE:
            self._grids.append(Grid() if is_data_table(node) else None)
        self.frames.append((kind, node.tag_id, depth, attributes))
        return True

    def _close(self, kind: int, node: LexborNode) -> None:
        """Leave an element that was entered."""
        if kind >= MARKED:
            self.flush()
            self.marks.pop()
            kind -= MARKED
        if kind == INLINE or kind == Kind.RAISED:
            return
        if kind == LINK:
            self._end_link(node)
            return
        if self.words:
            self.flush()
        if (kind == Kind.ROW or kind == Kind.CELL) and self._grids and (grid := self._grids[-1]) is not None:
            self._close_in_grid(kind, grid)
            return
        self.frames.pop()
        if len(self.numbers) > len(self.frames):
            self.numbers.pop()
        if kind == ITEM:
            self.item_depth = -1
        elif kind == Kind.LIST:
            self.lists.pop()
        elif kind == Kind.QUOTE:
            self.quotes -= 1
        elif kind == Kind.PRE:
            self.verbatim -= 1
        elif kind == Kind.TABLE:
            self._grids.pop()

    def _close_in_grid(self, kind: int, grid: Grid) -> None:
        if kind == Kind.CELL:
            grid.close_cell(self.cell or [])
            self.cell = None
        else:
            text, links = grid.close_row()
            if text.strip():
                self.add(text, "tr", 0, links, False)
            self.show_images()

    def _hides(self, node: LexborNode, attributes: Attributes) -> bool:
        """Tell whether an element's attributes hide it; note what else its style says."""
        style = attributes.get("style")
        if style:
            if "left:" in style and "top:" in style:
                self.placed.append(node)
            if "0" in style and "size" in style.lower() and has_no_size(node, style):
                return True
            if PROPERTY in style and keeps_lines(node, style):
                self._lined.add(node.mem_id)
                self._special.add(node.mem_id)
        if not hides(attributes) or node.mem_id in self._shown or is_panel(node):
            return False
        self.hidden.append(node)
        return True

    def _open_marked(self, node: LexborNode, kind: int, depth: int, attributes: Attributes) -> bool:
        if node.mem_id in self._left_out:
            return False
        self.flush()
        self.marks.append(self._labels.get(node.mem_id, self.marks[-1]))
        if self._open(node, kind, depth, attributes):
            return True
        self.marks.pop()
        return False

    def _break(self, node: LexborNode) -> bool:
        if self.words:
            self.flush(broken=True)
        else:
            self.number += 1
        return False

    def _start_link(self, node: LexborNode) -> bool:
        if self.link < 0:
            self.link = len(self.words)
        return True

    def _end_link(self, node: LexborNode) -> None:
        text = "".join(self.words[self.link :]).strip()
        attributes = node.attributes
        if not (text[-1:] in _ASKS and stays(attributes)) and not marks_itself(attributes):
            self.linked += len(text)
        self.link = -1

    def _image(self, attributes: Attributes) -> bool:
        alt = (attributes.get("alt") or "").strip()
        if not alt:
            return False
        tex = image_formula(attributes)
        if tex:
            self.words.append(tex)
        else:
            self.images.append(" ".join(alt.split()))
            if self.cell is None and not self.words:
                self.show_images()
        return False

    def _reading(self, node: LexborNode) -> bool:
        """A ruby text: in parentheses, its own if the page has them."""
        before = node.prev
        bare = before is None or before.tag != "rp"
        self.words.append(f"({node.text()})" if bare else node.text())
        return False

    def _formula(self, node: LexborNode) -> bool:
        self.formulas = True
        self.words.append(formula(node))
        return False

    def _raised(self, node: LexborNode) -> bool:
        """Figures above or below the line; a note is what a link begins with."""
        words = self.words
        form = raised_text(node, "".join(words[-2:])) if len(words) > max(0, self.link) else ""
        if form:
            words.append(form)
        return not form

    def _script(self, node: LexborNode, attributes: Attributes) -> bool:
        if (attributes.get("type") or "").startswith("math/tex"):
            self.formulas = True
            self.words.append(f" {node.text().strip()} ")
        return False


_INSIDE_TEXT: dict[int, Callable[[Walk, LexborNode], bool]] = {
    Kind.LINK: Walk._start_link,
    Kind.BREAK: Walk._break,
    Kind.RUBY: Walk._reading,
    Kind.MATH: Walk._formula,
    Kind.RAISED: Walk._raised,
}
