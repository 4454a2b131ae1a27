"""Keywords of a site over its description: a label alone in its line, then the words, in a line or a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.facts.labels import bare_label
from cleaners.lazily import lazily
from cleaners.rules.others import heads_others
from cleaners.rules.strangers import SENTENCE

_MOST: Final = 40  # words
_LABEL: Final = 10  # characters
_WITH_LABEL: Final = 2  # lines
_REACH: Final = 20  # lines of the tail
_LONGEST: Final = 60  # characters of a line of words
_SENTENCE: Final = lazily(r"[。！？；，,]")
_WORDS: Final = lazily(r"[\s,，、;；]+")
_STATED: Final = lazily(r"[^\W\d_]{2,6}[:：]\s?\S")  # the next fact: 分类：诗稿
_MARK: Final = lazily(r"^[-•·*]\s*")


def keyword_list(lines: Sequence[Line], place: int) -> range | None:
    """Return the places of the words below the label at ``place``; ``None`` where no heading of a site ends them.

    A paper has keywords too, but goes on with its text, not with a heading whose line ends in a colon.
    """
    label = bare_label("".join(unmarked(lines[place].text).split()))
    if label is None or label.kind != "list":
        return None
    for at in range(place + 1, min(len(lines), place + _MOST)):
        text = lines[at].text
        if text[-1] in ":\uff1a":
            return range(place + 1, at) if at > place + 1 else None
        if len(text) > _LONGEST or _SENTENCE.search(text) or _STATED.match(text):
            return None
    return None


def titles_with_keywords(texts: Sequence[str], found: Findings) -> Iterator[int]:
    """Yield the places of lines that are a line above and the page's keywords, as machines write them: ``T,a,b``."""
    tags = {tag for one in found.values() for tag in _WORDS.split(one.facts.get("tags", ""))}
    for place, text in enumerate(texts):
        above = next((line for line in texts[:place] if text.startswith(line + ",")), "") if tags else ""
        if above and place not in found and tags.issuperset(_WORDS.split(text[len(above) + 1 :])):
            yield place


def unmarked(text: str) -> str:
    """Return a line without the mark of an item."""
    return _MARK.sub("", text)


def ends_with_list(lines: Sequence[Line], place: int, start: int) -> bool:
    """Tell whether a line right above the tail, at ``start``, is words under a label, 关键词, or that label."""
    if place + 1 != start or not place:
        return False
    return _heads_list(lines[place]) or (_heads_list(lines[place - 1]) and not SENTENCE.search(lines[place].text))


def list_above(lines: Sequence[Line], tail: int) -> range | None:
    """Return the places of a label with a colon, 关键词：, and the words below it, right above the tail or in it.

    The words are in one line; those of a paper stand behind their label.
    """
    for start in range(max(1, tail - _WITH_LABEL), min(tail + _REACH, len(lines) - _WITH_LABEL)):
        if start > tail and heads_others(lines[start].text.rstrip(":：")):
            return None
        if lines[start].text[-1] in ":\uff1a" and _heads_list(lines[start]):
            words = lines[start + 1].text
            several = start <= tail or " " in words.strip()
            if len(words) <= _LONGEST and several and not _SENTENCE.search(words):
                return range(start, start + _WITH_LABEL)
    return None


def _heads_list(line: Line) -> bool:
    text = unmarked(line.text)
    label = bare_label("".join(text.split())) if len(text) <= _LABEL else None
    return label is not None and label.kind == "list"
