"""A thread as a forum's program prints it: ``T - Printable Version``, the boards above it, ``T - U - 12-19-2007``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.facts.breadcrumb import PATH
from cleaners.lazily import lazily

_PRINTABLE: Final = " - Printable Version"
_HEAD: Final = 20  # lines
_LONGEST: Final = 300  # characters
_STEP: Final = lazily(r"\+-{1,8} (?:(Forum|Thread): )?(\S.*?) \(\S*\)")
_DAY: Final = lazily(
    r"(?:((?:19|20)\d\d-\d\d-\d\d)|\d\d-\d\d-(?:19|20)\d\d)(?:,? \d\d?:\d\d ?(?:[AP]M)?)?"
)  # the second where the day may be the month


def printed_title(texts: Sequence[str]) -> str | None:
    """Return the title that such a page begins with, where the last of the steps above the posts names it as well."""
    title = next((text.removesuffix(_PRINTABLE) for text in texts[:_HEAD] if text.endswith(_PRINTABLE)), None)
    steps = (_STEP.fullmatch(text) for text in texts[:_HEAD] if title and text[:2] == "+-" and len(text) <= _LONGEST)
    return title if any(step and step[1] == "Thread" and step[2] == title for step in steps) else None


def printed_head(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of the lines above the first post, and what they state.

    Args:
        texts: the first lines of a dump.
    """
    title = printed_title(texts)
    if title is None:
        return
    boards: list[str] = []
    for place, text in enumerate(texts[:_HEAD]):
        step = _STEP.fullmatch(text) if text[:2] == "+-" and len(text) <= _LONGEST else None
        if step and step[1] == "Forum":
            boards.append(step[2])
        if step and step[1] == "Thread":
            yield place, {"category": PATH.join(boards)} if len(boards) > 1 else {}
        elif step or text == title + _PRINTABLE:
            yield place, {}
        elif stated := _stamp(text, title):
            if place + 1 < len(texts) and _stamp(texts[place + 1], title):
                continue
            yield place, stated
            return


def _stamp(text: str, title: str) -> dict[str, str] | None:
    """Return who wrote a post and when, as the line above it says; of several such lines the last is above a post."""
    if not text.startswith(f"{title} - "):
        return None
    name, _, day = text[len(title) + 3 :].rpartition(" - ")
    stated = _DAY.fullmatch(day)
    return {"author": name} | ({"published": stated[1]} if stated[1] else {}) if name and stated else None
