"""The head of a post on a bulletin board: who, on which board, what about, when; a label and its value a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.lazily import lazily

_FIELD: Final = lazily(r"(作者|看板|[标標][题題]|[时時][间間]|[发發]信人|信[区區])(?:\s?[:：]\s?|\s+|$)(.*)")
_FACTS: Final = {
    "作": "author",
    "标": "title",
    "標": "title",
    "时": "published",
    "時": "published",
    "发": "author",
    "發": "author",
}
_DAY: Final = lazily(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) [\d:]{8} ((?:19|20)\d\d)")
_LEAST: Final = 3  # fields
_HEAD: Final = 14  # lines
_LONGEST: Final = 120


def board_head(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of its lines and what they state, where the board or the day as boards write it is among them.

    Args:
        texts: the first lines of a dump.
    """
    fields = {
        place: (field[1], field[2].strip())
        for place, text in enumerate(texts[:_HEAD])
        if text[0] in "作看标標时時发發信" and len(text) <= _LONGEST and (field := _FIELD.fullmatch(text))
    }
    labels = {label for label, _ in fields.values()}
    told = any(label[0] in "看信" for label in labels) or any(_DAY.fullmatch(value) for _, value in fields.values())
    if len(labels) < _LEAST or not told:
        return
    for place, (label, value) in fields.items():
        day = _DAY.fullmatch(value)
        fact = _FACTS.get(label[0], "")
        if day:
            yield place, {"published": f"{day[1]} {day[2]}, {day[3]}"}
        else:
            yield place, {fact: value} if fact and value and fact != "published" else {}
