"""Which lines are main content, on pages that no profile knows.

Prose speaks for a box; links, teasers and what its author called it speak against. The content grows from the siblings
that hold the most prose to the box around them that adds enough of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import Final

from cleaners.box_heads import boxes_by_heads
from cleaners.box_names import AGAINST, BESIDE, COMMENTS, CONTENT, THREAD, box_names
from cleaners.elements import NAMES
from cleaners.nesting import is_inside, prose_of_kind, share_as_deep, span
from cleaners.outline import Outline
from cleaners.posts import STAMP, is_thread, stamps
from cleaners.prose import prose_in, words_in
from cleaners.viewer_pages import are_called_pages, lines_of_pages, page_numbers, siblings_like

OUTSIDE: Final = "outside-content"
SIDE: Final = "side-block"
LINKS: Final = "link-block"
LINK: Final = "link"
BUTTON: Final = "button"
PAGE: Final = "page-number"

_SIDE_TAGS: Final = frozenset(
    number for number, name in NAMES.items() if name in ("nav", "footer", "aside", "form", "fieldset")
)
_ARTICLE: Final = next(number for number, name in NAMES.items() if name == "article")
_NO_PROSE: Final = frozenset(("img", "button"))
_FEW: Final = 200  # where the best siblings hold less prose ...
_FEW_IN_ALL: Final = 500  # ... and all that count no more, the document may be none: verse, a form, slides
_SOME: Final = 50  # so many of its words, and no box counts that has a name against it
_HEADLINE: Final = 7  # a link of more characters is a headline
_TEASERS: Final = 3  # so many siblings, each a headline with a line or two, are teasers of other documents
_EXCERPT: Final = 200  # ... of this much prose at most, inside of what is called content
_SHARE: Final = 0.15  # siblings with this share of the best ones' prose may belong to the content
_GROWTH: Final = 1.8  # a box around the content must hold so much more prose
_THREAD_GROWTH: Final = 1.05
_CALLED_GROWTH: Final = 1.25  # ... around words that are no prose, where its name says content
_MORE: Final = 0.1  # ... or this much more, of which this share of characters ...
_DENSE: Final = 0.7  # ... is prose, compared with what is in the box, and as deep in the tree
_AGAINST: Final = 0.1  # weight of a box whose name is against it
_DOUBT: Final = 0.4  # weight of a box that is named after what stands beside a document; less adds nothing to a thread
_MIXED: Final = 0.7  # ... and after a document as well
_LITTLE: Final = 0.03  # ... which goes where it holds less than this share of the content's prose
_PAGE: Final = 0.1  # boxes of the root's own name with this share of its prose are further pages
_MOSTLY: Final = 0.8
_WRAPPERS: Final = 12  # boxes around boxes that are looked through


def main_content(outline: Outline) -> list[str]:
    """Return for each line the rule that leaves it out of the main content; empty for a line of the content."""
    if not outline.rows:
        return []
    choice = _Choice(outline, prose_in)
    if choice.most < _FEW and choice.total < _FEW_IN_ALL and not choice.thread:
        choice = _Choice(outline, words_in)
    return choice.rules()


class _Choice:
    """What is known of the boxes of one page, all lists by number of box unless said otherwise."""

    def __init__(self, outline: Outline, measure: Callable[[str], float]) -> None:
        self.outline, self.measure = outline, measure
        rows, self.holders, self.parents, self.tags, attributes, _ = outline
        self.texts, self.line_tags, self.levels, _, self.links, self.groups, *_ = zip(*rows, strict=True)  # by line
        self.names = box_names(attributes)
        self.prose = [  # by line; none in links, headings and images
            0.0 if links > 0.4 or (level and tag != "li") or tag in _NO_PROSE else measure(text)
            for text, tag, level, links in zip(self.texts, self.line_tags, self.levels, self.links, strict=True)
        ]
        self._count()
        self._sum_up()
        self.pages: list[int] = []  # boxes that are pages of a viewer
        self.thread = measure is prose_in and is_thread(self.names, self.parents, self.all_prose)
        for box, group in boxes_by_heads(self.texts, self.links, self.holders, self.parents):
            self.names[box] |= group
        self.weights = self._weights()
        self._gather()

    def _count(self) -> None:
        """Count prose, prose lines, headlines, characters and linked characters of the lines of each box alone."""
        empty = [0.0] * len(self.parents)
        prose, counts, headlines, chars, linked = empty[:], empty[:], empty[:], empty[:], empty[:]
        sizes = list(map(len, self.texts))
        for size, tag, links, holder, value in zip(
            sizes, self.line_tags, self.links, self.holders, self.prose, strict=True
        ):
            if value:
                prose[holder] += value
                counts[holder] += value > 4
            if links:
                linked[holder] += size * links
                headlines[holder] += links > 0.9 and size > _HEADLINE
            if tag != "img":
                chars[holder] += size
        self.all_prose, self.counts, self.headlines, self.chars, self.linked = prose, counts, headlines, chars, linked

    def _sum_up(self) -> None:
        """Turn what each box holds itself into what it holds with all boxes in it."""
        parents, prose, counts, linked = self.parents, self.all_prose, self.counts, self.linked
        headlines, chars = self.headlines, self.chars
        for number in range(len(parents) - 1, 0, -1):
            parent = parents[number]
            chars[parent] += chars[number]
            if value := prose[number]:
                prose[parent] += value
                counts[parent] += counts[number]
            if value := linked[number]:
                linked[parent] += value
                headlines[parent] += headlines[number]

    def _teasers(self) -> set[int]:
        """Return which boxes are one of several siblings that each are a headline with a line or two."""
        parents, counts = self.parents, self.counts
        like = [number for number, heads in enumerate(self.headlines) if 0 < heads <= 2 and counts[number] <= 2]
        long = [number for number in like if self.all_prose[number] > _EXCERPT]
        if long:
            content = [name & CONTENT > 0 or tag == _ARTICLE for name, tag in zip(self.names, self.tags, strict=True)]
            like = sorted(set(like).difference(number for number in long if is_inside(parents, number, content)))
        siblings = Counter([parents[number] for number in like])
        return {number for number in like if siblings[parents[number]] >= _TEASERS}

    def _most_is_beside(self) -> bool:
        """Tell whether most prose is in boxes that are named after what stands beside a document."""
        names, prose = self.names, self.all_prose
        most = _MIXED * prose[0]
        if sum([value for name, value in zip(names, prose, strict=True) if value and name & BESIDE]) <= most:
            return False
        kind = [name & BESIDE > 0 for name in names]
        others = [name & (AGAINST | COMMENTS) > 0 for name in names]
        return prose_of_kind(self.parents, prose, kind, others, _MOSTLY * prose[0]) > most

    def _weights(self) -> list[float]:
        """Return how far the prose of each box counts by its own names, tag and neighbours."""
        half = 0.5 * self.all_prose[0]
        usual = self._most_is_beside()  # what most of a page is called says nothing
        weights = []
        for name, tag, prose in zip(self.names, self.tags, self.all_prose, strict=True):
            weight = 1.0
            if (name or tag in _SIDE_TAGS) and prose <= (1.8 if name & AGAINST else 1.2) * half:
                if name & AGAINST or tag in _SIDE_TAGS:
                    weight = _AGAINST
                elif name & COMMENTS and not self.thread:
                    weight = 0.2
                elif name & BESIDE and not name & COMMENTS and not usual:
                    weight = _MIXED if name & CONTENT else _DOUBT
            weights.append(weight)
        weights[0] = 1.0
        for number in [number for number, weight in enumerate(weights) if weight < 1] if self.thread else ():
            if self._named_inside(number):
                weights[number] = 1.0
        for number in self._teasers():
            if not (self.thread and self.names[number] & (COMMENTS | CONTENT | THREAD)):
                weights[number] = 0.05
        return weights

    def _named_inside(self, box: int) -> bool:
        """Tell whether a box in a comment has most of its prose in more of them: `comment > footer > replies`."""
        around = self.parents[box]
        while around >= 0 and not self.names[around] & COMMENTS:
            around = self.parents[around]
        if around < 0:
            return False
        least = _MOSTLY * self.all_prose[box]
        inner = box
        for _ in range(_WRAPPERS if least else 0):
            inner = self._largest[inner]
            if not inner or self.all_prose[inner] < least:
                break
            if self.names[inner] & COMMENTS:
                return True
        return False

    @cached_property
    def _largest(self) -> list[int]:
        """For each box, the one with the most prose directly inside of it; 0 where there is none."""
        prose = self.all_prose
        largest = [0] * len(prose)
        for number, parent in enumerate(self.parents):
            if number and (not largest[parent] or prose[number] > prose[largest[parent]]):
                largest[parent] = number
        return largest

    def _gather(self) -> None:
        """Weigh the prose of siblings together; find which lines count and the root of the content."""
        parents = self.parents
        inherited = self.weights[:]
        for number in range(1, len(parents)):
            if inherited[parents[number]] < inherited[number]:
                inherited[number] = inherited[parents[number]]
        groups = [0.0] * len(parents)
        for box, holder, value in zip(self.groups, self.holders, self.prose, strict=True):
            if value:
                groups[box] += value * inherited[holder]
        self.most, self.total = max(groups), sum(groups)
        least = _SHARE * self.most
        doubtful = self.measure is words_in and self.most > _SOME
        sums = [0.0] * len(parents)
        self.strong = []  # places of lines
        for place, value in enumerate(self.prose):
            if value > 0:
                holder = self.holders[place]
                enough = least if inherited[holder] > _AGAINST or not doubtful else 0.9 * self.most
                if groups[self.groups[place]] >= enough or (self.thread and inherited[holder] >= _DOUBT):
                    self.strong.append(place)
                    sums[holder] += value * inherited[holder]
        for number in range(len(parents) - 1, 0, -1):
            if value := sums[number]:
                sums[parents[number]] += value
        self.sums = sums
        self.root = self._grown(max(range(len(parents)), key=groups.__getitem__))

    def _grown(self, root: int) -> int:
        growth = _THREAD_GROWTH if self.thread else _GROWTH
        called = _CALLED_GROWTH if self.measure is words_in else growth
        around = self.parents[root]
        while around >= 0:
            enough = called if self.names[around] & CONTENT else growth
            if self.sums[around] >= enough * self.sums[root] or self._continues(root, around):
                root = around
            around = self.parents[around]
        return self._with_pages(root)

    def _continues(self, root: int, around: int) -> bool:
        """Tell whether what a box adds to the root is more of the same: little but prose, and as deep in the tree."""
        sums, chars, rows, parents = self.sums, self.chars, self.outline.rows, self.parents
        more = sums[around] - sums[root]
        if more < _MORE * sums[root] or more * chars[root] < _DENSE * sums[root] * (chars[around] - chars[root]):
            return False
        lines = [(self.holders[place], rows[place][3], self.prose[place]) for place in self.strong]
        return share_as_deep(lines, span(parents, root), span(parents, around)) >= _DENSE

    def _with_pages(self, root: int) -> int:
        """Return the box around a root that is one of several pages: boxes of one name, each with text of its own."""
        parent = self.parents[root]
        pages = self._alike(parent, root) if parent >= 0 else []
        if sum([self.all_prose[number] for number in pages]) >= (1 + _PAGE) * self.all_prose[root]:
            self.pages = pages
            return parent
        inner = self._largest[root]
        pages = self._alike(root, inner) if inner else []
        prose = sum([self.all_prose[number] for number in pages])
        if len(pages) > 1 and prose >= _MOSTLY * self.all_prose[root] and are_called_pages(self.outline, pages):
            self.pages = pages
        return root

    def _alike(self, parent: int, like: int) -> list[int]:
        return [number for number in siblings_like(self.outline, parent, like) if self.weights[number] == 1]

    def _box_rules(self, listing: bool) -> list[str]:
        root, parents, sums, weights = self.root, self.parents, self.sums, self.weights
        rules = [OUTSIDE] * len(parents)
        rules[root] = ""
        least = 0.3 * sums[root]
        for number in range(root + 1, len(parents)):
            if rule := rules[parents[number]]:
                rules[number] = rule
            elif listing or sums[number] > least:
                rules[number] = ""
            elif weights[number] < _MIXED or (weights[number] < 1 and self.all_prose[number] < _LITTLE * sums[root]):
                rules[number] = SIDE
            elif self.linked[number] > 0.5 * self.chars[number]:
                rules[number] = LINKS
            else:
                rules[number] = ""
        return rules

    def rules(self) -> list[str]:
        """Return the rule that leaves each line out; empty for a line of the content."""
        listing = self.root > 0 and self.linked[self.root] > 0.8 * self.chars[self.root]
        box_rules = self._box_rules(listing)
        rules = [box_rules[holder] for holder in self.holders]
        inside = [place for place in self.strong if not rules[place]]
        pages = lines_of_pages(self.outline, self.root, self.pages) if self.pages else []
        inside += [place for places in pages for place in places if not rules[place]]
        first, last = (min(inside), max(inside)) if inside else (0, -1)
        siblings = {self.groups[place] for place in inside}
        numbers = page_numbers(self.outline, self.pages, pages)
        for place, rule in enumerate(rules):
            if rule or place in numbers:
                rules[place] = rule or PAGE
                continue
            tag, level = self.line_tags[place], self.levels[place]
            if tag == "button":
                rules[place] = BUTTON
            elif not (listing or first <= place <= last or self.groups[place] in siblings or level == 1 or tag == "tr"):
                rules[place] = OUTSIDE
            elif self.links[place] > 0.9 and not listing and level == 0 and tag not in ("p", "tr"):
                rules[place] = LINK
        if self.thread:
            for place in stamps(self.outline.rows, [place for place, rule in enumerate(rules) if not rule]):
                rules[place] = STAMP
        return rules
