"""Addresses that whoever passed a document on stamped on each of its pages: ``更多资料请访问 www.example.com``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Rules
from cleaners.lazily import lazily
from cleaners.rules.vocabulary import site_share

RULE: Final = "stamped"
_ADDRESS: Final = lazily(r"www\.|https?://|\w@\w|\[email\W?protected\]", re.IGNORECASE)
_NAMED: Final = lazily(
    r"(\w{1,15}(?:[网網站库庫坛壇吧]|[社][区區]|平[台臺]|在[线線]))\s?[(（](?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/?[)）]",
    re.IGNORECASE,
)
_OFTEN: Final = 3
_MOST: Final = 0.6  # of the stamps have such a line beside them
_HEAD: Final = 40  # characters of a head
_STOPS: Final = "。！？；，、.!?;,"
_LONGEST: Final = 120
_CONTROL: Final = 12  # characters of a line that a site repeats
# One of several, T1, T2; the end of a sentence that the wrap put on a line of its own.
_OWN: Final = lazily(r"^\d|\d[)）]?$|[。，；、]$")
_DIGITS: Final = lazily(r"\d+")
_HALF: Final = 0.5  # share of a site's words in such a line with a number
_ALMOST_ALL: Final = 0.8  # ... and without one
_PARAGRAPH: Final = 20  # characters


def mark_stamped(lines: Sequence[Line], rules: Rules, raw_title: str | None = None) -> None:
    """Mark lines with an address that stand on several pages alike, and heads beside these, in ``rules`` (in place).

    Three are several, and two that are a site's name with its address: ``范文网(www.example.com)``.

    Args:
        lines: the lines of a page.
        rules: the rule by which each line is removed so far.
        raw_title: the title with what the site put behind it: in a tree the name is there as well.
    """
    is_tree = any(line.depth for line in lines)
    places = [
        at
        for at, line in enumerate(lines)
        if len(line.text) <= _LONGEST and line.tag != "pre" and _ADDRESS.search(line.text)
        if not is_tree or ((name := _NAMED.fullmatch(line.text)) and name[1] in (raw_title or ""))
    ]
    counts = Counter(lines[at].text for at in places)
    often = {text for text, count in counts.items() if count >= (2 if _NAMED.fullmatch(text) else _OFTEN)}
    stamps = [at for at in places if lines[at].text in often]
    if stamps:
        heads = _beside(lines, [at for at in stamps if _NAMED.fullmatch(lines[at].text)])
        rules.update((at, RULE) for at, line in enumerate(lines) if line.text in often or line.text in heads)


def _beside(lines: Sequence[Line], stamps: Sequence[int]) -> set[str]:
    """Return the short lines that stand right below several stamps, or right above: heads of the next page, feet."""
    found = set()
    for step in (-1, 1):
        texts = [lines[at + step].text for at in stamps if 0 <= at + step < len(lines)]
        for text, count in Counter(texts).items() if stamps else ():
            if 1 < count >= _MOST * (len(stamps) - 1) and 1 < len(text) <= _HEAD and text[-1] not in _STOPS:
                found.add(text)
    return found


def stamped_words(lines: Sequence[Line], body: range, topic: Set[str]) -> set[int]:
    """Return the places of short lines of a site's words that a page repeats, numbers aside: ``全文共 233 字``.

    Args:
        lines: the lines of a page; those of a tree must come three times, as the control of each question does.
        body: the places that may be the document's.
        topic: words of sites that the document is about.
    """
    words = {
        place: _DIGITS.sub("0", line.text)
        for place, line in enumerate(lines[: body.stop])
        if len(line.text) <= _CONTROL and line.tag[:1] != "h" and line.tag != "tr" and not _OWN.search(line.text)
        if not (line.text[-1] in ":\uff1a" and not line.tag and _has_text(lines, place + 1))
    }
    counts = Counter(words.values())
    repeated = {
        place: word
        for place, word in words.items()
        if place in body and counts[word] >= (_OFTEN if lines[place].tag else 2)
    }
    told = {
        text
        for text, (word, tag) in {lines[at].text: (word, lines[at].tag) for at, word in repeated.items()}.items()
        if site_share(text, topic) >= (_HALF if tag or _DIGITS.search(word) else _ALMOST_ALL)
    }
    return {place for place in repeated if lines[place].text in told}


def _has_text(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a paragraph stands there: what ends with a colon above it is its heading."""
    return place < len(lines) and len(lines[place].text) >= _PARAGRAPH
