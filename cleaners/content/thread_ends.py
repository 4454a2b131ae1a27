"""Where a thread begins and ends: in the box that holds its posts, and with what is asked above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Final

from cleaners.content.measured import Prose
from cleaners.content.posts import numbered_posts
from cleaners.content.writers_columns import writers_columns
from cleaners.markup.nesting import child_in, kind_of, lines_in, span
from cleaners.markup.outline import Outline
from cleaners.rules.vocabulary import site_share

_KIND: Final = 0.1  # boxes of one kind with this share of a thread's prose are posts
_MOST: Final = 0.7  # ... if one box holds so much of it
_SEVERAL: Final = 2
_NUMBERED: Final = 0.5  # so much of a thread stands in boxes that number its posts
_SENTENCE: Final = 20.0  # what stands outside of the box that holds the posts is a thread's own with so much prose
_STOPS: Final = '。！？…”.!?"'
_SHORT: Final = 16  # characters of a name or a rank
_OWN: Final = frozenset(("pre", "tr"))  # code and tables are alike in themselves
_OFTEN: Final = 3
_LINK: Final = 0.9
_MENU: Final = 5  # links below the heading of a site
_SAID: Final = 4.0  # so much prose below the title asks something
_OF_SITE: Final = 0.15  # ... where fewer of its words are of sites

Kind = tuple[int, str | None, int]
"""What posts have in common: tag and class of the box, depth in the tree."""


def posts_in(outline: Outline, lines: Sequence[Prose]) -> tuple[list[int], list[int], list[int]]:
    """Return the places of a thread's lines, of boxes like those that hold its posts or sentences.

    Behind them those of names beside posts, and of short lines between posts in boxes unlike theirs: advertisements.

    Args:
        outline: a page.
        lines: the thread's lines that say something, in order.
    """
    parents = outline.parents
    kinds = _kinds(outline, lines)
    of_posts = _of_posts(lines, kinds)
    posts = [at for at, kind in enumerate(kinds) if kind in of_posts]
    if not posts:
        return [line[0] for line in lines], [], []
    least = _MOST * sum([line[4] for line in lines])
    boxes = _box_with_most(parents, lines, {lines[at][1] for at in posts}, least)
    numbered = _in_numbered_posts(outline, lines) if boxes.start <= 0 else []
    posts = numbered or posts
    outer = {child_in(parents, boxes.start, lines[at][1]) for at in posts}
    alike = {kind_of(outline, box) for box in outer}
    if boxes.start <= 0:  # the page itself, where any box is like those of posts
        if not numbered and sum([lines[at][4] for at in posts]) < least:
            return [line[0] for line in lines], [], []
        alike = set()
    between = range(posts[0], posts[-1] + 1)

    def is_in(at: int) -> bool:
        place, holder, _, _, value = lines[at]
        if at in between:
            return True
        if holder in boxes:
            box = child_in(parents, boxes.start, holder)
            if (box in outer and numbered) or kind_of(outline, box) in alike:
                return True
        if at < posts[0] and _says_rules(outline, holder):
            return False
        text = outline.rows[place][0]
        return not numbered and value >= _SENTENCE and text[-1] in _STOPS and site_share(text) < _OF_SITE

    beside = _beside_posts(outline, lines, kinds, of_posts)
    columns = set(writers_columns(outline, {lines[at][1] for at in posts}, boxes))
    beside |= {at for at, line in enumerate(lines) if line[0] in columns}
    inside = [line[0] for at, line in enumerate(lines) if is_in(at) and at not in beside]
    stray = _stray(outline, lines[posts[0] : posts[-1]], boxes, alike) if len(outer) > 1 else []
    by_members = [lines[at][0] for at in beside]
    return inside, by_members, [*stray, *columns.difference(by_members)]


def _says_rules(outline: Outline, box: int) -> bool:
    """Tell whether a box above the posts, or the one around it, is called the rules of the board."""
    names = (outline.attributes[at].get("class") or "" for at in (box, outline.parents[box]) if at > 0)
    return any("rules" in name.split() for name in names)


def _in_numbered_posts(outline: Outline, lines: Sequence[Prose]) -> list[int]:
    """Return which lines stand in boxes that number the posts of a thread, where these hold most of it."""
    parents = outline.parents
    boxes = set(numbered_posts(outline, range(len(parents))))
    if len(boxes) < _SEVERAL:
        return []
    for box in range(len(parents)):
        if parents[box] in boxes:
            boxes.add(box)
    posts = [at for at, line in enumerate(lines) if line[1] in boxes]
    enough = _NUMBERED * sum([line[4] for line in lines])
    return posts if sum([lines[at][4] for at in posts]) >= enough else []


def _stray(outline: Outline, lines: Iterable[Prose], boxes: range, alike: Set[tuple[int, str | None]]) -> list[int]:
    """Return the places of short lines, each in a box beside those of posts that is called otherwise.

    Args:
        outline: a page.
        lines: those from the first post to the last one.
        boxes: the box around the posts, and all in it.
        alike: tags and classes of the boxes of posts in it.
    """
    tags, parents = outline.tags, outline.parents
    posts = {tag for tag, _ in alike}
    found = []
    for place, holder, _, _, value in lines:
        if value < _SENTENCE and holder in boxes and holder != boxes.start:
            box = child_in(parents, boxes.start, holder)
            if tags[box] in posts and kind_of(outline, box) not in alike:
                found += [place] if len(lines_in(outline, span(parents, box))) == 1 else []
    return found


def _kinds(outline: Outline, lines: Sequence[Prose]) -> list[Kind]:
    return [(*kind_of(outline, holder), depth) for _, holder, _, depth, _ in lines]


def _of_posts(lines: Sequence[Prose], kinds: Sequence[Kind]) -> set[Kind]:
    """Return the kinds that hold good parts of a thread's prose: the most, or some in several boxes."""
    sums: defaultdict[Kind, float] = defaultdict(float)
    boxes: defaultdict[Kind, set[int]] = defaultdict(set)
    for line, kind in zip(lines, kinds, strict=True):
        sums[kind] += line[4]
        boxes[kind].add(line[1])
    least, most = _KIND * sum(sums.values()), max(sums.values(), default=0.0)
    return {kind for kind, value in sums.items() if value == most or (value >= least and len(boxes[kind]) > 1)}


def _beside_posts(outline: Outline, lines: Sequence[Prose], kinds: Sequence[Kind], of_posts: Set[Kind]) -> set[int]:
    """Return which short lines say who wrote a post: alike, or of a kind, a post between each and the next."""
    rows = outline.rows
    found: set[int] = set()
    alike: defaultdict[tuple[Kind, str], list[int]] = defaultdict(list)
    passed: list[int] = []  # by line, the posts above it
    count, above = 0, False
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        is_post = kind in of_posts
        count += is_post and not above
        above = is_post
        passed.append(count)
        if not is_post and len(rows[line[0]][0]) <= _SHORT and rows[line[0]][1] not in _OWN:
            alike[kind, ""].append(at)
            alike[kind, rows[line[0]][0]].append(at)
    for places in alike.values():
        if len(places) >= _OFTEN and len({passed[at] for at in places}) == len(places):
            found.update(places)
    return found


def _box_around(parents: Sequence[int], boxes: Set[int]) -> range:
    """Return the numbers of the innermost box around some boxes, and of all that are in it."""
    around, last = min(boxes), max(boxes)
    while around != last:
        around, last = min(around, last), parents[max(around, last)]
    return span(parents, around)


def _box_with_most(parents: Sequence[int], lines: Sequence[Prose], boxes: Set[int], least: float) -> range:
    """Return the innermost box around those of posts with so much prose: the first post may have a box of its own."""
    around = _box_around(parents, boxes)
    while around.start > 0 and sum([line[4] for line in lines if line[1] in around]) < least:
        around = span(parents, parents[around.start])
    return around


def question(outline: Outline, lines: Sequence[Prose], first: int) -> Iterator[int]:
    """Yield the places of what is asked below a title of the first level, in boxes of its own above the first post.

    Args:
        outline: a page.
        lines: its lines that say something, in order, those of boxes about the site left out.
        first: the place of the first post.
    """
    rows = outline.rows
    title = next((place for place in range(first - 1, -1, -1) if rows[place][1] == "h1"), first)
    topic = next((place for place in range(first - 1, title, -1) if rows[place][1] == "h2"), title)
    if sum([row[4] > _LINK for row in rows[title + 1 : topic]]) >= _MENU:
        title = topic  # the heading above is the site's
    for place, _, _, _, value in lines:
        if title < place < first and value >= _SAID and not rows[place][4] and site_share(rows[place][0]) < _OF_SITE:
            yield place
