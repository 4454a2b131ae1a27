"""How far the prose of each box counts: by what its author called it, by how it begins, by what stands beside it."""

from __future__ import annotations

from typing import Final

from cleaners.content.addresses import is_of_thread
from cleaners.content.box_names import (
    AGAINST,
    BESIDE,
    COMMENTS,
    CONSENT,
    CONTENT,
    DESCRIBES,
    POSTERS,
    THREAD,
    box_name,
    groups_of,
    is_quote,
)
from cleaners.content.counted_answers import answer_boxes
from cleaners.content.measured import Measured
from cleaners.content.posts import (
    are_most_comments,
    are_numbered_posts,
    are_posts_of_members,
    are_sent_to_board,
    comments_on_posts,
    has_article,
    holds_thread,
    is_called_thread,
)
from cleaners.content.sections import holds_title
from cleaners.content.site_boxes import site_boxes
from cleaners.content.teasers import teasers
from cleaners.lazily import lazily
from cleaners.markup.elements import NAMES
from cleaners.markup.nesting import children, kind_of, lines_in, prose_of_kind, span
from cleaners.markup.outline import Outline

_SIDE_TAGS: Final = frozenset(number for number, name in NAMES.items() if name in ("nav", "footer", "aside", "form"))
_FORM: Final = next(number for number, name in NAMES.items() if name == "form")
_BLOCKQUOTE: Final = next(number for number, name in NAMES.items() if name == "blockquote")
_ARTICLE: Final = next(number for number, name in NAMES.items() if name == "article")
_TELLING: Final = AGAINST | BESIDE | COMMENTS | POSTERS
_MOSTLY: Final = 0.8
_HALF: Final = 0.5
_MOST_OF_THREAD: Final = 0.6
_QUESTION: Final = 0.1  # of a thread's prose
_OF_FORMS: Final = 0.3  # of a thread whose posts stand in forms
_DESCRIPTION: Final = 300.0  # prose of what is called a description and is the text
_FAR_MORE: Final = 2.0  # times as much as others say
_WRAPPERS: Final = 12  # boxes around boxes that are looked through
_DETAILS: Final = lazily(r"(?i)post-?details")  # of a post: who wrote it, and what
_POPUP: Final = lazily(r"(?i)pop-?up|dialog|modal|toast")
AGAINST_WEIGHT: Final = 0.1  # of a box whose name is against it
DOUBT: Final = 0.4  # of a box that is named after what stands beside a document
MIXED: Final = 0.7  # ... and after a document as well
_COMMENT: Final = 0.2
_TEASER: Final = 0.05


class Boxes:
    """The boxes of a page, what is in them, and their weights; all lists by number of box.

    Attributes:
        prose: how much prose a box holds with all boxes in it.
        filled: the numbers of the boxes that hold some, in order: the others are looked at where it matters.
        names: what their authors called the boxes with prose.
        thread: the page is a thread.
        mostly_comments: ... since it holds little but comments, and for no other reason.
        called_thread: a box is called one, be the page a thread or not.
    """

    def __init__(self, outline: Outline, measured: Measured, url: str, *, may_be_thread: bool) -> None:
        self.outline = outline
        self.parents, self.tags, self.attributes = outline.parents, outline.tags, outline.attributes
        self._sum_up(measured)
        self._opened: dict[int, int] = {}
        self.names, self._told = self._named()
        for box, group in measured.headed:
            self.names[box] |= group & (THREAD | COMMENTS)
        self.called_thread = is_called_thread(self.names)
        self.answers = answer_boxes(outline, measured.short, self.prose) if may_be_thread else []
        self.mostly_comments = False
        self.thread = may_be_thread and self._is_thread(measured, url)
        for box, group in measured.headed:
            self._opened[box] = self._opened.get(box, 0) | group
            self.names[box] |= group
            if self.prose[box] and group & _TELLING and box not in self._told:
                self._told.append(box)
        self._usual = self._most_is_beside()  # what most of a page is called says nothing
        self._weigh(measured)

    def _sum_up(self, measured: Measured) -> None:
        """Sum up the prose that each box holds with all boxes in it."""
        parents = self.parents
        prose = [0.0] * len(parents)
        for _, holder, _, _, value in measured.prose:
            prose[holder] += value
        filled = []
        for number in range(len(parents) - 1, 0, -1):
            if value := prose[number]:
                prose[parents[number]] += value
                filled.append(number)
        filled.append(0)
        filled.reverse()
        self.prose, self.filled = prose, filled

    def _named(self) -> tuple[list[int], list[int]]:
        """Return the names of the boxes with prose, and those of them whose name or tag may count."""
        attributes, tags = self.attributes, self.tags
        names = [0] * len(tags)
        told = []
        for number in self.filled:
            if own := attributes[number]:
                names[number] = name = box_name(own) if "id" in own else groups_of(own.get("class") or "")
                if name & _TELLING:
                    told.append(number)
                    continue
            if tags[number] in _SIDE_TAGS:
                told.append(number)
        return names, told

    def _is_thread(self, measured: Measured, url: str) -> bool:
        """Tell whether comments are the document: the page says so by its names, or holds little but comments."""
        if self.called_thread and holds_thread(self.names, self.parents, self.prose):
            return True
        if url and is_of_thread(url):
            return True
        if self.answers or are_posts_of_members(self.outline, self.names, self._told, self.prose):
            return True
        if are_numbered_posts(self.outline, self.filled, self.prose) or are_sent_to_board(self.outline, measured.prose):
            return True
        mostly = are_most_comments(self.names, self._told, self.parents, self.prose)
        self.mostly_comments = mostly and not has_article(self.names, self.parents, measured.prose)
        return self.mostly_comments

    def name(self, box: int) -> int:
        """Return what a box is called, with prose or without."""
        if self.prose[box]:
            return self.names[box]
        return box_name(self.attributes[box]) | self._opened.get(box, 0)

    def is_content(self, box: int) -> bool:
        """Tell whether a box is called content."""
        return self.name(box) & CONTENT > 0 or self.tags[box] == _ARTICLE

    def weight(self, box: int) -> float:
        """Return how far the prose of a box counts by its own name, tag and neighbours."""
        if self.prose[box] or box in self._teasers:
            return self.weights[box]
        return self._by_name(box, self.name(box))

    def largest_in(self, box: int) -> int:
        """Return the box with the most prose directly inside of a box; 0 where there is none."""
        return max(children(self.parents, box), key=self.prose.__getitem__, default=0)

    def _most_is_beside(self) -> bool:
        """Tell whether most prose is in boxes that are named after what stands beside a document."""
        names, prose = self.names, self.prose
        most = MIXED * prose[0]
        if sum([prose[number] for number in self._told if names[number] & BESIDE]) <= most:
            return False
        kinds = BESIDE, AGAINST | COMMENTS
        return prose_of_kind(self.filled, self.parents, prose, names, kinds, _MOSTLY * prose[0]) > most

    def _weigh(self, measured: Measured) -> None:
        """Weigh each box with prose, and teasers, by itself."""
        self.weights = weights = [1.0] * len(self.names)
        for number in self._told:
            weights[number] = self._by_name(number, self.names[number])
        weights[0] = 1.0
        if self.thread:
            posts = self._posts_called_otherwise()
            for number in self._told:
                if weights[number] < 1 and (
                    number in posts
                    or self._holds_thread(number)
                    or self._named_inside(number)
                    or self._holds_post(number)
                ):
                    weights[number] = 1.0
            for number in comments_on_posts(self.outline, self.names, self._told, self.prose):
                weights[number] = _COMMENT
        self._teasers = teasers(measured, self.outline, self.prose, self.is_content)
        if self.thread:
            self._teasers = {box for box in self._teasers if not self.name(box) & (COMMENTS | CONTENT | THREAD)}
        for number in self._teasers:
            weights[number] = _TEASER
        self._of_site = site_boxes(self.outline, measured, thread=self.thread)
        for number in self._of_site:
            weights[number] = min(weights[number], AGAINST_WEIGHT)

    def _holds_thread(self, box: int) -> bool:
        """Tell whether a box called a thread's holds most of the page, whatever else it is: `AnswersNavWrapper`."""
        return self.names[box] & THREAD > 0 and self.prose[box] >= _MOST_OF_THREAD * self.prose[0]

    def _holds_post(self, box: int) -> bool:
        """Tell whether a box named after who posts has the post itself inside: `.postdetails > .userinfo, .content`."""
        own = self.outline.attributes[box].get("class") or ""
        if self.names[box] & (POSTERS | AGAINST) != POSTERS or not _DETAILS.search(own):
            return False
        least = _HALF * self.prose[box]
        inner = box
        for _ in range(_WRAPPERS):
            inner = self.largest_in(inner)
            if not inner or self.prose[inner] < least or self.names[inner] & POSTERS:
                return False
            if self.names[inner] & CONTENT:
                return True
        return False

    def _posts_called_otherwise(self) -> set[int]:
        """Return the boxes of a kind named after posts and what is none, which hold a thread: `edit-post-popup`."""
        kinds: dict[tuple[int, str | None], list[int]] = {}
        for number in self._told:
            own = self.outline.attributes[number].get("class") or ""
            if self.names[number] & (AGAINST | CONTENT) == AGAINST | CONTENT and _POPUP.search(own):
                kinds.setdefault(kind_of(self.outline, number), []).append(number)
        most = _MOSTLY * self.prose[0]
        return {box for boxes in kinds.values() if sum(self.prose[box] for box in boxes) > most for box in boxes}

    def inherited_weights(self) -> list[float]:
        """Return for each box with prose the least weight of it and the boxes around it."""
        inherited, parents = self.weights[:], self.parents
        for number in self.filled[1:]:
            if (around := inherited[parents[number]]) < inherited[number]:
                inherited[number] = around
        return inherited

    def acquit(self, box: int) -> bool:
        """Let no name count against a box and those around it; tell whether one did.

        Names that speak against the box which holds most prose all the same say nothing, if they speak against half of
        the page.
        """
        guilty = []
        while box > 0:
            if self.weights[box] < 1 and not self._is_sure(box):
                guilty.append(box)
            box = self.parents[box]
        if not guilty or self.prose[guilty[-1]] < _HALF * self.prose[0]:
            return False
        for number in guilty:
            self.weights[number] = 1.0
        return True

    def acquit_description(self, most: float) -> bool:
        """Let no heading of a description count against a box that says far more than all else; tell whether one did.

        Args:
            most: how much prose counts of the lines of any one box.
        """
        told = [box for box in self._told if self.names[box] & DESCRIBES and self.prose[box] >= _DESCRIPTION]
        box = max(told, key=self.prose.__getitem__, default=0)
        if not box or self.prose[box] < _FAR_MORE * most:
            return False
        self.weights[box] = 1.0
        return True

    def _by_name(self, box: int, name: int) -> float:
        if name & CONSENT and self._is_without_title(box):
            return AGAINST_WEIGHT / 2
        if self.prose[box] > (0.9 if name & AGAINST else 0.6) * self.prose[0]:
            return 1.0
        if name & AGAINST or self._has_side_tag(box) or (name & POSTERS and self.thread):
            return AGAINST_WEIGHT
        if name & COMMENTS:
            return 1.0 if self.thread else _COMMENT
        if name & BESIDE and not self._usual:
            return MIXED if name & CONTENT or self._is_question(box, name) else 1.0 if self._wraps_post(box) else DOUBT
        return 1.0

    def _is_question(self, box: int, name: int) -> bool:
        """Tell whether a box called a thread's holds a part of one, whatever it stands beside: `widget-question`."""
        return self.thread and name & THREAD > 0 and self.prose[box] >= _QUESTION * self.prose[0]

    def _has_side_tag(self, box: int) -> bool:
        """Tell whether a box is beside a document by its tag; not so forms around titles or posts, and quotations."""
        tag = self.tags[box]
        if tag not in _SIDE_TAGS or (tag == _FORM and holds_title(self.outline, box)):
            return False
        if tag == _FORM and self.thread and self._is_form_of_post(box):
            return False
        return not (self.thread and is_quote(self.attributes[box]) and self._quotes(box))

    def _quotes(self, box: int) -> bool:
        """Tell whether a box has a quotation inside."""
        return any(self.tags[inner] == _BLOCKQUOTE for inner in span(self.parents, box))

    def _is_form_of_post(self, box: int) -> bool:
        """Tell whether a form has the text of a post in it, as others of its kind have; an editor stands alone."""
        inner = self.largest_in(box)
        if not inner or not self.names[inner] & CONTENT:
            return False
        kind = kind_of(self.outline, box)
        alike = [self.prose[other] for other in self._told if kind_of(self.outline, other) == kind]
        return len(alike) > 1 and sum(alike) >= _OF_FORMS * self.prose[0]

    def _wraps_post(self, box: int) -> bool:
        """Tell whether a box has but the text of a post inside: `#link-report > .topic-content`."""
        inner = self.largest_in(box)
        if not inner or self.names[inner] & (CONTENT | THREAD | AGAINST | BESIDE) != CONTENT | THREAD:
            return False
        around, inside = (lines_in(self.outline, span(self.parents, one)) for one in (box, inner))
        return len(around) == len(inside)

    def _is_sure(self, box: int) -> bool:
        """Tell whether what speaks against a box does whatever it holds: comments, teasers, what asks for consent."""
        if self.names[box] & COMMENTS or box in self._teasers or box in self._of_site:
            return True
        return self.weights[box] < AGAINST_WEIGHT

    def _is_without_title(self, box: int) -> bool:
        """Tell whether the page has a heading of the first level, but not in a box."""
        inside = span(self.parents, box)
        titles = [self.outline.holders[at] for at, row in enumerate(self.outline.rows) if row[1] == "h1"]
        return bool(titles) and not any(holder in inside for holder in titles)

    def _named_inside(self, box: int) -> bool:
        """Tell whether a box in a comment has most of its prose in more of them: `comment > footer > replies`."""
        around = self.parents[box]
        while around >= 0 and not self.names[around] & COMMENTS:
            around = self.parents[around]
        if around < 0:
            return False
        least = _MOSTLY * self.prose[box]
        inner = box
        for _ in range(_WRAPPERS):
            inner = self.largest_in(inner)
            if not inner or self.prose[inner] < least:
                break
            if self.names[inner] & COMMENTS:
                return True
        return False
