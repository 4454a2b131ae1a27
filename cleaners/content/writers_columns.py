"""What stands beside each post of a thread in a box of its own: the columns that say who wrote it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from cleaners.content.post_words import is_post_word
from cleaners.lazily import lazily
from cleaners.markup.nesting import child_in, kind_of, lines_in, span
from cleaners.markup.outline import Outline
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import rulebook

_LONGEST: Final = 32  # characters of a name with rank and number, or of a member's figures
_MOSTLY: Final = 0.8  # of the posts have one
_LEAST: Final = 2
_FIELD: Final = lazily(r"[^\W\d_]{2,4}[:\uff1a]\s?\S")
_NUMBER: Final = lazily(r"\d{4}")
_SENTENCE: Final = lazily(r"[。！？!?；;…]|[,，、]$")

Pair = tuple[tuple[int, str | None], tuple[int, str | None]]
"""Tag and class of the box beside a post, and of the one that holds the post."""


def writers_columns(outline: Outline, posts: Iterable[int], around: range) -> Iterator[int]:
    """Yield the places of short lines in boxes that stand right before posts, nearly each of which has one.

    Args:
        outline: a page.
        posts: the boxes that hold the text of posts.
        around: the box around them all, and all in it.
    """
    beside: defaultdict[Pair, list[range]] = defaultdict(list)
    holders: defaultdict[tuple[int, str | None], set[int]] = defaultdict(set)
    seen: set[int] = set()
    parents = outline.parents
    for post in sorted(posts):
        box = post
        while box in around and box != around.start and box not in seen:
            seen.add(box)
            own = kind_of(outline, box)
            holders[own].add(box)
            parent = parents[box]
            before = child_in(parents, parent, box - 1) if box - 1 > parent else 0
            if before and (other := kind_of(outline, before)) != own:
                beside[other, own].append(lines_in(outline, span(outline.parents, before)))
            box = parent
    for (_, own), columns in beside.items():
        if len(columns) < max(_LEAST, _MOSTLY * len(holders[own])) or not all(_is_short(outline, at) for at in columns):
            continue
        if sum([_tells_writer(outline, places) for places in columns]) * _LEAST > len(columns):
            for places in columns:
                yield from places


def _is_short(outline: Outline, places: range) -> bool:
    texts = [outline.rows[at][0] for at in places]
    return bool(texts) and all(len(text) <= _LONGEST and not _SENTENCE.search(text) for text in texts)


def _tells_writer(outline: Outline, places: range) -> bool:
    """Tell whether a column is about a member: a link leads to him, and figures, fields or words of threads stand by.

    Questions over answers have neither, or lead nowhere; what numbers a section is no link.
    """
    rows = [outline.rows[at] for at in places]
    if not any(row[4] for row in rows):
        return False
    if any(_NUMBER.search(row[0]) for row in rows):
        return True
    said = sum([row[0][-1:].isdecimal() or row[0][:1] == "#" or _FIELD.match(row[0]) is not None for row in rows])
    return said >= _LEAST or (len(rows) >= _LEAST and any(_is_of_thread(row[0]) for row in rows))


def _is_of_thread(text: str) -> bool:
    """Tell whether rules know a line as one between posts: Senior Member, Posts: 12."""
    found = rulebook().matcher.find(key_of(text))
    return (found is not None and found[0].between) or is_post_word(text)
