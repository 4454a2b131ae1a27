"""Which lines are main content, in the box that holds it: what is the site's within it is left out, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from itertools import takewhile
from typing import Final, NamedTuple

from cleaners.content.ads import ads
from cleaners.content.alike import lines_of_boxes_alike
from cleaners.content.between_pages import between_pages
from cleaners.content.box_heads import heads_posts, heads_readers, is_labelled
from cleaners.content.box_kinds import (
    below_heading,
    defines,
    heads_controls,
    is_form,
    is_listed,
    is_table,
    numbers_part,
    post_kinds,
)
from cleaners.content.box_notices import notices
from cleaners.content.boxes import DOUBT, MIXED
from cleaners.content.cards import cards
from cleaners.content.choice import Choice
from cleaners.content.controls import bars, controls
from cleaners.content.counted_answers import answerers
from cleaners.content.inserts import inserts
from cleaners.content.line_numbers import LINE_NUMBER, line_numbers
from cleaners.content.links import linked_shares
from cleaners.content.member_boxes import in_member_boxes
from cleaners.content.other_works import author_cards, other_works
from cleaners.content.post_ends import signatures, votes
from cleaners.content.post_words import post_words
from cleaners.content.posts import asked_when, stamps
from cleaners.content.quote_heads import quote_titles
from cleaners.content.sections import parts_above, sections_beside
from cleaners.content.sentences import (
    brackets_above,
    heading_over,
    lead,
    numbered_below,
    order_above,
    quotes_below,
    subtitle,
)
from cleaners.content.thread_ends import posts_in, question
from cleaners.content.viewer_pages import lines_of_pages, page_furniture
from cleaners.document import HEADINGS
from cleaners.facts.counted_pages import NUMBER as PAGE
from cleaners.facts.finding import STAMP
from cleaners.markup.elements import KINDS, Kind
from cleaners.markup.nesting import kind_of, lines_in, span
from cleaners.rules.strangers import BLANK
from cleaners.rules.vocabulary import site_share

OUTSIDE: Final = "outside-content"
SIDE: Final = "side-block"
LINKS: Final = "link-block"
LINK: Final = "link"
BUTTON: Final = "button"
HEAD: Final = "running-head"

_LITTLE: Final = 0.03  # a box in doubt goes where it holds less than this share of the content's prose
_LISTING: Final = 0.8  # a root with more links is a list of links
_LINKS_STAY: Final = frozenset(("p", "tr", "dt"))
_LINKS_ABOVE: Final = frozenset(("tr",))  # ... above the text: a name in a paragraph of its own is none of it
_OF_SITES: Final = 0.2  # share of words of sites in a heading of theirs
_LINK: Final = 0.9
_LINKED: Final = 0.5  # a box in it with more goes
_LABELLED: Final = 0.35  # so much of what a label names is links


class _Text(NamedTuple):
    """Where the text of a page stands.

    Attributes:
        own: places of lines that are surely its own.
        first: the place of its first line.
        last: the place of its last line.
        beside: in a thread, places of what the site says beside posts.
        stray: ... and of lines apart from them.
    """

    own: list[int]
    first: int
    last: int
    beside: Iterable[int] = ()
    stray: Iterable[int] = ()


class ContentLines:
    """The lines in the chosen box, with what tells which of them are content.

    Attributes:
        pages: by page of a viewer, the places of its lines.
    """

    def __init__(self, choice: Choice) -> None:
        self._choice, self._outline, self._root = choice, choice.outline, choice.root
        boxes = span(choice.parents, choice.root)
        self._lines = lines_in(self._outline, boxes)
        linked = linked_shares(self._outline, boxes, self._lines)
        self._listing = choice.root > 0 and linked[0] > _LISTING
        self._box_rules = [""] * len(boxes) if self._listing else _rules_of_boxes(choice, boxes, linked)
        self.pages = lines_of_pages(self._outline, choice.root, choice.pages) if choice.pages else []

    def rules(self) -> list[str]:
        """Return the rule that leaves each line of the page out; empty for a line of the content."""
        rules = [OUTSIDE] * len(self._outline.rows)
        text = self._text()
        maybe_cards = self._mark_inside(rules, text)
        content = [place for place in self._lines if not rules[place]]
        if self._choice.thread:
            self._mark_thread(rules, content, text)
        elif not self._listing:
            self._mark_beside(rules, content, maybe_cards)
        return rules

    def _rule_of_box(self, place: int) -> str:
        return self._box_rules[self._outline.holders[place] - self._root]

    def _text(self) -> _Text:
        """Find where the text stands."""
        outline, choice, lines = self._outline, self._choice, self._lines
        strong = [] if choice.numbered else choice.strong
        own = [line[0] for line in strong if line[0] in lines and not self._box_rules[line[1] - self._root]]
        beside: Iterable[int] = ()
        stray: Iterable[int] = ()
        if choice.thread:
            known = set(own)
            own, beside, stray = posts_in(outline, [line for line in choice.strong if line[0] in known])
        own += choice.added
        own += [place for places in self.pages for place in places if not self._rule_of_box(place)]
        if not (choice.thread or choice.pages):
            own += lines_of_boxes_alike(outline, self._root, own, self._box_rules)
        first, last = (min(own), max(own)) if own else (0, -1)
        if own and not choice.thread:
            first = self._begin_of_table(first)
            below = takewhile(lambda place: not self._rule_of_box(place), range(last + 1, lines.stop))
            own += quotes_below(outline, below, self._root)
            free = [place for place in range(max(own) + 1, lines.stop) if not self._rule_of_box(place)]
            last = numbered_below(outline, own, free)
        if not choice.thread and lines.start < first:
            above = [place for place in range(lines.start, first) if not self._rule_of_box(place)]
            first = lead(outline, choice.boxes.weight, above, own, self._root)
            first = order_above(outline, above, first)
            first = heading_over(outline, above, first, last)
            first = brackets_above(outline, above, first, self._root)
            if first > lines.start and numbers_part(outline, first - 1):
                first -= 1
        return _Text(own, first, last, beside, stray)

    def _begin_of_table(self, place: int) -> int:
        """Return the first line of the table in the root that a line stands in, the line itself where it is in none."""
        outline = self._outline
        box, table = outline.holders[place], 0
        while box > self._root:
            table = box if KINDS[outline.tags[box]] == Kind.TABLE else table
            box = outline.parents[box]
        above = range(outline.firsts[table], place) if table else ()
        free = not any(outline.rows[at][4] or self._rule_of_box(at) for at in above)
        return outline.firsts[table] if table and free else place

    def _mark_inside(self, rules: list[str], text: _Text) -> list[int]:
        """Mark the lines in the box in ``rules`` (in place); return those that may be headlines of other documents."""
        outline, choice = self._outline, self._choice
        rows, holders = outline.rows, outline.holders
        siblings = {rows[place][5] for place in text.own}
        numbers, heads = page_furniture(outline, choice.pages, self.pages) if self.pages else (set[int](), set[int]())
        own = set(text.own)
        maybe_cards, headings = [], []
        for place in self._lines:
            row = rows[place]
            tag, inside = row[1], text.first <= place <= text.last
            if (rule := self._rule_of_box(place)) or place in numbers or place in heads:
                rules[place] = rule or (PAGE if place in numbers else HEAD)
                if row[2] > 1 and rule in (LINKS, SIDE):
                    headings.append(place)
            elif tag == "button":
                rules[place] = BUTTON
            elif choice.numbered and not inside and tag != "h1":
                continue
            elif (
                inside
                or self._listing
                or row[5] in siblings
                or holders[place] in siblings
                or row[2] == 1
                or tag == "tr"
                or BLANK in row[0]
            ):
                rules[place] = ""
                if row[4] > _LINK and not self._listing and row[2] == 0:
                    if is_labelled(row[0]):
                        rules[place] = LINK
                    elif tag in (_LINKS_STAY if place >= text.first else _LINKS_ABOVE):
                        maybe_cards.append(place)
                    elif not numbers_part(outline, place):
                        rules[place] = LINK
                elif row[4] > _LABELLED and row[2] == 0 and is_labelled(row[0]):
                    rules[place] = LINK
                elif tag == "div" and row[0][-3:-2] == ":":
                    maybe_cards.append(place)
        for place in headings:
            within = text.first < place < text.last or self._begins(place, headings, text)
            if not (within and heads_controls(outline, place)):
                continue
            if rules[place] == LINKS or self._heads_panel(place, own):
                rules[place] = ""
        return maybe_cards

    def _begins(self, place: int, headings: Sequence[int], text: _Text) -> bool:
        """Tell whether a heading stands right above the text, in a box like those of others within it."""
        kind = kind_of(self._outline, self._outline.holders[place])
        return place == text.first - 1 and any(
            text.first < at < text.last and kind_of(self._outline, self._outline.holders[at]) == kind for at in headings
        )

    def _heads_panel(self, place: int, own: Set[int]) -> bool:
        """Tell whether a heading in a box of its own stands over text, as another one in a box like it does."""
        outline = self._outline
        if heads_readers(outline.rows[place][0]):
            return below_heading(outline, place) in own
        kind = kind_of(outline, outline.holders[place])
        alike = [at for at in self._lines if outline.rows[at][2] > 1 and kind_of(outline, outline.holders[at]) == kind]
        shares = [site_share(outline.rows[at][0]) for at in alike]
        own_words = min(shares) < _OF_SITES if len(alike) > 1 else not any(shares)
        return own_words and all(below_heading(outline, at) in own for at in alike)

    def _mark_thread(self, rules: list[str], content: list[int], text: _Text) -> None:
        """Mark what a site says between the posts of a thread, and what is none of them, in ``rules`` (in place)."""
        outline, choice = self._outline, self._choice
        heads = [place for place in content if not outline.rows[place][4] and heads_posts(outline.rows[place][0])]
        by = answerers(outline, choice.prose, choice.boxes.answers)
        told = (
            *stamps(outline.rows, content),
            *controls(outline, content),
            *in_member_boxes(outline, content),
            *votes(outline, content),
            *signatures(outline, content),
            *quote_titles(outline, content),
        )
        for place in (*text.beside, *heads, *by, *told, *bars(outline, content)):
            rules[place] = STAMP
        for place in post_words(outline, content, stamped=STAMP in rules):
            rules[place] = STAMP
        for place in question(outline, choice.strong, text.first):
            rules[place] = ""
        for place in self._headings_above(rules, text):
            rules[place] = ""
        for place in ads(outline, content):
            rules[place] = OUTSIDE
        unmarked = [place for place in content if not rules[place]]
        for place in (*text.stray, *asked_when(outline, unmarked)):
            rules[place] = OUTSIDE

    def _headings_above(self, rules: Sequence[str], text: _Text) -> list[int]:
        """Return the headings right above the first answer of a list of questions, of tags that others in it have."""
        rows = self._outline.rows
        kept = [rows[place] for place in range(text.first, text.last + 1) if not rules[place]]
        inside = Counter([row[1] for row in kept if row[2] > 1 and row[1] in HEADINGS])
        tags = {tag for tag, count in inside.items() if count > 1}
        place = text.first
        while place > self._lines.start and rows[place - 1][2] > 1 and rows[place - 1][1] in tags:
            place -= 1
        return [*range(place, text.first)]

    def _mark_beside(self, rules: list[str], content: list[int], maybe_cards: Sequence[int]) -> None:
        """Take in what belongs to a text beside it and leave out what is the site's within it, in ``rules`` (in place).

        Args:
            rules: by line, the rule that leaves it out.
            content: the lines of the text.
            maybe_cards: those of them that may be headlines of other documents.
        """
        outline, choice, weight = self._outline, self._choice, self._choice.boxes.weight
        beside = sections_beside(outline, weight, self._root) if content else []
        beside += parts_above(outline, weight, self._root)
        beside += subtitle(outline.rows, content[0]) if content else []
        for place in beside:
            rules[place] = ""
        content = sorted([*content, *beside]) if beside else content
        for place in (
            *notices(outline, content, choice.groups, choice.total),
            *between_pages(outline, self._root, content),
            *ads(outline, content),
            *author_cards(outline, self._root, content),
            *other_works(outline, self._root, content),
            *(() if choice.pages else inserts(outline, content)),
        ):
            rules[place] = OUTSIDE
        for place in bars(outline, content):
            rules[place] = BUTTON
        for place in line_numbers(outline, content):
            rules[place] = LINE_NUMBER
        for place in cards(outline.rows, maybe_cards, content) if maybe_cards else ():
            rules[place] = LINK


def _rules_of_boxes(choice: Choice, boxes: range, linked: Sequence[float]) -> list[str]:
    """Return the rule of each box in the root; ``linked`` is the share of its characters that are links."""
    outline, parents, root = choice.outline, choice.parents, choice.root
    rules = [""] * len(boxes)
    posts = post_kinds(outline, root, choice.strong) if choice.thread else frozenset()
    text = [line[0] for line in choice.strong]
    defined: set[int] = set()
    least, little = 0.3 * choice.sums[root], _LITTLE * choice.sums[root]
    for number in boxes[1:]:
        if rule := rules[parents[number] - root]:
            rules[number - root] = rule
        elif parents[number] in defined:
            defined.add(number)
        elif choice.sums[number] <= least:
            own = choice.boxes.weight(number)
            if own < MIXED or (own < 1 and choice.prose[number] < little):
                is_own = (own >= DOUBT and is_table(outline, number)) or is_form(outline, number)
                if own >= DOUBT and defines(outline, number, text):
                    defined.add(number)
                rules[number - root] = "" if is_own or number in defined else SIDE
            elif (share := linked[number - root]) > _LINKED and not is_listed(
                outline.tags[number], share, linked[parents[number] - root]
            ):
                own_lines = lines_in(outline, span(parents, number))
                is_number = len(own_lines) == 1 and numbers_part(outline, own_lines.start)
                rules[number - root] = "" if is_number or kind_of(outline, number) in posts else LINKS
    return rules
