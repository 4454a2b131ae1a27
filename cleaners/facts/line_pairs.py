"""Facts of a site in two lines of a dump, the word and the number in either order: ``浏览`` over ``612``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import Final

from cleaners.facts.badges import BARE_COUNT
from cleaners.facts.labels import TYPED, bare_label, fits, offered
from cleaners.facts.names import IN_CAPITALS
from cleaners.facts.told_by_value import by_value
from cleaners.lazily import lazily
from cleaners.places import runs
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import Label, Rule, rulebook
from cleaners.rules.vocabulary import site_share

COUNTED: Final = Rule("labelled-facts", "badge")
_POINTS: Final = 4  # characters
_WORD: Final = 6  # characters of a word over or under a number
_AUTHORS: Final = frozenset(("Authors", "Authors:", "Author(s)", "Author(s):"))
_PAIR: Final = 2
_LONGEST_MEMBER: Final = 40
_LONGEST_LABEL: Final = 12  # characters
_COUNT: Final = lazily(r"\d[\d,.]{0,8}[千万萬wkWK]?\+?")
_SOME_MORE: Final = lazily(r"[\u4e00-\u9fff]{2,6}")
_SOME: Final = lazily(r"[\u4e00-\u9fff]{2,4}")
_YEAR: Final = lazily(r"(?:19|20)\d\d")
_OF_FILE: Final = frozenset(("published", "file_size", "page_count", "access"))
_COUNTS: Final = frozenset(("views", "downloads", "page_count", "none"))


def price_pairs(texts: Sequence[str], known: Set[int]) -> Iterator[tuple[int, Rule, str]]:
    """Yield the place, rule and text of prices in two lines, the number and what the site calls its points."""
    for place, (number, unit) in enumerate(pairwise(texts)):
        if number.isdecimal() and unit.isalpha() and len(unit) <= _POINTS and place not in known:
            rule = rulebook().matcher.find(key_of(number + unit))
            if rule and rule[0].access:
                yield place, rule[0], number + unit


def counted_pairs(texts: Sequence[str], known: Set[int]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of lines that in turn are words and numbers, words of a site's counters among them.

    Args:
        texts: the first lines of a dump.
        known: the places of those that the title or rules with facts speak of: one pair counts beside such a line only.
    """
    place = 0
    while place + 1 < len(texts):
        stop = _run_end(texts, known, place)
        labels = [_label(texts[at]) for at in range(place, stop)]
        told = sum(label is not None for label in labels)
        beside = place - 1 in known or stop in known
        words = [texts[at] for at, label in enumerate(labels, place) if not label and not _COUNT.fullmatch(texts[at])]
        if (
            stop - place >= _PAIR
            and told
            and (told > 1 or beside)
            and all(site_share(word) == 1 or word in offered() for word in words)
        ):
            for at in range(place, stop, _PAIR):
                label = labels[at - place] or labels[at - place + 1]
                value = texts[at + 1] if _COUNT.fullmatch(texts[at + 1]) else texts[at]
                yield at, {label.fact: value} if label and label.fact != "none" else {}
                yield at + 1, {}
        place = max(stop, place + 1)


def stacked_labels(texts: Sequence[str], known: Set[int]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of labels and values that stand in lines in turn, and what they state.

    Two labels at least have values that are no free text (``格式`` / ``docx``); those between can be unknown.
    """
    sure = [at for at in range(len(texts) - 1) if at not in known and _typed(texts[at], texts[at + 1])]
    for start, *rest in _runs(sure, texts):
        for at in range(start, rest[-1] + 1, _PAIR) if rest else ():
            label = bare_label(texts[at])
            if label is None and (told := by_value(texts[at], texts[at + 1])):
                yield at, dict(told)
                yield at + 1, {}
                continue
            fits_so = label is not None and label.fact not in ("none", "title") and fits(label, texts[at + 1])
            yield at, {label.fact: texts[at + 1]} if label and fits_so else {}
            yield at + 1, {}


def member_pairs(texts: Sequence[str], known: Set[int]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of a label that sites put over the name of a member, and of the name: ``Subido por``."""
    for place, (text, name) in enumerate(pairwise(texts)):
        if text in _AUTHORS and not {place, place + 1} & known and IN_CAPITALS.fullmatch(name):
            yield place, {"author": name}
            yield place + 1, {}
        if (
            place in known
            or place + 1 in known
            or " " not in text
            or len(text) > _LONGEST_MEMBER
            or text[-1] in ":\uff1a"
        ):
            continue
        label = bare_label(text)
        if label and label.fact == "author" and len(name) <= _LONGEST_MEMBER and fits(label, name):
            yield place, {"author": name}
            yield place + 1, {}


def counts_between(texts: Sequence[str], dated: Sequence[int], measured: Set[int], known: Set[int]) -> Iterator[int]:
    """Yield the places of bare numbers right between a date and what says how long or large a file is."""
    for place in dated:
        for step in (1, -1):
            at, beyond = place + step, place + 2 * step
            if beyond in measured and at not in known and BARE_COUNT.fullmatch(texts[at]):
                yield at


def count_among(texts: Sequence[str], told: Mapping[int, Set[str]]) -> int | None:
    """Return the place of the one bare number among badges, a line each, that say day, size, pages and who may read.

    Right above who may read it can be a price, but for one below the day.

    Args:
        texts: the lines of a dump.
        told: what badges say, by place.
    """
    counts = [at + 1 for at in told if at + 1 not in told and at + 2 in told and BARE_COUNT.fullmatch(texts[at + 1])]
    if len(counts) != 1 or _YEAR.fullmatch(texts[counts[0]]):
        return None
    if "access" in told[counts[0] + 1] and "published" not in told[counts[0] - 1]:
        return None
    (block,) = [run for run in runs(sorted([*told, *counts])) if counts[0] in run]
    said = {fact for at in block for fact in told.get(at, ())}
    return counts[0] if said >= _OF_FILE else None


def _runs(sure: Sequence[int], texts: Sequence[str]) -> Iterator[list[int]]:
    """Yield the places of labels that follow each other, every second line, with none but short lines between."""
    run: list[int] = []
    for at in sure:
        between = texts[run[-1] + _PAIR : at : _PAIR] if run else ()
        if run and ((at - run[-1]) % _PAIR or not all(_SOME.fullmatch(text) for text in between)):
            yield _with_names(run, texts)
            run = []
        run.append(at)
    if run:
        yield _with_names(run, texts)


def _with_names(run: list[int], texts: Sequence[str]) -> list[int]:
    """Return a run with a label right above that names somebody: ``上传者`` over his name."""
    above = run[0] - _PAIR
    label = bare_label(texts[above]) if above >= 0 else None
    named = label is not None and label.kind == "name" and label.fact == "author" and fits(label, texts[above + 1])
    return [above, *run] if named else run


def _typed(text: str, value: str) -> bool:
    """Tell whether a line is a label and the next one a value of its kind that is no free text."""
    label = bare_label(text) if len(text) <= _LONGEST_LABEL and text[-1] not in ":\uff1a" else None
    if label is None and _SOME_MORE.fullmatch(text):
        return bool(by_value(text, value))
    return label is not None and label.kind in TYPED and label.fact != "none" and bool(value) and fits(label, value)


def _run_end(texts: Sequence[str], known: Set[int], start: int) -> int:
    """Return where the pairs of words and numbers end that begin at a place, all of them in one order."""
    number_first = _COUNT.fullmatch(texts[start]) is not None
    at = start
    while at + 1 < len(texts) and at not in known and at + 1 not in known:
        word, number = (texts[at + 1], texts[at]) if number_first else (texts[at], texts[at + 1])
        if not _COUNT.fullmatch(number) or not (_label(word) or _SOME.fullmatch(word)):
            break
        at += _PAIR
    return at


def _label(text: str) -> Label | None:
    label = bare_label(text) if len(text) <= _WORD else None
    return label if label and label.kind in ("count", "n") and label.fact in _COUNTS else None


def value_below(text: str, after: str, *, alone: bool = False, at_top: bool = False) -> dict[str, str] | None:
    """Read a label that stands alone in its line with a value of its kind in the next; a category only ``at_top``."""
    label = bare_label(text) if alone or text[-1:] in ":\uff1a" else None
    if label is None or label.kind in ("any", "list") or (label.kind == "path" and not (at_top and after.isalpha())):
        return None
    value = after.strip()
    return {label.fact: value} if value and label.fact != "none" and fits(label, value) else None
