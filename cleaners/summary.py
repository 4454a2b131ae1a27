"""The page's own summary, kept as a fact where it says more than the document's beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.document import Line, Metadata
from cleaners.phrases import key_of
from cleaners.view import View

_NOT_WORD = re.compile(r"[\W_]+")
_BEGINNING = 5000
_COMPARED = 24
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
    key = _NOT_WORD.sub("", key_of(stated))
    title = _NOT_WORD.sub("", key_of(facts.title)) if facts.title else ""
    beginning = title + _NOT_WORD.sub("", key_of(_beginning(lines)))
    start = key.removeprefix(title)[:_COMPARED]
    return None if not start or start in beginning else stated


def _beginning(lines: Sequence[Line]) -> str:
    texts, length = [], 0
    for line in lines:
        texts.append(line.text[:_BEGINNING])
        length += len(line.text)
        if length > _BEGINNING:
            break
    return "".join(texts)
