"""Which lines are main content, on pages that no profile knows.

Prose speaks for a box; links, teasers and what its author called it speak against. The content grows from the siblings
that hold the most prose to the box around them that adds enough of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from cleaners.content.alike import lines_of_boxes_alike
from cleaners.content.between_pages import between_pages
from cleaners.content.box_heads import heads_answers, is_labelled
from cleaners.content.box_kinds import (
    heads_controls,
    is_form,
    is_listed,
    is_table,
    kind_of,
    numbers_part,
    post_kinds,
)
from cleaners.content.box_names import CONTENT
from cleaners.content.box_notices import notices
from cleaners.content.boxes import AGAINST_WEIGHT, DOUBT, MIXED, Boxes
from cleaners.content.cards import cards
from cleaners.content.controls import bars, controls
from cleaners.content.counted_answers import answerers
from cleaners.content.links import linked_shares
from cleaners.content.measured import Measured, Prose, in_words, measured
from cleaners.content.member_boxes import in_member_boxes
from cleaners.content.posts import asked_when, stamps
from cleaners.content.sections import holds_title, parts_above, sections_beside
from cleaners.content.sentences import around_root, heading_over, lead
from cleaners.content.thread_ends import posts_in, question
from cleaners.content.viewer_pages import (
    are_called_pages,
    count_up,
    lines_of_pages,
    page_numbers,
    pages_around,
    running_lines,
    siblings_like,
)
from cleaners.document import HEADINGS
from cleaners.facts.counted_pages import NUMBER as PAGE
from cleaners.facts.finding import STAMP
from cleaners.markup.nesting import lines_in, share_as_deep, span
from cleaners.markup.outline import Outline
from cleaners.rules.strangers import BLANK

OUTSIDE: Final = "outside-content"
SIDE: Final = "side-block"
LINKS: Final = "link-block"
LINK: Final = "link"
BUTTON: Final = "button"
HEAD: Final = "running-head"

_FEW: Final = 200  # where the best siblings hold less prose ...
_FEW_IN_ALL: Final = 500  # ... and all that count no more, the document may be none: verse, a form, slides
_SOME: Final = 50  # so many of its words, and no box counts that has a name against it
_SHARE: Final = 0.15  # siblings with this share of the best ones' prose may belong to the content
_OWN: Final = 4.0  # a line of so much counts that stands in the very box around the best ones
_SECTION, _SECTIONS = 20.0, 4  # ... and so many side by side with a line of so much: sections of it
_GROWTH: Final = 1.8  # a box around the content must hold so much more prose
_THREAD_GROWTH: Final = 1.05
_CALLED_GROWTH: Final = 1.25  # ... around words that are no prose, where its name says content
_MORE: Final = 0.1  # ... or this much more, of which this share of characters ...
_DENSE: Final = 0.7  # ... is prose, compared with what is in the box, and as deep in the tree
_LITTLE: Final = 0.03  # a box in doubt goes where it holds less than this share of the content's prose
_PAGE: Final = 0.1  # boxes of the root's own name with this share of its prose are further pages
_WRAPPED: Final = 1.02  # a box with hardly more prose than the one in it is a wrapper
_MOSTLY: Final = 0.8
_LISTING: Final = 0.8  # a root with more links is a list of links
_LINKS_STAY: Final = frozenset(("p", "tr", "dt"))
_LINKS_ABOVE: Final = frozenset(("tr",))  # ... above the text: a name in a paragraph of its own is none of it
_LINK: Final = 0.9
_LINKED: Final = 0.5  # a box in it with more goes
_LABELLED: Final = 0.35  # so much of what a label names is links


class Content(NamedTuple):
    """The rule that leaves each line out of the main content, empty for a line of it; and how many pages it fills."""

    rules: list[str]
    pages: int


def main_content(outline: Outline, url: str = "") -> list[str]:
    """Return for each line the rule that leaves it out of the main content; empty for a line of the content.

    Args:
        outline: a page.
        url: its address, where known.
    """
    return content_of(outline, url).rules


def content_of(outline: Outline, url: str = "") -> Content:
    """Return which lines are main content, and how many of a viewer's pages hold some; 0 where it has none.

    Args:
        outline: a page.
        url: its address, where known.
    """
    if not outline.rows:
        return Content([], 0)
    lines = measured(outline)
    choice = _Choice(outline, lines, in_words=False, url=url)
    if choice.most < _FEW and choice.total < _FEW_IN_ALL and not choice.thread:
        choice = _Choice(outline, in_words(lines, outline), in_words=True)
    rules = choice.rules()
    return Content(rules, choice.filled_pages)


class _Choice:
    """What is known of one page, in one measure."""

    def __init__(self, outline: Outline, found: Measured, *, in_words: bool, url: str = "") -> None:
        self.outline, self.parents, self.in_words = outline, outline.parents, in_words
        self.boxes = Boxes(outline, found, url, may_be_thread=not in_words)
        self.names, self.prose, self.thread = self.boxes.names, self.boxes.prose, self.boxes.thread
        self.added: list[int] = []  # places of sentences around what has most prose
        self.pages: list[int] = []  # boxes that are pages of a viewer
        self.filled_pages = 0  # of those, with text
        self.numbered = False  # ... and count up: what stands beside them is none of the document
        self._gather(found.prose)

    def _gather(self, lines: Sequence[Prose]) -> None:
        """Weigh the prose of siblings together; find which lines count and the root of the content."""
        inherited, groups = self._weighed(lines)
        best = max(sorted(groups), key=groups.__getitem__, default=0)
        if inherited[best] < 1 and self.boxes.acquit(best):
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
        inside, outside = span(self.parents, root), span(self.parents, around)
        chars = self._characters(inside)
        if more * chars < _DENSE * inner * (self._characters(outside) - chars):
            return False
        if self.groups.get(around, 0.0) >= _DENSE * more:
            return True  # lines of its own, and the root is a box among them
        lines = [(holder, depth, value) for _, holder, _, depth, value in self.strong]
        return share_as_deep(lines, inside, outside) >= _DENSE

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

    def rules(self) -> list[str]:
        """Return the rule that leaves each line out; empty for a line of the content."""
        rows, holders, root = self.outline.rows, self.outline.holders, self.root
        boxes = span(self.parents, root)
        lines = lines_in(self.outline, boxes)
        linked = linked_shares(self.outline, boxes, lines)
        listing = root > 0 and linked[0] > _LISTING
        box_rules = [""] * len(boxes) if listing else self._box_rules(boxes, linked)
        strong = () if self.numbered else self.strong
        inside = [line[0] for line in strong if line[0] in lines and not box_rules[line[1] - root]]
        if self.thread:
            known = set(inside)
            inside, beside, stray = posts_in(self.outline, [line for line in self.strong if line[0] in known])
        pages = lines_of_pages(self.outline, root, self.pages) if self.pages else []
        self.filled_pages = sum(map(bool, pages))
        inside += [
            *self.added,
            *(place for places in pages for place in places if not box_rules[holders[place] - root]),
        ]
        if not (self.thread or self.pages):
            inside += lines_of_boxes_alike(self.outline, root, inside, box_rules)
        first, last = (min(inside), max(inside)) if inside else (0, -1)
        if not self.thread and lines.start < first:
            above = [place for place in range(lines.start, first) if not box_rules[holders[place] - root]]
            first = lead(self.outline, self.boxes.weight, above, inside, root)
            first = heading_over(self.outline, above, first, last)
            if first > lines.start and numbers_part(self.outline, first - 1):
                first -= 1
        siblings = {rows[place][5] for place in inside}
        numbers = page_numbers(self.outline, self.pages, pages) if pages else frozenset[int]()
        heads = running_lines(self.outline, pages, numbers) if pages else ()
        rules = [OUTSIDE] * len(rows)
        maybe_cards, headings = [], []
        for place in lines:
            row = rows[place]
            tag = row[1]
            if (rule := box_rules[holders[place] - root]) or place in numbers or place in heads:
                rules[place] = rule or (PAGE if place in numbers else HEAD)
                if row[2] > 1 and rule == LINKS:
                    headings.append(place)
            elif tag == "button":
                rules[place] = BUTTON
            elif self.numbered and not first <= place <= last and tag != "h1":
                continue
            elif (
                first <= place <= last
                or listing
                or row[5] in siblings
                or holders[place] in siblings
                or row[2] == 1
                or tag == "tr"
                or BLANK in row[0]
            ):
                rules[place] = ""
                if row[4] > _LINK and not listing and row[2] == 0:
                    if tag in (_LINKS_STAY if place >= first else _LINKS_ABOVE):
                        maybe_cards.append(place)
                    elif not numbers_part(self.outline, place):
                        rules[place] = LINK
                elif row[4] > _LABELLED and row[2] == 0 and is_labelled(row[0]):
                    rules[place] = LINK
                elif tag == "div" and row[0][-3:-2] == ":":
                    maybe_cards.append(place)
        for place in headings:
            if first < place < last and heads_controls(self.outline, place):
                rules[place] = ""
        content = [place for place in lines if not rules[place]]
        if self.thread:
            answers = [place for place in content if not rows[place][4] and heads_answers(rows[place][0])]
            by = answerers(self.outline, self.prose, self.boxes.answers)
            told = (*stamps(rows, content), *controls(self.outline, content), *in_member_boxes(self.outline, content))
            for place in (*beside, *answers, *by, *told):
                rules[place] = STAMP
            for place in question(self.outline, self.strong, first):
                rules[place] = ""
            unmarked = [place for place in content if not rules[place]]
            for place in (*stray, *asked_when(self.outline, unmarked)):
                rules[place] = OUTSIDE
        elif not listing:
            self._mark_beside(rules, content, maybe_cards)
        return rules

    def _mark_beside(self, rules: list[str], content: list[int], maybe_cards: Sequence[int]) -> None:
        """Take in what belongs to a text beside it and leave out what is the site's within it, in ``rules`` (in place).

        Args:
            rules: by line, the rule that leaves it out.
            content: the lines of the text.
            maybe_cards: those of them that may be headlines of other documents.
        """
        rows, weight = self.outline.rows, self.boxes.weight
        beside = sections_beside(self.outline, weight, self.root) if content else []
        beside += parts_above(self.outline, weight, self.root)
        for place in beside:
            rules[place] = ""
        content = sorted([*content, *beside]) if beside else content
        for place in (
            *notices(self.outline, content, self.groups, self.total),
            *between_pages(self.outline, self.root, content),
        ):
            rules[place] = OUTSIDE
        for place in bars(self.outline, content):
            rules[place] = BUTTON
        for place in cards(rows, maybe_cards, content) if maybe_cards else ():
            rules[place] = LINK

    def _box_rules(self, boxes: range, linked: Sequence[float]) -> list[str]:
        """Return the rule of each box in the root; ``linked`` is the share of its characters that are links."""
        root, parents, sums, prose, weight = self.root, self.parents, self.sums, self.prose, self.boxes.weight
        rules = [""] * len(boxes)
        posts = post_kinds(self.outline, root, self.strong) if self.thread else frozenset()
        least, little = 0.3 * sums[root], _LITTLE * sums[root]
        for number in boxes[1:]:
            if rule := rules[parents[number] - root]:
                rules[number - root] = rule
            elif sums[number] <= least:
                own = weight(number)
                if own < MIXED or (own < 1 and prose[number] < little):
                    is_own = (own >= DOUBT and is_table(self.outline, number)) or is_form(self.outline, number)
                    rules[number - root] = "" if is_own else SIDE
                elif (share := linked[number - root]) > _LINKED and not is_listed(
                    self.outline.tags[number], share, linked[parents[number] - root]
                ):
                    own_lines = lines_in(self.outline, span(parents, number))
                    is_number = len(own_lines) == 1 and numbers_part(self.outline, own_lines.start)
                    rules[number - root] = "" if is_number or kind_of(self.outline, number) in posts else LINKS
        return rules
