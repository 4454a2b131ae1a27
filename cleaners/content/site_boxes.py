"""Boxes in which a site speaks of itself, whatever they are called: what its points are good for, how files open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from typing import Final

from cleaners.content.measured import Measured, Prose
from cleaners.content.viewer_pages import count_up
from cleaners.lazily import lazily
from cleaners.markup.elements import NAMES
from cleaners.markup.nesting import children, kind_of, lines_in, outward, span
from cleaners.markup.outline import Outline
from cleaners.rules.vocabulary import site_share, topic_of

_OWNER: Final = lazily(  # how one speaks whose site it is; quickly found where each word begins with one character
    r"本站|本[网網](?![络絡])|客服|金[币幣]|學币|学币|积分|積分|会[员員]|會[员員]|VIP|侵[权權]|版[权權]|上[传傳]者|我的下[载載]"
    r"|开通|開通|充值|网友|網友|小[编編]|APP"
)
_DIGITS: Final = "0123456789"
_OF_SITE: Final = 0.2  # share of a site's words in such a box; a document has less than half of it
_OF_DOCUMENT: Final = 0.1
_SAID: Final = 24  # characters of such a box, at the least, in several lines: one line may be a member's
_SAID_FIRST: Final = 100  # characters of a line in which its owner is told
_START: Final = 60  # so many characters of each line are looked at
_SAMPLE: Final = 12  # lines of the document
_LIST: Final = next(number for number, name in NAMES.items() if name == "ol")


def site_boxes(outline: Outline, measured: Measured, *, thread: bool) -> set[int]:
    """Return the boxes above a text or below it in which a site speaks of itself, the outermost of each place.

    None where the text and the title do so as well: the document is about such things. Boxes of a kind of which others
    beside them speak of something else are the document's, as paragraphs in boxes are, and posts of a thread, whatever
    is in them; so are numbered lists.

    Args:
        outline: a page.
        measured: its lines that say something.
        thread: it is a thread.
    """
    rows, parents = outline.rows, outline.parents
    prose = [line for line in measured.prose if line[4] > 1]
    owners = {line[1] for line in prose if _OWNER.search(rows[line[0]][0][:_SAID_FIRST])}
    if not owners:
        return set()  # many pages
    titles = [at for at in measured.headings if rows[at][1] == "h1"]
    topic = frozenset[str]().union(*[topic_of(rows[at][0]) for at in titles])
    text = _text(prose, owners)
    if not text or _share(outline, text[:: len(text) // _SAMPLE + 1], topic) >= _OF_DOCUMENT:
        return set()
    inner = {box for at in titles for box in outward(parents, outline.holders[at])}
    inner.update(box for holder in {line[1] for line in text} for box in outward(parents, holder))
    maybe = {box for owner in owners for box in outward(parents, owner)} - inner
    held: dict[int, list[Prose]] = {box: [] for box in maybe}
    for line in prose:
        for box in outward(parents, line[1]):
            if box in held:
                held[box].append(line)
            elif box in inner:
                break  # so are those around it
    speaking = {box for box, lines in held.items() if len(lines) > 1 and _speaks(outline, lines, topic)}
    others = {(parents[line[1]], kind_of(outline, line[1])) for line in prose if line[1] not in speaking}
    silent = {box for line in prose for box in outward(parents, line[1])} - speaking if thread else ()
    posts = {(parents[box], series) for box in silent if (series := _series(outline, box))}
    places = range(text[0][0], text[-1][0] + 1)
    return {
        box
        for box in speaking
        if parents[box] not in speaking and (parents[box], kind_of(outline, box)) not in others
        if (parents[box], _series(outline, box)) not in posts
        if _is_apart(outline, box, places) and not _is_numbered(outline, box)
    }


def _is_numbered(outline: Outline, box: int) -> bool:
    """Tell whether a box is one of several of a kind that count up: the pages of a viewer."""
    kind, parent = kind_of(outline, box), outline.parents[box]
    alike = [beside for beside in children(outline.parents, parent) if kind_of(outline, beside) == kind]
    return len(alike) > 1 and count_up(outline, alike)


def _series(outline: Outline, box: int) -> tuple[object, ...]:
    """Return what posts of a thread have in common: tag, class or numbered id, and what they begin with; may be empty.

    A notice between them has the same class for its looks, but nobody's name to begin with.
    """
    named, number = outline.attributes[box].get("class"), outline.attributes[box].get("id") or ""
    if not named and not number[-1:].isdigit():
        return ()
    first = box + 1 < len(outline.parents) and outline.parents[box + 1] == box
    return outline.tags[box], named, number.rstrip(_DIGITS), kind_of(outline, box + 1) if first else None


def _text(prose: Sequence[Prose], owners: Set[int]) -> list[Prose]:
    """Return the lines of the siblings with the most prose, none of which is the site's owner's."""
    sums = Counter[int]()
    for _, holder, group, _, value in prose:
        sums[group] += round(value) if holder not in owners else 0
    best = max(sums, key=sums.__getitem__, default=0)
    return [line for line in prose if line[2] == best]


def _speaks(outline: Outline, lines: Sequence[Prose], topic: Set[str]) -> bool:
    said = sum([min(len(outline.rows[line[0]][0]), _START) for line in lines])
    return said >= _SAID and _share(outline, lines, topic) >= _OF_SITE


def _share(outline: Outline, lines: Sequence[Prose], topic: Set[str]) -> float:
    """Return the share of a site's words in the beginnings of lines."""
    starts = [outline.rows[line[0]][0][:_START] for line in lines]
    return sum([site_share(start, topic) * len(start) for start in starts]) / max(1, sum(map(len, starts)))


def _is_apart(outline: Outline, box: int, text: range) -> bool:
    """Tell whether a box stands above a text or below it, and holds no numbered list, which steps are."""
    boxes = span(outline.parents, box)
    within = text.start < lines_in(outline, boxes).start < text.stop
    return not within and not any(outline.tags[inner] == _LIST for inner in boxes)
