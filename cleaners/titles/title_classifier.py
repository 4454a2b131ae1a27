"""A classifier of the first lines of a dump: how likely each is the title, by how it reads and what is around it.

Boosted trees, learned from marked pages (``benchmarks/title_classifier.py``), as those of ``chrome/line_classifier``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import log1p
from typing import Final

from cleaners.chrome.line_classifier import MOST, mean, read_together, scores_of
from cleaners.chrome.line_weights import is_menu
from cleaners.document import Line
from cleaners.facts.beside_title import CITED
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.package_data import read_text
from cleaners.rules.boosted_trees import Trees, read_trees
from cleaners.rules.keys import key_of
from cleaners.rules.readers import calls_often, calls_readers
from cleaners.rules.site_words import names_field, names_work
from cleaners.rules.strangers import width
from cleaners.rules.vocabulary import site_share
from cleaners.titles.above_text import without_others
from cleaners.titles.cover_heads import is_head_of_theses
from cleaners.titles.site_lines import is_site_line
from cleaners.titles.title_lines import is_no_title
from cleaners.values import FILE_NAME

FIRST_LINES: Final = 80
"""Lines among which a title is looked for."""
_LEAST, _IN_DOUBT, _FARTHER = 0.0, -2.0, 2.4
"""Log odds of a title where the rules have none, and of one that is taken instead of theirs, and by how much more."""
_SOMEWHAT: Final = 0.5  # ... where theirs is the name of a site
_READ: Final = 200  # lines that are read to tell the title by
_LONGEST: Final = 120  # characters
_BODY: Final = 4000  # characters of text that a title speaks of
_FEW: Final = 3
_NEAR: Final = 5  # lines above and below
_HEAD: Final = 60  # lines
_DATED: Final = lazily(r"[^\s:：]{2,8}[:：]\s?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}")
_HEADING_BELOW, _SHORTEST_HEADING = 8, 5  # lines below the likeliest, and characters of a heading in one
_LABEL: Final = lazily(r"[^\s:：]{1,8}\s?[:：]")
_BULLET: Final = lazily(r"[•·▪◆●>»#*-]")
_BARS: Final = lazily(r"[|｜>›»]|\s[-–—]\s")
_MARKS: Final = lazily("[。！？；，,]")
_WORD: Final = lazily(r"[^\W_]")
_STOPS: Final = (".", "。")
_OFFICE: Final = lazily(
    r"^.{2,16}(?:[晚日早时時][报報]|事[务務]所|公司|集[团團]|[学學]院|大[学學]|[学學]校|中[学學]|小[学學]|[图圖][书書][馆館]|[医醫]院|出版社|[协協][会會]|政府|委[员員][会會]|[^\W\d_]{2}局|文[库庫]|社[区區]|[论論][坛壇]|博客)$"
)

Odds = dict[int, float]
"""Log odds by the place of a line."""


@cache
def _trees() -> Trees:
    return read_trees(read_text("rules", "title_classifier.txt"))


def title_odds(lines: Sequence[Line], known: Findings) -> Odds:
    """Return for each of the first lines of a dump that may be its title the log odds that it is.

    Args:
        lines: the lines of a dump.
        known: what the rules found in the first of them.
    """
    trees = _trees()
    numbered = numbers_of_titles(lines, known)
    calls = calls_often([line.text for line in lines[:_HEAD]])
    may_be = {place: numbers for place, numbers in numbered if not _is_of_site(lines[place].text, calls=calls)}
    places = without_others(lines, known, [*may_be])
    return {place: trees.ask(may_be[place]) for place in places if not is_no_title(lines[place].text)}


def _is_of_site(text: str, *, calls: bool) -> bool:
    """Tell whether a line is items of a menu, a field, a journal, or a call where the site ``calls`` often."""
    return (
        is_menu(text)
        or names_field(key_of(text))
        or CITED.fullmatch(text) is not None
        or (calls and calls_readers(text))
    )


def more_likely(lines: Sequence[Line], odds: Odds, title: str | None) -> str | None:
    """Return the line of a dump that is far more likely to be its title than what the rules took for one; else that.

    Args:
        lines: the lines of a dump.
        odds: the log odds of those that may be the title.
        title: what the rules took for it.
    """
    of_site = title is not None and (_names_site(title) or is_site_line(title))
    may_win = [place for place in odds if of_site or not _names_site(lines[place].text)]
    best = max(may_win, key=odds.__getitem__, default=None)
    if best is None or odds[best] <= (_LEAST if title is None else _IN_DOUBT):
        return title
    if title is None:
        return None if lines[best].text.endswith(_STOPS) else lines[best].text
    if FILE_NAME.search(title):
        return title
    key = key_of(title)
    if key in key_of(lines[best].text):
        return title  # it has a label there, or more that is none of it
    theirs = [odds[place] for place in odds if key_of(lines[place].text) == key]  # none where it is made of several
    if theirs and is_head_of_theses(lines[best].text):
        return title
    far_more = theirs and odds[best] - max(theirs) >= (_SOMEWHAT if of_site else _FARTHER)
    doubted = far_more and not _is_headed_again(lines, best, title) and not _is_listed_above(lines, title)
    return lines[best].text if doubted else title


def _names_site(text: str) -> bool:
    """Tell whether a line is an address, or ends as papers, firms and offices are called: who shows the title."""
    return "://" in text or _OFFICE.search(text) is not None


def _is_listed_above(lines: Sequence[Line], title: str) -> bool:
    """Tell whether a title over the day of its page stands in a list above as well: of chapters, with others."""
    places = [at for at, line in enumerate(lines[:_HEAD]) if line.text == title]
    below = lines[places[-1] + 1].text if len(places) > 1 and places[-1] + 1 < len(lines) else ""
    return _DATED.match(below) is not None


def _is_headed_again(lines: Sequence[Line], best: int, title: str) -> bool:
    """Tell whether a short line near the likeliest repeats a part of a title, as headings of a text do; once only."""
    key = key_of(title)
    near = [key_of(line.text) for line in lines[: best + _HEADING_BELOW] if len(line.text) < len(title)]
    below = near[-_HEADING_BELOW + 1 :]
    return any(len(other) >= _SHORTEST_HEADING and other in key and near.count(other) == 1 for other in below)


def numbers_of_titles(lines: Sequence[Line], known: Findings) -> Iterator[tuple[int, list[float]]]:
    """Yield the places of lines that may be the title and what the trees ask of them.

    Args:
        lines: the lines of a dump.
        known: what the rules found in the first of them.
    """
    texts = [line.text for line in lines[:_READ]]
    size = len(texts)
    scores, prose, said, told = read_together(texts, scores_of(texts))
    first = prose.index(True) if True in prose else size
    keys = [key_of(text[:_LONGEST]) for text in texts]
    times = Counter(keys)
    body = "".join(text for text, is_prose in zip(texts, prose, strict=True) if is_prose)[:_BODY]
    pairs = Counter(map("".join, pairwise(key_of(body))))

    states = {place: 2 if finding.facts else 1 for place, finding in known.items()}
    stated = {place for place, state in states.items() if state == 2}
    every = "\n".join(keys)

    for place, text in enumerate(texts[:FIRST_LINES]):
        key = keys[place]
        if not key or len(text) > _LONGEST or not _WORD.search(text):
            continue
        own = [*map("".join, pairwise(key))]
        yield (
            place,
            [
                scores[place],
                mean(said, place - 3, place, MOST),
                mean(said, place + 1, place + 4, MOST),
                mean(said, place + 1, place + 9, MOST),
                mean(said, place - 8, place, MOST),
                log1p(place),
                first - place,
                told[place],
                width(text),
                prose[place],
                len(_MARKS.findall(text)),
                len(_BARS.findall(text)),
                _LABEL.match(text) is not None,
                _BULLET.match(text) is not None,
                sum(map(str.isdigit, text)) / len(text),
                len(text.split()),
                min(_FEW, times[key]),
                min(_FEW, sum(key in other and key != other for other in keys)) if every.count(key) > times[key] else 0,
                sum(pair in pairs for pair in own) / max(1, len(own)),
                sum(pairs[pair] > 1 for pair in own),
                site_share(text),
                names_work(key),
                *(states.get(at, 0) for at in (place, place - 1, place + 1, place + 2)),
                len(stated.intersection(range(place + 1, place + 1 + _NEAR))),
                len(stated.intersection(range(place - _NEAR, place))),
                width(texts[place - 1]) if place else 0,
                width(texts[place + 1]) if place + 1 < size else 0,
                size,
            ],
        )
