"""The page's own summary, kept as a fact where it says more than the document's beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.document import Line, Metadata
from cleaners.view import View

_NOT_WORD = re.compile(r"[\W_]+")
_BEGINNING = 2000
_COMPARED = 16
_LEAD = 4
_METAS = ("og:description", "description")


def summary_of(view: View, facts: Metadata, lines: Sequence[Line]) -> str | None:
    """Return the summary that the profile found or the head states; ``None`` where the text says it."""
    marked = " ".join(drop.text for drop in view.drops if drop.rule == "summary")
    stated = (
        marked or facts.summary or next((view.head.metas[name] for name in _METAS if name in view.head.metas), None)
    )
    if not stated:
        return None
    stated = " ".join(stated.split())
    beginning = _beginning(lines)
    if len(stated) > _COMPARED and stated[_LEAD : _LEAD + _COMPARED] in beginning:
        return None
    title = _key(facts.title or "")
    start = _key(stated).removeprefix(title)[:_COMPARED]
    return None if not start or start in title + _key(beginning) else stated


def _key(text: str) -> str:
    return _NOT_WORD.sub("", text).lower()


def _beginning(lines: Sequence[Line]) -> str:
    texts, length = [], 0
    for line in lines:
        texts.append(line.text[:_BEGINNING])
        length += len(line.text)
        if length > _BEGINNING:
            break
    return "".join(texts)
