"""Which box of a page holds its main content.

Prose speaks for a box; links, teasers and what its author called it speak against. The content grows from the siblings
that hold the most prose to the box around them that adds enough of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from cleaners.content.box_kinds import is_table
from cleaners.content.box_names import CONTENT
from cleaners.content.boxes import AGAINST_WEIGHT, DOUBT, Boxes
from cleaners.content.measured import Measured, Prose
from cleaners.content.sections import holds_title
from cleaners.content.sentences import around_root
from cleaners.content.viewer_pages import are_called_pages, count_up, pages_around, siblings_like
from cleaners.document import HEADINGS
from cleaners.markup.elements import KINDS, Kind
from cleaners.markup.nesting import lines_in, share_as_deep, span
from cleaners.markup.outline import Outline

_SOME: Final = 50  # so many of its words, and no box counts that has a name against it
_SHARE: Final = 0.15  # siblings with this share of the best ones' prose may belong to the content
_OWN: Final = 4.0  # a line of so much counts that stands in the very box around the best ones
_SECTION, _SECTIONS = 20.0, 4  # ... and so many side by side with a line of so much: sections of it
_GROWTH: Final = 1.8  # a box around the content must hold so much more prose
_THREAD_GROWTH: Final = 1.05
_CALLED_GROWTH: Final = 1.25  # ... around words that are no prose, where its name says content
_MORE: Final = 0.1  # ... or this much more, of which this share of characters ...
_DENSE: Final = 0.7  # ... is prose, compared with what is in the box, and as deep in the tree
_TITLES: Final = (1, 2)  # levels of headings that can be a text's title
_PAGE: Final = 0.1  # boxes of the root's own name with this share of its prose are further pages
_WRAPPED: Final = 1.02  # a box with hardly more prose than the one in it is a wrapper
_MOSTLY: Final = 0.8


class Choice:
    """What is known of one page, in one measure.

    Attributes:
        outline: the page.
        boxes: its boxes, weighed.
        strong: the lines of prose that count.
        sums: by box, how much of that it holds.
        groups: by box, how much prose its own lines are, as far as it counts; ``most`` and ``total`` of that.
        root: the box that holds the content.
        added: places of sentences around what has most prose.
        pages: boxes that are pages of a viewer.
        numbered: these count up: what stands beside them is none of the document.
        thread: the page is a thread.
        in_words: words are counted, since there is hardly any prose.
    """

    def __init__(self, outline: Outline, found: Measured, *, in_words: bool, url: str = "") -> None:
        self.outline, self.parents, self.in_words = outline, outline.parents, in_words
        self.boxes = Boxes(outline, found, url, may_be_thread=not in_words)
        self.names, self.prose, self.thread = self.boxes.names, self.boxes.prose, self.boxes.thread
        self.added: list[int] = []
        self.pages: list[int] = []
        self.numbered = False
        self._gather(found.prose)

    def _gather(self, lines: Sequence[Prose]) -> None:
        """Weigh the prose of siblings together; find which lines count and the root of the content."""
        inherited, groups = self._weighed(lines)
        best = max(sorted(groups), key=groups.__getitem__, default=0)
        if inherited[best] < 1 and self.boxes.acquit(best):
            inherited, groups = self._weighed(lines)
        if self.boxes.acquit_description(max(groups.values(), default=0.0)):
            inherited, groups = self._weighed(lines)
        self.groups = groups
        self.most, self.total = max(groups.values(), default=0.0), sum(groups.values())
        least = _SHARE * self.most
        doubtful = 0.9 * self.most if self.in_words and self.most > _SOME else least
        self.strong: list[Prose] = []
        weak: list[Prose] = []  # of siblings with less prose
        self.sums = sums = [0.0] * len(self.parents)  # by box, of strong lines
        for line in lines:
            _, holder, group, _, value = line
            weight = inherited[holder]
            enough = least if weight > AGAINST_WEIGHT else doubtful
            if (
                groups[group] >= enough
                or (self.thread and weight >= DOUBT)
                or (value >= _OWN and groups.get(holder, 0.0) >= self.most)
            ):
                self.strong.append(line)
                sums[holder] += value * weight
            elif weight == 1 and value >= _SECTION:
                weak.append(line)
        for line in self._sections(weak) if weak else ():
            self.strong.append(line)
            sums[line[1]] += line[4]
        for number in reversed(self.boxes.filled):
            if number and (value := sums[number]):
                sums[self.parents[number]] += value
        self.root = self._grown(max(sorted(groups), key=groups.__getitem__, default=0))

    def _weighed(self, lines: Sequence[Prose]) -> tuple[list[float], defaultdict[int, float]]:
        """Return for each box how far its prose counts, and for each how much its own lines are by this measure."""
        inherited = self.boxes.inherited_weights()
        groups = defaultdict[int, float](float)
        for _, holder, group, _, value in lines:
            groups[group] += value * inherited[holder]
        return inherited, groups

    def _sections(self, weak: Sequence[Prose]) -> list[Prose]:
        """Return the lines of siblings with less prose, several of which stand side by side, with or among headings."""
        parents = self.parents
        beside = Counter([parents[group] for group in {line[2] for line in (*weak, *self.strong)}])
        headings = Counter([row[5] for row in self.outline.rows if row[1] in HEADINGS])
        return [
            line
            for line in weak
            if beside[parents[line[2]]] >= _SECTIONS and (headings[line[2]] or headings[parents[line[2]]] > 1)
        ]

    def _grown(self, root: int) -> int:
        growth = _THREAD_GROWTH if self.thread or (self.boxes.called_thread and not self.in_words) else _GROWTH
        called = _CALLED_GROWTH if self.in_words else growth
        self.pages = pages_around(self.outline, self.boxes.weight, root)
        self.numbered = len(self.pages) > 1
        if self.numbered:
            return self.parents[self.pages[0]]
        if KINDS[self.outline.tags[root]] == Kind.PRE and self.parents[root] > 0:
            root = self.parents[root]  # tables and pictures stand beside what is preformatted
        root, self.added = around_root(self.outline, self.prose, self.groups, root)
        around = self.parents[root]
        while around > 0 and is_table(self.outline, root):
            root, around = around, self.parents[around]  # what stands round it is of the same document
        while around >= 0:
            enough = called if self.names[around] & CONTENT else growth
            grown = self.sums[around] / inner if (inner := self.sums[root]) else enough
            if grown >= enough or (grown >= 1 + _MORE and self._continues(root, around)):
                root = around
            if self.in_words and 2 * self.sums[root] > self.sums[0] and holds_title(self.outline, around):
                break  # few words are found all over a page
            around = self.parents[around]
        return self._with_pages(root)

    def _continues(self, root: int, around: int) -> bool:
        """Tell whether what a box adds to the root is more of the same: little but prose, and as deep in the tree."""
        inner = self.sums[root]
        more = self.sums[around] - inner
        if self._is_column(root):
            return False
        inside, outside = span(self.parents, root), span(self.parents, around)
        chars = self._characters(inside)
        if more * chars < _DENSE * inner * (self._characters(outside) - chars):
            return False
        if self.groups.get(around, 0.0) >= _DENSE * more:
            return True  # lines of its own, and the root is a box among them
        lines = [(holder, depth, value) for _, holder, _, depth, value in self.strong]
        return share_as_deep(lines, inside, outside) >= _DENSE

    def _is_column(self, box: int) -> bool:
        """Tell whether a box is a cell of a layout with the text's heading, and beside it stands another with prose."""
        row = self.parents[box]
        kinds = KINDS[self.outline.tags[box]], KINDS[self.outline.tags[row]]
        if kinds != (Kind.CELL, Kind.ROW) or self.sums[row] < (1 + _MORE) * self.sums[box]:
            return False
        return any(self.outline.rows[at][2] in _TITLES for at in lines_in(self.outline, span(self.parents, box)))

    def _characters(self, boxes: range) -> int:
        rows = self.outline.rows
        lines = lines_in(self.outline, boxes)
        return sum([len(row[0]) for row in rows[lines.start : lines.stop] if row[1] != "img"])

    def _with_pages(self, root: int) -> int:
        """Return the box around a root that is one of several pages: boxes of one name, each with text of its own."""
        page, parent = root, self.parents[root]
        pages = self._alike(parent, page) if parent >= 0 else []
        while parent > 0 and self.prose[parent] <= _WRAPPED * self.prose[page] and not count_up(self.outline, pages):
            page, parent = parent, self.parents[parent]
            pages = self._alike(parent, page)
        prose = sum([self.prose[number] for number in pages])
        if prose >= (1 + _PAGE) * self.prose[root] or count_up(self.outline, pages):
            self.pages = pages
            return parent
        inner = self.boxes.largest_in(root)
        pages = self._alike(root, inner) if inner else []
        prose = sum([self.prose[number] for number in pages])
        if len(pages) > 1 and prose >= _MOSTLY * self.prose[root] and are_called_pages(self.outline, pages):
            self.pages = pages
        return root

    def _alike(self, parent: int, like: int) -> list[int]:
        return siblings_like(self.outline, self.boxes.weight, parent, like)
