"""Which lines are main content, on pages that no profile knows.

Prose speaks for a box; links, teasers and what its author called it speak against. The content grows from the siblings
that hold the most prose to the box around them that adds enough of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cleaners.box_names import AGAINST, BESIDE, COMMENTS, CONTENT, THREAD, box_names
from cleaners.document import Line
from cleaners.elements import NAMES
from cleaners.outline import Box, Outline

OUTSIDE: Final = "outside-content"
SIDE: Final = "side-block"
LINKS: Final = "link-block"
LINK: Final = "link"
BUTTON: Final = "button"
PAGE: Final = "page-number"

_PAGE_NUMBER = re.compile(r"[-—\s]*(\d{1,4})(\s*/\s*\d{1,4})?[-—\s]*")
_PAGE_NAME = re.compile(r"page|(?<![a-z])p[gn](?![a-z])|sheet|leaf|folio", re.I)
_STOPS = re.compile(r"[，。！？；…”]|[,.;:!?](?=\s|$)")
_SIDE_TAGS: Final = frozenset(("nav", "footer", "aside", "form", "fieldset"))
_WORDS: Final = 0.02  # what a character of a short line without punctuation says at least
_LATIN: Final = 0.35  # what a Latin letter says, measured in Chinese characters
_HEADLINE: Final = 7  # a link of more characters is a headline
_TEASERS: Final = 3  # so many siblings, each a headline with a line or two, are teasers of other documents
_SHARE: Final = 0.15  # siblings with this share of the best ones' prose may belong to the content
_GROWTH: Final = 1.8  # a box around the content must hold so much more prose
_THREAD_GROWTH: Final = 1.05
_PAGE: Final = 0.1  # boxes of the root's own name with this share of its prose are further pages
_MOSTLY: Final = 0.8
_DOUBT: Final = 0.4  # weight of a box that is named after what stands beside a document; less adds nothing to a thread
_MIXED: Final = 0.7  # ... and after a document as well


def main_content(outline: Outline) -> list[str]:
    """Return for each line the rule that leaves it out of the main content; empty for a line of the content."""
    if not outline.lines:
        return []
    return _Choice(outline).rules()


def _prose(line: Line) -> float:
    """Return how much prose a line holds, in Chinese characters; 0 for links, headings and images."""
    text, tag, level, _, links, *_ = line
    if links > 0.4 or tag in ("img", "button") or (level and tag != "li"):
        return 0.0
    size = len(text)
    stops = size > 40 or (size > 7 and _STOPS.search(text) is not None)
    weight = size * _LATIN if text.isascii() else float(size)
    return weight - 2 if stops else max(_WORDS * weight, 0.2 * weight - 2)


def _sum_up(parents: Sequence[int], *values: list[float]) -> None:
    """Turn what each box holds itself into what it holds with all boxes in it, in place."""
    for own in values:
        for number in range(len(parents) - 1, 0, -1):
            if value := own[number]:
                own[parents[number]] += value


class _Choice:
    """What is known of the boxes of one page, all lists by number of box unless said otherwise."""

    def __init__(self, outline: Outline) -> None:
        self.lines, self.holders, self.boxes, _ = outline
        self.parents = [box[0] for box in self.boxes]
        self.names = box_names(self.boxes)
        self.prose = [_prose(line) for line in self.lines]  # by line
        self._count()
        self.pages: list[int] = []  # boxes that are pages of a viewer
        self.thread = self._is_thread()
        self.weights = self._weights()
        self._gather()

    def _count(self) -> None:
        """Sum up prose, prose lines, headlines, characters and linked characters."""
        empty = [0.0] * len(self.boxes)
        prose, counts, headlines, chars, linked = empty[:], empty[:], empty[:], empty[:], empty[:]
        for line, holder, value in zip(self.lines, self.holders, self.prose, strict=True):
            if value:
                prose[holder] += value
                counts[holder] += value > 4
            size, links = len(line.text), line.links
            if links:
                linked[holder] += size * links
                headlines[holder] += links > 0.9 and size > _HEADLINE
            if line.tag != "img":
                chars[holder] += size
        _sum_up(self.parents, prose, counts, headlines, chars, linked)
        self.all_prose, self.counts, self.headlines, self.chars, self.linked = prose, counts, headlines, chars, linked

    def _is_thread(self) -> bool:
        """Tell whether comments are the document: the page says so by its names, or they are most of its prose."""
        names, boxes = self.names, self.boxes
        if any(name & THREAD for name in names):
            return True
        comments = [
            self.all_prose[number]
            for number, name in enumerate(names)
            if name & COMMENTS and number and not names[boxes[number][0]] & COMMENTS
        ]
        return sum(comments) > 0.5 * self.all_prose[0]

    def _teasers(self) -> list[bool]:
        """Tell which boxes are one of several siblings that each are a headline with a line or two."""
        boxes = self.boxes
        like = [0 < heads <= 2 and count <= 2 for heads, count in zip(self.headlines, self.counts, strict=True)]
        siblings = [0] * len(boxes)
        for (parent, _, _), teaser in zip(boxes, like, strict=True):
            siblings[parent] += teaser
        return [teaser and siblings[box[0]] >= _TEASERS for teaser, box in zip(like, boxes, strict=True)]

    def _weights(self) -> list[float]:
        """Return how far the prose of each box counts by its own names, tag and neighbours."""
        half = 0.5 * self.all_prose[0]
        weights = []
        teasers = self._teasers()
        for number, (name, prose) in enumerate(zip(self.names, self.all_prose, strict=True)):
            weight = 1.0
            if prose <= (1.8 * half if name & AGAINST else half) and number:
                if name & AGAINST or NAMES.get(self.boxes[number][1]) in _SIDE_TAGS:
                    weight = 0.1
                elif name & COMMENTS and not self.thread:
                    weight = 0.2
                elif name & BESIDE and not name & COMMENTS:
                    weight = _MIXED if name & CONTENT else _DOUBT
            if teasers[number] and not (self.thread and name & (COMMENTS | CONTENT | THREAD)):
                weight = 0.05
            weights.append(weight)
        return weights

    def _gather(self) -> None:
        """Weigh the prose of siblings together; find which lines count and the root of the content."""
        boxes = self.boxes
        inherited = self.weights[:]
        for number in range(1, len(boxes)):
            inherited[number] = min(inherited[number], inherited[boxes[number][0]])
        groups = [0.0] * len(boxes)
        for line, holder, value in zip(self.lines, self.holders, self.prose, strict=True):
            if value:
                groups[line.box] += value * inherited[holder]
        least = _SHARE * max(groups)
        sums = [0.0] * len(boxes)
        self.strong = []  # by line
        for line, holder, value in zip(self.lines, self.holders, self.prose, strict=True):
            counts = value > 0 and (groups[line.box] >= least or (self.thread and inherited[holder] >= _DOUBT))
            self.strong.append(counts)
            if counts:
                sums[holder] += value * inherited[holder]
        _sum_up(self.parents, sums)
        self.sums = sums
        self.root = self._grown(max(range(len(boxes)), key=groups.__getitem__))

    def _grown(self, root: int) -> int:
        growth = _THREAD_GROWTH if self.thread else _GROWTH
        around = self.boxes[root][0]
        while around >= 0:
            if self.sums[around] >= growth * self.sums[root]:
                root = around
            around = self.boxes[around][0]
        return self._with_pages(root)

    def _with_pages(self, root: int) -> int:
        """Return the box around a root that is one of several pages: boxes of one name, each with text of its own."""
        parent = self.boxes[root][0]
        pages = self._alike(parent, self.boxes[root]) if parent >= 0 else []
        if sum([self.all_prose[number] for number in pages]) >= (1 + _PAGE) * self.all_prose[root]:
            self.pages = pages
            return parent
        inner = max(
            (number for number, box in enumerate(self.boxes) if box[0] == root), key=self.sums.__getitem__, default=0
        )
        pages = self._alike(root, self.boxes[inner]) if inner else []
        if sum([self.all_prose[number] for number in pages]) >= _MOSTLY * self.all_prose[root]:
            self.pages = pages
        return root

    def _alike(self, parent: int, like: Box) -> list[int]:
        """Return the boxes in ``parent`` that have the tag and the class of one of them; none without a class."""
        name = like[2].get("class")
        return [
            number
            for number, box in enumerate(self.boxes)
            if name
            and box[0] == parent
            and box[1] == like[1]
            and box[2].get("class") == name
            and self.weights[number] == 1
        ]

    def _page_lines(self) -> list[list[int]]:
        """Return the places of the lines of each page, where the content is pages."""
        page_of = {number: page for page, number in enumerate(self.pages)}
        lines: list[list[int]] = [[] for _ in self.pages]
        for number in range(self.root + 1, len(self.boxes)):
            if number not in page_of and (page := page_of.get(self.parents[number])) is not None:
                page_of[number] = page
        for place, holder in enumerate(self.holders):
            if (page := page_of.get(holder)) is not None:
                lines[page].append(place)
        return lines

    def _page_numbers(self, pages: Sequence[Sequence[int]]) -> set[int]:
        """Return the places of lines that number the pages they begin or end, counting up.

        A bare number could be that of a list's item: it counts where a box is called a page.
        """
        found: dict[int, dict[int, int]] = {0: {}, -1: {}}
        for page, places in enumerate(pages):
            for edge, numbers in found.items():
                number = _PAGE_NUMBER.fullmatch(self.lines[places[edge]].text) if places else None
                if number and (number[2] or self._is_called_page(self.pages[page], self.holders[places[edge]])):
                    numbers[page] = int(number[1])
        return {
            pages[page][edge]
            for edge, numbers in found.items()
            if len(numbers) > 1 and len({number - page for page, number in numbers.items()}) == 1
            for page in numbers
        }

    def _is_called_page(self, *boxes: int) -> bool:
        return any(
            _PAGE_NAME.search(f"{box[2].get('class')} {box[2].get('id')}") for box in map(self.boxes.__getitem__, boxes)
        )

    def _box_rules(self, listing: bool) -> list[str]:
        root, boxes = self.root, self.boxes
        rules = [OUTSIDE] * len(boxes)
        rules[root] = ""
        for number in range(root + 1, len(boxes)):
            if rules[boxes[number][0]]:
                rules[number] = rules[boxes[number][0]]
            elif listing or self.sums[number] > 0.3 * self.sums[root]:
                rules[number] = ""
            elif self.weights[number] < 1:
                rules[number] = SIDE
            elif self.linked[number] > 0.5 * self.chars[number]:
                rules[number] = LINKS
            else:
                rules[number] = ""
        return rules

    def rules(self) -> list[str]:
        """Return the rule that leaves each line out; empty for a line of the content."""
        lines = self.lines
        listing = self.root > 0 and self.linked[self.root] > 0.8 * self.chars[self.root]
        box_rules = self._box_rules(listing)
        rules = [box_rules[holder] for holder in self.holders]
        inside = [
            place for place, (rule, strong) in enumerate(zip(rules, self.strong, strict=True)) if strong and not rule
        ]
        pages = self._page_lines() if self.pages else []
        inside += [place for places in pages for place in places if not rules[place]]
        first, last = (min(inside), max(inside)) if inside else (0, -1)
        siblings = {lines[place].box for place in inside}
        numbers = self._page_numbers(pages)
        for place, (line, rule) in enumerate(zip(lines, rules, strict=True)):
            if rule or place in numbers:
                rules[place] = rule or PAGE
                continue
            if line.tag == "button":
                rules[place] = BUTTON
            elif not (listing or first <= place <= last or line.box in siblings or line.level == 1):
                rules[place] = OUTSIDE
            elif line.links > 0.9 and not listing and line.level == 0 and line.tag not in ("p", "tr"):
                rules[place] = LINK
        return rules
