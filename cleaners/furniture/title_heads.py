"""Running heads that are the document's title, whole or in part: one page that turns shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from cleaners.document import Line
from cleaners.furniture.breaks import breaks_off_above, text_above
from cleaners.furniture.folios import folio_in
from cleaners.furniture.head_forms import LEAST_STAMP, MAX_HEAD, is_head
from cleaners.furniture.named_heads import ISSUE
from cleaners.furniture.number_forms import Mark
from cleaners.lazily import lazily
from cleaners.reflow.phrases import reads_on
from cleaners.rules.keys import key_of

_LEAST_WORDS: Final = 4  # characters of a title's beginning beside a page's number
_LEADERS: Final = lazily(r"\.{4}|…{2}|·{4}")
_CONTENTS: Final = 16  # lines above the foot of a page of contents
_COVER: Final = 12  # lines of a cover with its back
_LONG_HALF: Final = 16  # letters of a half of the title; a shorter one can head a section
_AUTHORS: Final = lazily(r"^[\u4e00-\u9fff]{2,4}等:?")  # before the title
_BEFORE_SUBTITLE: Final = (":", "—", "-")


def title_heads(lines: Sequence[Line], edges: Sequence[int], title: str | None) -> set[int]:
    """Find the lines where pages turn that are the document's title: one page that turns shows a running head.

    The volume or issue of a journal may stand between the number and the title, or without it on the pages opposite.
    """
    key = key_of(title) if title else ""
    if not key:
        return set()
    found: set[int] = set()
    opposite = any(ISSUE.fullmatch(line.text) for edge in edges for line in lines[edge + 1 : edge + 2])
    for edge in edges:
        beside = [at for at in range(max(0, edge - 2), min(len(lines), edge + 3)) if at != edge]
        issues = {at for at in beside if ISSUE.fullmatch(lines[at].text)}
        near = {edge - 1, edge, edge + 1} | {at + step for at in issues for step in (-1, 1)}
        found |= issues | {at for at in near if 0 <= at < len(lines) and is_head(key_of(lines[at].text), key)}
        found |= {at for at in near if 0 < at < len(lines) and _is_first_half(lines, edge, at, key, opposite=opposite)}
        found |= {at for at in (edge - 1, edge + 1) if 0 <= at < len(lines) and _counts_on(lines, edge, at, key)}
    if any(lines[at].text == title for at in found):  # then on a cover's back as well
        found |= {at for at, line in enumerate(lines[:_COVER]) if line.text == title and line.broken}
    return found


def numbers_beside_title(lines: Sequence[Line], maybe: Iterable[Mark], title: str | None) -> set[int]:
    """Find the Roman numbers beside a line that is the title: of pages of contents, each with the head of the next."""
    roman = [mark.at for mark in maybe if mark.form == "bare" and not lines[mark.at].text.strip().isdecimal()]
    roman = [at for at in roman if any(_LEADERS.search(line.text) for line in lines[max(0, at - _CONTENTS) : at])]
    return {
        at for at in roman if title and title in [line.text for line in (*lines[at - 1 : at], *lines[at + 1 : at + 2])]
    }


def _counts_on(lines: Sequence[Line], edge: int, at: int, title: str) -> bool:
    """Tell whether a line beside a page's number is the next page's, with words of the title: ``2 Annals``."""
    number, head = re.search(r"\d{1,4}", lines[edge].text), folio_in(lines[at].text)
    if number is None or head is None or len(lines[edge].text) >= len(lines[at].text):
        return False
    words = key_of(head[2] or head[3])
    return len(words) >= _LEAST_WORDS and words in title and abs(int(head[1] or head[4]) - int(number[0])) == 1


def _is_first_half(lines: Sequence[Line], edge: int, at: int, title: str, *, opposite: bool) -> bool:
    """Tell whether a line below one that breaks off, or that begins a page, is what a title has before its subtitle.

    Below a number it begins one where pages ``opposite`` have the issue of a journal there.
    """
    text = _AUTHORS.sub("", key_of(lines[at].text[:MAX_HEAD]))
    begins = breaks_off_above(lines, at) or 0 < lines[at - 1].page < lines[at].page
    begins = begins or (opposite and at == edge + 1)
    if len(text) < LEAST_STAMP or not begins or not title.startswith(text):
        return False
    if title[len(text) :][:1] in _BEFORE_SUBTITLE:
        return True
    cut = at + 1 < len(lines) and reads_on(lines[text_above(lines, at)].text, lines[at + 1].text)
    return (cut or len(text) >= _LONG_HALF) and 2 * len(text) >= len(title)
