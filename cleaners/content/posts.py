"""Threads: whether a page is one, and the lines between its posts that say who wrote them and when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, takewhile
from typing import Final

from cleaners.content.box_names import COMMENTS, THREAD, WRITERS, is_numbered_post
from cleaners.content.measured import Prose
from cleaners.document import Line
from cleaners.facts.finding import STAMP
from cleaners.lazily import lazily
from cleaners.markup.nesting import kind_of, outward
from cleaners.markup.outline import Outline, Row
from cleaners.places import are_apart

_CALLED: Final = 0.1  # of a page's prose stands in boxes called a thread
_ARTICLE: Final = 300  # so much prose is one
_LONGEST: Final = 80
_OFTEN: Final = 3
_SHORT: Final = 32  # characters of stamps of which two tell
_TWICE: Final = 2
_MINUTE: Final = lazily(
    r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}:\d\d"
    r"|(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?),? (?:19|20)\d\d,?(?: at| -)? \d{1,2}:\d\d"
    r"|\d{1,2}-\d{1,2}-(?:19|20)\d\d,? \d{1,2}:\d\d|\d{1,2}月 \d{1,2}, (?:19|20)\d\d \d{1,2}:\d\d"
)
_SENDERS: Final = ("发信人:", "发信人：", "發信人:")
_SEVERAL_POSTS: Final = 2
_MOSTLY: Final = 0.6
_ADDS: Final = ("Add a comment", "Add comment")  # a link below each post
_DAY: Final = lazily(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:[·•|｜]|$)")
_WHOLE_DAY: Final = lazily(r"\s*(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s*")
_DAY_LENGTH: Final = 12
_LAST_DAY: Final = lazily(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?$")  # behind a name: 柳下客LV.32020-02-18
SENTENCE: Final = lazily(r"[。！？!?；;]|[,，、:：]$")


def is_called_thread(names: Sequence[int]) -> bool:
    """Tell whether a box is called a thread; blogs call their comments threads, too."""
    return any(kind & THREAD and not kind & COMMENTS for kind in set(names))


def holds_thread(names: Sequence[int], parents: Sequence[int], prose: Sequence[float]) -> bool:
    """Tell whether boxes that are called a thread hold some of a page's prose: more than the heading of an article.

    Boxes in comments are floors of these, whatever they are called.
    """
    inside = in_comments(names, parents)
    called = [value for kind, value, of in zip(names, prose, inside, strict=True) if kind & THREAD and not of]
    return sum(called) >= _CALLED * prose[0]


def are_most_comments(
    names: Sequence[int], told: Iterable[int], parents: Sequence[int], prose: Sequence[float]
) -> bool:
    """Tell whether most prose of a page is comments.

    Args:
        names: by box, what its author called it (``box_names``).
        told: boxes whose name counts, comments among them.
        parents: by box, the box around it.
        prose: by box, how much prose it holds.
    """
    comments = [
        prose[number]
        for number in told
        if names[number] & COMMENTS and number and not names[parents[number]] & COMMENTS
    ]
    return sum(comments) > 0.5 * prose[0]


def are_posts_of_members(outline: Outline, names: Sequence[int], told: Iterable[int], prose: Sequence[float]) -> bool:
    """Tell whether most of a page is boxes of one kind, each with one in it that says who wrote a post.

    Args:
        outline: a page.
        names: by box, what its author called it (``box_names``).
        told: boxes whose name counts, those about writers among them.
        prose: by box, how much prose it holds.
    """
    parents = outline.parents
    posts: defaultdict[tuple[int, str | None], set[int]] = defaultdict(set)
    writers = [box for box in told if names[box] & WRITERS]
    inside = in_comments(names, parents) if writers else []
    for box in writers:
        if not inside[box]:
            posts[kind_of(outline, parents[box])].add(parents[box])
    return any(
        len(alike) >= _SEVERAL_POSTS and sum([prose[box] for box in alike]) >= _MOSTLY * prose[0]
        for alike in posts.values()
    )


def numbered_posts(outline: Outline, boxes: Iterable[int]) -> list[int]:
    """Return those of some boxes whose ids number the posts of a thread."""
    attributes = outline.attributes
    return [box for box in boxes if "id" in attributes[box] and is_numbered_post(attributes[box])]


def are_numbered_posts(outline: Outline, filled: Iterable[int], prose: Sequence[float]) -> bool:
    """Tell whether half of a page stands in boxes that number the posts of a thread.

    Args:
        outline: a page.
        filled: the boxes with prose.
        prose: by box, how much prose it holds.
    """
    posts = numbered_posts(outline, filled)
    return len(posts) >= _SEVERAL_POSTS and 2 * sum([prose[box] for box in posts]) >= prose[0]


def are_sent_to_board(outline: Outline, lines: Iterable[Prose]) -> bool:
    """Tell whether several texts of a page begin as posts to a bulletin board do: 发信人: X, 信区: Y."""
    return sum([outline.rows[line[0]][0].startswith(_SENDERS) for line in lines]) >= _SEVERAL_POSTS


def has_article(names: Sequence[int], parents: Sequence[int], lines: Iterable[Prose]) -> bool:
    """Tell whether siblings outside of comments hold an article: readers write more than the author now and then."""
    inside = in_comments(names, parents)
    groups = Counter[int]()
    for _, holder, group, _, value in lines:
        if not inside[holder]:
            groups[group] += round(value)
    return max(groups.values(), default=0) >= _ARTICLE


def comments_on_posts(
    outline: Outline, names: Sequence[int], told: Iterable[int], prose: Sequence[float]
) -> Iterator[int]:
    """Yield the boxes of comments within posts, of which a page has several that say more and take comments.

    In other threads what is called comments are the posts below the first one.

    Args:
        outline: a page.
        names: by box, what its author called it (``box_names``).
        told: boxes whose name counts, comments among them.
        prose: by box, how much prose it holds.
    """
    if not any(row[0].startswith(_ADDS) for row in outline.rows if row[4]):
        return
    parents = outline.parents
    inside = in_comments(names, parents)
    within = {box: _post_around(box, names, parents) for box in told if inside[box] and not inside[parents[box]]}
    commented = {post for post in within.values() if post > 0}
    posts = {box for box, name in enumerate(names) if name & THREAD and prose[box] and not inside[box]}
    inner = posts - {around for box in posts for around in outward(parents, parents[box])}
    others = [box for box in inner if commented.isdisjoint(outward(parents, box))]
    if len(commented) + len(others) < _SEVERAL_POSTS:
        return
    for box, post in within.items():
        if post > 0 and prose[post] >= 2 * prose[box]:
            yield box


def _post_around(box: int, names: Sequence[int], parents: Sequence[int]) -> int:
    """Return the nearest box around that is called a part of a thread; -1 without one."""
    return next((around for around in outward(parents, parents[box]) if names[around] & THREAD), -1)


def in_comments(names: Sequence[int], parents: Sequence[int]) -> list[bool]:
    """Tell of each box whether it stands in comments."""
    inside = [False] * len(names)
    for number in range(1, len(names)):
        inside[number] = inside[parents[number]] or names[number] & COMMENTS > 0
    return inside


def first_stamps(lines: Sequence[Line]) -> list[Line]:
    """Return the lines over the first post of a thread that say who wrote it and when; none where it has none."""
    behind = dropwhile(lambda line: line.mark != STAMP, lines)
    return list(takewhile(lambda line: line.mark == STAMP, behind))


def stamps(rows: Sequence[Row], places: Sequence[int]) -> Iterator[int]:
    """Yield the places of stamps: lines alike, never two in a row, that hold a time and no sentence.

    Args:
        rows: all lines of a page.
        places: those that are content, in order.
    """
    alike: dict[tuple[str, int], list[int]] = defaultdict(list)
    for order, place in enumerate(places):
        text, tag, _, depth, *_ = rows[place]
        if len(text) <= _LONGEST and _tells_time(text):
            alike[tag, depth].append(order)
    for orders in alike.values():
        prose = sum(SENTENCE.search(rows[places[order]][0]) is not None for order in orders)
        short = all(len(rows[places[order]][0]) <= _SHORT for order in orders)
        if are_apart(orders) and len(orders) >= (_TWICE if short else _OFTEN) and prose * _OFTEN <= len(orders):
            yield from (places[order] for order in orders)


def asked_when(outline: Outline, places: Sequence[int]) -> Iterator[int]:
    """Yield the places of rows with a day in a run of its own and no sentence: who asked, when and from where."""
    for place in places:
        row = outline.rows[place]
        pieces = outline.pieces.get(row[8], ())
        if len(row[0]) <= _LONGEST and any(map(_WHOLE_DAY.fullmatch, pieces)) and not SENTENCE.search(row[0]):
            yield place


def _tells_time(text: str) -> bool:
    """Tell whether a line has the time of a post: with the minute, or a day alone at its beginning or its end."""
    if ":" in text:
        return _MINUTE.search(text) is not None
    if text[0] in "12" and _DAY.match(text):
        return True
    return _LAST_DAY.search(text, max(0, len(text) - _DAY_LENGTH)) is not None
