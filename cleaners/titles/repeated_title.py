"""Titles of text dumps that stand there again, or are the name of the file that is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from cleaners.document import Line
from cleaners.facts.badges import some_badges
from cleaners.facts.finding import Findings
from cleaners.facts.stamps import stated_in
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.readers import calls_often, calls_readers
from cleaners.rules.vocabulary import site_share
from cleaners.titles.above_title import HEAD_LINES, LONGEST, TITLE_LINES
from cleaners.titles.dump_headings import stands_again_wrapped
from cleaners.titles.site_lines import MOSTLY, SITES
from cleaners.titles.title_lines import ADDRESS, FACTS_NEAR, NO_TITLE, SENTENCE, may_be_title, prose_in
from cleaners.values import FILE_NAME

_COMMA = lazily(r"[，,]")
_TITLED = lazily(r"\W{0,3}(?:本文|文[档檔章件]|[资資][料源])?(?:[标標][题題]|名[称稱])\s?[:：]\s?")
_ITEM = lazily(r"\d+(?:\.\d+)+\s?\D")
_TWICE_NAMED = 60  # lines in which the name of the file that is shown comes again
_ENDING = 16  # characters in which a file's ending stands
_LONG = 16  # characters of a line that stands twice for no other reason than to be the title
_HEADLINE = 24  # ... and twice far apart
_ABOVE_FACTS = 8  # lines
_LEAST = 2
_TWICE = 2
_FAR = 100  # lines of menus above a title, and of those between it and the text
_TELLING = 8  # characters of a title with which its text begins
_LONGER = 3  # so many times as long
_WIDE = "\u2e80"  # the first character of scripts without spaces


def named_file(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> int | None:
    """Return the place of the name of the one file above the text, or of one that stands twice."""
    others = min((place for place, finding in known.items() if finding.rule.to), default=HEAD_LINES)
    named = [place for place in places if place < others and FILE_NAME.search(lines[place].text[-_ENDING:])]
    if not named:
        return None
    first = named[0]
    if not prose_in(lines, range(first)) and any(
        line.text == lines[first].text for line in lines[first + 1 : _TWICE_NAMED]
    ):
        return first
    stated = any(at in known and known[at].facts for at in range(first + 1, first + 1 + FACTS_NEAR))
    alone = len(named) == 1 and (stated or first in places[:TITLE_LINES])
    return first if alone and may_be_title(lines, first) else None


def file_of_page(lines: Sequence[Line]) -> str | None:
    """Return the name of a file in the first line, where a label below the text names it again: ``本文标题：T.doc``."""
    name = lines[0].text if lines else ""
    if len(name) > LONGEST or not FILE_NAME.search(name[-_ENDING:]):
        return None
    labels = (line.text[: -len(name)] for line in lines[1:] if line.text.endswith(name))
    return name if any(map(_TITLED.fullmatch, labels)) else None


def stands_wrapped(lines: Sequence[Line], places: Sequence[int]) -> int | None:
    """Return the place of a long line that stands again over several lines, as offices set their titles."""
    long = (place for place in places if _LONG <= len(lines[place].text) <= LONGEST)
    return next((place for place in long if stands_again_wrapped(lines, place)), None)


def stands_twice(lines: Sequence[Line], known: Findings, places: Sequence[int], keys: Sequence[str]) -> int | None:
    """Return the place of the first line that stands there again, at once or behind chrome; a refrain is none."""
    for at, key in enumerate(keys[:TITLE_LINES]):
        again = keys.index(key, at + 1) if key in keys[at + 1 :] else None
        apart = again is not None and places[again] - places[at] != again - at
        text = lines[places[at]].text
        telling = len(key) > _LEAST or (key and at == 0 and apart and site_share(text) < SITES)
        short = telling and len(text) <= LONGEST and not NO_TITLE.fullmatch(text) and not SENTENCE.search(text)
        short = short and not (calls_readers(text) and calls_often([line.text for line in lines[:HEAD_LINES]]))
        between = range(places[at], places[again]) if again is not None else ()
        over_site = any(site_share(lines[other].text) >= MOSTLY for other in between)
        long = over_site and len(key) >= _LONG and not prose_in(lines, between)
        twice = short and (apart or again == at + 1 or long)
        button = (at or max(text[:LONGEST]) < _WIDE) and site_share(text) > MOSTLY  # may stand twice as well
        if not twice or ADDRESS.search(text) or button:
            continue
        stated = min((place for place, finding in known.items() if finding.facts), default=HEAD_LINES)
        if at and again != at + 1 and ((text.isascii() and " " not in text) or _ITEM.match(text)):
            continue  # a word of a menu, a heading that a table of contents has
        if at and not known and prose_in(lines, range(places[at])):
            continue  # nothing of a site stands there, but text does: a line of it
        if again is not None and _ends_below(lines, places[at], places[again]):
            continue  # the site's name, at the foot as well
        if again is not None and lines[places[again] - 1].text.isdecimal():
            continue  # a running head below a page's number
        if at == 0 or again == at + 1 or not places[0] < stated < places[at]:
            return places[at]
    return next((place for place in places[:TITLE_LINES] if stands_again_wrapped(lines, place)), None)


def stands_in_others(lines: Sequence[Line], places: Sequence[int]) -> int | None:
    """Return the place of the first long line that two others have in them, each with more: ``Download T for free``."""
    for place in places:
        text = lines[place].text
        if _LONG <= len(text) <= LONGEST and not SENTENCE.search(text) and site_share(text) < SITES:
            others = {line.text for line in lines[:_TWICE_NAMED] if len(line.text) > len(text) and text in line.text}
            if len(others) > 1:
                return place
    return None


def stands_far_below(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> int | None:
    """Return the place of the one long line above what a site states first that heads the text again, further down."""
    stated = min((at for at, one in known.items() if one.facts and not one.rule.marker), default=-1)
    texts = Counter([line.text for line in lines])
    found = {
        text: place
        for place in reversed(places)
        if place < stated <= place + _ABOVE_FACTS
        and _HEADLINE <= len(text := lines[place].text) <= LONGEST
        and texts[text] == _TWICE
        and not SENTENCE.search(text)
        and site_share(text) < SITES
        and may_be_title(lines, place)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def over_stamp(lines: Sequence[Line]) -> int | None:
    """Return the place of the line over a row of facts, day and readers, below menus, that others have further down."""
    texts = [line.text for line in lines[:_FAR]]
    for place in range(HEAD_LINES, len(texts) - 1):
        text = texts[place]
        if not _LEAST < len(text) <= LONGEST or not any(text in line.text for line in lines[place + 2 :]):
            continue
        if {"published", "views"} <= stated_in(some_badges(texts[place + 1])).keys():
            return place
    return None


def quotes_question(lines: Sequence[Line]) -> bool:
    """Tell whether the second line and the one below stand again together, as an answer quotes its question."""
    texts = [line.text for line in lines[:HEAD_LINES]]
    if len(texts) < 2 * _LEAST or not _COMMA.search(texts[1]):
        return False
    if _COMMA.search(texts[0]) or SENTENCE.search(texts[0]) or not may_be_title(lines, 0):
        return False
    return any(pair == (texts[1], texts[2]) for pair in pairwise(texts[1 + _LEAST :]))


def begins_text(lines: Sequence[Line], places: Sequence[int]) -> int | None:
    """Return the place of the line with which the long line right below it begins, as texts without breaks have it."""
    for place in places:
        text = lines[place].text
        below = lines[place + 1].text if place + 1 < len(lines) else ""
        telling = _TELLING <= len(text) <= LONGEST and not SENTENCE.search(text)
        if telling and len(below) >= _LONGER * len(text) and key_of(below[: 2 * len(text)]).startswith(key_of(text)):
            return place
    return None


def _ends_below(lines: Sequence[Line], first: int, again: int) -> bool:
    """Tell whether text stands between two places and none below the second one."""
    return prose_in(lines, range(first + 1, again)) and not prose_in(lines, range(again + 1, len(lines)))
