"""What a site says of itself around a document in boxes that nothing names: notices, offers, thanks of readers.

Siblings at either end of the content weigh by their words; the edge is where the sum from the outside is greatest, so
that the name of a reader goes with the thanks around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby, islice, takewhile
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.nesting import kind_of
from cleaners.markup.outline import Outline, Row
from cleaners.rules.vocabulary import site_share

_LINES: Final = 6  # a notice has no more
_START: Final = 60  # so many characters of each are looked at
_TELLING: Final = 0.25  # siblings with such a share of words of sites speak of the site
_OWN: Final = 3.0  # how much more the words of others count
_SURE: Final = 40.0  # what weighs so much more than the words of the site around it is the document's
_LINK: Final = 0.9
_LINKED: Final = 0.3  # what a character of a link says, or of who wrote when
_TOPIC: Final = 0.2  # where half of the other lines have such a share, the document speaks of sites
_SAMPLE: Final = 20
_DATE: Final = lazily(r"\d[-/.年]\d{1,2}|\d[天分时周月]前|\d小时前|ago\b")
_SERIES: Final = 6  # so many boxes with prose side by side are paragraphs
_STOPS: Final = lazily("[，。！？；,.!?;]")


def notices(outline: Outline, places: list[int], prose: Mapping[int, float], total: float) -> Iterator[int]:
    """Yield the places of lines at either end that speak of the site, as the rest does not; below a title only prose.

    Args:
        outline: a page.
        places: its lines of the content, in order.
        prose: by box, how much of it the lines hold that are siblings in it.
        total: how much all boxes hold; siblings with most of it are the document's.
    """
    rows = outline.rows
    if _are_in_series({box for box in {rows[place][5] for place in places} if prose.get(box)}, outline.parents):
        return
    if count := _count(outline, reversed(places), prose, total):
        ends, rest = places[-count:], places[:-count]
        if not _speak_of_sites(rows, rest):
            yield from [place for place in ends if rows[place][1] != "h1"]
            places = rest
    if count := _count(outline, places, prose, total):
        ends, rest = places[:count], places[count:]
        if not _speak_of_sites(rows, rest):
            yield from [place for place in ends if rows[place][1] != "h1" and _STOPS.search(rows[place][0])]


def _count(outline: Outline, places: Iterable[int], prose: Mapping[int, float], total: float) -> int:
    """Return how many lines from the first on are the site's; a title is not counted for either."""
    rows = outline.rows
    own = kind_of(outline, max(prose, key=prose.__getitem__, default=0))
    best = weight = 0.0
    count = passed = 0
    for box, siblings in groupby(places, key=lambda place: rows[place][5]):
        run = [*islice(siblings, _LINES + 1)]
        if own[1] and kind_of(outline, box) == own:
            break  # a page of the document
        if 2 * prose.get(box, 0.0) > total and len(rows[run[0]][0]) > _START:
            break
        is_long = len(run) > _LINES
        if is_long:
            run = _called_alike(outline, run)
        passed += len(run)
        weight += sum([_weight(rows[place]) for place in run if rows[place][1] != "h1"])
        if weight > best:
            best, count = weight, passed
        if is_long or weight < best - _SURE:
            break
    return count


def _called_alike(outline: Outline, run: list[int]) -> list[int]:
    """Return the first of many siblings that are in boxes called otherwise than that of the last one."""
    rows, holders, attributes = outline.rows, outline.holders, outline.attributes
    if holders[run[0]] == holders[run[-1]]:
        return []  # most texts

    def name_of(place: int) -> str | None:
        own = attributes[holders[place]]
        return None if holders[place] == rows[place][5] else own.get("class") or own.get("id")

    names = [name_of(place) for place in run]
    last = names[-1]
    if last and names.count(last) == 1:
        return []  # each has a name of its own, as lines have whose names say where they stand
    return [place for place, _ in takewhile(lambda named: named[1] != last, zip(run, names, strict=True))]


def _are_in_series(boxes: Set[int], parents: Sequence[int]) -> bool:
    """Tell whether each paragraph has a box of its own: then its box says nothing of the last one."""
    beside = Counter([parents[box] for box in boxes])
    return max(beside.values(), default=0) >= _SERIES


def _weight(row: Row) -> float:
    """Return how far a line speaks for the site; below zero for the document, the more the longer it is."""
    text = row[0]
    if len(text) <= _START and row[4] and (row[4] > _LINK or _DATE.search(text)):
        return _LINKED * len(text)
    share = site_share(text[:_START])
    return share * min(len(text), _START) if share >= _TELLING else _OWN * (share - _TELLING) * len(text)


def _speak_of_sites(rows: Sequence[Row], places: Sequence[int]) -> bool:
    """Tell whether half of some lines are of a site's words: what a document has throughout is its topic."""
    sample = places[:: len(places) // _SAMPLE + 1]  # nothing is left of a page that all speaks of its site
    shares = [site_share(rows[place][0][:_START]) for place in sample]
    return 2 * sum([share >= _TOPIC for share in shares]) >= len(sample)
